// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.role;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.groundwork.ballot.Randomness;
import org.groundwork.ballot.Secret;
import org.groundwork.ballot.SecretAccess;
import org.groundwork.ballot.internal.group.Group;
import org.groundwork.ballot.internal.group.Sha256;

/**
 * What a voter votes with (section <em>Credentials</em>). The specification has two forms, which cannot be mistaken for one
 * another: fifteen characters until 2.0, of which the last is a checksum, and twenty-two from 2.1 on.
 */
public final class Credential {
  private static final int OLD_RANDOM = 14;
  private static final int OLD = OLD_RANDOM + 1;
  private static final int NEW = 22;
  private static final int CHECK = 53;
  private static final int ITERATIONS = 1_000;
  private static final BigInteger BASE = BigInteger.valueOf(Base58.ALPHABET.length());

  private Credential() {}

  /** The two forms. */
  public enum Form {
    /** XXX-XXX-XXX-XXX-XXX, which the tool of Belenios 2.0 takes. */
    FIFTEEN,
    /** XXXXX-XXXXXX-XXXXX-XXXXXX. */
    TWENTY_TWO
  }

  /** A new one, each as likely. */
  public static Secret generate(Form form, Randomness randomness) {
    String text = switch (form) {
      case FIFTEEN -> {
        String random = Base58.random(OLD_RANDOM, randomness);
        yield grouped(random + checksum(random), 3, 3, 3, 3, 3);
      }
      case TWENTY_TWO -> grouped(Base58.random(NEW, randomness), 5, 6, 5, 6);
    };
    return Secret.of(text, SecretAccess.granted());
  }

  private static String grouped(String text, int... lengths) {
    var grouped = new StringBuilder();
    int at = 0;
    for (int length : lengths) {
      grouped.append(at == 0 ? "" : "-").append(text, at, at + length);
      at += length;
    }
    return grouped.toString();
  }

  private static char checksum(String random) {
    BigInteger number = BigInteger.ZERO;
    for (int i = 0; i < random.length(); i++) {
      number = number.multiply(BASE).add(BigInteger.valueOf(Base58.ALPHABET.indexOf(random.charAt(i))));
    }
    return Base58.ALPHABET.charAt(CHECK - number.mod(BigInteger.valueOf(CHECK)).intValue());
  }

  /** The form of a credential as somebody typed it; empty for anything else, as with a wrong letter. */
  public static Optional<Form> form(String typed) {
    String text = typed.replace("-", "");
    if (!Base58.all(text)) {
      return Optional.empty();
    }
    if (text.length() == OLD) {
      return Optional.of(Form.FIFTEEN)
          .filter(_ -> checksum(text.substring(0, OLD_RANDOM)) == text.charAt(OLD_RANDOM));
    }
    return text.length() == NEW && typed.equals(grouped(text, 5, 6, 5, 6))
        ? Optional.of(Form.TWENTY_TWO)
        : Optional.empty();
  }

  /**
   * The secret exponent that follows from a credential for one election: <em>secret</em>(c).
   *
   * @throws IllegalArgumentException if it is no credential
   */
  public static BigInteger exponent(Group group, String uuid, Secret credential) {
    String typed = credential.text(SecretAccess.granted());
    return switch (form(typed).orElseThrow(() -> new IllegalArgumentException("no credential"))) {
      case FIFTEEN -> stretched(typed.replace("-", ""), uuid).mod(group.q());
      case TWENTY_TWO -> hashed(typed, uuid).mod(group.q());
    };
  }

  private static BigInteger hashed(String credential, String uuid) {
    var hex = new StringBuilder();
    for (int i = 0; i < 2; i++) {
      String text = "derive_credential|" + uuid + "|" + i + "|" + credential;
      hex.append(HexFormat.of().formatHex(Sha256.of(text.getBytes(StandardCharsets.US_ASCII))));
    }
    return new BigInteger(hex.toString(), 16);
  }

  private static BigInteger stretched(String credential, String uuid) {
    byte[] password = credential.getBytes(StandardCharsets.US_ASCII);
    byte[] bytes = Pbkdf2.first(password, uuid.getBytes(StandardCharsets.US_ASCII), ITERATIONS);
    var number = new BigInteger(1, bytes);
    Arrays.fill(password, (byte) 0);
    Arrays.fill(bytes, (byte) 0);
    return number;
  }
}
