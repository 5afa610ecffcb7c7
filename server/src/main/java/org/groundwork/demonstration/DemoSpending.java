// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.demonstration;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.demonstration.DemoTown.Cast;
import org.groundwork.ledger.FundKind;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.files.FileIntake;
import org.groundwork.platform.ids.Ids;
import org.groundwork.spending.Appropriation;
import org.groundwork.spending.Appropriations;
import org.groundwork.spending.Approvals;
import org.groundwork.spending.Decided;
import org.groundwork.spending.From;
import org.groundwork.spending.FundMove;
import org.groundwork.spending.FundMoves;
import org.groundwork.spending.NewPayout;
import org.groundwork.spending.Papers;
import org.groundwork.spending.Payee;
import org.groundwork.spending.Paying;
import org.groundwork.spending.Payouts;
import org.groundwork.spending.PettyCash;
import org.groundwork.spending.PettyDone;
import org.groundwork.spending.SecondLook;
import org.groundwork.spending.SecondLooks;
import org.groundwork.spending.Way;

/**
 * What is paid out in the demonstration: one who waits for a yes, one who was asked something, one who waits for the money, one who has
 * it; a bill above the limit and one under a decision; petty cash that two counted; a move between funds; second looks.
 */
final class DemoSpending {
  private static final String FIRST = "Rosa";
  private static final String SECOND = "Dolores";
  private final DemoTown town;
  private final DemoLedger ledger;
  private final Paid paid;
  private final Other other;
  private final Papered papered;

  DemoSpending(DemoTown town, DemoLedger ledger, Paid paid, Other other, Papered papered) {
    this.town = town;
    this.ledger = ledger;
    this.paid = paid;
    this.other = other;
    this.papered = papered;
  }

  /** What is asked for, said yes to and paid. */
  record Paid(Payouts payouts, Approvals approvals, Paying paying) {}

  /** By what other ways money leaves. */
  record Other(PettyCash petty, Appropriations appropriations, FundMoves moves, SecondLooks looks) {}

  /** How receipts come to what was asked for. */
  record Papered(FileIntake intake, Papers papers, Ids ids) {}

  /** Plays it; opens its own transactions. */
  void play(Cast cast, DemoCompany company, String treasurer) throws Exception {
    laidOut(cast, company, treasurer);
    bills(cast, company, treasurer);
    petty(cast, company, treasurer);
    company.does(treasurer, () -> other.moves()
        .ask(new FundMove.New(ledger.books().account(UsedFor.BANK).id(), ledger.fund(FundKind.GENERAL),
            ledger.fund(FundKind.HARDSHIP), 15_000, say(cast, "move"))));
    company.does(FIRST, () -> {
      SecondLook look = other.looks().waiting(SecondLooks.MOST).getFirst();
      return done(other.looks().ask(look.id(), say(cast, "look")));
    });
  }

  private void laidOut(Cast cast, DemoCompany company, String treasurer) throws Exception {
    UUID flyers = company.does("Juan", () -> paid.payouts().ask(back(cast, "Juan", "flyers", "5000", 1_860, true)));
    paper(company, "Juan", flyers, "receipt.pdf",
        List.of(say(cast, "bank-printer"), "3 Station Road", "", say(cast, "flyers-bought"), "18.60"));
    UUID tram = company.does("Maria", () -> paid.payouts().ask(back(cast, "Maria", "tram", "5200", 950, false)));
    company.does(FIRST, () -> done(paid.approvals().sendBack(tram, say(cast, "tram-why"))));
    UUID children = company.does(SECOND,
        () -> paid.payouts().ask(back(cast, SECOND, "children", "5300", 4_600, false)));
    company.does(treasurer, () -> yes(children, Optional.empty()));
    UUID tape = company.does("Juan", () -> paid.payouts().ask(back(cast, "Juan", "tape", "5600", 2_400, false)));
    company.does(FIRST, () -> yes(tape, Optional.empty()));
    company.does(treasurer, () -> done(paid.paying().pay(tape, From.CASH, town.today())));
  }

  /** Somebody hands in the paper of a payment. */
  private void paper(DemoCompany company, String who, UUID payout, String name, List<String> lines) throws Exception {
    UUID form = papered.ids().random();
    var file = company.alone(who, () -> new DemoPaper(name, lines).safe(papered.intake()));
    company.does(who, () -> {
      papered.papers().keepWithForm(form, file);
      papered.papers().hand(form, Papers.payout(payout));
      return payout;
    });
  }

