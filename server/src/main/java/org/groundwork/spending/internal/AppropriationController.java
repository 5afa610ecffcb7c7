// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.groundwork.ledger.Fund;
import org.groundwork.ledger.Journal;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.spending.Appropriation;
import org.groundwork.spending.Appropriations;
import org.groundwork.spending.FundMoves;
import org.groundwork.spending.Decided;
import org.groundwork.spending.Papers;
import org.groundwork.spending.Payouts;
import org.groundwork.spending.RuleBook;
import org.groundwork.spending.SecondLook;
import org.groundwork.spending.SecondLooks;
import org.groundwork.spending.Stage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The decisions by which money leaves the funds: read by every member, written down by one officer, confirmed by a second. */
@Controller("spendingAppropriations")
class AppropriationController {
  private static final String PATH = "spending/appropriations";
  private final Transactions transactions;
  private final SpendingDesk desk;
  private final Appropriations appropriations;
  private final Payouts payouts;
  private final Others others;
  private final RuleBook rules;
  private final AskController.Forms forms;

  AppropriationController(Transactions transactions, SpendingDesk desk, Appropriations appropriations,
      Payouts payouts, Others others, RuleBook rules, AskController.Forms forms) {
    this.transactions = transactions;
    this.desk = desk;
    this.appropriations = appropriations;
    this.payouts = payouts;
    this.others = others;
    this.rules = rules;
    this.forms = forms;
  }

  /** What else leaves a fund under a decision, and what of it is told. */
  @Component("appropriationOthers")
  record Others(FundMoves moves, SecondLooks looks, Journal journal, OpenDecisions decisions) {

    /** Where it went, by the names of accounts. */
    String to(SecondLook look, Map<UUID, String> names) {
      return journal.find(look.entry())
          .stream()
          .flatMap(entry -> entry.lines().stream())
          .filter(line -> line.amount() > 0 && line.fund().equals(look.fund()))
          .map(line -> names.getOrDefault(line.account(), ""))
          .distinct()
          .collect(Collectors.joining(", "));
    }
  }

  @GetMapping("/l/{local}/spending/appropriations")
  @Requires(Power.TAKE_PART)
  Answer all() {
    return transactions.read(() -> desk.book().isEmpty()
        ? Answer.show(new NoBooksPage())
        : Answer.show(new AppropriationsPage(appropriations.all().stream().map(this::row).toList(),
            desk.money(rules.now().appropriation()), decides())));
  }

  @GetMapping("/l/{local}/spending/appropriations/new")
  @Requires(Power.APPROVE_MONEY)
  Answer blank() {
    return transactions.read(() -> {
      Callers.everywhere(Power.APPROVE_MONEY);
      return desk.book().isEmpty()
          ? Answer.show(new NoBooksPage())
          : Answer.show(page(AppropriationForm.blank(forms.ids().random(), desk.funds().getFirst().id()),
              FormErrors.none()));
    });
  }

  @PostMapping("/l/{local}/spending/appropriations/new")
  @Requires(Power.APPROVE_MONEY)
  Answer record(@ModelAttribute AppropriationForm form, HttpServletRequest request,
      @RequestParam(name = "files", required = false) MultipartFile @Nullable [] sent) throws IOException {
    Callers.everywhere(Power.APPROVE_MONEY);
    UUID id = SpendingTyped.id(form.once()).orElseThrow(SpendingDesk::notFound);
    var errors = new FormErrors();
    forms.files().keep(sent, file -> forms.papers().keepWithForm(id, file)).refuse(errors);
    return transactions.write(() -> {
      var spelling = new SpendingTyped.Spelling(desk.currency(), forms.language().of(request));
      var typed = form.read(errors, desk, spelling);
      if (typed.isEmpty()) {
        return Answer.again(page(form, errors));
      }
      if (!forms.only().first(id, "appropriation")) {
        forms.papers().drop(id);
        return SpendingDesk.goTo(PATH);
      }
      return SpendingDesk.goTo(PATH + "/" + appropriations.record(typed.get(), id));
    });
  }

  private AppropriationFormPage page(AppropriationForm form, FormErrors errors) {
    UUID id = SpendingTyped.id(form.once()).orElseThrow(SpendingDesk::notFound);
    return new AppropriationFormPage(form, desk.funds(), forms.papers().ofForm(id), errors);
  }

