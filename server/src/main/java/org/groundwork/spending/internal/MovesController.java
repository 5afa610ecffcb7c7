// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.groundwork.ledger.Account;
import org.groundwork.ledger.Fund;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.spending.Decided;
import org.groundwork.spending.FundMove;
import org.groundwork.spending.FundMoves;
import org.groundwork.spending.RuleBook;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Moves between funds, which every member reads. */
@Controller("fundMovePages")
class MovesController {
  private static final String PATH = "spending/moves";
  private static final int LATEST = 50;
  private static final Set<String> DONE = Set.of("asked", "moved", "withdrawn", "undo-asked", "undone", "left");
  private final Transactions transactions;
  private final SpendingDesk desk;
  private final FundMoves moves;
  private final OpenDecisions decisions;
  private final RuleBook rules;
  private final AskController.Forms forms;

  MovesController(Transactions transactions, SpendingDesk desk, FundMoves moves, OpenDecisions decisions,
      RuleBook rules, AskController.Forms forms) {
    this.transactions = transactions;
    this.desk = desk;
    this.moves = moves;
    this.decisions = decisions;
    this.rules = rules;
    this.forms = forms;
  }

  @GetMapping("/l/{local}/spending/moves")
  @Requires(Power.TAKE_PART)
  Answer all(@RequestParam(defaultValue = "") String done) {
    return transactions.read(() -> desk.book().isEmpty()
        ? Answer.show(new NoBooksPage())
        : Answer.show(page(blank(), FormErrors.none(), DONE.contains(done) ? done : "")));
  }

  private MoveForm blank() {
    return MoveForm.blank(forms.ids().random(),
        desk.places().stream().findFirst().map(Account::id).map(UUID::toString).orElse(""));
  }

  @PostMapping("/l/{local}/spending/moves")
  @Requires(Power.KEEP_MONEY)
  Answer ask(@ModelAttribute MoveForm form, HttpServletRequest request) {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.write(() -> {
      UUID once = SpendingTyped.id(form.once()).orElseThrow(SpendingDesk::notFound);
      if (!forms.only().first(once, "fund-move")) {
        return SpendingDesk.goTo(PATH + "?done=asked");
      }
      var errors = new FormErrors();
      Optional<FundMove.New> asked = read(form, errors, request);
      if (asked.isEmpty()) {
        forms.only().notDone(once);
        return Answer.again(page(form, errors, ""));
      }
      moves.ask(asked.get());
      return SpendingDesk.goTo(PATH + "?done=asked");
    });
  }

  private Optional<FundMove.New> read(MoveForm form, FormErrors errors, HttpServletRequest request) {
    Set<UUID> funds = desk.funds().stream().map(Fund::id).collect(Collectors.toSet());
    Set<UUID> places = desk.places().stream().map(Account::id).collect(Collectors.toSet());
    var from = SpendingTyped.choice(errors, "from", form.from(),
        typed -> SpendingTyped.id(typed).filter(funds::contains));
    var to = SpendingTyped.choice(errors, "to", form.to(), typed -> SpendingTyped.id(typed).filter(funds::contains));
    var place = SpendingTyped.choice(errors, "place", form.place(),
        typed -> SpendingTyped.id(typed).filter(places::contains));
    var amount = SpendingTyped.money(errors, "amount", form.amount(),
        new SpendingTyped.Spelling(desk.currency(), forms.language().of(request)), 1);
    String why = errors.required("why", form.why(), FundMove.New.LONGEST);
    if (from.isPresent() && from.equals(to)) {
      errors.refuse("to", "moves.same");
    }
    return errors.any()
        ? Optional.empty()
        : Optional.of(new FundMove.New(place.orElseThrow(), from.orElseThrow(), to.orElseThrow(), amount.orElseThrow(),
            why));
  }

  @PostMapping("/l/{local}/spending/moves/{move}/yes")
  @Requires(Power.APPROVE_MONEY)
  Answer yes(@PathVariable UUID move, @RequestParam(defaultValue = "") String appropriation,
      HttpServletRequest request) {
    Callers.everywhere(Power.APPROVE_MONEY);
    return transactions.write(() -> decided(moves.approve(move, SpendingTyped.id(appropriation)), "moved", request));
  }

  @PostMapping("/l/{local}/spending/moves/{move}/withdraw")
  @Requires(Power.KEEP_MONEY)
  Answer withdraw(@PathVariable UUID move) {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.write(() -> moves.withdraw(move) instanceof Decided.Done
        ? SpendingDesk.goTo(PATH + "?done=withdrawn")
        : SpendingDesk.goTo(PATH));
  }

