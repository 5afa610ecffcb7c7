// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.groundwork.platform.tenancy.LocalId;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.platform.tenancy.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Chains the entries that wait, local by local. It goes to the locals in which this node recorded something, and at its
 * start and each minute to all, for what a crash or another node left.
 */
final class Sealer {
  private static final Logger log = LoggerFactory.getLogger(Sealer.class);
  private static final int BATCH = 2000;
  private static final int ROUNDS_BETWEEN_ALL = 60;

  private final JdbcTemplate jdbc;
  private final Transactions transactions;
  private final Locals locals;
  private final Clock clock;
  private final Set<LocalId> marked = ConcurrentHashMap.newKeySet();
  private int round;

  Sealer(JdbcTemplate jdbc, Transactions transactions, Locals locals, Clock clock) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.locals = locals;
    this.clock = clock;
  }

  /** Notes that something was recorded in the local and has committed. */
  void mark(LocalId local) {
    marked.add(local);
  }

  /** One round, each second. A local whose sealing fails is taken up in the next. */
  synchronized void round() {
    if (round++ % ROUNDS_BETWEEN_ALL == 0) {
      marked.addAll(all());
    }
    for (LocalId local : List.copyOf(marked)) {
      marked.remove(local);
      try {
        seal(local);
      } catch (RuntimeException e) {
        marked.add(local);
        log.warn("the audit log of local {} is sealed in the next round: {}", local, e.getClass().getName());
      }
    }
  }

  private List<LocalId> all() {
    return bound(() -> Tenancy.inInstallation(
        () -> transactions.read(() -> locals.all().stream().map(Locals.Entry::id).toList())));
  }

  /** Seals everything that waits in one local; gives how many entries. */
  int seal(LocalId local) {
    return bound(() -> Tenancy.in(local, () -> {
      int sealed = 0;
      int more;
      do {
        more = transactions.write(() -> batch(local.value()));
        sealed += more;
      } while (more == BATCH);
      return sealed;
    }));
  }

  private int batch(UUID local) {
    List<Chain.Sealed> waiting = waiting(local);
    if (waiting.isEmpty()) {
      return 0;
    }
    var head = lockedHead(local);
    if (head.isEmpty()) {
      return 0; // another node is at it
    }
    // read again under the lock: what another node has sealed meanwhile no longer waits
    waiting = waiting(local);
    append(local, head.get(), waiting);
    return waiting.size();
  }

  private void append(UUID local, Head head, List<Chain.Sealed> waiting) {
    var seals = new ArrayList<Object[]>();
    var done = new ArrayList<Object[]>();
    long seq = head.seq();
    byte[] link = head.link();
    for (Chain.Sealed entry : waiting) {
      link = Chain.link(local, link, ++seq, entry);
      seals.add(new Object[]{local, seq, entry.entry(), link});
      done.add(new Object[]{local, entry.entry()});
    }
    jdbc.batchUpdate("insert into platform.audit_seal (local_id, seq, entry_id, link) values (?, ?, ?, ?)", seals);
    jdbc.batchUpdate("delete from platform.audit_pending where local_id = ? and entry_id = ?", done);
    jdbc.update("update platform.audit_head set seq = ?, link = ?, sealed_at = ? where local_id = ?", seq, link,
        Timestamp.from(clock.instant()), local);
  }

  /** Oldest first; what commits later comes later in the chain, whatever its time says. */
  private List<Chain.Sealed> waiting(UUID local) { return jdbc.query("""
        select e.id, e.at, e.commitment from platform.audit_pending p
        join platform.audit_entry e on e.local_id = p.local_id and e.id = p.entry_id
        where p.local_id = ? order by p.entry_id limit ?""", (rs, i) -> sealed(rs), local, BATCH); }

  private static Chain.Sealed sealed(ResultSet rs) throws SQLException {
    return new Chain.Sealed(Objects.requireNonNull(rs.getObject(1, UUID.class)),
        Objects.requireNonNull(rs.getTimestamp(2)).toInstant(), Objects.requireNonNull(rs.getBytes(3)));
  }

  /** The end of a chain. */
  record Head(long seq, byte[] link) {}

  private Optional<Head> lockedHead(UUID local) {
    jdbc.update("""
        insert into platform.audit_head (local_id, seq, link, sealed_at) values (?, 0, ?, ?)
        on conflict (local_id) do nothing""", local, Chain.genesis(local), Timestamp.from(clock.instant()));
    return jdbc.query("select seq, link from platform.audit_head where local_id = ? for update skip locked",
        (rs, i) -> new Head(rs.getLong(1), Objects.requireNonNull(rs.getBytes(2))), local).stream().findFirst();
  }

  private static <T> T bound(Callable<T> work) {
    try {
      return work.call();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
