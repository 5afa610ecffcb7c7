// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.jobs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The kinds of job that modules contribute, asked for at first use, because a kind may itself need {@link Jobs}. */
final class JobKinds {
  private final Supplier<Map<String, JobKind<?>>> kinds;

  JobKinds(Supplier<List<JobKind<?>>> contributed) { kinds = new Once(contributed); }

  Optional<JobKind<?>> named(String name) { return Optional.ofNullable(kinds.get().get(name)); }

  private static final class Once implements Supplier<Map<String, JobKind<?>>> {
    private final Supplier<List<JobKind<?>>> contributed;
    private Map<String, JobKind<?>> found = Map.of();

    Once(Supplier<List<JobKind<?>>> contributed) { this.contributed = contributed; }

    @Override
    public synchronized Map<String, JobKind<?>> get() {
      if (found.isEmpty()) {
        found = byName(contributed.get());
      }
      return found;
    }
  }

  private static Map<String, JobKind<?>> byName(List<JobKind<?>> contributed) {
    var byName = new TreeMap<String, JobKind<?>>();
    for (JobKind<?> kind : contributed) {
      if (byName.put(kind.name(), kind) != null) {
        throw new IllegalStateException("two kinds of job are called " + kind.name());
      }
    }
    return byName;
  }
}
