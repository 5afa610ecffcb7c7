// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.keys;

import java.util.Set;
import java.util.UUID;

import com.google.crypto.tink.KeysetHandle;

/**
 * Holds each local's keys, outside the database and outside its backup. The root key encrypts one key per local, a
 * local's key encrypts one key set per purpose, and a purpose's keys encrypt or hash data.
 *
 * <p>Handles are opaque: no method gives key bytes. All methods may be called from any thread. Every method may throw
 * {@link KeyRefusal} with a reason, and {@link java.io.UncheckedIOException} when the medium fails.
 */
public interface KeyStore {

  /**
   * The keys of a purpose, made at first use. Use this to seal.
   *
   * @return the same instance until the keys change
   */
  KeysetHandle keyset(UUID local, Purpose purpose);

  /** The keys of a purpose, never made: a missing one is {@link KeyRefusal.Missing}. Use this to open. */
  KeysetHandle existing(UUID local, Purpose purpose);

  /** The ids of a purpose's keys: rows are still sealed with any of them. */
  KeyIds keyIds(UUID local, Purpose purpose);

  /**
   * Adds a key and makes it primary. The former ones still open.
   *
   * @return the id of the new key
   */
  int rotate(UUID local, Purpose purpose);

  /**
   * Removes older keys that no row needs. The primary stays.
   *
   * @param stillUsed the ids found in the headers of all rows of the purpose
   * @return the ids removed
   * @throws KeyRefusal with {@link KeyRefusal.UnknownIds} if a row names a key that the store does not have: then
   *     nothing is removed
   */
  Set<Integer> retire(UUID local, Purpose purpose, Set<Integer> stillUsed);

  /**
   * Destroys the keys of a destroyable purpose: whatever was sealed with them is lost, and the purpose never gets a key
   * again. Doing it twice is harmless.
   */
  void destroy(UUID local, Purpose purpose);

  /**
   * Makes a new root key, encrypts every local's key anew under it and drops the old root key. Continues where a crash
   * interrupted it.
   *
   * @return how many locals' keys were encrypted anew
   */
  int rotateRoot();

  /**
   * The locals that have keys. At start it must hold every local with sealed rows, or a part of the key directory is
   * missing.
   */
  Set<UUID> locals();
}
