// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** The hashes of {@code docs/SPEC-audit.md}, one method for each. */
final class Chain {
  private static final String ENTRY = "groundwork-audit-entry/1";
  private static final String GENESIS = "groundwork-audit-genesis/1";
  private static final String LINK = "groundwork-audit-link/1";

  private Chain() {}

  /** What a link binds of an entry. */
  record Sealed(UUID entry, Instant at, byte[] commitment) {}

  /** Commitment to a payload, section 2. */
  static byte[] commitment(byte[] salt, byte[] payload) {
    return hash(ENTRY, salt, payload);
  }

  /** Link 0 of a local's chain, section 3. */
  static byte[] genesis(UUID local) { return hash(GENESIS, bytes(local)); }

  /** Link number {@code seq}, from 1, section 3. */
  static byte[] link(UUID local, byte[] previous, long seq, Sealed sealed) {
    return hash(LINK, bytes(local), previous, bytes(seq), bytes(sealed.entry()), bytes(micros(sealed.at())),
        sealed.commitment());
  }

  /** Whole microseconds since 1970, the precision of the database. */
  static long micros(Instant at) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, at);
  }

  /** SHA-256 over the label and the fields, each after its length as four bytes, most significant first. */
  private static byte[] hash(String label, byte[]... fields) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      add(digest, label.getBytes(StandardCharsets.US_ASCII));
      for (byte[] field : fields) {
        add(digest, field);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static void add(MessageDigest digest, byte[] field) {
    digest.update(ByteBuffer.allocate(4).putInt(field.length).array());
    digest.update(field);
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(16).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits()).array();
  }

  private static byte[] bytes(long number) { return ByteBuffer.allocate(8).putLong(number).array(); }
}
