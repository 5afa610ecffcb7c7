// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.ids.Tokens;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sessions: a random token in a cookie, stored as a hash, that ends by itself, by hand, or with what began it. */
final class Sessions {
  /** A session ends after this long without a request. */
  static final Duration IDLE = Duration.ofHours(12);
  /** A session ends after this long whatever happens. */
  static final Duration LONGEST = Duration.ofDays(14);
  private static final Duration TOUCH_EVERY = Duration.ofMinutes(5);

  private final JdbcClient jdbc;
  private final Ids ids;
  private final Tokens tokens;
  private final Clock clock;

  Sessions(JdbcClient jdbc, Ids ids, Tokens tokens, Clock clock) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.tokens = tokens;
    this.clock = clock;
  }

  /**
   * What a session begins with.
   *
   * @param device the device whose PIN opened it; revoking that ends the session
   * @param passkey the passkey that opened it; removing that ends the session
   * @param fullFrom from when on the offices of the account can be exercised through it
   */
  record Beginning(Proof proof, @Nullable UUID device, @Nullable UUID passkey, Instant fullFrom, DeviceKind kind) {}

  /** Begins a session and answers the token of its cookie. */
  String begin(UUID account, Beginning with) {
    String token = tokens.secret();
    jdbc.sql("""
        insert into auth.session (token_hash, id, account_id, device_id, passkey_id, epoch, proof, full_from, kind,
          created_at, last_seen_at, expires_at)
        select :hash, :id, a.id, :device::uuid, :passkey::uuid, a.epoch, :proof, :full, :kind, :now, :now, :end
        from auth.account a where a.id = :account""")
        .param("hash", Tokens.hash(token))
        .param("id", ids.random())
        .param("device", with.device())
        .param("passkey", with.passkey())
        .param("proof", with.proof().key())
        .param("full", Timestamp.from(with.fullFrom()))
        .param("kind", with.kind().key())
        .param("now", now())
        .param("end", Timestamp.from(clock.instant().plus(LONGEST)))
        .param("account", account)
        .update();
    return token;
  }

  /** The session behind a cookie, if it still holds. Its last use is written at most every few minutes. */
  Optional<Accounts.Session> find(String token) {
    byte[] hash = Tokens.hash(token);
    Instant now = clock.instant();
    var found = jdbc.sql("""
        select s.id, s.account_id, s.proof, s.last_seen_at, s.full_from, a.runs_installation
        from auth.session s join auth.account a on a.id = s.account_id
        left join auth.device d on d.id = s.device_id
        where s.token_hash = ? and s.expires_at > ? and s.last_seen_at > ? and s.epoch = a.epoch
          and d.revoked_at is null""")
        .params(hash, Timestamp.from(now), Timestamp.from(now.minus(IDLE)))
        .query((rs, i) -> new Seen(
            new Accounts.Session(rs.getObject("id", UUID.class), rs.getObject("account_id", UUID.class),
                rs.getBoolean("runs_installation"), Proof.of(rs.getString("proof")),
                rs.getTimestamp("full_from").toInstant()),
            rs.getTimestamp("last_seen_at").toInstant()))
        .optional();
    found.filter(seen -> seen.at().isBefore(now.minus(TOUCH_EVERY)))
        .ifPresent(seen -> jdbc.sql("update auth.session set last_seen_at = ? where token_hash = ?")
            .params(Timestamp.from(now), hash)
            .update());
    return found.map(Seen::session);
  }

  /** Whether the session behind a cookie began after {@code since}, or is of a demonstration. */
  boolean beganAfter(String token, Instant since) {
    return jdbc.sql("""
        select exists (select 1 from auth.session s
          where s.token_hash = ? and (s.created_at > ? or s.proof = 'demonstration'))""")
        .params(Tokens.hash(token), Timestamp.from(since))
        .query(Boolean.class)
        .single();
  }

  /** Ends one session by its cookie's token. */
  void end(String token) {
    jdbc.sql("delete from auth.session where token_hash = ?").param(Tokens.hash(token)).update();
  }

  /** Ends one session of an account by its identity. */
  void end(UUID account, UUID session) {
    jdbc.sql("delete from auth.session where account_id = ? and id = ?").params(account, session).update();
  }

  /** Ends every session of an account, also one that begins at this moment. */
  void endAll(UUID account) {
    jdbc.sql("update auth.account set epoch = epoch + 1 where id = ?").param(account).update();
    jdbc.sql("delete from auth.session where account_id = ?").param(account).update();
  }

  /** Ends every session of the installation, as after a restore: a backup holds sessions that were ended since. */
  void endEverybodys() {
    jdbc.sql("update auth.account set epoch = epoch + 1").update();
    jdbc.sql("delete from auth.session").update();
  }

  /** The sessions of an account that hold now, the latest first. */
  List<Accounts.SessionEntry> of(UUID account) {
    Instant now = clock.instant();
    return jdbc.sql("""
        select s.id, s.proof, s.kind, s.created_at, s.last_seen_at from auth.session s
        join auth.account a on a.id = s.account_id
        where s.account_id = ? and s.expires_at > ? and s.last_seen_at > ? and s.epoch = a.epoch
        order by s.last_seen_at desc, s.id""")
        .params(account, Timestamp.from(now), Timestamp.from(now.minus(IDLE)))
        .query((rs, i) -> new Accounts.SessionEntry(rs.getObject(1, UUID.class), Proof.of(rs.getString(2)),
            DeviceKind.ofKey(rs.getString(3)), rs.getTimestamp(4).toInstant(), rs.getTimestamp(5).toInstant()))
        .list();
  }

  /** Forgets sessions that have ended by themselves. */
  void sweep() {
    Instant now = clock.instant();
    jdbc.sql("delete from auth.session where expires_at < ? or last_seen_at < ?")
        .params(Timestamp.from(now), Timestamp.from(now.minus(IDLE)))
        .update();
  }

  private Timestamp now() { return Timestamp.from(clock.instant()); }

  private record Seen(Accounts.Session session, Instant at) {}
}
