// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.RequestLanguage;
import org.groundwork.spending.Decided;
import org.groundwork.spending.RuleBook;
import org.groundwork.spending.Rules;
import org.groundwork.spending.RulesChange;
import org.groundwork.spending.RulesChanges;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The local's limits. */
@Controller("spendingLimits")
class LimitsController {
  private static final int PAST = 30;
  private static final Set<String> DONE = Set.of("asked", "agreed", "withdrawn");
  private final Transactions transactions;
  private final SpendingDesk desk;
  private final RuleBook rules;
  private final RulesChanges changes;
  private final RequestLanguage language;

  LimitsController(Transactions transactions, SpendingDesk desk, RuleBook rules, RulesChanges changes,
      RequestLanguage language) {
    this.transactions = transactions;
    this.desk = desk;
    this.rules = rules;
    this.changes = changes;
    this.language = language;
  }

  @GetMapping("/l/{local}/spending/limits")
  @Requires(Power.TAKE_PART)
  Answer limits(@RequestParam(defaultValue = "") String done, HttpServletRequest request) {
    return transactions.read(() -> desk.book().isEmpty()
        ? Answer.show(new NoBooksPage())
        : Answer.show(page(LimitsForm.of(rules.now(), spelling(request)), FormErrors.none(),
            Said.done(DONE.contains(done) ? done : ""))));
  }

  /** Asks for other limits; they hold once another officer says yes. */
  @PostMapping("/l/{local}/spending/limits")
  @Requires(Power.ADMINISTER)
  Answer ask(@ModelAttribute LimitsForm form, HttpServletRequest request) {
    Callers.everywhere(Power.ADMINISTER);
    return transactions.write(() -> {
      var errors = new FormErrors();
      var typed = form.read(errors, spelling(request));
      if (typed.isEmpty()) {
        return Answer.again(page(form, errors, Said.TYPED));
      }
      if (rules.now().sameAs(typed.get())) {
        return SpendingDesk.goTo("spending/limits");
      }
      RulesChanges.Asked asked = changes.ask(typed.get());
      return asked == RulesChanges.Asked.YES || asked(typed.get())
          ? SpendingDesk.goTo("spending/limits?done=asked")
          : new Answer.Show(page(form.about(rules.now().version()), errors, Said.meanwhile(asked)), 409);
    });
  }

  /**
   * What the page says at its head.
   *
   * @param done what just happened; empty for nothing
   * @param meanwhile why what was typed was not asked for; empty if nothing came between
   * @param typed whether the form has what somebody typed, which is shown to them in any case
   */
  private record Said(String done, String meanwhile, boolean typed) {
    static final Said TYPED = new Said("", "", true);
    static final Said NOTHING = new Said("", "", false);

    static Said done(String what) { return new Said(what, "", false); }

    static Said meanwhile(RulesChanges.Asked asked) { return new Said("", asked.key(), true); }
  }

  /** Sent twice: it is asked for as it was wanted. */
  private boolean asked(Rules wanted) {
    return changes.waiting()
        .filter(each -> each.asked(Callers.actor().person()) && each.wanted().sameAs(wanted))
        .isPresent();
  }

  @PostMapping("/l/{local}/spending/limits/{change}/yes")
  @Requires(Power.APPROVE_MONEY)
  Answer yes(@PathVariable UUID change, HttpServletRequest request) {
    Callers.everywhere(Power.APPROVE_MONEY);
    return transactions.write(() -> {
      Decided decided = changes.agree(change);
      if (decided instanceof Decided.AnotherPerson) {
        var errors = new FormErrors();
        errors.refuse("decision", "spending.refused.another");
        return Answer.again(page(LimitsForm.of(rules.now(), spelling(request)), errors, Said.NOTHING));
      }
      return SpendingDesk.goTo("spending/limits" + (decided instanceof Decided.Done ? "?done=agreed" : ""));
    });
  }

  @PostMapping("/l/{local}/spending/limits/{change}/withdraw")
  @Requires(Power.APPROVE_MONEY)
  Answer withdraw(@PathVariable UUID change) {
    Callers.everywhere(Power.APPROVE_MONEY);
    return transactions.write(() -> SpendingDesk
        .goTo("spending/limits" + (changes.withdraw(change) instanceof Decided.Done ? "?done=withdrawn" : "")));
  }

  private LimitsPage page(LimitsForm form, FormErrors errors, Said said) {
    var reader = Callers.actor();
    Rules now = rules.now();
    Optional<RulesChange> waiting = changes.waiting();
    List<RulesChange> past = changes.latest(PAST);
    Map<UUID, String> names = desk.names(Stream.concat(waiting.stream(), past.stream())
        .flatMap(each -> Stream.concat(each.askedBy().stream(), each.decidedBy().stream()))
        .toList());
    boolean decides = reader.mayEverywhere(Power.APPROVE_MONEY);
    return new LimitsPage(new LimitsPage.Sums(desk.money(now.noReceipt()), desk.money(now.release()),
        desk.money(now.appropriation()), desk.money(now.pettyCash())), waiting.map(each -> change(each, names)),
        past.stream().map(each -> change(each, names)).toList(),
        new LimitsPage.May(reader.mayEverywhere(Power.ADMINISTER) && (waiting.isEmpty() || said.typed()),
            waiting.filter(each -> RulesChanges.mayAgree(reader, each)).isPresent(), decides),
        form, errors, said.meanwhile(), said.done(), desk.zone());
  }

  private LimitsPage.Change change(RulesChange change, Map<UUID, String> names) {
    var parts = new ArrayList<LimitsPage.Part>();
    part(parts, "no-receipt", change, Rules::noReceipt);
    part(parts, "release", change, Rules::release);
    part(parts, "appropriation", change, Rules::appropriation);
    part(parts, "petty-cash", change, Rules::pettyCash);
    return new LimitsPage.Change(change.id(), change.state().key(), parts, name(change.askedBy(), names),
        change.askedAt(), name(change.decidedBy(), names), change.decidedAt());
  }

  private void part(List<LimitsPage.Part> parts, String what, RulesChange change, ToLongFunction<Rules> of) {
    long before = of.applyAsLong(change.before());
    long wanted = of.applyAsLong(change.wanted());
    if (before != wanted) {
      parts.add(new LimitsPage.Part(what, desk.money(before), desk.money(wanted)));
    }
  }

  private static String name(Optional<UUID> person, Map<UUID, String> names) {
    return person.map(id -> names.getOrDefault(id, "")).orElse("");
  }

  private SpendingTyped.Spelling spelling(HttpServletRequest request) {
    return new SpendingTyped.Spelling(desk.currency(), language.of(request));
  }
}
