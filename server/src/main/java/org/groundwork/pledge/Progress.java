// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.pledge;

import java.time.Instant;
import java.util.UUID;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;

/**
 * How a call goes on from one state to the next, and never back. Whoever calls holds the lock of the call.
 */
final class Progress {
  private final CallRows rows;
  private final OnTheChart chart;
  private final Steps steps;
  private final FollowUps followUps;
  private final Audit audit;
  private final Calls.Time time;

  Progress(CallRows rows, OnTheChart chart, Steps steps, FollowUps followUps, Audit audit, Calls.Time time) {
    this.rows = rows;
    this.chart = chart;
    this.steps = steps;
    this.followUps = followUps;
    this.audit = audit;
    this.time = time;
  }

  /** A rung of which nobody knows where it was asked is not counted, but its last day comes. */
  void withoutASite(Call call) {
    if (call instanceof Call.Open && time.today().isAfter(call.core().until())) {
      end(call, Call.How.EXPIRED);
    }
  }

  /** The call as it stands after everything that is due has happened. */
  Call advanced(AskedStep step, Call call) {
    boolean changed = switch (call) {
      case Call.Open open -> fromOpen(step, open);
      case Call.Met met -> fromMet(step, met);
      case Call.Confirmed confirmed -> fromConfirmed(step, confirmed);
      case Call.Ended _ -> settle(step.id());
      case Call.FollowedUp _ -> false;
    };
    return changed ? advanced(step, rows.byStep(step.id()).orElseThrow()) : call;
  }

  private boolean fromOpen(AskedStep step, Call.Open call) {
    if (step.over()) {
      return end(call, Call.How.OVER);
    }
    if (time.today().isAfter(call.core().until())) {
      return end(call, Call.How.EXPIRED);
    }
    if (step.linked() && chart.standing(step, call).map(standing -> standing.solved().met()).orElse(false)) {
      Instant now = time.now();
      rows.met(step.id(), now, now.plus(Calls.CONFIRMATION));
      audit.record("call-met", new SubjectRef("step", step.id()), "");
      return true;
    }
    return false;
  }

  private boolean fromMet(AskedStep step, Call.Met call) {
    if (step.over()) {
      return end(call, Call.How.OVER);
    }
    if (time.now().isBefore(call.confirmUntil())) {
      return false;
    }
    boolean stands = chart.standing(step, call).map(standing -> standing.solved().met()).orElse(false);
    return end(call, stands ? Call.How.CONFIRMED : Call.How.LAPSED);
  }

  /**
   * Ends a call: whoever had said yes is to be told; after an expiry whoever had answered, and the answers go. That holds
   * also for those who moved meanwhile or whose site the fight has left, and for nobody of the boss's side.
   */
  private boolean end(Call call, Call.How how) {
    UUID step = call.core().step();
    boolean expired = how == Call.How.EXPIRED;
    followUps.ask(step, chart.seal(call)
        .answers(step)
        .stream()
        .filter(said -> expired || said.asksFor().isPresent())
        .map(Said::person)
        .toList(), time.now());
    rows.ended(step, how, time.now());
    if (expired) {
      followUps.keepCodes(step);
      chart.destroy(call);
    }
    audit.record("call-" + how.key(), new SubjectRef("step", step), "");
    return true;
  }

  private boolean fromConfirmed(AskedStep step, Call.Confirmed call) {
    if (step.done() && !call.deedAsked()) {
      return askForTheDeed(step, call);
    }
    return step.over() && settle(step.id());
  }

  /**
   * The rung is done: whoever had given their word is asked whether they did it, also those who were told before; but nobody
   * of whom that is known.
   */
  private boolean askForTheDeed(AskedStep step, Call.Confirmed call) {
    var ours = chart.ours(step);
    var asked = chart.seal(call)
        .answers(step.id())
        .stream()
        .filter(said -> ours.contains(said.person()) && said.asksFor().isPresent())
        .map(Said::person)
        .toList();
    var did = steps.didIt(step.id(), asked);
    followUps.askAgain(step.id(), asked.stream().filter(person -> !did.contains(person)).toList(), time.now());
    rows.deedAsked(step.id(), time.now());
    audit.record("call-deed-asked", new SubjectRef("step", step.id()), "");
    return true;
  }

  private boolean settle(UUID step) {
    if (followUps.waiting(step) > 0) {
      return false;
    }
    rows.followedUp(step, time.now());
    return true;
  }
}
