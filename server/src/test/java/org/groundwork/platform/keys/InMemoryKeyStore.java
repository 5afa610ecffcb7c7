// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.keys;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import com.google.crypto.tink.KeysetHandle;

/** Keys that live as long as the test. Keeps the rules of {@link KeyStore}; there is no root to rotate. */
public final class InMemoryKeyStore implements KeyStore {

  private record Place(UUID local, Purpose purpose) {}

  private final Map<Place, KeysetHandle> keys = new ConcurrentHashMap<>();
  private final Set<Place> destroyed = ConcurrentHashMap.newKeySet();

  @Override
  public KeysetHandle keyset(UUID local, Purpose purpose) {
    refuseDestroyed(local, purpose);
    return keys.computeIfAbsent(new Place(local, purpose), _ -> Envelope.generate(purpose.use()));
  }

  @Override
  public KeysetHandle existing(UUID local, Purpose purpose) {
    refuseDestroyed(local, purpose);
    return Optional.ofNullable(keys.get(new Place(local, purpose)))
        .orElseThrow(() -> new KeyRefusal(new KeyRefusal.Missing(local, purpose)));
  }

  @Override
  public KeyIds keyIds(UUID local, Purpose purpose) { return Envelope.ids(existing(local, purpose)); }

  @Override
  public int rotate(UUID local, Purpose purpose) {
    KeysetHandle more = Envelope.withNewPrimary(existing(local, purpose), purpose.use());
    keys.put(new Place(local, purpose), more);
    return more.getPrimary().getId();
  }

  @Override
  public Set<Integer> retire(UUID local, Purpose purpose, Set<Integer> stillUsed) {
    KeyIds ids = keyIds(local, purpose);
    Set<Integer> unknown = new HashSet<>(stillUsed);
    unknown.removeIf(ids::knows);
    if (!unknown.isEmpty())
      throw new KeyRefusal(new KeyRefusal.UnknownIds(local, purpose, unknown));
    Set<Integer> retired = new TreeSet<>(ids.older());
    retired.removeAll(stillUsed);
    keys.put(new Place(local, purpose), Envelope.keep(existing(local, purpose), stillUsed::contains));
    return retired;
  }

  @Override
  public void destroy(UUID local, Purpose purpose) {
    if (!purpose.isDestroyable())
      throw new KeyRefusal(new KeyRefusal.NotDestroyable(purpose));
    destroyed.add(new Place(local, purpose));
    keys.remove(new Place(local, purpose));
  }

  @Override
  public int rotateRoot() { throw new UnsupportedOperationException("there is no root key in memory"); }

  @Override
  public Set<UUID> locals() {
    Set<UUID> locals = new TreeSet<>();
    keys.keySet().forEach(place -> locals.add(place.local()));
    return locals;
  }

  private void refuseDestroyed(UUID local, Purpose purpose) {
    if (destroyed.contains(new Place(local, purpose)))
      throw new KeyRefusal(new KeyRefusal.Destroyed(local, purpose));
  }
}
