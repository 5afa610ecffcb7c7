// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.roll.People;
import org.groundwork.roll.SafeContact;
import org.groundwork.roll.Site;
import org.groundwork.roll.Sites;

/** A steward's own people, those to talk to first first. Runs inside the caller's transaction. */
public final class MyPeople {
  private final Stewards stewards;
  private final Conversations conversations;
  private final Agreed agreed;
  private final Roll roll;
  private final Locals locals;
  private final Clock clock;

  MyPeople(Stewards stewards, Conversations conversations, Agreed agreed, Roll roll, Locals locals, Clock clock) {
    this.stewards = stewards;
    this.conversations = conversations;
    this.agreed = agreed;
    this.roll = roll;
    this.locals = locals;
    this.clock = clock;
  }

  /** What is known of people and sites. */
  record Roll(People people, Sites sites, SafeContact safe) {}

  /**
   * One of a steward's people.
   *
   * @param door where they live or work at the site, empty if it is not known
   * @param agreed what was agreed with them and still stands
   * @param day the first day that was agreed on
   * @param lastTalked the day of the last conversation
   * @param reply what they last said to what is asked at the site now
   * @param did whether they did it
   * @param call a number that may be called now; absent if there is none, or their rules forbid it
   * @param text a number that may be written to now, likewise
   */
  public record Mine(UUID person, UUID site, String name, String door, Agreed.With agreed, Optional<LocalDate> day,
      Optional<LocalDate> lastTalked, Optional<Reply> reply, boolean did, Optional<String> call,
      Optional<String> text) {
    /** Whether a day that was agreed on has come. */
    public boolean due(LocalDate today) {
      return day.filter(on -> !on.isAfter(today)).isPresent();
    }

    private int turn(LocalDate today) {
      if (due(today)) {
        return 0;
      }
      return day.isPresent() ? 3 : lastTalked.isEmpty() ? 1 : 2;
    }
  }

  /** The people of one site, and what they are asked. */
  public record AtSite(Site site, Optional<OpenAsks.Ask> ask, List<Mine> people) {
    public AtSite { people = List.copyOf(people); }

    /** How many of them nobody has talked to. */
    public long neverTalked() {
      return people.stream().filter(mine -> mine.lastTalked().isEmpty()).count();
    }

    /** How many said yes, with or without a condition. */
    public long saidYes() {
      return people.stream()
          .filter(m -> m.reply().filter(r -> r == Reply.YES || r == Reply.YES_IF).isPresent())
          .count();
    }
  }

  /** The people of a steward, site by site. */
  public List<AtSite> of(Caller.Actor steward) {
    var within = Within.of(steward, Power.TALK);
    var bySite = stewards.present(steward)
        .stream()
        .collect(Collectors.groupingBy(Stewards.Mine::site, Collectors.mapping(Stewards.Mine::person,
            Collectors.toList())));
    return roll.sites()
        .all()
        .stream()
        .filter(site -> bySite.containsKey(site.id()))
        .map(site -> at(site, bySite.getOrDefault(site.id(), List.of()), within))
        .toList();
  }

  private AtSite at(Site site, List<UUID> people, Within within) {
    var places = new HashMap<UUID, People.Place>();
    roll.people().at(site.id()).stream().filter(p -> !p.bossSide()).forEach(p -> places.putIfAbsent(p.person(), p));
    var here = people.stream().filter(places::containsKey).toList();
    var ask = conversations.asksAt(site.id()).stream().findFirst();
    var facts = new Facts(roll.people().known(here), agreed.with(here, within), conversations.lastTalkedTo(here),
        ask.map(open -> conversations.replies(open.ref(), here)).orElseGet(Map::of),
        ask.map(open -> conversations.didIt(open.ref(), here)).orElseGet(Set::of),
        roll.safe().whoMayBeReached(here, SafeContact.Channel.CALL, clock.instant()),
        roll.safe().whoMayBeReached(here, SafeContact.Channel.TEXT, clock.instant()));
    var doors = new HashMap<UUID, String>();
    roll.sites().units(site.id()).forEach(unit -> doors.put(unit.id(), unit.label()));
    var mine = new ArrayList<Mine>();
    for (UUID person : here) {
      Optional.ofNullable(places.get(person))
          .flatMap(People.Place::unit)
          .map(unit -> doors.getOrDefault(unit, ""))
          .or(() -> Optional.of(""))
          .ifPresent(door -> mine(site, person, door, facts).ifPresent(mine::add));
    }
    mine.sort(firstFirst(today()));
    return new AtSite(site, ask, mine);
  }

  /** What holds for several people at once. */
  private record Facts(Map<UUID, People.Known> known, Map<UUID, Agreed.With> agreed, Map<UUID, LocalDate> talked,
      Map<UUID, Reply> replies, Set<UUID> did, Set<UUID> calls, Set<UUID> texts) {
    Agreed.With agreed(UUID person) { return agreed.getOrDefault(person, Agreed.With.NOTHING); }
  }

  private Optional<Mine> mine(Site site, UUID person, String door, Facts facts) {
    return Optional.ofNullable(facts.known().get(person))
        .map(known -> new Mine(person, site.id(), known.name(), door, facts.agreed(person),
            facts.agreed(person).day(locals.profile().zone()), Optional.ofNullable(facts.talked().get(person)), Optional.ofNullable(facts.replies().get(person)),
            facts.did().contains(person), known.phone().filter(_ -> facts.calls().contains(person)),
            known.phone().filter(_ -> facts.texts().contains(person))));
  }

  /** A day that has come first, then whoever was never talked to, then longest ago, and last the days still ahead. */
  private static Comparator<Mine> firstFirst(LocalDate today) {
    return Comparator.comparingInt((Mine mine) -> mine.turn(today))
        .thenComparing(mine -> mine.day().orElse(LocalDate.MAX))
        .thenComparing(mine -> mine.lastTalked().orElse(LocalDate.MIN))
        .thenComparing(Mine::door)
        .thenComparing(Mine::name);
  }

  /** How many of a steward's people wait: a day that was agreed has come, or nobody has talked to them. */
  public int waiting(Caller.Actor steward) {
    LocalDate today = today();
    var people = stewards.present(steward).stream().map(Stewards.Mine::person).distinct().toList();
    var talked = conversations.lastTalkedTo(people).keySet();
    var standing = agreed.with(people, Within.of(steward, Power.TALK));
    var zone = locals.profile().zone();
    return (int) people.stream()
        .filter(person -> Optional.ofNullable(standing.get(person))
            .flatMap(with -> with.day(zone))
            .map(day -> !day.isAfter(today))
            .orElse(!talked.contains(person)))
        .count();
  }

  private LocalDate today() { return LocalDate.ofInstant(Instant.now(clock), locals.profile().zone()); }
}
