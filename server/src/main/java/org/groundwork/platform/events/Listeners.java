// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.events;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The listeners that modules contribute, asked for at first use, because a listener may itself publish. */
final class Listeners {
  private final Supplier<List<Listener<?>>> contributed;
  private volatile Optional<Map<String, Listener<?>>> found = Optional.empty();

  Listeners(Supplier<List<Listener<?>>> contributed) { this.contributed = contributed; }

  Optional<Listener<?>> named(String name) { return Optional.ofNullable(all().get(name)); }

  Set<String> names() { return all().keySet(); }

  /** The names of those who hear events of this class. */
  List<String> of(Class<? extends DomainEvent> event) {
    return all().values().stream().filter(l -> l.event().equals(event)).map(Listener::name).toList();
  }

  private Map<String, Listener<?>> all() {
    if (found.isEmpty()) {
      found = Optional.of(byName(contributed.get()));
    }
    return found.get();
  }

  private static Map<String, Listener<?>> byName(List<Listener<?>> listeners) {
    var byName = new TreeMap<String, Listener<?>>();
    for (Listener<?> listener : listeners) {
      EventForm.nameOf(listener.event());
      if (byName.put(listener.name(), listener) != null) {
        throw new IllegalStateException("two listeners are called " + listener.name());
      }
    }
    return byName;
  }
}
