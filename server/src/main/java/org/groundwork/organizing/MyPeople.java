// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
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
  private static final int WITH_US = 2;
  private final Stewards stewards;
  private final Conversations conversations;
  private final Agreed agreed;
  private final Assessments assessments;
  private final Roll roll;
  private final Locals locals;
  private final Clock clock;

  MyPeople(Stewards stewards, Conversations conversations, Agreed agreed, Assessments assessments, Roll roll,
      Locals locals, Clock clock) {
    this.assessments = assessments;
    this.stewards = stewards;
    this.conversations = conversations;
    this.agreed = agreed;
    this.roll = roll;
    this.locals = locals;
    this.clock = clock;
  }

  /** What is known of people and sites. */
  record Roll(People people, Sites sites, SafeContact safe, Supplier<List<WorthATalk>> worth) {
    /** Who of these people is worth a talk now, as any module says. */
    Set<UUID> worthATalk(Collection<UUID> of, Map<UUID, LocalDate> talked, LocalDate today) {
      return of.isEmpty()
          ? Set.of()
          : worth.get()
              .stream()
              .flatMap(each -> each.among(of, talked, today).stream())
              .collect(Collectors.toSet());
    }
  }

  /**
   * One of a steward's people.
   *
   * @param door where they live or work at the site, empty if it is not known
   * @param agreed what was agreed with them and still stands
   * @param day the first day that was agreed on
   * @param lastTalked the day of the last conversation
   * @param answers what they said to each thing that is asked at the site now, and whether they did it
   * @param askAgain whether they are among those to ask for something they have not done yet
   * @param worthATalk whether another module says so; why, it does not say
   * @param call a number that may be called now; absent if there is none, or their rules forbid it
   * @param text a number that may be written to now, likewise
   */
  public record Mine(UUID person, UUID site, String name, String door, Agreed.With agreed, Optional<LocalDate> day,
      Optional<LocalDate> lastTalked, List<Answer> answers, boolean askAgain, boolean worthATalk,
      Optional<String> call, Optional<String> text) {
    public Mine { answers = List.copyOf(answers); }

    /** Whether a day that was agreed on has come. */
    public boolean due(LocalDate today) {
      return day.filter(on -> !on.isAfter(today)).isPresent();
    }

    private int turn(LocalDate today) {
      if (due(today)) {
        return 0;
      }
      if (day.isPresent()) {
        return 4;
      }
      return askAgain || worthATalk ? 1 : lastTalked.isEmpty() ? 2 : 3;
    }
  }

  /** What somebody last said to an ask, and whether they did it. */
  public record Answer(OpenAsks.Ask ask, Optional<Reply> reply, boolean did) {}

  /** The people of one site, and what they are asked, the most urgent first. */
  public record AtSite(Site site, List<OpenAsks.Ask> asks, List<Mine> people) {
    public AtSite {
      asks = List.copyOf(asks);
      people = List.copyOf(people);
    }

    /** How many of them nobody has talked to. */
    public long neverTalked() {
      return people.stream().filter(mine -> mine.lastTalked().isEmpty()).count();
    }

    /** How many said yes to an ask, with or without a condition. */
    public long saidYes(OpenAsks.Ask ask) {
      return people.stream()
          .flatMap(mine -> mine.answers().stream())
          .filter(answer -> answer.ask().equals(ask))
          .filter(answer -> answer.reply().filter(r -> r == Reply.YES || r == Reply.YES_IF).isPresent())
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
    var asks = conversations.asks().at(site.id());
    var asked = asks.stream()
        .map(ask -> new Asked(ask, conversations.asks().replies(ask.ref(), here),
            conversations.asks().didIt(ask.ref(), here)))
        .toList();
    var talked = conversations.lastTalkedTo(here);
    var facts = new Facts(roll.people().known(here), agreed.with(here, within), talked,
        asked, asks.isEmpty() ? Set.of() : assessments.standing(site.id(), WITH_US),
        roll.worthATalk(here, talked, today()),
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
    return new AtSite(site, asks, mine);
  }

  /** What several people said to an ask, and who did it. */
  private record Asked(OpenAsks.Ask ask, Map<UUID, Reply> replies, Set<UUID> did) {
    Answer of(UUID person) { return new Answer(ask, Optional.ofNullable(replies.get(person)), did.contains(person)); }
  }

  /** What holds for several people at once. */
  private record Facts(Map<UUID, People.Known> known, Map<UUID, Agreed.With> agreed, Map<UUID, LocalDate> talked,
      List<Asked> asked, Set<UUID> withUs, Set<UUID> worth, Set<UUID> calls, Set<UUID> texts) {
    List<Answer> answers(UUID person) { return asked.stream().map(ask -> ask.of(person)).toList(); }

    /** As the page of a rung names them: with us by what they did, and not yet among those who did this. */
    boolean askAgain(UUID person) {
      return withUs.contains(person) && asked.stream().anyMatch(ask -> !ask.did().contains(person));
    }

    Agreed.With agreed(UUID person) { return agreed.getOrDefault(person, Agreed.With.NOTHING); }
  }

  private Optional<Mine> mine(Site site, UUID person, String door, Facts facts) {
    return Optional.ofNullable(facts.known().get(person))
        .map(known -> new Mine(person, site.id(), known.name(), door, facts.agreed(person),
            facts.agreed(person).day(locals.profile().zone()), Optional.ofNullable(facts.talked().get(person)),
            facts.answers(person),
            facts.askAgain(person), facts.worth().contains(person),
            known.phone().filter(_ -> facts.calls().contains(person)),
            known.phone().filter(_ -> facts.texts().contains(person))));
  }

  /**
   * A day that has come first, then whom to ask again or who is worth a talk, then whoever was never talked to, then longest ago, and last the
   * days still ahead.
   */
  private static Comparator<Mine> firstFirst(LocalDate today) {
    return Comparator.comparingInt((Mine mine) -> mine.turn(today))
        .thenComparing(mine -> mine.day().orElse(LocalDate.MAX))
        .thenComparing(mine -> mine.lastTalked().orElse(LocalDate.MIN))
        .thenComparing(Mine::door)
        .thenComparing(Mine::name);
  }

  /** How many people a steward is there for. */
  public int howMany(Caller.Actor steward) {
    return (int) stewards.present(steward).stream().map(Stewards.Mine::person).distinct().count();
  }

  /**
   * Notes that one of a steward's own people did what is asked at a site, or takes back what the steward noted a moment ago.
   *
   * @param word of the ask, see {@link OpenAsks.Ask#word}
   * @return false, and nothing changed, if it is not one of theirs, is not asked any more, or stays
   */
  public boolean note(Caller.Actor steward, Stewards.Mine whose, String word, boolean did) {
    return stewards.present(steward).contains(whose)
        && conversations.asks()
            .at(whose.site())
            .stream()
            .filter(ask -> ask.word().equals(word))
            .findFirst()
            .filter(ask -> conversations.asks().note(ask.ref(), whose.site(), whose.person(), did))
            .isPresent();
  }

  /** How many of a steward's people wait: a day that was agreed has come, they are worth a talk, or nobody has talked to them. */
  public int waiting(Caller.Actor steward) {
    LocalDate today = today();
    var people = stewards.present(steward).stream().map(Stewards.Mine::person).distinct().toList();
    var talked = conversations.lastTalkedTo(people);
    var worth = roll.worthATalk(people, talked, today);
    var standing = agreed.daysWith(people, Within.of(steward, Power.TALK));
    var zone = locals.profile().zone();
    return (int) people.stream()
        .filter(person -> Optional.ofNullable(standing.get(person))
            .flatMap(with -> with.day(zone))
            .map(day -> !day.isAfter(today))
            .orElse(worth.contains(person) || !talked.containsKey(person)))
        .count();
  }

  private LocalDate today() { return LocalDate.ofInstant(Instant.now(clock), locals.profile().zone()); }
}