  /** It went by mistake: asks a second officer to say yes to undoing it. */
  @PostMapping("/l/{local}/spending/moves/{move}/undo")
  @Requires(Power.KEEP_MONEY)
  Answer askToUndo(@PathVariable UUID move) {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.write(() -> moves.askToUndo(move) instanceof Decided.Done
        ? SpendingDesk.goTo(PATH + "?done=undo-asked")
        : SpendingDesk.goTo(PATH));
  }

  @PostMapping("/l/{local}/spending/moves/{move}/undo/yes")
  @Requires(Power.APPROVE_MONEY)
  Answer undo(@PathVariable UUID move, HttpServletRequest request) {
    Callers.everywhere(Power.APPROVE_MONEY);
    return transactions.write(() -> decided(moves.undo(move), "undone", request));
  }

  private Answer decided(Decided decided, String done, HttpServletRequest request) {
    if (decided instanceof Decided.Done) {
      return SpendingDesk.goTo(PATH + "?done=" + done);
    }
    var errors = new FormErrors();
    var locale = forms.language().of(request);
    Why.refuse(errors, decided, minor -> new Money(minor, desk.currency()).written(locale));
    return errors.any() ? Answer.again(page(blank(), errors, "")) : SpendingDesk.goTo(PATH);
  }

  @PostMapping("/l/{local}/spending/moves/{move}/undo/leave")
  @Requires(Power.APPROVE_MONEY)
  Answer leave(@PathVariable UUID move) {
    Callers.everywhere(Power.APPROVE_MONEY);
    return transactions.write(() -> moves.leave(move) instanceof Decided.Done
        ? SpendingDesk.goTo(PATH + "?done=left")
        : SpendingDesk.goTo(PATH));
  }

  private MovesPage page(MoveForm form, FormErrors errors, String done) {
    var reader = Callers.actor();
    var names = new HashMap<>(desk.accountNames());
    names.putAll(desk.fundNames());
    List<FundMove> latest = moves.latest(LATEST);
    var offered = decisions.of(latest.stream().filter(each -> decides(reader, each)).map(FundMove::from).toList());
    var terms = new Terms(names, offered, rules.now().appropriation(), desk.currency());
    List<MovesPage.Row> rows = latest.stream().map(each -> row(each, terms)).toList();
    Optional<MovesPage.Ask> ask = reader.mayEverywhere(Power.KEEP_MONEY)
        ? Optional.of(new MovesPage.Ask(form, desk.funds(), desk.places()))
        : Optional.empty();
    return new MovesPage(rows, terms.money(terms.limit()), ask, errors, done);
  }

  /**
   * What all rows are told with.
   *
   * @param names of accounts and funds
   * @param limit above which a move needs a decision of the members, in minor units
   */
  private record Terms(Map<UUID, String> names, OpenDecisions.Offered offered, long limit, Currency currency) {
    Money money(long minor) { return new Money(minor, currency); }

    String name(UUID of) { return names.getOrDefault(of, ""); }
  }

  private static boolean decides(Caller.Actor reader, FundMove move) {
    return move.state() == FundMove.State.ASKED && reader.mayEverywhere(Power.APPROVE_MONEY)
        && !move.asked(reader.person());
  }

  private MovesPage.Row row(FundMove move, Terms terms) {
    var reader = Callers.actor();
    boolean waits = move.state() == FundMove.State.ASKED;
    boolean decides = decides(reader, move);
    long together = decides ? moves.together(move) : move.amount();
    List<PayoutPage.Under> under = decides ? terms.offered().letting(move.amount(), move.from()) : List.of();
    return new MovesPage.Row(move.id(), terms.name(move.from()), terms.name(move.to()), terms.name(move.place()),
        terms.money(move.amount()), move.why(), move.state().key(), move.moved().orElse(move.askedOn()), decides,
        waits && reader.mayEverywhere(Power.KEEP_MONEY),
        terms.money(together), decides && together > terms.limit(), under,
        new MovesPage.Undo(move.state() == FundMove.State.MOVED && reader.mayEverywhere(Power.KEEP_MONEY),
            reader.mayEverywhere(Power.APPROVE_MONEY) && move.mayUndo(reader.person()),
            reader.mayEverywhere(Power.APPROVE_MONEY) && move.state() == FundMove.State.UNDOING));
  }
}
