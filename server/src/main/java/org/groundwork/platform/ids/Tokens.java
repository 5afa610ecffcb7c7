// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.ids;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * Unguessable tokens: shown once to the person they are for, stored only as a hash. Machine tokens are base64url;
 * tokens a person copies by hand use Crockford's base 32, which has no letters that look alike.
 */
public final class Tokens {
  private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private final RandomGenerator random;

  public Tokens(RandomGenerator random) { this.random = random; }

  /** 256 random bits for a link or a cookie, 43 characters of base64url. */
  public String secret() {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** A short random handle for a URL, lower case, {@code length} characters of 5 bits each. */
  public String handle(int length) {
    return written(length).toLowerCase(Locale.ROOT);
  }

  /** A code a person writes down, {@code length} characters of 5 bits each, without separators. */
  public String written(int length) {
    var text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(CROCKFORD.charAt(random.nextInt(32)));
    }
    return text.toString();
  }

  /** What a person typed from paper, as it was printed: separators dropped, O read as 0, I and L as 1. */
  public static String asPrinted(String typed) {
    var text = new StringBuilder();
    for (char c : typed.toUpperCase(Locale.ROOT).toCharArray()) {
      char read = switch (c) {
        case 'O' -> '0';
        case 'I', 'L' -> '1';
        default -> c;
      };
      if (CROCKFORD.indexOf(read) >= 0) {
        text.append(read);
      }
    }
    return text.toString();
  }

  /** SHA-256 of a token, what is stored. Enough without salt or stretching because tokens carry full entropy. */
  public static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
