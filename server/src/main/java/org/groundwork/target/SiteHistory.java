// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The former owners of one site as a local sees them: what its register showed, put right by the sales that organisers
 * know of.
 */
final class SiteHistory {
  private SiteHistory() {}

  /**
   * The days up to and including {@code until}, back to the period before, belong to a network.
   *
   * @param notedOn when the register first showed it; empty for what an organiser said
   */
  record Past(LocalDate until, String network, Optional<LocalDate> notedOn) {}

  /**
   * A sale as an organiser put it.
   *
   * @param ofSeller whether the register still named the seller then
   * @param recordedOn when it was put
   * @param otherNetwork the network of the one the register did not name
   * @param named whether the organiser named that one
   */
  record Sold(LocalDate on, boolean ofSeller, LocalDate recordedOn, String otherNetwork, boolean named) {
    LocalDate lastDayBefore() { return on.minusDays(1); }
  }

  /** Whether the register has shown a change by itself since a day. */
  static boolean shown(List<Past> register, LocalDate since) {
    return register.stream().anyMatch(past -> notedSince(past, since));
  }

  private static boolean notedSince(Past past, LocalDate day) {
    return past.notedOn().map(noted -> !noted.isBefore(day)).orElse(false);
  }

  /**
   * Puts the register's account right.
   *
   * @param register what the register showed, oldest first
   * @param here the network the register's present owner has elsewhere
   * @param sales oldest first
   */
  static List<Past> of(List<Past> register, String here, List<Sold> sales) {
    var past = new ArrayList<>(register);
    String owner = here;
    for (Sold sale : sales) {
      if (sale.ofSeller() && !shown(register, sale.recordedOn())) {
        put(past, new Past(sale.lastDayBefore(), owner, Optional.empty()));
        owner = sale.otherNetwork();
      } else {
        theRegisterNamesTheBuyer(past, sale);
      }
    }
    return past;
  }

  /** The register knows of the change, and perhaps has another day for it; or it only knows who bought. */
  private static void theRegisterNamesTheBuyer(List<Past> past, Sold sale) {
    var change = sale.ofSeller()
        ? past.stream().filter(each -> notedSince(each, sale.recordedOn())).findFirst()
        : sale.named() ? Optional.<Past>empty() : past.stream().reduce((_, last) -> last);
    change.ifPresent(past::remove);
    put(past, new Past(sale.lastDayBefore(), change.map(Past::network).orElse(sale.otherNetwork()),
        change.flatMap(Past::notedOn)));
  }

  /** What an organiser knows stands against whatever the register has for the same days. */
  private static void put(List<Past> past, Past known) {
    past.removeIf(each -> known.notedOn().isEmpty()
        ? !each.until().isBefore(known.until())
        : each.until().equals(known.until()));
    past.add(known);
    past.sort(Comparator.comparing(Past::until));
  }
}