  /** What somebody laid out, to be had back in cash. */
  private NewPayout back(Cast cast, String who, String what, String code, long amount, boolean receipt) {
    return new NewPayout(NewPayout.Kind.LAID_OUT, amount, ledger.fund(FundKind.GENERAL), ledger.account(code),
        new Payee.Member(cast.of(who)), say(cast, what), Way.CASH, "", receipt ? "" : say(cast, "no-receipt"),
        Optional.empty(), false, Optional.empty());
  }

  private void bills(Cast cast, DemoCompany company, String treasurer) throws Exception {
    LocalDate due = company.does(treasurer, town::today).plusDays(12);
    UUID posters = company.does(treasurer,
        () -> paid.payouts()
            .ask(bill(say(cast, "bank-printer"), say(cast, "posters"), "5000", FundKind.GENERAL, 28_500, due)));
    paper(company, treasurer, posters, "bill.pdf",
        List.of(say(cast, "bank-printer"), "3 Station Road", "", say(cast, "posters"), "285.00"));
    company.does(FIRST, () -> yes(posters, Optional.empty()));
    UUID decided = company.does(treasurer, () -> other.appropriations().record(decision(cast), papered.ids().random()));
    company.does(SECOND, () -> done(other.appropriations().confirm(decided)));
    UUID clinic = company.does(treasurer, () -> paid.payouts()
        .ask(bill(say(cast, "clinic"), say(cast, "clinic-what"), "5500", FundKind.STRIKE, 52_000, due.plusDays(9))));
    paper(company, treasurer, clinic, "bill.pdf", List.of(say(cast, "clinic"), "", say(cast, "clinic-what"), "520.00"));
  }

  private NewPayout bill(String from, String what, String code, FundKind fund, long amount, LocalDate due) {
    return new NewPayout(NewPayout.Kind.BILL, amount, ledger.fund(fund), ledger.account(code), new Payee.Named(from),
        what, Way.TRANSFER, "", "", Optional.of(due), false, Optional.empty());
  }

  private Appropriation.New decision(Cast cast) {
    return new Appropriation.New(ledger.fund(FundKind.STRIKE), 80_000, say(cast, "decision"),
        new Appropriation.Decision(town.today().minusDays(19), Appropriation.Body.GENERAL_MEETING,
            say(cast, "decision-words"), 31, 2, 3));
  }

  private void petty(Cast cast, DemoCompany company, String treasurer) throws Exception {
    UUID carried = company.does(treasurer,
        () -> moved(other.petty().open(cast.of(SECOND), ledger.fund(FundKind.GENERAL))));
    company.does(treasurer, () -> moved(other.petty().topUp(carried, 6_000)));
    company.does(SECOND, () -> moved(other.petty()
        .spent(carried, 1_240, ledger.account("5300"), say(cast, "petty-food"), town.today())));
    company.does(SECOND, () -> moved(other.petty()
        .spent(carried, 760, ledger.account("5000"), say(cast, "petty-chalk"), town.today())));
    company.does(SECOND, () -> other.petty().counted(carried, 4_000, ""));
    company.does(treasurer, () -> moved(other.petty().counted(carried, 4_000, "")));
    company.does(SECOND, () -> moved(other.petty()
        .spent(carried, 525, ledger.account("5200"), say(cast, "petty-bus"), town.today())));
  }

  private boolean yes(UUID payout, Optional<UUID> decision) {
    long seen = paid.payouts().find(payout).orElseThrow().version();
    return done(paid.approvals().approve(payout, seen, decision));
  }

  private static boolean done(Decided decided) {
    if (!(decided instanceof Decided.Done)) {
      throw new IllegalStateException("the demonstration's money does not move: " + decided);
    }
    return true;
  }

  private static UUID moved(PettyDone done) {
    if (!(done instanceof PettyDone.Done(UUID id))) {
      throw new IllegalStateException("the demonstration's petty cash does not move: " + done);
    }
    return id;
  }

  private String say(Cast cast, String key) { return town.text(cast, "demonstration.money." + key); }
}
