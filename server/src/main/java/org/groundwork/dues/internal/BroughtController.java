// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues.internal;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.dues.Brought;
import org.groundwork.dues.BroughtFile;
import org.groundwork.dues.BroughtFiles;
import org.groundwork.dues.BroughtTable;
import org.groundwork.ledger.Book;
import org.groundwork.ledger.Books;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.files.FileIntake;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.roll.People;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** What members owed and had paid ahead when the books began: a table is sent, looked at, and taken or dropped. */
@Controller
class BroughtController {
  private static final String AT = "dues/brought";
  private static final int SHOWN = 100;
  private static final int FILES = 20;
  private final Transactions transactions;
  private final DuesDesk desk;
  private final Books books;
  private final Along along;
  private final People people;
  private final Audit audit;

  BroughtController(Transactions transactions, DuesDesk desk, Books books, Along along, People people, Audit audit) {
    this.transactions = transactions;
    this.desk = desk;
    this.books = books;
    this.along = along;
    this.people = people;
    this.audit = audit;
  }

  /** What is brought along, one by one and in tables. */
  @Component("duesAlong")
  record Along(Brought brought, BroughtFiles files) {}

  @GetMapping("/l/{local}/dues/brought")
  @Requires(Power.KEEP_MONEY)
  Answer blank() {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.read(() -> Answer.show(page(desk.fresh(),
        books.find().map(Book::openedOn).map(LocalDate::toString).orElse(""), FormErrors.none())));
  }

  private BroughtPage page(String once, String due, FormErrors errors) {
    boolean ready = desk.ready();
    return new BroughtPage(ready, ready && along.brought().ready(), once, due, desk.currency(),
        ready
            ? along.files()
                .latest(FILES)
                .stream()
                .map(each -> new BroughtPage.Listed(each, desk.day(each.changed())))
                .toList()
            : List.of(),
        errors);
  }

  @PostMapping("/l/{local}/dues/brought")
  @Requires(Power.KEEP_MONEY)
  Answer send(@RequestParam(defaultValue = "") String once, @RequestParam(defaultValue = "") String due,
      @RequestParam(name = "files", required = false) MultipartFile @Nullable [] sent) throws IOException {
    Callers.everywhere(Power.KEEP_MONEY);
    UUID form = DuesTyped.id(once).orElseThrow(DuesDesk::notFound);
    if (transactions.read(() -> along.files().find(form).isPresent())) {
      return Answer.goTo(DuesDesk.at(AT + "/" + form));
    }
    var errors = new FormErrors();
    Optional<byte[]> file = file(sent, errors);
    return transactions.write(() -> {
      Optional<Book> book = books.find().filter(_ -> along.brought().ready());
      if (book.isEmpty()) {
        return Answer.goTo(DuesDesk.at(AT));
      }
      LocalDate[] within = Brought.dueWithin(book.get(), desk.today());
      Optional<LocalDate> day = errors.day("due", due, within[0], within[1]);
      file.flatMap(along.files()::takenBefore).ifPresent(on -> errors.refuse("files", "dues.brought.file.taken", on));
      if (errors.any() || file.isEmpty() || day.isEmpty()) {
        return Answer.again(page(once, due, errors));
      }
      along.files().start(form, file.get(), day.get());
      return job(form);
    });
  }

  private Answer job(UUID brought) {
    Optional<UUID> job = along.files()
        .find(brought)
        .filter(each -> each.state() == BroughtFile.State.LOOKING || each.state() == BroughtFile.State.TAKING)
        .flatMap(BroughtFile::job);
    return Answer.goTo(DuesDesk.at(job.map(id -> "jobs/" + id).orElse(AT + "/" + brought)));
  }

  private static Optional<byte[]> file(MultipartFile @Nullable [] sent, FormErrors errors) throws IOException {
    List<MultipartFile> files = FileIntake.chosen(sent);
    if (files.size() != 1) {
      errors.refuse("files", files.isEmpty() ? "dues.brought.file.choose" : "dues.brought.file.one");
      return Optional.empty();
    }
    if (files.getFirst().getSize() > BroughtTable.MOST_BYTES) {
      errors.refuse("files", "dues.brought.file.large", BroughtTable.MOST_BYTES >> 20);
      return Optional.empty();
    }
    byte[] content = files.getFirst().getBytes();
    try {
      BroughtTable.check(content);
      return Optional.of(content);
    } catch (BroughtTable.Unreadable bad) {
      errors.refuse("files", bad.reason(), BroughtTable.MOST_ROWS);
      return Optional.empty();
    }
  }

  @GetMapping("/l/{local}/dues/brought/{brought}")
  @Requires(Power.KEEP_MONEY)
  Answer look(@PathVariable UUID brought, @RequestParam(defaultValue = "") String rows,
      @RequestParam(defaultValue = "0") String after) {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.write(() -> {
      BroughtFile file = found(brought);
      audit.record("dues-seen", new SubjectRef("dues-brought", brought), "");
      boolean refused = rows.equals("refused") || (file.taking() == 0 && file.refused() > 0);
      var page = along.files().rows(brought, refused, after.matches("[0-9]{1,8}") ? Integer.parseInt(after) : 0, SHOWN);
      Map<UUID, People.Known> names = people
          .known(page.rows().stream().flatMap(each -> each.person().stream()).distinct().toList());
      return Answer.show(new BroughtFilePage(file, refused,
          page.rows()
              .stream()
              .map(each -> new BroughtFilePage.Row(each,
                  each.person().map(names::get).map(People.Known::name).orElse("")))
              .toList(),
          page.last(), desk.currency(), along.files().failed(file)));
    });
  }

  private BroughtFile found(UUID brought) { return DuesDesk.found(along.files().find(brought)); }

  @PostMapping("/l/{local}/dues/brought/{brought}/take")
  @Requires(Power.KEEP_MONEY)
  Answer take(@PathVariable UUID brought) {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.write(() -> {
      found(brought);
      along.files().take(brought);
      return job(brought);
    });
  }

  @PostMapping("/l/{local}/dues/brought/{brought}/drop")
  @Requires(Power.KEEP_MONEY)
  Answer drop(@PathVariable UUID brought) {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.write(() -> {
      found(brought);
      along.files().drop(brought);
      return Answer.goTo(DuesDesk.at(AT + "/" + brought));
    });
  }
}
