// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What is stored in place of a PIN: its HMAC-SHA-256 under the device's secret. The secret has 256 bits and is stored
 * only as a hash, so the few thousand PINs cannot be tried against a copy of the database.
 */
final class PinVerifier {
  private PinVerifier() {}

  static byte[] of(String deviceSecret, String pin) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(deviceSecret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return mac.doFinal(pin.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA-256", e);
    }
  }

  static boolean matches(String deviceSecret, String pin, byte[] verifier) {
    return MessageDigest.isEqual(of(deviceSecret, pin), verifier);
  }
}
