// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.ledger.Book;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.Entered;
import org.groundwork.ledger.Ledger;
import org.groundwork.ledger.NewEntry;
import org.groundwork.ledger.Source;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.files.FormFiles;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.treasury.Papers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Writing into the books by hand. */
@Controller
class NewEntryController {
  private final Transactions transactions;
  private final TreasuryDesk desk;
  private final Books books;
  private final Ledger ledger;
  private final Refusing refusing;
  private final ByHandRule rule;
  private final Uploads uploads;

  NewEntryController(Transactions transactions, TreasuryDesk desk, Books books, Ledger ledger, Refusing refusing,
      ByHandRule rule, Uploads uploads) {
    this.transactions = transactions;
    this.desk = desk;
    this.books = books;
    this.ledger = ledger;
    this.refusing = refusing;
    this.rule = rule;
    this.uploads = uploads;
  }

  /** The papers that come with the form. */
  @Component("entryUploads")
  record Uploads(Papers papers, FormFiles files) {}

  @GetMapping("/l/{local}/treasury/entries/new")
  @Requires(Power.KEEP_MONEY)
  Answer ask(@RequestParam(defaultValue = "") String kind) {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.read(() -> desk.open(book -> Answer.show(page(book,
        EntryForm.blank(EntryKind.of(kind).orElse(EntryKind.OUT), desk.form(), desk.today()), FormErrors.none()))));
  }

  @PostMapping("/l/{local}/treasury/entries/new")
  @Requires(Power.KEEP_MONEY)
  Answer enter(@RequestParam MultiValueMap<String, String> typed, HttpServletRequest request,
      @RequestParam(name = "files", required = false) MultipartFile @Nullable [] sent) throws IOException {
    Callers.everywhere(Power.KEEP_MONEY);
    String kind = typed.getFirst("kind");
    var form = EntryForm.of(EntryKind.of(kind == null ? "" : kind).orElseThrow(TreasuryDesk::notFound), typed);
    UUID once = Typed.id(form.field("once")).orElseThrow(TreasuryDesk::notFound);
    boolean open = transactions.read(() -> books.find().isPresent()); // before a file is looked at
    var errors = new FormErrors();
    if (open) {
      uploads.files().keep(sent, file -> uploads.papers().keep(once, file)).refuse(errors);
    }
    return transactions.write(() -> desk.open(book -> {
      if (form.wantsMore() && !errors.any()) {
        return Answer.show(page(book, form, errors));
      }
      var reading = new EntryForm.Reading(book.currency(), desk.language(request), desk.today(),
          books.account(UsedFor.BETWEEN_FUNDS).id());
      return form.read(errors, may(form), reading)
          .filter(entry -> rule.allows(entry, form, errors, reading))
          .filter(entry -> rule.inTheBox(entry, form, errors, reading))
          .flatMap(entry -> entered(entry, form, errors, reading))
          .map(id -> Answer.goTo(TreasuryDesk.at("/entries/" + id + "?done=entered")))
          .orElseGet(() -> Answer.again(page(book, form, errors)));
    }));
  }

  /** What came with the form is the entry's; it has none of its own that could be too many. */
  private void handOver(UUID form, UUID entry) {
    if (!uploads.papers().handOver(form, entry)) {
      throw new IllegalStateException("a new entry has no room for what waited with its form");
    }
  }

  private Optional<UUID> entered(NewEntry entry, EntryForm form, FormErrors errors,
      EntryForm.Reading reading) {
    var entered = ledger.enter(entry);
    UUID once = entry.source().map(Source::id).orElseThrow();
    if (entered instanceof Entered.Yes(UUID id)) {
      handOver(once, id);
      return Optional.of(id);
    }
    if (entered instanceof Entered.Already(UUID id)) {
      uploads.papers().drop(once); // of one sent twice; those of the first were handed on
      return Optional.of(id);
    }
    boolean lines = form.kind() == EntryKind.LINES;
    refusing.refuse(errors, entered,
        new Refusing.Fields("on", lines ? "account-0" : "fund", lines ? "debit-0" : "amount"),
        new Refusing.In(reading.currency(), reading.language()));
    return Optional.empty();
  }

  private EntryForm.May may(EntryForm form) {
    return new EntryForm.May(books.accounts().stream().filter(TreasuryDesk::byHand).toList(),
        books.funds().stream().filter(fund -> !fund.closed()).toList(), form);
  }

  private NewEntryPage page(Book book, EntryForm form, FormErrors errors) {
    var may = may(form);
    return new NewEntryPage(form, book.currency(), may.accounts(), may.places(), may.about(), may.funds(),
        Typed.id(form.field("once")).map(uploads.papers()::waiting).orElse(List.of()), errors);
  }
}
