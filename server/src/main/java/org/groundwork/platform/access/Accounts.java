// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
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
  /** How long a way in that was renewed without a passkey carries no office. */
  public static final Duration DELAY = Duration.ofHours(24);
  /** Serialises the question who opens the first account; any number that no other lock of ours uses. */
  private static final long FIRST_ACCOUNT = 4_711_001L;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Ids ids;
  private final Tokens tokens;
  private final Clock clock;
  private final Sessions sessions;
  private final Devices devices;

  public Accounts(JdbcClient jdbc, TransactionTemplate transaction, Ids ids, Tokens tokens, Clock clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.ids = ids;
    this.tokens = tokens;
    this.clock = clock;
    sessions = new Sessions(jdbc, ids, tokens, clock);
    devices = new Devices(jdbc, transaction, ids, clock, sessions);
  }

  /** What a new or recovered account gets to keep in its browser: secrets given once, stored only as hashes. */
  public record Opened(UUID account, String deviceSecret, String sessionToken) {}

  /**
   * A session that holds at this moment.
   *
   * @param fullFrom from when on offices can be exercised through it
   */
  public record Session(UUID id, UUID account, boolean runsInstallation, Proof proof, Instant fullFrom) {}

  /** A session as its account's owner sees it. */
  public record SessionEntry(UUID id, Proof proof, DeviceKind kind, Instant began, Instant lastSeen) {}

  /** A device as its account's owner sees it. */
  public record Device(UUID id, DeviceKind kind, Instant added, Instant lastUsed, boolean locked) {}

  /** The outcome of trying a PIN on a device. */
  public sealed interface Unlocked {
    /** Right; a new session begins. */
    record Yes(UUID account, String sessionToken) implements Unlocked {}

    /** Wrong; so many tries are left before the device is locked. */
    record Wrong(int triesLeft) implements Unlocked {}

    /** The device is unknown, revoked or locked; only the recovery sheet helps. */
    record Locked() implements Unlocked {}
  }

  /**
   * Who opens an account.
   *
   * @param runsInstallation whether to let the account run the installation, if nobody does yet
   */
  public record NewAccount(UUID id, Locale language, String pin, DeviceKind kind, boolean runsInstallation) {}

  /** An identity for an account to be opened. */
  public UUID newId() { return ids.random(); }

  /** Opens an account on the device that asks, with a PIN, and signs it in. */
  public Opened open(String language, String pin, boolean runsInstallation) {
    return open(new NewAccount(newId(), Locale.forLanguageTag(language), pin, DeviceKind.OTHER, runsInstallation),
        Proof.PIN);
  }

  /** Opens an account and signs it in. */
  public Opened open(NewAccount account, Proof proof) {
    String deviceSecret = tokens.secret();
    return transaction.execute(status -> {
      jdbc.sql("insert into auth.account (id, created_at, language, runs_installation) values (?, ?, ?, ?)")
          .params(account.id(), now(), account.language().toLanguageTag(),
              account.runsInstallation() && nobodyRunsInstallation())
          .update();
      Instant at = clock.instant();
      UUID device = devices.add(account.id(), deviceSecret, account.pin(), account.kind(), at);
      return new Opened(account.id(), deviceSecret,
          sessions.begin(account.id(), new Sessions.Beginning(proof, device, null, at, account.kind())));
    });
  }

  /** Two founders at the same moment cannot both become the first. */
  private boolean nobodyRunsInstallation() {
    jdbc.sql("select pg_advisory_xact_lock(?)").param(FIRST_ACCOUNT).query((rs, i) -> "").single();
    return jdbc.sql("select not exists (select 1 from auth.account where runs_installation)")
        .query(Boolean.class)
        .single();
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
    return devices.unlock(deviceSecret, pin);
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

  /** The account that a recovery code opens. */
  public Optional<UUID> ofRecoverySheet(String typedCode) {
    return jdbc.sql("select account_id from auth.recovery_sheet where code_hash = ?")
        .param(Tokens.hash(Tokens.asPrinted(typedCode)))
        .query(UUID.class)
        .optional();
  }

  /** {@link #recover(String, String, DeviceKind, Instant)} with offices at once. */
  public Optional<Opened> recover(String typedCode, String newPin) {
    return recover(typedCode, newPin, DeviceKind.OTHER, clock.instant());
  }

  /**
   * Redeems a recovery sheet, once: every other device and session ends, and this device gets a new PIN. Passkeys end
   * too, unless offices wait: then whoever holds the passkey can still come in meanwhile and end the new device.
   *
   * @param fullFrom from when on the offices of the account can be exercised again
   */
  public Optional<Opened> recover(String typedCode, String newPin, DeviceKind kind, Instant fullFrom) {
    String deviceSecret = tokens.secret();
    return transaction.execute(status -> {
      var account = jdbc.sql("delete from auth.recovery_sheet where code_hash = ? returning account_id")
          .param(Tokens.hash(Tokens.asPrinted(typedCode)))
          .query(UUID.class)
          .optional();
      return account.map(id -> {
        sessions.endAll(id);
        devices.revokeAll(id);
        if (!fullFrom.isAfter(clock.instant())) {
          jdbc.sql("delete from auth.passkey where account_id = ?").param(id).update();
        }
        UUID device = devices.add(id, deviceSecret, newPin, kind, fullFrom);
        return new Opened(id, deviceSecret,
            sessions.begin(id, new Sessions.Beginning(Proof.RECOVERY, device, null, fullFrom, kind)));
      });
    });
  }

  /** The session behind a cookie, if it still holds. Its last use is written at most every few minutes. */
  public Optional<Session> session(String token) {
    return sessions.find(token);
  }

  /** Ends one session. */
  public void signOut(String token) { sessions.end(token); }

  /** Ends one of an account's sessions. */
  public void signOut(UUID account, UUID session) {
    sessions.end(account, session);
  }

  /** Ends every session of an account at once. */
  public void signOutEverywhere(UUID account) {
    transaction.executeWithoutResult(status -> sessions.endAll(account));
  }

  /** Ends everybody's sessions, as after a restore. */
  public void signOutEverybody() {
    transaction.executeWithoutResult(status -> sessions.endEverybodys());
  }

  /** Ends a device at once, and its sessions with it; false if the account has no such device. */
  public boolean revoke(UUID account, UUID device) {
    return devices.revoke(account, device);
  }

  public List<Device> devicesOf(UUID account) { return devices.of(account); }

  public List<SessionEntry> sessionsOf(UUID account) { return sessions.of(account); }

  /** The language the account was opened in. */
  public Locale languageOf(UUID account) {
    return Locale.forLanguageTag(
        jdbc.sql("select language from auth.account where id = ?").param(account).query(String.class).single());
  }

  /** Whether the account runs the installation. */
  public boolean runsInstallation(UUID account) {
    return jdbc.sql("select runs_installation from auth.account where id = ?")
        .param(account)
        .query(Boolean.class)
        .single();
  }

  /** Notes that an account has a person in a local, so that signing in leads there. */
  public void joinLocal(UUID account, LocalId local) {
    jdbc.sql("insert into auth.account_local (account_id, local_id, since) values (?, ?, ?) on conflict do nothing")
        .params(account, local.value(), now())
        .update();
  }

  /** Notes that an account has no person in a local any more. */
  public void leaveLocal(UUID account, LocalId local) {
    jdbc.sql("delete from auth.account_local where account_id = ? and local_id = ?")
        .params(account, local.value())
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
    return startSession(account, proof, DeviceKind.OTHER, clock.instant());
  }

  /** {@link #startSession(UUID, Proof)}, with offices only from {@code fullFrom} on. */
  public String startSession(UUID account, Proof proof, DeviceKind kind, Instant fullFrom) {
    return sessions.begin(account, new Sessions.Beginning(proof, null, null, fullFrom, kind));
  }

  /** Forgets sessions that ended by themselves. */
  void sweep() { sessions.sweep(); }

  Sessions sessions() { return sessions; }

  Devices devices() { return devices; }

  private Timestamp now() { return Timestamp.from(clock.instant()); }
}
