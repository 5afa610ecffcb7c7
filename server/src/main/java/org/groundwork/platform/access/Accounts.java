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
import org.groundwork.platform.tenancy.LocalId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Accounts, devices and sessions: how somebody signs in, apart from what any local knows about them. Reaches the
 * schema {@code auth} as the role {@code gw_auth}; the application's own role cannot read it.
 */
public final class Accounts {
  /** A session ends after this long without a request. */
  static final Duration IDLE = Duration.ofHours(12);
  /** A session ends after this long whatever happens. */
  static final Duration LONGEST = Duration.ofDays(14);
  /** Wrong PINs on one device before it is locked and the recovery sheet is needed. */
  static final int TRIES = 5;
  private static final Duration TOUCH_EVERY = Duration.ofMinutes(5);

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Ids ids;
  private final Tokens tokens;
  private final Clock clock;

  public Accounts(JdbcClient jdbc, TransactionTemplate transaction, Ids ids, Tokens tokens, Clock clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.ids = ids;
    this.tokens = tokens;
    this.clock = clock;
  }

  /** What a new or recovered account gets to keep in its browser: secrets given once, stored only as hashes. */
  public record Opened(UUID account, String deviceSecret, String sessionToken) {}

  /** A session that holds at this moment. */
  public record Session(UUID account, boolean runsInstallation, Proof proof) {}

  /** How the caller of a session proved who they are. */
  public enum Proof {
    PIN, PASSKEY, LINK, CARD, RECOVERY, DEMONSTRATION;

    String key() { return name().toLowerCase(java.util.Locale.ROOT); }
  }

  /** The outcome of trying a PIN on a device. */
  public sealed interface Unlocked {
    /** Right; a new session begins. */
    record Yes(UUID account, String sessionToken) implements Unlocked {}

    /** Wrong; so many tries are left before the device is locked. */
    record Wrong(int triesLeft) implements Unlocked {}

    /** The device is unknown, revoked or locked; only the recovery sheet helps. */
    record Locked() implements Unlocked {}
  }

  /** Opens an account on the device that asks, with a PIN, and signs it in. */
  public Opened open(String language, String pin, boolean runsInstallation) {
    var account = ids.random();
    String deviceSecret = tokens.secret();
    return transaction.execute(status -> {
      jdbc.sql("insert into auth.account (id, created_at, language, runs_installation) values (?, ?, ?, ?)")
          .params(account, now(), language, runsInstallation)
          .update();
      UUID device = addDevice(account, deviceSecret, pin);
      return new Opened(account, deviceSecret, startSession(account, device, Proof.PIN));
    });
  }

  /** Opens an account that signs in by other means than a PIN on this device. */
  public UUID openWithoutDevice(String language) {
    UUID account = ids.random();
    jdbc.sql("insert into auth.account (id, created_at, language, runs_installation) values (?, ?, ?, false)")
        .params(account, now(), language)
        .update();
    return account;
  }

  /** Tries a PIN on a device. Each wrong one costs a try, also when many arrive at once. */
  public Unlocked unlock(String deviceSecret, String pin) {
    return transaction.execute(status -> {
      var device = jdbc.sql("""
          update auth.device set tries_left = tries_left - 1
          where secret_hash = ? and revoked_at is null and tries_left > 0
          returning id, account_id, pin_verifier, tries_left""")
          .param(Tokens.hash(deviceSecret))
          .query((rs, i) -> new Device(rs.getObject("id", UUID.class), rs.getObject("account_id", UUID.class),
              rs.getBytes("pin_verifier"), rs.getInt("tries_left")))
          .optional();
      if (device.isEmpty()) {
        return new Unlocked.Locked();
      }
      Device tried = device.get();
      if (!PinVerifier.matches(deviceSecret, pin, tried.verifier())) {
        return tried.triesLeft() == 0 ? new Unlocked.Locked() : new Unlocked.Wrong(tried.triesLeft());
      }
      jdbc.sql("update auth.device set tries_left = ?, last_used_at = ? where id = ?")
          .params(TRIES, now(), tried.id())
          .update();
      return new Unlocked.Yes(tried.account(), startSession(tried.account(), tried.id(), Proof.PIN));
    });
  }

  /** Makes a new recovery code, 20 characters to write down; an older one stops working. */
  public String newRecoverySheet(UUID account) {
    String code = tokens.written(20);
    jdbc.sql("""
        insert into auth.recovery_sheet (account_id, code_hash, created_at) values (?, ?, ?)
        on conflict (account_id) do update set code_hash = excluded.code_hash, created_at = excluded.created_at""")
        .params(account, Tokens.hash(code), now())
        .update();
    return code;
  }

