// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.keys;

import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.prf.Prf;
import com.google.crypto.tink.prf.PrfSet;

/** The keyed hash functions of one purpose, per local. */
final class IndexKeys {

  private record Ready(KeysetHandle keys, PrfSet prfs, List<Integer> idsPrimaryFirst) {}

  private final KeyStore store;
  private final Purpose purpose;
  private final Map<UUID, Ready> byLocal = new ConcurrentHashMap<>();

  IndexKeys(KeyStore store, Purpose purpose) {
    if (purpose.use() != Purpose.Use.INDEX)
      throw new IllegalArgumentException(purpose.name() + " does not index");
    this.store = store;
    this.purpose = purpose;
  }

  PrfSet of(UUID local) { return ready(local).prfs(); }

  List<Integer> idsPrimaryFirst(UUID local) { return ready(local).idsPrimaryFirst(); }

  static Prf prf(PrfSet prfs, int id) throws GeneralSecurityException {
    return Objects.requireNonNull(prfs.getPrfs().get(id));
  }

  private Ready ready(UUID local) {
    KeysetHandle keys = store.keyset(local, purpose);
    Ready known = byLocal.get(local);
    if (known != null && known.keys() == keys)
      return known;
    KeyIds ids = Envelope.ids(keys);
    List<Integer> order = new ArrayList<>(List.of(ids.primary()));
    order.addAll(ids.older());
    var fresh = new Ready(keys, Envelope.prfs(keys), List.copyOf(order));
    byLocal.put(local, fresh);
    return fresh;
  }
}
