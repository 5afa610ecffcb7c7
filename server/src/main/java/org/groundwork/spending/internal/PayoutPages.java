// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.ledger.Fund;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.spending.NewPayout;
import org.groundwork.spending.Papers;
import org.groundwork.spending.Paying;
import org.groundwork.spending.Payout;
import org.groundwork.spending.RuleBook;
import org.groundwork.spending.Stage;
import org.springframework.stereotype.Component;

/** Puts together the page of one payment. Runs inside a transaction. */
@Component("spendingPayoutPages")
class PayoutPages {
  private final SpendingDesk desk;
  private final Paying paying;
  private final OpenDecisions decisions;
  private final RuleBook rules;
  private final Papers papers;

  PayoutPages(SpendingDesk desk, Paying paying, OpenDecisions decisions, RuleBook rules, Papers papers) {
    this.desk = desk;
    this.paying = paying;
    this.decisions = decisions;
    this.rules = rules;
    this.papers = papers;
  }

  PayoutPage of(Payout payout, ActForm form, FormErrors errors, boolean meanwhile) {
    return new PayoutPage(desk.lines(List.of(payout)).getFirst(), about(payout), can(payout), form, errors, meanwhile);
  }

  private PayoutPage.About about(Payout payout) {
    boolean whose = SpendingDesk.readsWhose(Callers.actor(), payout);
    return new PayoutPage.About(desk.fund(payout.fund()).map(Fund::name).orElse(""), payout.way().key(),
        readsWay(payout) ? payout.wayTo() : "", payout.noReceipt(), !whose,
        payout.stage() instanceof Stage.SentBack(String why) ? Optional.of(why) : Optional.empty(),
        payout.appropriation().flatMap(decisions::named),
        whose ? papers.of(Papers.payout(payout.id())) : List.of(), story(payout));
  }

  /** Where money goes is for whoever asked and whoever pays. */
  private static boolean readsWay(Payout payout) {
    var reader = Callers.actor();
    return payout.concerns(reader.person()) || reader.mayEverywhere(Power.KEEP_MONEY);
  }

  private static List<PayoutPage.Event> story(Payout payout) {
    var story = new ArrayList<PayoutPage.Event>();
    story.add(new PayoutPage.Event(payout.askedOn(), "asked"));
    switch (payout.stage()) {
      case Stage.Approved(var yes, var released) -> yes(story, payout, yes, released);
      case Stage.Paid paid -> {
        yes(story, payout, paid.approved(), paid.released());
        story.add(new PayoutPage.Event(paid.act().on(), "paid." + paid.from().key()));
      }
      default -> {
      }
    }
    return story;
  }

  private static void yes(List<PayoutPage.Event> story, Payout payout, Stage.Act yes, Optional<Stage.Act> released) {
    story.add(new PayoutPage.Event(yes.on(), payout.kind() == NewPayout.Kind.OTHER ? "owed" : "approved"));
    released.ifPresent(act -> story.add(new PayoutPage.Event(act.on(), "released")));
  }

  private PayoutPage.Can can(Payout payout) {
    var reader = Callers.actor();
    long held = desk.held(payout.fund());
    long together = paying.together(payout);
    boolean decides = reader.mayEverywhere(Power.APPROVE_MONEY);
    boolean needsRelease = paying.needsRelease(payout);
    boolean approved = payout.stage() instanceof Stage.Approved;
    return new PayoutPage.Can(payout.asked(reader.person()) && payout.canBeMended(),
        decides && payout.stage() instanceof Stage.Asked && !payout.concerns(reader.person()),
        decides && needsRelease && paying.mayRelease(reader.person(), payout),
        approved && !needsRelease && reader.mayEverywhere(Power.KEEP_MONEY) && !released(reader, payout),
        approved && payout.kind() != NewPayout.Kind.OTHER && reader.mayEverywhere(Power.KEEP_MONEY),
        payout.stage() instanceof Stage.Paid && reader.mayEverywhere(Power.KEEP_MONEY), held >= payout.amount(),
        told(held), told(Math.subtractExact(held, payout.amount())), desk.money(together),
        together > rules.now().appropriation(), decisions(payout));
  }

  /** What is in a fund is told to whoever reads all of the books: beside the members' sums it would tell what few people got. */
  private Optional<Money> told(long minor) {
    return Callers.actor().mayEverywhere(Power.SEE_MONEY) ? Optional.of(desk.money(minor)) : Optional.empty();
  }

  private static boolean released(Caller.Actor reader, Payout payout) {
    return payout.stage() instanceof Stage.Approved(var _, var released)
        && released.flatMap(Stage.Act::by).equals(Optional.of(reader.person()));
  }

  private List<PayoutPage.Under> decisions(Payout payout) {
    return payout.stage() instanceof Stage.Asked
        ? decisions.of(List.of(payout.fund())).letting(payout.amount(), payout.fund())
        : List.of();
  }

  /** The form as it is before anything was typed. */
  ActForm blank(Payout payout) {
    LocalDate today = desk.today();
    return ActForm.blank(payout.version(), payout.way(), today);
  }

  Optional<UUID> appropriation(ActForm form) { return SpendingTyped.id(form.appropriation()); }
}
