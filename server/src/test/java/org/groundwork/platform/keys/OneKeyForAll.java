// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.keys;

import java.util.Set;
import java.util.UUID;

import com.google.crypto.tink.KeysetHandle;

/** A store gone wrong: one key for every local. Shows that the associated data binds the local by itself. */
final class OneKeyForAll implements KeyStore {

  private final KeysetHandle key;

  OneKeyForAll(KeysetHandle key) { this.key = key; }

  @Override
  public KeysetHandle keyset(UUID local, Purpose purpose) { return key; }

  @Override
  public KeysetHandle existing(UUID local, Purpose purpose) { return key; }

  @Override
  public KeyIds keyIds(UUID local, Purpose purpose) { return Envelope.ids(key); }

  @Override
  public int rotate(UUID local, Purpose purpose) { throw new UnsupportedOperationException(); }

  @Override
  public Set<Integer> retire(UUID local, Purpose purpose, Set<Integer> stillUsed) { return Set.of(); }

  @Override
  public void destroy(UUID local, Purpose purpose) { throw new UnsupportedOperationException(); }

  @Override
  public int rotateRoot() { throw new UnsupportedOperationException(); }

  @Override
  public Set<UUID> locals() { return Set.of(); }
}