  @GetMapping("/l/{local}/spending/appropriations/{appropriation}")
  @Requires(Power.TAKE_PART)
  Answer one(@PathVariable UUID appropriation) {
    return transactions.read(() -> Answer.show(page(found(appropriation), FormErrors.none())));
  }

  @PostMapping("/l/{local}/spending/appropriations/{appropriation}/confirm")
  @Requires(Power.APPROVE_MONEY)
  Answer confirm(@PathVariable UUID appropriation) {
    return act(appropriation, () -> appropriations.confirm(appropriation));
  }

  @PostMapping("/l/{local}/spending/appropriations/{appropriation}/close")
  @Requires(Power.APPROVE_MONEY)
  Answer close(@PathVariable UUID appropriation) {
    return act(appropriation, () -> appropriations.close(appropriation));
  }

  private Answer act(UUID appropriation, Supplier<Decided> deed) {
    return transactions.write(() -> {
      Callers.everywhere(Power.APPROVE_MONEY);
      found(appropriation);
      if (deed.get() instanceof Decided.AnotherPerson) {
        var errors = new FormErrors();
        errors.refuse("confirm", "appropriations.another");
        return Answer.again(page(found(appropriation), errors));
      }
      return SpendingDesk.goTo(PATH + "/" + appropriation); // done meanwhile: the page shows it
    });
  }

  @GetMapping("/l/{local}/spending/appropriations/{appropriation}/papers/{file}")
  @Requires(Power.TAKE_PART)
  Answer paper(@PathVariable UUID appropriation, @PathVariable UUID file) {
    return transactions.write(() -> PayoutController.handedOut(forms.papers()
        .look(Papers.minutes(found(appropriation).id()), file)
        .orElseThrow(SpendingDesk::notFound)));
  }

  private Appropriation found(UUID appropriation) {
    return appropriations.find(appropriation).orElseThrow(SpendingDesk::notFound);
  }

  private AppropriationPage page(Appropriation decision, FormErrors errors) {
    boolean recorded = decision.state() == Appropriation.State.RECORDED;
    boolean own = decision.recordedBy().equals(Callers.actor().person());
    return new AppropriationPage(row(decision), decision.decision(), decision.confirmed(), decision.closed(),
        forms.papers().of(Papers.minutes(decision.id())), spent(decision), decides() && recorded && !own,
        decides() && decision.state() != Appropriation.State.CLOSED, errors);
  }

  /** What left the fund under it, by the name of the account: every member reads this. */
  private List<AppropriationPage.Spent> spent(Appropriation decision) {
    Map<UUID, String> names = desk.accountNames();
    Map<UUID, String> funds = desk.fundNames();
    var spent = new ArrayList<AppropriationPage.Spent>();
    others.moves()
        .under(decision.id())
        .forEach(each -> spent.add(new AppropriationPage.Spent(each.moved().orElse(each.askedOn()),
            funds.getOrDefault(each.to(), ""), desk.money(each.amount()), true)));
    others.looks()
        .under(decision.id())
        .forEach(each -> spent.add(new AppropriationPage.Spent(each.on(), others.to(each, names),
            desk.money(each.amount()), true)));
    if (OpenDecisions.seesAll()) {
      appropriations.uses(decision.id())
          .forEach(each -> spent.add(new AppropriationPage.Spent(each.on(), names.getOrDefault(each.account(), ""),
              desk.money(each.amount()), true)));
    }
    payouts.under(decision.id())
        .stream()
        .filter(each -> !each.confidential() || OpenDecisions.seesAll())
        .map(each -> new AppropriationPage.Spent(OpenDecisions.day(each), names.getOrDefault(each.account(), ""),
            desk.money(each.amount()), each.stage() instanceof Stage.Paid))
        .forEach(spent::add);
    return spent;
  }

  private static boolean decides() { return Callers.actor().mayEverywhere(Power.APPROVE_MONEY); }

  private AppropriationsPage.Row row(Appropriation each) {
    long untold = others.decisions().untold(each);
    return new AppropriationsPage.Row(each.id(), each.purpose(), desk.fund(each.fund()).map(Fund::name).orElse(""),
        desk.money(each.amount()), desk.money(Math.subtractExact(each.used(), untold)),
        desk.money(Math.addExact(each.left(), untold)), each.decision().on(),
        each.decision().body().key(), each.state().key());
  }
}
