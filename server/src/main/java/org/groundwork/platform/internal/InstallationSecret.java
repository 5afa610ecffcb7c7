// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * 32 random bytes of this installation, kept beside the keys and outside the database, from which the passwords of the
 * database's roles are derived. Every node of an installation has the same.
 */
public final class InstallationSecret {
  private static final int BYTES = 32;
  private final byte[] secret;

  private InstallationSecret(byte[] secret) { this.secret = secret; }

  /** Reads the secret from {@code file}, or makes it at the very first start. */
  public static InstallationSecret at(Path file, SecureRandom random) {
    try {
      if (!Files.exists(file)) {
        create(file, random);
      }
      byte[] bytes = Files.readAllBytes(file);
      if (bytes.length != BYTES) {
        throw new IllegalStateException(file + " does not hold " + BYTES + " bytes; restore it from its own backup");
      }
      return new InstallationSecret(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void create(Path file, SecureRandom random) throws IOException {
    var own = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    Path keys = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file has a folder");
    Files.createDirectories(keys.resolveSibling("")); // passable, for the database's own user enters it
    if (!Files.exists(keys)) {
      Files.createDirectory(keys, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    Path fresh = Files.createTempFile(keys, "secret", ".new", own);
    Files.write(fresh, bytes);
    try {
      Files.createLink(file, fresh); // fails if another start was first: its secret holds
    } catch (FileAlreadyExistsException e) {
      Files.deleteIfExists(fresh);
      return;
    }
    Files.deleteIfExists(fresh);
  }

  /** Bytes for one purpose, from which nothing about those of another can be learned (HMAC-SHA-256). */
  public byte[] derive(String purpose) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA-256", e);
    }
  }
}
