// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.groundwork.linkage.Names;

/** Tells from two rows of one site whether it was sold in between, and until when the former owner held it. */
final class OwnerChange {
  private OwnerChange() {}

  /**
   * What one row of a register says of who owns a site.
   *
   * @param since first day the row holds for
   * @param until last day the row holds for
   */
  record Held(List<SiteParties.Named> owners, Optional<LocalDate> since, Optional<LocalDate> until) {
    Held { owners = List.copyOf(owners); }

    /** Without companies that stand at the sites of several networks: they serve owners and are none. */
    Held withoutServants(Predicate<UUID> serves) {
      return new Held(owners.stream().filter(owner -> owner.person() || !serves.test(owner.id())).toList(), since,
          until);
    }
  }

  /**
   * Whether nobody of the one owner's side is on the other's. One person or company in common is the same owner behind
   * another shell; a row that names nobody tells nothing.
   */
  static boolean between(Held before, Held after) {
    return !before.owners().isEmpty() && !after.owners().isEmpty()
        && before.owners().stream().noneMatch(b -> after.owners().stream().anyMatch(a -> same(b, a)));
  }

  static boolean same(SiteParties.Named one, SiteParties.Named other) {
    if (one.person() != other.person()) {
      return false;
    }
    return one.id().equals(other.id()) || (one.person()
        ? Names.similarPersons(Names.person(one.name()), Names.person(other.name()))
        : Names.similarCompanies(Names.company(one.name()), Names.company(other.name())));
  }

  /**
   * The last day the former owner held the site, by the register's own dates: the day before the new row's first, or
   * else the former row's last. Empty if neither is a day that can be.
   */
  static Optional<LocalDate> heldUntil(Held before, Held after, LocalDate today) {
    var first = after.since()
        .filter(day -> !day.isAfter(today) && before.since().map(day::isAfter).orElse(true))
        .map(day -> day.minusDays(1));
    return first.or(() -> before.until()
        .filter(day -> day.isBefore(today) && before.since().map(since -> !day.isBefore(since)).orElse(true)));
  }
}