  /** Whether the account has a recovery sheet. */
  public boolean hasRecoverySheet(UUID account) {
    return jdbc.sql("select exists (select 1 from auth.recovery_sheet where account_id = ?)")
        .param(account)
        .query(Boolean.class)
        .single();
  }

  /** Redeems a recovery sheet, once: every other device and session ends, and this device gets a new PIN. */
  public Optional<Opened> recover(String typedCode, String newPin) {
    String code = Tokens.asPrinted(typedCode);
    String deviceSecret = tokens.secret();
    return transaction.execute(status -> {
      var account = jdbc.sql("delete from auth.recovery_sheet where code_hash = ? returning account_id")
          .param(Tokens.hash(code))
          .query(UUID.class)
          .optional();
      return account.map(id -> {
        signOutEverywhere(id);
        jdbc.sql("update auth.device set revoked_at = ? where account_id = ? and revoked_at is null")
            .params(now(), id)
            .update();
        UUID device = addDevice(id, deviceSecret, newPin);
        return new Opened(id, deviceSecret, startSession(id, device, Proof.RECOVERY));
      });
    });
  }

  /** The session behind a cookie, if it still holds. Its last use is written at most every few minutes. */
  public Optional<Session> session(String token) {
    byte[] hash = Tokens.hash(token);
    Instant now = clock.instant();
    var found = jdbc
        .sql(
            """
        select s.account_id, s.proof, s.last_seen_at, a.runs_installation
        from auth.session s join auth.account a on a.id = s.account_id
        left join auth.device d on d.id = s.device_id
        where s.token_hash = ? and s.expires_at > ? and s.last_seen_at > ? and s.epoch = a.epoch and d.revoked_at is null""")
        .params(hash, Timestamp.from(now), Timestamp.from(now.minus(IDLE)))
        .query((rs,
            i) -> new Seen(new Session(rs.getObject("account_id", UUID.class), rs.getBoolean("runs_installation"),
                Proof.valueOf(rs.getString("proof").toUpperCase(java.util.Locale.ROOT))),
                rs.getTimestamp("last_seen_at").toInstant()))
        .optional();
    found.filter(seen -> seen.at().isBefore(now.minus(TOUCH_EVERY)))
        .ifPresent(seen -> jdbc
            .sql("update auth.session set last_seen_at = ? where token_hash = ?")
            .params(Timestamp.from(now), hash)
            .update());
    return found.map(Seen::session);
  }

  /** Ends one session. */
  public void signOut(String token) {
    jdbc.sql("delete from auth.session where token_hash = ?").param(Tokens.hash(token)).update();
  }

  /** Ends every session of an account at once. */
  public void signOutEverywhere(UUID account) {
    jdbc.sql("update auth.account set epoch = epoch + 1 where id = ?").param(account).update();
    jdbc.sql("delete from auth.session where account_id = ?").param(account).update();
  }

  /** Notes that an account has a person in a local, so that signing in leads there. */
  public void joinLocal(UUID account, LocalId local) {
    jdbc.sql("insert into auth.account_local (account_id, local_id, since) values (?, ?, ?) on conflict do nothing")
        .params(account, local.value(), now())
        .update();
  }

  /** The locals an account has a person in, oldest first. */
  public List<LocalId> localsOf(UUID account) {
    return jdbc.sql("select local_id from auth.account_local where account_id = ? order by since, local_id")
        .param(account)
        .query((rs, i) -> new LocalId(rs.getObject(1, UUID.class)))
        .list();
  }

  /** Starts a session for an account whose sign-in was proved elsewhere; the answer is the cookie's token. */
  public String startSession(UUID account, Proof proof) {
    return startSession(account, null, proof);
  }

  private String startSession(UUID account, @org.jspecify.annotations.Nullable UUID device, Proof proof) {
    String token = tokens.secret();
    jdbc.sql("""
        insert into auth.session (token_hash, account_id, device_id, epoch, proof, created_at, last_seen_at, expires_at)
        select ?, id, ?::uuid, epoch, ?, ?, ?, ? from auth.account where id = ?""")
        .param(Tokens.hash(token))
        .param(device)
        .params(proof.key(), now(), now(), Timestamp.from(clock.instant().plus(LONGEST)),
            account)
        .update();
    return token;
  }

  private UUID addDevice(UUID account, String secret, String pin) {
    UUID device = ids.random();
    jdbc.sql("""
        insert into auth.device (id, account_id, secret_hash, pin_verifier, tries_left, created_at, last_used_at)
        values (?, ?, ?, ?, ?, ?, ?)""")
        .params(device, account, Tokens.hash(secret), PinVerifier.of(secret, pin), TRIES, now(), now())
        .update();
    return device;
  }

  private Timestamp now() { return Timestamp.from(clock.instant()); }

  private record Device(UUID id, UUID account, byte[] verifier, int triesLeft) {}

  private record Seen(Session session, Instant at) {}
}
