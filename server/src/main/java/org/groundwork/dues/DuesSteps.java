// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.ledger.Books;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.web.NextStep;
import org.groundwork.roll.PersonPanel;

/** What is to be done next about dues: by whoever keeps the money, and by each member. */
final class DuesSteps implements NextStep, PersonPanel {
  private static final int ASKED = 45;
  private static final int PLAN = 40;
  private static final int RUN = 42;
  private static final int CHOOSE = 12;
  /** Above dates of one's own that are days ahead: what they pay changed without their doing. */
  private static final int CHOOSE_AGAIN = 41;
  private final Books books;
  private final Plans plans;
  private final Runs runs;
  private final Of of;
  private final Here here;

  DuesSteps(Books books, Plans plans, Runs runs, Of of, Here here) {
    this.books = books;
    this.plans = plans;
    this.runs = runs;
    this.of = of;
    this.here = here;
  }

  /** What is known of a member's dues. */
  record Of(Choices choices, Charges charges, Waivers waivers) {}

  /** Where and when it is. */
  record Here(Locals locals, Clock clock) {
    LocalDate today() { return LocalDate.now(clock.withZone(locals.profile().zone())); }
  }

  @Override
  public Optional<Step> nextFor(Caller.Actor actor) {
    if (books.find().isEmpty()) {
      return Optional.empty();
    }
    List<Plan> open = plans.open();
    if (actor.may(Power.KEEP_MONEY)) {
      var step = keeper(open);
      if (step.isPresent()) {
        return step;
      }
    }
    if (open.isEmpty() || of.choices().of(actor.person()).isPresent()) {
      return Optional.empty();
    }
    return of.choices()
        .gone(actor.person())
        .map(gone -> new Step(CHOOSE_AGAIN, "dues.step.gone",
            gone.free() ? "dues.step.gone.free" : "dues.step.gone.usual",
            List.of(gone.name()), "dues#rate", "dues.step.choose.action"))
        .or(() -> Optional.of(new Step(CHOOSE, "dues.step.choose", "dues.step.choose.detail", List.of(), "dues#rate",
            "dues.step.choose.action")));
  }

  private Optional<Step> keeper(List<Plan> open) {
    if (open.isEmpty()) {
      return Optional.of(new Step(PLAN, "dues.step.plan", "dues.step.plan.detail", List.of(), "dues/plans/new",
          "dues.step.plan.action"));
    }
    int asked = of.waivers().asked().size();
    if (asked > 0) {
      return Optional.of(new Step(ASKED, "dues.step.asked", "dues.step.asked.detail", List.of(asked), "dues/members",
          "dues.step.asked.action"));
    }
    return open.stream()
        .filter(Plan::isDefault)
        .filter(plan -> !runs.charged(plan.id(), plan.period().begins(here.today())))
        .findFirst()
        .map(plan -> {
          LocalDate period = plan.period().begins(here.today());
          return new Step(RUN, "dues.step.run", "dues.step.run.detail",
              List.of(plan.period().named(period, here.locals().profile().language())),
              "dues/runs/new?plan=" + plan.id() + "&period=" + period, "dues.step.run.action");
        });
  }

  @Override
  public int order() { return 70; }

  /** A steward sees whether something is due, and nothing of how much or why not; in a pause nothing is. */
  @Override
  public Optional<Panel> panelFor(Caller.Actor reader, UUID person) {
    if (books.find().isEmpty() || plans.open().isEmpty()) {
      return Optional.empty();
    }
    boolean due = of.charges().open(person).stream().anyMatch(each -> !each.due().isAfter(here.today()))
        && of.waivers().of(person).stream().noneMatch(each -> each.covers(here.today()));
    boolean sees = reader.may(Power.SEE_MONEY);
    return Optional.of(new Panel("dues.panel",
        List.of(new Line(due ? "dues.panel.due" : "dues.panel.good", List.of())),
        sees ? "dues/members/" + person : "", "dues.panel.open"));
  }
}
