// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.database;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/** Passwords of roles derived from one secret (HKDF with SHA-256, RFC 5869), so that several nodes agree on them. */
final class RolePasswords {
  private static final int SECRET_BYTES = 32;
  private static final int PASSWORD_BYTES = 32;
  private final byte[] secret;

  RolePasswords(byte[] secret) {
    if (secret.length < SECRET_BYTES) {
      throw new IllegalArgumentException("the secret for database passwords needs at least " + SECRET_BYTES + " bytes");
    }
    this.secret = secret.clone();
  }

  String of(DatabaseRole role) {
    byte[] info = ("groundwork/database-role/v1/" + role.roleName()).getBytes(StandardCharsets.US_ASCII);
    try {
      var parameters = HKDFParameterSpec.ofExtract().addIKM(secret).thenExpand(info, PASSWORD_BYTES);
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(KDF.getInstance("HKDF-SHA256").deriveData(parameters));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java 25 has HKDF-SHA256", e);
    }
  }
}
