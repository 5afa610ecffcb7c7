// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.groundwork.ledger.Entry;
import org.groundwork.ledger.Journal;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.RequestLanguage;
import org.groundwork.spending.Decided;
import org.groundwork.spending.RuleBook;
import org.groundwork.spending.Rules;
import org.groundwork.spending.SecondLook;
import org.groundwork.spending.SecondLooks;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What left by one person's word and above the limits, for a second officer to look at afterwards. */
@Controller("secondLookPages")
class LooksController {
  private static final String PATH = "spending/looks";
  private static final int PAST = 20;
  private static final Set<String> DONE = Set.of("yes", "asked", "answered");
  private final Transactions transactions;
  private final SpendingDesk desk;
  private final SecondLooks looks;
  private final OpenDecisions decisions;
  private final RuleBook rules;
  private final Reading reading;

  LooksController(Transactions transactions, SpendingDesk desk, SecondLooks looks, OpenDecisions decisions,
      RuleBook rules, Reading reading) {
    this.transactions = transactions;
    this.desk = desk;
    this.looks = looks;
    this.decisions = decisions;
    this.rules = rules;
    this.reading = reading;
  }

  /** Where entries are read, and in which language. */
  @Component("secondLookReading")
  record Reading(Journal journal, RequestLanguage language) {}

  @GetMapping("/l/{local}/spending/looks")
  @Requires(Power.TAKE_PART)
  Answer all(@RequestParam(defaultValue = "") String done) {
    var reader = officer();
    return transactions.read(() -> desk.book().isEmpty()
        ? Answer.show(new NoBooksPage())
        : Answer.show(page(reader, new Typed("", ""), FormErrors.none(), DONE.contains(done) ? done : "")));
  }

  /** Whoever says yes to money, or reads all of it; to others it is as if the page were not there. */
  private static Caller.Actor officer() {
    var reader = Callers.actor();
    if (!reader.mayEverywhere(Power.APPROVE_MONEY) && !reader.mayEverywhere(Power.SEE_MONEY)) {
      throw SpendingDesk.notFound();
    }
    return reader;
  }

  @PostMapping("/l/{local}/spending/looks/{look}/yes")
  @Requires(Power.APPROVE_MONEY)
  Answer yes(@PathVariable UUID look, @RequestParam(defaultValue = "") String appropriation,
      HttpServletRequest request) {
    var reader = Callers.everywhere(Power.APPROVE_MONEY);
    return transactions.write(() -> {
      var errors = new FormErrors();
      return answer(reader, looks.yes(look, SpendingTyped.id(appropriation)), new Typed(look.toString(), ""), errors,
          "yes", request);
    });
  }

  @PostMapping("/l/{local}/spending/looks/{look}/ask")
  @Requires(Power.APPROVE_MONEY)
  Answer ask(@PathVariable UUID look, @RequestParam(defaultValue = "") String question, HttpServletRequest request) {
    return worded(Callers.everywhere(Power.APPROVE_MONEY), new Typed(look.toString(), question), "question",
        asked -> looks.ask(look, asked), "asked", request);
  }

  @PostMapping("/l/{local}/spending/looks/{look}/answer")
  @Requires(Power.KEEP_MONEY)
  Answer said(@PathVariable UUID look, @RequestParam(defaultValue = "") String answer, HttpServletRequest request) {
    return worded(Callers.everywhere(Power.KEEP_MONEY), new Typed(look.toString(), answer), "answer",
        said -> looks.answer(look, said), "answered", request);
  }

  /** Does something with words that have to be there. */
  private Answer worded(Caller.Actor reader, Typed typed, String field, Function<String, Decided> work, String done,
      HttpServletRequest request) {
    return transactions.write(() -> {
      var errors = new FormErrors();
      String words = errors.required(field, typed.words(), SecondLooks.LONGEST);
      return errors.any()
          ? Answer.again(page(reader, typed, errors, ""))
          : answer(reader, work.apply(words), typed, errors, done, request);
    });
  }

