// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.groundwork.ledger.Books;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.money.Tender;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.Languages;
import org.groundwork.treasury.Opening;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Opening the books. */
@Controller
class OpenController {
  private final Transactions transactions;
  private final TreasuryDesk desk;
  private final Books books;
  private final Opening opening;
  private final Languages languages;

  OpenController(Transactions transactions, TreasuryDesk desk, Books books, Opening opening, Languages languages) {
    this.transactions = transactions;
    this.desk = desk;
    this.books = books;
    this.opening = opening;
    this.languages = languages;
  }

  @GetMapping("/l/{local}/treasury/open")
  @Requires(Power.KEEP_MONEY)
  Answer ask() {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.read(() -> books.find().isPresent()
        ? Answer.goTo(TreasuryDesk.at(""))
        : Answer.show(page(OpenForm.blank(desk.profile().currency(), desk.today()), FormErrors.none())));
  }

  @PostMapping("/l/{local}/treasury/open")
  @Requires(Power.KEEP_MONEY)
  Answer open(@RequestParam MultiValueMap<String, String> typed, HttpServletRequest request) {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.write(() -> {
      var form = OpenForm.of(typed);
      var errors = new FormErrors();
      var read = form.read(errors, tender(), desk.today(), desk.language(request));
      if (read.isEmpty()) {
        return Answer.again(page(form, errors));
      }
      boolean opened = opening.open(read.get().book(), words(desk.profile().language()), read.get().there());
      return Answer.goTo(TreasuryDesk.at(opened ? "?done=opened" : ""));
    });
  }

  private Opening.Words words(Locale local) {
    Locale language = languages.best(List.of(new Locale.LanguageRange(local.toLanguageTag())));
    return new Opening.Words(language, new Books.FundNames(languages.text(language, "treasury.fund.general"),
        languages.text(language, "treasury.fund.strike"), languages.text(language, "treasury.fund.hardship")),
        languages.text(language, "treasury.open.entry"));
  }

  private OpenPage page(OpenForm form, FormErrors errors) { return new OpenPage(form, tender(), errors); }

  private List<String> tender() { return Tender.on(desk.today()); }
}
