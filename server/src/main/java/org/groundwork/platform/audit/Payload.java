// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.audit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.groundwork.platform.access.SubjectRef;

/**
 * What an entry says.
 *
 * @param by the person who acted; absent for work without a caller
 * @param detail criteria or counts
 */
record Payload(String action, SubjectRef subject, Optional<UUID> by, String detail) {
  static final int SALT = 32;

  /** As the commitment binds it: five lines, the last of which may hold more. */
  byte[] bytes() {
    return String.join("\n", action, subject.kind(), subject.id().toString(), by.map(UUID::toString).orElse(""), detail)
        .getBytes(StandardCharsets.UTF_8);
  }

  static Payload parse(byte[] bytes) {
    String[] lines = new String(bytes, StandardCharsets.UTF_8).split("\n", 5);
    return new Payload(lines[0], new SubjectRef(lines[1], UUID.fromString(lines[2])),
        lines[3].isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(lines[3])), lines[4]);
  }

  /** A payload with the salt before it, as it is encrypted; the salt is as secret as the payload, or it could be tried. */
  record Salted(byte[] salt, byte[] payload) {

    static Salted fresh(byte[] payload, RandomGenerator random) {
      byte[] salt = new byte[SALT];
      random.nextBytes(salt);
      return new Salted(salt, payload);
    }

    static Salted parse(byte[] opened) {
      return new Salted(Arrays.copyOf(opened, SALT), Arrays.copyOfRange(opened, SALT, opened.length));
    }

    byte[] bytes() {
      byte[] all = Arrays.copyOf(salt, SALT + payload.length);
      System.arraycopy(payload, 0, all, SALT, payload.length);
      return all;
    }

    byte[] commitment() { return Chain.commitment(salt, payload); }
  }
}
