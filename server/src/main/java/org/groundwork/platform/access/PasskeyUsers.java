// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;

/**
 * Accounts as the library that checks passkeys wants to find them. An account is named by its random identity alone;
 * accounts are opened and closed elsewhere.
 */
final class PasskeyUsers implements PublicKeyCredentialUserEntityRepository {
  private final JdbcClient jdbc;

  PasskeyUsers(JdbcClient jdbc) { this.jdbc = jdbc; }

  static PublicKeyCredentialUserEntity user(UUID account, String shown) {
    return ImmutablePublicKeyCredentialUserEntity.builder()
        .id(PasskeyStore.userHandle(account))
        .name(shown)
        .displayName(shown)
        .build();
  }

  @Override
  public @Nullable PublicKeyCredentialUserEntity findById(Bytes id) {
    return PasskeyStore.accountOf(id)
        .filter(this::exists)
        .map(account -> user(account, account.toString()))
        .orElse(null);
  }

  @Override
  public @Nullable PublicKeyCredentialUserEntity findByUsername(String name) {
    UUID account = UUID.fromString(name);
    return exists(account) ? user(account, name) : null;
  }

  private boolean exists(UUID account) {
    return jdbc.sql("select exists (select 1 from auth.account where id = ?)")
        .param(account)
        .query(Boolean.class)
        .single();
  }

  @Override
  public void save(PublicKeyCredentialUserEntity user) {
    throw new UnsupportedOperationException("an account is not opened by its passkey");
  }

  @Override
  public void delete(Bytes id) { throw new UnsupportedOperationException("an account is not closed by its passkey"); }
}
