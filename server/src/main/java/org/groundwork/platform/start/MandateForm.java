// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.start;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.groundwork.platform.access.PeopleDirectory;
import org.groundwork.platform.access.Reach;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.web.FormErrors;
import org.jspecify.annotations.Nullable;

/** A mandate to be given, as typed. */
public record MandateForm(@Nullable String person, @Nullable String role, @Nullable String reach,
    @Nullable List<String> site, @Nullable String until) {
  private static final int LONGEST_YEARS = 2;

  /** What the form came to. */
  record Given(UUID person, Role role, Reach reach, Instant until) {}

  /** Nothing chosen yet; a year is proposed, so that every mandate is looked at again. */
  static MandateForm blank(String person, LocalDate today) {
    return new MandateForm(person, "", "", List.of(), today.plusYears(1).toString());
  }

  /** Whether a site is ticked, for the form shown again. */
  public boolean ticked(UUID id) {
    return site != null && site.contains(id.toString());
  }

  Optional<Given> read(FormErrors errors, Map<UUID, PeopleDirectory.Entry> people, Map<UUID, String> sites,
      LocalDate today, ZoneId zone) {
    var who = people.values().stream().filter(entry -> entry.person().toString().equals(person)).findFirst();
    if (who.isEmpty()) {
      errors.refuse("person", "mandates.person.missing");
    } else if (who.get().bossSide()) {
      errors.refuse("person", "mandates.person.boss");
    }
    var given = Arrays.stream(Role.values()).filter(known -> known.key().equals(role)).findFirst();
    if (given.isEmpty()) {
      errors.refuse("role", "mandates.role.missing");
    }
    var where = reach(errors, sites);
    var end = end(errors, today, zone);
    if (errors.any()) {
      return Optional.empty();
    }
    return Optional.of(new Given(who.orElseThrow().person(), given.orElseThrow(), where, end));
  }

  private Reach reach(FormErrors errors, Map<UUID, String> sites) {
    if ("whole".equals(reach)) {
      return new Reach.WholeLocal();
    }
    Set<UUID> named = new HashSet<>(sites.keySet());
    named.removeIf(id -> !ticked(id));
    if (named.isEmpty()) {
      errors.refuse("reach", "mandates.reach.missing");
    }
    return new Reach.Sites(named);
  }

  /** The end of the last day, in the local's time zone. */
  private Instant end(FormErrors errors, LocalDate today, ZoneId zone) {
    try {
      var last = LocalDate.parse(errors.required("until", until, 10));
      if (last.isBefore(today) || last.isAfter(today.plusYears(LONGEST_YEARS))) {
        errors.refuse("until", "mandates.until.range");
      }
      return last.plusDays(1).atStartOfDay(zone).toInstant();
    } catch (DateTimeParseException e) {
      errors.refuse("until", "mandates.until.form");
      return Instant.EPOCH;
    }
  }
}
