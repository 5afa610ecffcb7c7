// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.demonstration;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.groundwork.action.Action;
import org.groundwork.platform.history.ChangeSets;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.web.Languages;
import org.groundwork.roll.Layout;
import org.groundwork.roll.People;
import org.groundwork.roll.SiteKind;
import org.groundwork.roll.SiteSuggestions;
import org.groundwork.roll.Sites;

/** What every scene of the demonstration stands on: its words, its days, its houses and who lives in them. */
final class DemoTown {
  private final Sites sites;
  private final People people;
  private final ChangeSets changes;
  private final SiteSuggestions registers;
  private final Said said;

  DemoTown(Sites sites, People people, ChangeSets changes, SiteSuggestions registers, Said said) {
    this.sites = sites;
    this.people = people;
    this.changes = changes;
    this.registers = registers;
    this.said = said;
  }

  /** In which words, and when. */
  record Said(Languages languages, Locals locals, Clock clock) {}

  /**
   * Who plays, and in which language.
   *
   * @param people everybody by name, those who come on later too
   */
  record Cast(Locale language, Map<String, UUID> people) {
    UUID of(String name) { return Objects.requireNonNull(people.get(name), name); }

    List<UUID> of(String first, String... more) {
      var found = new ArrayList<>(List.of(of(first)));
      Arrays.stream(more).map(this::of).forEach(found::add);
      return found;
    }
  }

  String text(Cast cast, String key) { return said.languages().text(cast.language(), key); }

  LocalDate today() { return LocalDate.ofInstant(now(), zone()); }

  /** Noon of a day. */
  Instant noon(LocalDate day) { return day.atTime(LocalTime.NOON).atZone(zone()).toInstant(); }

  Instant now() { return said.clock().instant(); }

  ZoneId zone() { return said.locals().profile().zone(); }

  /** From one time of a day to another. */
  Action.When on(LocalDate day, LocalTime from, LocalTime until) {
    return new Action.When(day.atTime(from).atZone(zone()).toInstant(), day.atTime(until).atZone(zone()).toInstant(),
        zone());
  }

  /** From some hours ago to some hours from now, on the full hour. */
  Action.When around(int before, int after) {
    Instant hour = now().truncatedTo(ChronoUnit.HOURS);
    return new Action.When(hour.minus(before, ChronoUnit.HOURS), hour.plus(after, ChronoUnit.HOURS), zone());
  }

  /** So many whole units of the local's money. */
  Money money(long whole) {
    long minor = whole;
    for (int digit = 0; digit < currency().getDefaultFractionDigits(); digit++) {
      minor = Math.multiplyExact(minor, 10L);
    }
    return new Money(minor, currency());
  }

  Currency currency() { return said.locals().profile().currency(); }

  /** A house of the invented register, with its flats. */
  UUID house(String address, Layout layout) {
    var home = registers.like(address).getFirst();
    UUID site = sites.add(SiteKind.BUILDING, written(address), Optional.of(home.registerSite()));
    sites.layOut(site, layout);
    return site;
  }

  /** An address as neighbours write it, and not as the register does. */
  private static String written(String address) {
    return Arrays.stream(address.split(" ", -1))
        .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(" "));
  }

  /** Where people work, with its jobs. */
  UUID workplace(String name, Layout layout) {
    UUID site = sites.add(SiteKind.WORKPLACE, name, Optional.empty());
    sites.layOut(site, layout);
    return site;
  }

  /** How one of a site's homes or jobs is called, by the place in its drawing. */
  Map<String, UUID> units(UUID site) {
    var units = new HashMap<String, UUID>();
    sites.units(site).forEach(unit -> {
      units.put(unit.label(), unit.id());
      units.put((unit.row() + 1) + "." + (unit.column() + 1), unit.id());
    });
    return units;
  }

  /**
   * Enters people of a site and returns them in this order.
   *
   * @param lines "name,unit"; a third part says "member" or "boss"
   */
  List<UUID> settle(Cast cast, UUID site, List<String> lines) {
    var units = units(site);
    UUID set = changes.open("demonstration");
    var here = new ArrayList<UUID>();
    for (String line : lines) {
      var parts = List.of(line.split(",", 3));
      String more = parts.size() > 2 ? parts.get(2) : "";
      UUID person = cast.people().computeIfAbsent(parts.getFirst(), name -> enter(set, name, more.equals("member")));
      people.place(set, person, site, Optional.ofNullable(units.get(parts.get(1))), more.equals("boss"));
      here.add(person);
    }
    return here;
  }

  private UUID enter(UUID set, String name, boolean member) {
    var known = new People.Known(name, Optional.empty(), Optional.empty(), "");
    return member ? people.addMember(set, known) : people.addContact(set, known);
  }
}
