// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.access;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.ids.InstallationId;
import org.groundwork.platform.keys.FieldCipher;
import org.groundwork.platform.keys.FieldRef;
import org.groundwork.platform.keys.KeyStore;
import org.groundwork.platform.keys.Purpose;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;

/** Passkeys of accounts, as the library that checks them wants to find them. */
final class PasskeyStore implements UserCredentialRepository {
  private static final String COLUMNS = """
      select credential_id, account_id, id, public_key, attestation, sign_count, user_verified, backup_eligible,
        backup_state, transports, label, created_at, last_used_at, trusted_from from auth.passkey
      """;

  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final FieldCipher cipher;

  PasskeyStore(JdbcClient jdbc, Ids ids, Clock clock, KeyStore keys) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.cipher = new FieldCipher(keys, Purpose.sealing("passkeys"));
  }

  /** A passkey as its account's owner and the session it opens see it. */
  record Stored(UUID id, UUID account, String label, Instant added, Instant lastUsed, Instant trustedFrom) {}

  /** Binds an account to the bytes by which a passkey names its user. */
  static Bytes userHandle(UUID account) {
    return new Bytes(ByteBuffer.allocate(16)
        .putLong(account.getMostSignificantBits())
        .putLong(account.getLeastSignificantBits())
        .array());
  }

  static Optional<UUID> accountOf(@Nullable Bytes userHandle) {
    if (userHandle == null || userHandle.getBytes().length != 16) {
      return Optional.empty();
    }
    var buffer = ByteBuffer.wrap(userHandle.getBytes());
    return Optional.of(new UUID(buffer.getLong(), buffer.getLong()));
  }

  /**
   * Writes a new passkey, or what its use changed.
   *
   * @throws IllegalStateException if a counter went back: there are two of this passkey, and one is a copy. The library
   *     compares with the counter at registration only, so it is compared here, in the statement that writes it
   */
  @Override
  public void save(CredentialRecord passkey) {
    UUID account = accountOf(passkey.getUserEntityUserId()).orElseThrow();
    long count = passkey.getSignatureCount();
    byte[] credential = passkey.getCredentialId().getBytes();
    int used = jdbc.sql("""
        update auth.passkey set sign_count = ?, backup_state = ?, last_used_at = ?
        where credential_id = ? and account_id = ? and (sign_count < ? or sign_count = 0 and ? = 0)""")
        .params(count, passkey.isBackupState(), now(), credential, account, count, count)
        .update();
    if (used == 0 && findByCredentialId(passkey.getCredentialId()) != null) {
      throw new IllegalStateException("a passkey's counter went back");
    }
    if (used == 0) {
      add(passkey, account);
    }
  }

  private void add(CredentialRecord passkey, UUID account) {
    UUID id = ids.random();
    jdbc.sql("""
        insert into auth.passkey (credential_id, account_id, id, public_key, attestation, sign_count, user_verified,
          backup_eligible, backup_state, transports, label, created_at, last_used_at, trusted_from)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(passkey.getCredentialId().getBytes(), account, id, passkey.getPublicKey().getBytes(),
            Objects.requireNonNull(passkey.getAttestationObject(), "registration gives one").getBytes(),
            passkey.getSignatureCount(), passkey.isUvInitialized(), passkey.isBackupEligible(), passkey.isBackupState(),
            passkey.getTransports().stream().map(AuthenticatorTransport::getValue).collect(Collectors.joining(" ")),
            cipher.seal(labelRef(id), passkey.getLabel()), now(), now(), now())
        .update();
  }

  /** From when on offices can be exercised through a passkey that was just added. */
  void trustFrom(Bytes credential, Instant instant) {
    jdbc.sql("update auth.passkey set trusted_from = ? where credential_id = ?")
        .params(Timestamp.from(instant), credential.getBytes())
        .update();
  }

  @Override
  public @Nullable CredentialRecord findByCredentialId(Bytes credential) {
    return jdbc.sql(COLUMNS + "where credential_id = ?")
        .param(credential.getBytes())
        .query(this::record)
        .optional()
        .orElse(null);
  }

  @Override
  public List<CredentialRecord> findByUserId(Bytes user) {
    return accountOf(user).map(account -> jdbc.sql(COLUMNS + "where account_id = ? order by created_at, id")
        .param(account)
        .query(this::record)
        .list()).orElse(List.of());
  }

  @Override
  public void delete(Bytes credential) {
    jdbc.sql("delete from auth.passkey where credential_id = ?").param(credential.getBytes()).update();
  }

  /** The passkey with these bytes, for the session it opens. */
  Optional<Stored> stored(Bytes credential) {
    return jdbc.sql(COLUMNS + "where credential_id = ?").param(credential.getBytes()).query(this::row).optional();
  }

  /** The passkeys of an account, the oldest first. */
  List<Stored> of(UUID account) {
    return jdbc.sql(COLUMNS + "where account_id = ? order by created_at, id").param(account).query(this::row).list();
  }

  /** Removes a passkey of an account, and the sessions it opened; false if it has none such. */
  boolean remove(UUID account, UUID id) {
    int removed = jdbc.sql("delete from auth.passkey where account_id = ? and id = ?").params(account, id).update();
    jdbc.sql("delete from auth.session where account_id = ? and passkey_id = ?").params(account, id).update();
    return removed == 1;
  }

  private CredentialRecord record(ResultSet rs, int row) throws SQLException {
    UUID id = rs.getObject("id", UUID.class);
    return ImmutableCredentialRecord.builder()
        .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
        .credentialId(new Bytes(rs.getBytes("credential_id")))
        .userEntityUserId(userHandle(rs.getObject("account_id", UUID.class)))
        .publicKey(new ImmutablePublicKeyCose(rs.getBytes("public_key")))
        .attestationObject(new Bytes(rs.getBytes("attestation")))
        .signatureCount(rs.getLong("sign_count"))
        .uvInitialized(rs.getBoolean("user_verified"))
        .backupEligible(rs.getBoolean("backup_eligible"))
        .backupState(rs.getBoolean("backup_state"))
        .transports(transports(rs.getString("transports")))
        .label(cipher.openText(labelRef(id), rs.getBytes("label")))
        .created(rs.getTimestamp("created_at").toInstant())
        .lastUsed(rs.getTimestamp("last_used_at").toInstant())
        .build();
  }

  private Stored row(ResultSet rs, int row) throws SQLException {
    UUID id = rs.getObject("id", UUID.class);
    return new Stored(id, rs.getObject("account_id", UUID.class), cipher.openText(labelRef(id), rs.getBytes("label")),
        rs.getTimestamp("created_at").toInstant(), rs.getTimestamp("last_used_at").toInstant(),
        rs.getTimestamp("trusted_from").toInstant());
  }

  private static Set<AuthenticatorTransport> transports(String stored) {
    return Arrays.stream(stored.split(" "))
        .filter(word -> !word.isEmpty())
        .map(AuthenticatorTransport::valueOf)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static FieldRef labelRef(UUID id) { return new FieldRef(InstallationId.VALUE, "auth.passkey", "label", id); }

  private Timestamp now() { return Timestamp.from(clock.instant()); }
}
