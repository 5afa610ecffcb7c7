// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody asks to join.
 *
 * @param supporter whether they want to pay and help without a say on a site's steps
 * @param place where they live, work or study, in their own words
 * @param conflicts what stands between them and the others; then an organiser talks to them first
 */
public record Application(UUID id, boolean supporter, String name, Optional<String> phone, Optional<String> mail,
    String place, Set<Conflict> conflicts, Instant at) {

  public Application { conflicts = Set.copyOf(conflicts); }

  /** What somebody does for the other side. */
  public enum Conflict {
    HIRES, FIRES, MANAGES, LETS;

    /** The name used in forms and message keys. */
    public String key() { return name().toLowerCase(Locale.ROOT); }
  }

  /** How a set of conflicts is kept, and read again. */
  static String written(Set<Conflict> conflicts) {
    return conflicts.stream().sorted().map(Conflict::key).collect(java.util.stream.Collectors.joining(","));
  }

  static Set<Conflict> conflicts(String written) {
    var read = EnumSet.noneOf(Conflict.class);
    for (Conflict conflict : Conflict.values()) {
      if (Set.of(written.split(",", -1)).contains(conflict.key())) {
        read.add(conflict);
      }
    }
    return read;
  }
}
