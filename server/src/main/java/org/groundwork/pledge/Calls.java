// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.pledge;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.tenancy.Locals;

/**
 * The calls of the current local. Every change locks the call first, so a card taken at the moment of activation and a
 * withdrawal come one after the other. Runs inside the caller's transaction.
 */
public final class Calls {
  /** 48 hours: so long those who are in may still say that they do not stand by it. */
  public static final Duration CONFIRMATION = Duration.ofDays(2);
  /** A call that nobody gave a last day ends after so many days. */
  static final int DAYS = 60;
  /** The furthest last day, in days from today. */
  public static final int MOST_DAYS = 366;
  private final CallRows rows;
  private final Steps steps;
  private final OnTheChart chart;
  private final Progress progress;
  private final FollowUps followUps;
  private final Audit audit;
  private final Time time;

  Calls(CallRows rows, Steps steps, OnTheChart chart, FollowUps followUps, Audit audit, Time time) {
    this.rows = rows;
    this.steps = steps;
    this.chart = chart;
    this.progress = new Progress(rows, chart, steps, followUps, audit, time);
    this.followUps = followUps;
    this.audit = audit;
    this.time = time;
  }

  /** Which moment it is, and which day for the local. */
  record Time(Clock clock, Locals locals) {
    Instant now() { return clock.instant().truncatedTo(ChronoUnit.MICROS); }

    LocalDate today() { return dayOf(clock.instant()); }

    /** Which day it was for the local. */
    LocalDate dayOf(Instant moment) {
      return LocalDate.ofInstant(moment, locals.profile().zone());
    }

    /** When the day is over for the local. */
    Instant endOf(LocalDate day) {
      return day.plusDays(1).atStartOfDay(locals.profile().zone()).toInstant();
    }
  }

  /** The rung with this identity, if its campaign has a site or had one where it was asked. */
  public Optional<AskedStep> step(UUID step) {
    return steps.byId(step);
  }

  /** What is asked at a site now and still taken, the latest campaign first. */
  public List<AskedStep> askedAt(UUID site) {
    return steps.nowAt(site).stream().filter(step -> of(step.id()).map(Call::asks).orElse(true)).toList();
  }

  /** What a rung is, in the words of the plan. */
  public String text(AskedStep step) { return steps.text(step); }

  /** The call of a rung; absent while nobody has been asked and nothing was set. */
  public Optional<Call> of(UUID step) {
    return rows.byStep(step);
  }

  /** Where the answers to a rung stand now; absent for one whose site has gone. */
  public Optional<Standing> standing(AskedStep step) {
    return of(step.id()).flatMap(call -> chart.standing(step, call));
  }

  /** As {@link #standing}; nobody where nobody was asked. */
  public Standing nowOrNothing(AskedStep step) {
    return standing(step).orElseGet(() -> chart.nobody(step));
  }

  /** The answers to a rung, everybody once. */
  public List<Said> answers(UUID step) {
    return of(step).map(call -> chart.seal(call).answers(step)).orElseGet(List::of);
  }

  /**
   * Takes an answer; the call is met with the one that meets it. A withdrawal is an answer like any other.
   *
   * @return false, and nothing changed, if the rung is not asked any more
   */
  public boolean take(UUID step, Said said) {
    var asked = steps.byId(step).filter(AskedStep::now);
    if (asked.isEmpty()) {
      return false;
    }
    rows.begin(step, time.today().plusDays(DAYS), time.now());
    var locked = rows.locked(step);
    rows.at(step, asked.get().site());
    var call = locked.map(now -> progress.advanced(asked.get(), now)).filter(Call::asks);
    if (call.isEmpty()) {
      return false;
    }
    var taken = chart.seal(call.get()).keep(step, said);
    recordTaken(step);
    var after = progress.advanced(asked.get(), call.get());
    if (taken && after.cameTo().isPresent() && said.asksFor().isPresent()) {
      followUps.ask(step, List.of(said.person()), time.now());
    }
    return true;
  }

  /**
   * Notes that somebody who counts did what the rung asks; or takes back what the caller noted within the last hour.
   *
   * @return false, and nothing changed, if it is not to be done now, or there is nothing to take back
   */
  public boolean note(UUID step, UUID person, boolean did) {
    var asked = steps.byId(step).filter(AskedStep::now).filter(now -> chart.ours(now).contains(person));
    return asked.isPresent() && (did ? steps.did(step, person, time.today()) : steps.takeBack(step, person));
  }

  private void recordTaken(UUID step) {
    var subject = new SubjectRef("step", step);
    if (Callers.current() instanceof Caller.Actor) {
      audit.record("card-taken", subject, "");
    } else {
      audit.record("card-changed-by-code", subject, "");
    }
  }

