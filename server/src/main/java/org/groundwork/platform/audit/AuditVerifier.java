// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.keys.KeyRefusal;
import org.groundwork.platform.keys.KeyStore;
import org.groundwork.platform.keys.SealedFieldException;

/** Checks audit logs in the database, over a connection that may read all locals ({@code gw_ops}). Changes nothing. */
public final class AuditVerifier {
  private static final int FETCH = 5_000;
  private final Connection connection;
  private final AuditKeys keys;

  /** @param connection in the caller's hands; one transaction sees one state of the log */
  public AuditVerifier(Connection connection, KeyStore keys) {
    this.connection = connection;
    this.keys = new AuditKeys(keys);
  }

  /** A local, by the word in its addresses. */
  public record Local(UUID id, String handle) {}

  /** Is told of every seal, in order, while the chain is followed. */
  public interface Follower {
    /** A seal whose entry is there. */
    void seal(long seq, UUID entry, long atMicros, Hashes hashes);
  }

  /** The two hashes of a seal. */
  public record Hashes(byte[] commitment, byte[] link) {}

  /** Every local of the installation. */
  public List<Local> locals() throws SQLException {
    var locals = new ArrayList<Local>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("select id, handle from platform.local order by handle")) {
      while (rows.next()) {
        locals.add(new Local(rows.getObject(1, UUID.class), rows.getString(2)));
      }
    }
    return locals;
  }

  /**
   * Follows one local's chain to its end.
   *
   * @param noted a head noted earlier, through which the chain must pass
   */
  public AuditVerdict check(Local local, Optional<AuditVerdict.Head> noted, Follower follower) throws SQLException {
    var chain = new ChainCheck(local.id());
    if (noted.isPresent() && !chain.passes(noted.get())) {
      return new AuditVerdict.Broken(0, "the chain is not the one that was noted");
    }
    long erased = 0;
    try (var statement = query("""
        select s.seq, s.link, e.id, e.at, e.commitment, e.payload from platform.audit_seal s
        left join platform.audit_entry e on e.local_id = s.local_id and e.id = s.entry_id
        where s.local_id = ? order by s.seq""", local); var rows = statement.executeQuery()) {
      while (rows.next()) {
        var broken = next(chain, local, rows, follower);
        if (broken.isPresent()) {
          return broken.get();
        }
        if (noted.isPresent() && !chain.passes(noted.get())) {
          return new AuditVerdict.Broken(noted.get().seq(), "the chain is not the one that was noted");
        }
        erased += rows.getBytes(6) == null ? 1 : 0;
      }
    }
    return end(chain, local, noted, erased);
  }

  private Optional<AuditVerdict.Broken> next(ChainCheck chain, Local local, ResultSet row, Follower follower)
      throws SQLException {
    UUID entry = row.getObject(3, UUID.class);
    byte[] link = Objects.requireNonNull(row.getBytes(2));
    long seq = row.getLong(1);
    if (entry == null) {
      return chain.next(new ChainCheck.Seal(seq, Optional.empty(), link));
    }
    var sealed = new Chain.Sealed(entry, Objects.requireNonNull(row.getTimestamp(4)).toInstant(),
        Objects.requireNonNull(row.getBytes(5)));
    var broken = chain.next(new ChainCheck.Seal(seq, Optional.of(sealed), link));
    if (broken.isPresent()) {
      return broken;
    }
    follower.seal(seq, entry, Chain.micros(sealed.at()), new Hashes(sealed.commitment(), link));
    return content(local, seq, sealed, Optional.ofNullable(row.getBytes(6)));
  }

  /** The content must be what the chain is committed to, unless it was erased. */
  private Optional<AuditVerdict.Broken> content(Local local, long seq, Chain.Sealed sealed, Optional<byte[]> payload) {
    if (payload.isEmpty()) {
      return Optional.empty();
    }
    try {
      byte[] commitment = keys.open(local.id(), sealed.entry(), payload.get()).commitment();
      return Arrays.equals(commitment, sealed.commitment())
          ? Optional.empty()
          : ChainCheck.broken(seq, "the content is not what was recorded");
    } catch (SealedFieldException e) {
      return ChainCheck.broken(seq, "the content was changed and does not open");
    } catch (KeyRefusal e) {
      return ChainCheck.broken(seq, "the key of this log is missing");
    }
  }

  private AuditVerdict end(ChainCheck chain, Local local, Optional<AuditVerdict.Head> noted, long erased)
      throws SQLException {
    var stored = storedHead(local);
    var broken = chain.endsAt(stored);
    if (broken.isPresent()) {
      return broken.get();
    }
    if (noted.isPresent() && noted.get().seq() > chain.head().seq()) {
      return new AuditVerdict.Broken(chain.head().seq() + 1,
          "seals were removed from the end: " + noted.get().seq() + " were noted");
    }
    if (count("select count(*) from platform.audit_entry e where e.local_id = ? and not exists ("
        + "select 1 from platform.audit_seal s where s.local_id = e.local_id and s.entry_id = e.id) and not exists ("
        + "select 1 from platform.audit_pending p where p.local_id = e.local_id and p.entry_id = e.id)", local) > 0) {
      return new AuditVerdict.Broken(chain.head().seq() + 1, "an entry was put past the chain");
    }
    long waiting = count("select count(*) from platform.audit_pending p where p.local_id = ?", local);
    return new AuditVerdict.Ok(chain.head(), waiting, erased);
  }

  private AuditVerdict.Head storedHead(Local local) throws SQLException {
    try (var statement = query("select seq, link from platform.audit_head where local_id = ?", local);
        var rows = statement.executeQuery()) {
      return rows.next()
          ? new AuditVerdict.Head(rows.getLong(1), Objects.requireNonNull(rows.getBytes(2)))
          : new AuditVerdict.Head(0, Chain.genesis(local.id()));
    }
  }

  private long count(String sql, Local local) throws SQLException {
    try (var statement = query(sql, local); var rows = statement.executeQuery()) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private PreparedStatement query(String sql, Local local) throws SQLException {
    var statement = connection.prepareStatement(sql);
    statement.setFetchSize(FETCH);
    statement.setObject(1, local.id());
    return statement;
  }
}
