// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.ids.Tokens;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Phones and browsers that a PIN opens. The PIN only unlocks a secret bound to the device, with few tries. */
final class Devices {
  /** Wrong PINs on one device before it is locked and the recovery sheet is needed. */
  static final int TRIES = 5;
  private static final byte[] NO_VERIFIER = new byte[32];

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Ids ids;
  private final Clock clock;
  private final Sessions sessions;

  Devices(JdbcClient jdbc, TransactionTemplate transaction, Ids ids, Clock clock, Sessions sessions) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.ids = ids;
    this.clock = clock;
    this.sessions = sessions;
  }

  /** Adds a device and answers its identity. */
  UUID add(UUID account, String secret, String pin, DeviceKind kind, Instant trustedFrom) {
    UUID device = ids.random();
    jdbc.sql("""
        insert into auth.device (id, account_id, secret_hash, pin_verifier, tries_left, kind, trusted_from, created_at,
          last_used_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(device, account, Tokens.hash(secret), PinVerifier.of(secret, pin), TRIES, kind.key(),
            Timestamp.from(trustedFrom), now(), now())
        .update();
    return device;
  }

  /**
   * Tries a PIN. The try is taken before the PIN is looked at, in one statement, so many at once cost as many; a device
   * nobody knows costs the same work as one with a wrong PIN.
   */
  Accounts.Unlocked unlock(String secret, String pin) {
    return transaction.execute(status -> {
      var device = jdbc.sql("""
          update auth.device set tries_left = tries_left - 1
          where secret_hash = ? and revoked_at is null and tries_left > 0
          returning id, account_id, pin_verifier, tries_left, kind, trusted_from""")
          .param(Tokens.hash(secret))
          .query((rs, i) -> new Tried(rs.getObject("id", UUID.class), rs.getObject("account_id", UUID.class),
              rs.getBytes("pin_verifier"), rs.getInt("tries_left"), DeviceKind.ofKey(rs.getString("kind")),
              rs.getTimestamp("trusted_from").toInstant()))
          .optional();
      boolean right = PinVerifier.matches(secret, pin, device.map(Tried::verifier).orElse(NO_VERIFIER));
      if (device.isEmpty()) {
        return new Accounts.Unlocked.Locked();
      }
      Tried tried = device.get();
      if (!right) {
        return tried.triesLeft() == 0
            ? new Accounts.Unlocked.Locked()
            : new Accounts.Unlocked.Wrong(tried.triesLeft());
      }
      jdbc.sql("update auth.device set tries_left = ?, last_used_at = ? where id = ? and revoked_at is null")
          .params(TRIES, now(), tried.id())
          .update();
      return new Accounts.Unlocked.Yes(tried.account(), sessions.begin(tried.account(),
          new Sessions.Beginning(Proof.PIN, tried.id(), null, tried.trustedFrom(), tried.kind())));
    });
  }

  /** Ends a device of an account at once, and every session that its PIN opened; false if it has none such. */
  boolean revoke(UUID account, UUID device) {
    return transaction.execute(status -> {
      int revoked = jdbc
          .sql("update auth.device set revoked_at = ? where account_id = ? and id = ? and revoked_at is null")
          .params(now(), account, device)
          .update();
      jdbc.sql("delete from auth.session where account_id = ? and device_id = ?").params(account, device).update();
      return revoked == 1;
    });
  }

  /** Ends every device of an account; its sessions are the caller's to end. */
  void revokeAll(UUID account) {
    jdbc.sql("update auth.device set revoked_at = ? where account_id = ? and revoked_at is null")
        .params(now(), account)
        .update();
  }

  /** The devices of an account that are not revoked, the latest used first. */
  List<Accounts.Device> of(UUID account) {
    return jdbc.sql("""
        select id, kind, created_at, last_used_at, tries_left from auth.device
        where account_id = ? and revoked_at is null order by last_used_at desc, id""")
        .param(account)
        .query((rs, i) -> new Accounts.Device(rs.getObject(1, UUID.class), DeviceKind.ofKey(rs.getString(2)),
            rs.getTimestamp(3).toInstant(), rs.getTimestamp(4).toInstant(), rs.getInt(5) == 0))
        .list();
  }

  private Timestamp now() { return Timestamp.from(clock.instant()); }

  private record Tried(UUID id, UUID account, byte[] verifier, int triesLeft, DeviceKind kind, Instant trustedFrom) {}
}
