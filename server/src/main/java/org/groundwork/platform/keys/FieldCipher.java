// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;

/**
 * Seals single values of rows under one purpose's key of the row's local, with AES-256-GCM.
 *
 * <p>Guarantees: without the key a sealed value shows its place, its key's id and its length's bucket, nothing else;
 * a changed value, or one moved to another row, column, table or local, does not open. Not prevented: putting back an
 * older value of the same place. Two seals of one value differ. Safe for 2^32 seals per key; rotate well before.
 */
public final class FieldCipher {

  /** The most bytes a value may have: 16 MiB. */
  public static final int LARGEST = 16 << 20;

  /** One byte of format, four of key id, twelve of nonce, sixteen of tag. */
  private static final int OVERHEAD = 33;
  private static final byte FORMAT = 1;

  private record Ready(KeysetHandle keys, Aead aead) {}

  private final KeyStore store;
  private final Purpose purpose;
  private final Map<UUID, Ready> byLocal = new ConcurrentHashMap<>();

  /** @throws IllegalArgumentException if the purpose does not seal */
  public FieldCipher(KeyStore store, Purpose purpose) {
    if (purpose.use() != Purpose.Use.SEAL)
      throw new IllegalArgumentException(purpose.name() + " does not seal");
    this.store = store;
    this.purpose = purpose;
  }

  /** Seals text as UTF-8. The local's key is made at first use. */
  public byte[] seal(FieldRef ref, String plain) {
    return seal(ref, plain.getBytes(UTF_8));
  }

  /**
   * Seals bytes. The local's key is made at first use.
   *
   * @throws IllegalArgumentException above {@link #LARGEST}
   * @throws KeyRefusal if the key was destroyed or the store refuses
   */
  public byte[] seal(FieldRef ref, byte[] plain) {
    if (plain.length > LARGEST)
      throw new IllegalArgumentException(ref.table() + "." + ref.column() + " has more than " + LARGEST + " bytes");
    try {
      return ready(ref.localId(), store.keyset(ref.localId(), purpose)).aead()
          .encrypt(Padding.pad(plain), ref.associatedData());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot seal " + ref.table() + "." + ref.column(), e);
    }
  }

  /**
   * Opens what {@link #seal} made for the same place.
   *
   * @throws SealedFieldException if it does not open
   * @throws KeyRefusal if the purpose has no key, or it was destroyed
   */
  public byte[] open(FieldRef ref, byte[] sealed) {
    requireForm(ref, sealed);
    KeysetHandle keys = store.existing(ref.localId(), purpose);
    byte[] padded;
    try {
      padded = ready(ref.localId(), keys).aead().decrypt(sealed, ref.associatedData());
    } catch (GeneralSecurityException e) {
      throw new SealedFieldException(ref, Envelope.ids(keys).knows(keyId(sealed))
          ? SealedFieldException.Cause.NOT_AUTHENTIC
          : SealedFieldException.Cause.KEY_UNKNOWN);
    }
    return Padding.unpad(padded)
        .orElseThrow(() -> new SealedFieldException(ref, SealedFieldException.Cause.MALFORMED));
  }

  /** {@link #open} for a value that was sealed as text. */
  public String openText(FieldRef ref, byte[] sealed) {
    return new String(open(ref, sealed), UTF_8);
  }

  /** True if the value is sealed with an older key than the primary. */
  public boolean isOutdated(FieldRef ref, byte[] sealed) {
    requireForm(ref, sealed);
    return store.existing(ref.localId(), purpose).getPrimary().getId() != keyId(sealed);
  }

  /** The same value sealed anew with the primary key. */
  public byte[] reseal(FieldRef ref, byte[] sealed) {
    return seal(ref, open(ref, sealed));
  }

  /**
   * The id of the key that sealed the value: bytes 2 to 5, most significant first.
   *
   * @throws IllegalArgumentException if it has not the form of a sealed value
   */
  public static int keyIdOf(byte[] sealed) {
    if (!hasForm(sealed))
      throw new IllegalArgumentException("not a sealed value");
    return keyId(sealed);
  }

  private Ready ready(UUID local, KeysetHandle keys) {
    Ready known = byLocal.get(local);
    if (known != null && known.keys() == keys)
      return known;
    var fresh = new Ready(keys, Envelope.aead(keys));
    byLocal.put(local, fresh);
    return fresh;
  }

  private static void requireForm(FieldRef ref, byte[] sealed) {
    if (!hasForm(sealed))
      throw new SealedFieldException(ref, SealedFieldException.Cause.MALFORMED);
  }

  private static boolean hasForm(byte[] sealed) {
    return sealed.length >= OVERHEAD + 32 && sealed.length <= OVERHEAD + Padding.bucket(LARGEST + 4)
        && sealed[0] == FORMAT;
  }

  private static int keyId(byte[] sealed) { return ByteBuffer.wrap(sealed).getInt(1); }
}