  /** Brings a call to where it stands now: met, confirmed, lapsed, over or expired. Asking twice changes nothing. */
  public void advance(UUID step) {
    rows.locked(step)
        .ifPresent(call -> steps.byId(step)
            .ifPresentOrElse(asked -> progress.advanced(asked, call), () -> progress.withoutASite(call)));
  }

  /** The people of a rung's site who count: on the chart now, and not on the boss's side. */
  public java.util.Set<UUID> whoCounts(AskedStep step) {
    return chart.ours(step);
  }

  /** Where a rung is or was asked: at the site of its fight, and where the last answer was given. */
  public java.util.Set<UUID> places(AskedStep step) {
    return Stream.concat(Stream.of(step.site()), rows.site(step.id()).stream()).collect(Collectors.toUnmodifiableSet());
  }

  /** Of how many homes or jobs a rung is asked. */
  public OptionalInt of(AskedStep step) { return chart.of(step); }

  /** When answers to a rung were taken for the last time; absent while they are, or where nobody asked for any. */
  public Optional<Instant> endedAt(UUID step) {
    var call = of(step).filter(over -> !over.asks());
    var noted = call.flatMap(_ -> rows.endedAt(step));
    return call.flatMap(Call::cameTo).filter(how -> how == Call.How.EXPIRED).isPresent()
        ? noted.map(at -> earlier(at, time.endOf(call.orElseThrow().core().until())))
        : noted;
  }

  private static Instant earlier(Instant one, Instant other) { return one.isBefore(other) ? one : other; }

  /** What came of setting a call. */
  public sealed interface Set {
    /** It is as chosen. */
    record Done() implements Set {}

    /** Nobody can keep answers of this kind. */
    record NoKeyHolders() implements Set {}

    /** Somebody changed it meanwhile, or it is not asked any more. */
    record ChangedMeanwhile() implements Set {}
  }

  /**
   * Chooses kind, rule and last day of a call that is open.
   *
   * @param version of the call that was read; 0 where there was none
   */
  public Set set(UUID step, long version, SealKind kind, Call.Own own, LocalDate until) {
    if (!chart.keeps(kind)) {
      return new Set.NoKeyHolders();
    }
    var asked = steps.byId(step).filter(AskedStep::now);
    boolean was = rows.byStep(step).isPresent();
    if (asked.isEmpty() || (!was && version != 0)) {
      return new Set.ChangedMeanwhile();
    }
    rows.begin(step, until, time.now());
    var call = rows.locked(step).orElseThrow();
    if (!(call instanceof Call.Open) || (was && call.core().version() != version)) {
      return new Set.ChangedMeanwhile();
    }
    rows.at(step, asked.get().site());
    rows.set(new Call.Core(step, kind, own, until, version), time.now());
    audit.record("call-set", new SubjectRef("step", step), "");
    advance(step);
    return new Set.Done();
  }

  /**
   * Notes what a pledger was told or did; the call is followed up with the last of them. Whoever did it is counted in the
   * rung's test of strength too, on the day on which it was done, however late they are reached.
   */
  public void followedUp(UUID step, UUID person, FollowUps.Said said) {
    rows.locked(step);
    if (followUps.done(step, person, said, time.now()) && said == FollowUps.Said.DID) {
      steps.did(step, person, rows.deedAskedAt(step).map(time::dayOf).orElseGet(time::today));
    }
    advance(step);
  }

  /** Asks anew for a call that ended and was followed up; earlier answers are destroyed. False if that is not so. */
  public boolean again(UUID step) {
    var call = rows.locked(step);
    boolean may = call.filter(Call.FollowedUp.class::isInstance).isPresent()
        && steps.byId(step).filter(AskedStep::now).isPresent();
    if (may) {
      chart.destroy(call.orElseThrow());
      followUps.destroy(step);
      rows.again(step, time.today().plusDays(DAYS), time.now());
      audit.record("call-again", new SubjectRef("step", step), "");
    }
    return may;
  }

  /** The rungs whose calls may have to go on by themselves. */
  List<UUID> goingOn() { return rows.goingOn(); }

  /** Whether the local has no call at all. */
  boolean none() { return rows.none(); }

  /** Deletes what is kept no longer. */
  void forgetOld() {
    Instant now = time.now();
    rows.old(now.minus(FollowUps.KEPT), now.minus(FollowUps.KEPT_AT_MOST)).forEach(step -> {
      rows.locked(step).ifPresent(chart::destroy);
      followUps.destroy(step);
      rows.followedUp(step, now);
    });
  }

  /** The local's day. */
  public LocalDate today() { return time.today(); }

  /** The local's time. */
  public Instant now() { return time.now(); }
}