  /** What was typed, of which of them. */
  private record Typed(String look, String words) {}

  private Answer answer(Caller.Actor reader, Decided decided, Typed typed, FormErrors errors, String done,
      HttpServletRequest request) {
    if (decided instanceof Decided.Done) {
      return SpendingDesk.goTo(PATH + "?done=" + done);
    }
    var locale = reading.language().of(request);
    Why.refuse(errors, decided, minor -> new Money(minor, desk.currency()).written(locale));
    return errors.any() ? Answer.again(page(reader, typed, errors, "")) : SpendingDesk.goTo(PATH);
  }

  private LooksPage page(Caller.Actor reader, Typed typed, FormErrors errors, String done) {
    List<SecondLook> waiting = looks.waiting(SecondLooks.MOST);
    List<SecondLook> past = looks.done(PAST);
    Map<UUID, Entry> entries = reading.journal()
        .some(Stream.of(waiting, past)
            .flatMap(Collection::stream)
            .map(SecondLook::entry)
            .collect(Collectors.toSet()));
    var named = new Named(entries, desk.accountNames(), desk.fundNames(), desk.currency());
    Rules now = rules.now();
    var terms = new Terms(looks.together(waiting), now.appropriation(), decisions
        .of(waiting.stream().filter(each -> SecondLooks.mayDecide(reader, each)).map(SecondLook::fund).toList()));
    return new LooksPage(waiting.stream().map(each -> row(reader, each, named, terms)).toList(),
        past.stream().map(each -> row(reader, each, named, Terms.NONE)).toList(), named.money(now.byOne()),
        reader.mayEverywhere(Power.SEE_MONEY), typed.look(), typed.words(), errors, done);
  }

  /** The entries, and what accounts and funds are called. */
  private record Named(Map<UUID, Entry> entries, Map<UUID, String> accounts, Map<UUID, String> funds,
      Currency currency) {
    Money money(long minor) { return new Money(minor, currency); }

    String what(SecondLook look) { return Optional.ofNullable(entries.get(look.entry())).map(Entry::what).orElse(""); }

    /** Where it went, as the books have it. */
    String to(SecondLook look) {
      return Optional.ofNullable(entries.get(look.entry()))
          .stream()
          .flatMap(entry -> entry.lines().stream())
          .filter(line -> line.amount() > 0 && line.fund().equals(look.fund()))
          .map(line -> accounts.getOrDefault(line.account(), ""))
          .distinct()
          .collect(Collectors.joining(", "));
    }
  }

  /**
   * By what those that wait are decided; read once for all of them.
   *
   * @param sums what each counts for, by its name
   * @param limit above which a yes needs a decision of the members, in minor units
   */
  private record Terms(Map<UUID, Long> sums, long limit, OpenDecisions.Offered offered) {
    /** Of what is done nothing is decided any more. */
    static final Terms NONE = new Terms(Map.of(), Long.MAX_VALUE, OpenDecisions.Offered.NONE);
  }

  private static LooksPage.Row row(Caller.Actor reader, SecondLook look, Named named, Terms terms) {
    boolean decides = SecondLooks.mayDecide(reader, look);
    long counts = terms.sums().getOrDefault(look.id(), 0L);
    long together = Math.max(counts, look.amount());
    List<PayoutPage.Under> under = decides ? terms.offered().letting(look.amount(), look.fund()) : List.of();
    return new LooksPage.Row(look.id(), look.entry(), named.what(look), named.to(look),
        named.funds().getOrDefault(look.fund(), ""), named.money(look.amount()), named.money(together), look.on(),
        look.how().key(), look.state().key(), look.question(), look.answer(),
        look.state() == SecondLook.State.ASKED && reader.mayEverywhere(Power.KEEP_MONEY), decides,
        counts > terms.limit(), under);
  }
}
