// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import com.google.crypto.tink.prf.PrfSet;

/**
 * Keyed hashes for exact look-up of sealed values: an e-mail address or telephone number, normalised by the caller.
 *
 * <p>Guarantees: without the key a hash tells nothing but whether two rows of one local and field hold the same value.
 * HMAC-SHA-256, cut to 16 bytes; hashes of different locals or fields are unrelated.
 */
public final class BlindIndex {

  /** How many bytes a hash has. */
  public static final int BYTES = 16;

  /** The most characters a value may have. */
  public static final int LONGEST = 1_000;

  private final IndexKeys keys;

  /** @throws IllegalArgumentException if the purpose does not index */
  public BlindIndex(KeyStore store, Purpose purpose) {
    this.keys = new IndexKeys(store, purpose);
  }

  /**
   * The hash to store.
   *
   * @param field what kind of value, for instance {@code email}: the same field finds the same value
   * @param normalised the value in the one spelling that the caller chose
   * @throws IllegalArgumentException above {@link #LONGEST} characters
   */
  public byte[] of(UUID localId, String field, String normalised) {
    PrfSet prfs = keys.of(localId);
    return compute(prfs, prfs.getPrimaryId(), input(field, normalised));
  }

  /**
   * The hashes to look for: first that of the primary key, then those of older keys, which rows keep until they are
   * indexed anew after a rotation. Usually one.
   */
  public List<byte[]> candidates(UUID localId, String field, String normalised) {
    PrfSet prfs = keys.of(localId);
    byte[] input = input(field, normalised);
    List<byte[]> hashes = new ArrayList<>();
    for (int id : keys.idsPrimaryFirst(localId))
      hashes.add(compute(prfs, id, input));
    return hashes;
  }

  private static byte[] compute(PrfSet prfs, int id, byte[] input) {
    try {
      return IndexKeys.prf(prfs, id).compute(input, BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a keyed hash failed", e);
    }
  }

  private static byte[] input(String field, String normalised) {
    if (normalised.length() > LONGEST)
      throw new IllegalArgumentException("a value for look-up has more than " + LONGEST + " characters");
    if (field.isEmpty() || field.indexOf('\0') >= 0)
      throw new IllegalArgumentException("a field has a name");
    return ("groundwork-blind-index/1\0" + field + "\0" + normalised).getBytes(UTF_8);
  }
}
