// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A building, workplace or campus as a register describes it. Evidence is per site: unless a party carries its own
 * address, nothing says which of the parties sits at which of the addresses.
 *
 * @param id the register's identifier, compared by {@link SiteIds#ORDER}
 * @param address where the site is
 * @param units homes or jobs, where the register counts them; not negative
 * @param parties persons and companies named for the site
 * @param businessAddresses addresses from which it is run
 * @param since first day for which the row holds, where the register dates it
 * @param until last day for which the row holds, where the register dates it
 */
public record Site(String id, PostalAddress address, OptionalInt units, List<Party> parties,
    List<BusinessAddress> businessAddresses, Optional<LocalDate> since, Optional<LocalDate> until) {
  public Site {
    parties = List.copyOf(parties);
    businessAddresses = List.copyOf(businessAddresses);
  }

  /** The day that tells which of two rows of one site is newer: the last day it holds for, else the first. */
  public Optional<LocalDate> asOf() {
    return until.isPresent() ? until : since;
  }

  /**
   * What counts when a register has two rows for one site: the newer one, because ownership is dated; of two equally
   * new ones the parties and addresses of both.
   *
   * @throws IllegalArgumentException if the other row is about another site
   */
  public Site merge(Site other) {
    if (!id.equals(other.id)) {
      throw new IllegalArgumentException("sites " + id + " and " + other.id);
    }
    int order = asOf().orElse(LocalDate.MIN).compareTo(other.asOf().orElse(LocalDate.MIN));
    if (order != 0) {
      return order > 0 ? this : other;
    }
    var allParties = new LinkedHashSet<>(parties);
    allParties.addAll(other.parties);
    var allAddresses = new LinkedHashSet<>(businessAddresses);
    allAddresses.addAll(other.businessAddresses);
    return new Site(id, address, units, List.copyOf(allParties), List.copyOf(allAddresses), since, until);
  }
}
