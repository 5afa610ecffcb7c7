// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.groundwork.ledger.Account;
import org.groundwork.ledger.AccountKind;
import org.groundwork.ledger.Book;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.Entered;
import org.groundwork.ledger.Fund;
import org.groundwork.ledger.NewEntry;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.Languages;
import org.groundwork.treasury.OpeningLines;
import org.groundwork.treasury.OpeningLines.Fresh;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What was there when the books began, beside what they were opened with. */
@Controller
class OpeningLinesController {
  private static final Map<String, String> DONE = Map.of("entered", "treasury.there.done");
  private static final Refusing.Fields FIELDS = new Refusing.Fields("amount", "account", "amount");
  private final Transactions transactions;
  private final TreasuryDesk desk;
  private final Books books;
  private final OpeningLines lines;
  private final JournalController.Parts parts;
  private final Wording wording;

  OpeningLinesController(Transactions transactions, TreasuryDesk desk, Books books, OpeningLines lines,
      JournalController.Parts parts, Refusing refusing, Languages languages) {
    this.transactions = transactions;
    this.desk = desk;
    this.books = books;
    this.lines = lines;
    this.parts = parts;
    this.wording = new Wording(refusing, languages);
  }

  private record Wording(Refusing refusing, Languages languages) {}

  /** What the books do not take: nothing is changed, also no account added. */
  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Entered why;

    Refused(Entered why) {
      super("refused", null, false, false);
      this.why = why;
    }
  }

  @GetMapping("/l/{local}/treasury/opening")
  @Requires(Power.KEEP_MONEY)
  Answer ask(@RequestParam(defaultValue = "") String done, HttpServletRequest request) {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.read(() -> desk.open(book -> Answer.show(page(book,
        new OpeningLinesPage.Form(desk.form().toString(), "", "", "", ""), FormErrors.none(),
        DONE.getOrDefault(done, ""), desk.language(request)))));
  }

  @PostMapping("/l/{local}/treasury/opening")
  @Requires(Power.KEEP_MONEY)
  Answer enter(@ModelAttribute OpeningLinesPage.Form form, HttpServletRequest request) {
    Callers.everywhere(Power.KEEP_MONEY);
    try {
      return transactions.write(() -> desk.open(book -> entered(book, form, request)));
    } catch (Refused refused) {
      return transactions.read(() -> desk.open(book -> {
        var errors = new FormErrors();
        wording.refusing()
            .refuse(errors, refused.why, FIELDS, new Refusing.In(book.currency(), desk.language(request)));
        return Answer.again(page(book, form, errors, "", desk.language(request)));
      }));
    }
  }

  private Answer entered(Book book, OpeningLinesPage.Form form, HttpServletRequest request) {
    UUID once = Typed.id(form.once()).orElseThrow(TreasuryDesk::notFound);
    if (!lines.open(book)) {
      return Answer.goTo(TreasuryDesk.at("/opening"));
    }
    var errors = new FormErrors();
    Optional<Chosen> chosen = chosen(form.account());
    if (chosen.isEmpty()) {
      errors.refuse("account", "form.choose");
    }
    Optional<Fund> fund = funds().stream().filter(each -> each.id().toString().equals(form.fund())).findFirst();
    if (fund.isEmpty()) {
      errors.refuse("fund", "form.choose");
    }
    if (chosen.filter(Chosen::owed).isPresent() && fund.filter(each -> !OpeningLines.mayOwe(each)).isPresent()) {
      errors.refuse("fund", "treasury.there.no-debt");
    }
    OptionalLong amount = Typed.amount(errors, "amount", form.amount(), book.currency(), desk.language(request));
    String what = errors.required("what", form.what(), NewEntry.LONGEST);
    if (errors.any()) {
      return Answer.again(page(book, form, errors, "", desk.language(request)));
    }
    Account account = chosen.orElseThrow().account(lines, this::named);
    Entered entered = lines.enter(book,
        new OpeningLines.There(once, account, fund.orElseThrow(), amount.orElseThrow(), what));
    if (!(entered instanceof Entered.Yes) && !(entered instanceof Entered.Already)) {
      throw new Refused(entered);
    }
    return Answer.goTo(TreasuryDesk.at("/opening?done=entered"));
  }

  /** An account that is there, or one that few charts have. */
  private record Chosen(Optional<Account> there, Optional<Fresh> fresh) {
    boolean owed() {
      return there.map(account -> account.kind() == AccountKind.LIABILITY).orElseGet(() -> fresh.orElseThrow().owed());
    }

    Account account(OpeningLines lines, java.util.function.Function<Fresh, String> named) {
      return there.orElseGet(() -> lines.account(fresh.orElseThrow(), named.apply(fresh.orElseThrow())));
    }
  }

  private Optional<Chosen> chosen(String typed) {
    Optional<Fresh> fresh = Arrays.stream(Fresh.values()).filter(each -> key(each).equals(typed)).findFirst();
    return fresh.isPresent()
        ? Optional.of(new Chosen(Optional.empty(), fresh))
        : accounts().stream()
            .filter(account -> account.id().toString().equals(typed))
            .findFirst()
            .map(account -> new Chosen(Optional.of(account), Optional.empty()));
  }

  private static String key(Fresh fresh) { return "new-" + fresh.key(); }

  /** What such an account is called in the local's language. */
  private String named(Fresh fresh) {
    Locale language = wording.languages()
        .best(List.of(new Locale.LanguageRange(desk.profile().language().toLanguageTag())));
    return wording.languages().text(language, "treasury.there." + fresh.key());
  }

  /** What belongs to us or is owed, where nothing but the books keeps it. */
  private List<Account> accounts() {
    return books.accounts()
        .stream()
        .filter(TreasuryDesk::byHand)
        .filter(account -> account.kind() == AccountKind.ASSET || account.kind() == AccountKind.LIABILITY)
        .toList();
  }

  private List<Fund> funds() { return books.funds().stream().filter(fund -> !fund.closed()).toList(); }

  private OpeningLinesPage page(Book book, OpeningLinesPage.Form form, FormErrors errors, String done,
      Locale reader) {
    Map<String, String> accounts = new LinkedHashMap<>();
    List<Account> there = accounts();
    there.forEach(account -> accounts.put(account.id().toString(),
        wording.languages()
            .text(reader, account.kind() == AccountKind.ASSET ? "treasury.there.ours" : "treasury.there.owed",
                account.name())));
    for (Fresh fresh : Fresh.values()) {
      String name = named(fresh);
      if (there.stream().noneMatch(account -> account.name().equals(name))) {
        accounts.put(key(fresh), wording.languages()
            .text(reader, fresh.owed() ? "treasury.there.owed" : "treasury.there.ours",
                wording.languages().text(reader, "treasury.there." + fresh.key())));
      }
    }
    Map<String, String> funds = new LinkedHashMap<>();
    funds().forEach(fund -> funds.put(fund.id().toString(), fund.name()));
    UUID between = books.account(UsedFor.BETWEEN_FUNDS).id();
    var names = parts.names();
    return new OpeningLinesPage(book.openedOn(), lines.open(book), book.currency(), accounts, funds, form,
        lines.all().stream().map(entry -> JournalPage.Row.of(entry, 0, names, between)).toList(), errors, done);
  }
}
