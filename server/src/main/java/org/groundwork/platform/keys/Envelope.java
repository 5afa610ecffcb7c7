// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.IntPredicate;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;

/**
 * Makes key sets and encrypts one under another. The label is the associated data: a key set in another's place does
 * not open.
 */
final class Envelope {

  static {
    try {
      AeadConfig.register();
      PrfConfig.register();
    } catch (GeneralSecurityException e) {
      throw unavailable(e);
    }
  }

  private Envelope() {}

  static String localLabel(UUID local) { return "groundwork-keys/1/local/" + local; }

  static String purposeLabel(UUID local, Purpose purpose) {
    return "groundwork-keys/1/purpose/" + local + "/" + purpose.path();
  }

  static KeysetHandle generate(Purpose.Use use) {
    try {
      return KeysetHandle.generateNew(parameters(use));
    } catch (GeneralSecurityException e) {
      throw unavailable(e);
    }
  }

  /** The same keys with a new one that is primary. */
  static KeysetHandle withNewPrimary(KeysetHandle keys, Purpose.Use use) {
    try {
      var entry = KeysetHandle.generateEntryFromParameters(parameters(use)).withRandomId().makePrimary();
      return KeysetHandle.newBuilder(keys).addEntry(entry).build();
    } catch (GeneralSecurityException e) {
      throw unavailable(e);
    }
  }

  /** The primary and those of the others that are wanted. */
  static KeysetHandle keep(KeysetHandle keys, IntPredicate wanted) {
    var builder = KeysetHandle.newBuilder();
    for (int i = 0; i < keys.size(); i++) {
      var entry = keys.getAt(i);
      if (!entry.isPrimary() && !wanted.test(entry.getId()))
        continue;
      var copy = KeysetHandle.importKey(entry.getKey()).withFixedId(entry.getId());
      builder.addEntry(entry.isPrimary() ? copy.makePrimary() : copy);
    }
    try {
      return builder.build();
    } catch (GeneralSecurityException e) {
      throw unavailable(e);
    }
  }

  static KeyIds ids(KeysetHandle keys) {
    int primary = keys.getPrimary().getId();
    SortedSet<Integer> older = new TreeSet<>();
    for (int i = 0; i < keys.size(); i++)
      if (keys.getAt(i).getId() != primary)
        older.add(keys.getAt(i).getId());
    return new KeyIds(primary, older);
  }

  static Aead aead(KeysetHandle keys) {
    try {
      return keys.getPrimitive(RegistryConfiguration.get(), Aead.class);
    } catch (GeneralSecurityException e) {
      throw unavailable(e);
    }
  }

  static PrfSet prfs(KeysetHandle keys) {
    try {
      return keys.getPrimitive(RegistryConfiguration.get(), PrfSet.class);
    } catch (GeneralSecurityException e) {
      throw unavailable(e);
    }
  }

  static byte[] wrap(KeysetHandle keys, Aead parent, String label) {
    try {
      return TinkProtoKeysetFormat.serializeEncryptedKeyset(keys, parent, label.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw unavailable(e);
    }
  }

  /** @throws GeneralSecurityException if the parent or the label is another, or a byte was changed */
  static KeysetHandle unwrap(byte[] wrapped, Aead parent, String label) throws GeneralSecurityException {
    return TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped, parent, label.getBytes(UTF_8));
  }

  private static Parameters parameters(Purpose.Use use) {
    return switch (use) {
      case SEAL -> PredefinedAeadParameters.AES256_GCM;
      case INDEX -> PredefinedPrfParameters.HMAC_SHA256_PRF;
    };
  }

  /** Tink's own message names algorithms and never keys. */
  private static IllegalStateException unavailable(GeneralSecurityException e) {
    return new IllegalStateException("the Java platform lacks AES-256-GCM or HMAC-SHA-256, or refused a key set", e);
  }
}
