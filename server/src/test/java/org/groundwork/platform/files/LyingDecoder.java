// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.files;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * A decoder taken over by its picture. The picture's last byte says what it does: {@code m} answers with markup,
 * {@code w} tries to write a file and answers with the picture if it could, {@code v}
 * with the picture if it sees anything of the server's environment, {@code n}
 * not at all, {@code a} with the picture, {@code c} ends with an unknown code.
 */
final class LyingDecoder {

  /** What we set, and what a shell sets for itself. */
  private static final Set<String> OWN = Set.of("MALLOC_ARENA_MAX", "PWD", "OLDPWD", "SHLVL", "_");

  private LyingDecoder() {}

  public static void main(String[] args) throws IOException {
    byte[] picture = System.in.readAllBytes();
    byte[] answer = switch (picture[picture.length - 1]) {
      case 'm' -> "\0\0\0\1\0\0\0\1<script>alert(1)</script>".getBytes(US_ASCII);
      case 'a' -> accepted(picture);
      case 'w' -> written(picture);
      case 'v' -> OWN.containsAll(System.getenv().keySet()) ? new byte[0] : accepted(picture);
      default -> new byte[0];
    };
    System.out.write(answer);
    System.out.flush();
    Runtime.getRuntime().halt(picture[picture.length - 1] == 'c' ? 77 : 0);
  }

  private static byte[] written(byte[] picture) {
    try {
      Files.write(Path.of("planted"), picture);
      return Pictures.joined(new byte[]{0, 0, 0, 1, 0, 0, 0, 1}, picture);
    } catch (IOException e) {
      return new byte[0];
    }
  }

  private static byte[] accepted(byte[] picture) {
    return Pictures.joined(new byte[]{0, 0, 0, 1, 0, 0, 0, 1}, picture);
  }
}
