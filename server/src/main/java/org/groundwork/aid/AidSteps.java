// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.web.NextStep;

/** What comes next around the fund: deciding, paying, and for whoever asked what is theirs to do. */
final class AidSteps {
  private static final int PRESSING = 96;
  private static final int SOON = 74;
  /** So long an answer stands on the first screen of whoever asked. */
  private static final Duration NEW = Duration.ofDays(7);
  private final Requests requests;
  private final Committee committee;
  private final AidPayments payments;
  private final RuleChanges changes;
  private final Clock clock;
  private final Locals locals;

  AidSteps(Requests requests, Committee committee, AidPayments payments, RuleChanges changes, Clock clock,
      Locals locals) {
    this.requests = requests;
    this.committee = committee;
    this.payments = payments;
    this.changes = changes;
    this.clock = clock;
    this.locals = locals;
  }

  /** Of what somebody of the committee may decide and has said nothing to, the one that comes first. */
  Optional<NextStep.Step> decide(Caller.Actor actor) {
    if (!actor.mayEverywhere(Power.GIVE_AID)) {
      return Optional.empty();
    }
    return committee.waiting(actor.person())
        .stream()
        .filter(waiting -> committee.opinions(waiting.request().id())
            .stream()
            .noneMatch(opinion -> opinion.member().equals(actor.person())))
        .findFirst()
        .map(waiting -> {
          Instant due = waiting.request().wish().orElseThrow().dueAt();
          boolean pressing = waiting.hitBack() || due.isBefore(clock.instant().plus(Duration.ofHours(24)));
          return new NextStep.Step(pressing ? PRESSING : SOON, "aid.step.decide",
              due.isBefore(clock.instant()) ? "aid.step.decide.late" : "aid.step.decide.detail",
              List.of(due.atZone(locals.profile().zone())), "aid/requests/" + waiting.request().id(),
              "aid.step.decide.action");
        });
  }

  /** What the treasurer pays. */
  Optional<NextStep.Step> pay(Caller.Actor actor) {
    int waiting = actor.mayEverywhere(Power.KEEP_MONEY) ? payments.count() : 0;
    return waiting == 0
        ? Optional.empty()
        : Optional.of(new NextStep.Step(SOON, "aid.step.pay", "aid.step.pay.detail", List.of(waiting), "aid/payments",
            "aid.step.pay.action"));
  }

  /** Rules that somebody else proposed and the reader can say yes to. */
  Optional<NextStep.Step> second(Caller.Actor actor) {
    boolean seconds = actor.mayEverywhere(Power.APPROVE_MONEY) || actor.mayEverywhere(Power.GIVE_AID);
    return seconds
        ? changes.proposed()
            .filter(each -> !each.by(actor.person()))
            .map(_ -> new NextStep.Step(SOON, "aid.step.rules", "aid.step.rules.detail", List.of(), "aid#proposed",
                "aid.step.rules.action"))
        : Optional.empty();
  }

  /** Payments of which somebody else says that they went wrong. */
  static Optional<NextStep.Step> undo(Undoings undoings, Caller.Actor actor) {
    int waiting = actor.mayEverywhere(Power.APPROVE_MONEY) ? undoings.waitingFor(actor.person()) : 0;
    return waiting == 0
        ? Optional.empty()
        : Optional.of(new NextStep.Step(SOON, "aid.step.undo", "aid.step.undo.detail", List.of(waiting), "aid/undoings",
            "aid.step.undo.action"));
  }

  /** What whoever asked has to do themself: to say how much, or to fetch it. */
  Optional<NextStep.Step> own(Caller.Actor actor) {
    return requests.of(actor.person()).stream().flatMap(request -> own(request).stream()).findFirst();
  }

  private Optional<NextStep.Step> own(Request request) {
    String path = AidRetaliation.path(request.id());
    boolean cash = request.wish().filter(wish -> wish.way() == PayWay.CASH).isPresent();
    return switch (request.state()) {
      case BEGUN -> Optional.of(new NextStep.Step(60, "aid.step.begun", "aid.step.begun.detail", List.of(), path,
          "aid.step.begun.action"));
      case GRANTED -> cash
          ? Optional.of(new NextStep.Step(76, "aid.step.fetch", "aid.step.fetch.detail", List.of(), path,
              "aid.step.fetch.action"))
          : answered(request);
      case DECLINED -> answered(request);
      case OPEN, WITHDRAWN, PAID, UNDONE -> Optional.empty();
    };
  }

  private Optional<NextStep.Step> answered(Request request) {
    return request.decision()
        .filter(decision -> decision.at().plus(NEW).isAfter(clock.instant()))
        .map(_ -> new NextStep.Step(60, "aid.step.answer", "aid.step.answer.detail", List.of(),
            AidRetaliation.path(request.id()), "aid.step.answer.action"));
  }
}
