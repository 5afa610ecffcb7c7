// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.groundwork.dues.Brought;
import org.groundwork.ledger.Book;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.Entered;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What one member owed or had paid ahead when the books began. */
@Controller
class BroughtMemberController {
  private static final String OWED = "owed";
  private static final String AHEAD = "ahead";
  private final Transactions transactions;
  private final DuesDesk desk;
  private final Books books;
  private final Brought brought;
  private final PayerController.Roll roll;

  BroughtMemberController(Transactions transactions, DuesDesk desk, Books books, Brought brought,
      PayerController.Roll roll) {
    this.transactions = transactions;
    this.desk = desk;
    this.books = books;
    this.brought = brought;
    this.roll = roll;
  }

  @GetMapping("/l/{local}/dues/members/{person}/brought")
  @Requires(Power.KEEP_MONEY)
  Answer ask(@PathVariable UUID person, @RequestParam(defaultValue = "") String done) {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.write(() -> {
      Book book = ofAnother(person);
      roll.audit().record("dues-seen", new SubjectRef("person", person), "");
      return Answer.show(page(person, blank(book), FormErrors.none(), done));
    });
  }

  private BroughtMemberPage.Form blank(Book book) {
    return new BroughtMemberPage.Form(desk.fresh(), OWED, "", book.openedOn().toString());
  }

  private BroughtMemberPage page(UUID person, BroughtMemberPage.Form form, FormErrors errors, String done) {
    return new BroughtMemberPage(person, roll.name(person), brought.of(person), brought.ready(), brought.member(person),
        form, desk.currency(), errors, done);
  }

  @PostMapping("/l/{local}/dues/members/{person}/brought")
  @Requires(Power.KEEP_MONEY)
  Answer note(@PathVariable UUID person, @RequestParam(defaultValue = "") String once,
      @RequestParam(defaultValue = "") String what, @RequestParam(defaultValue = "") String amount,
      @RequestParam(defaultValue = "") String due, HttpServletRequest request) {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.write(() -> {
      Book book = ofAnother(person);
      UUID form = DuesTyped.id(once).orElseThrow(DuesDesk::notFound);
      var typed = new BroughtMemberPage.Form(once, what, amount, due);
      var errors = new FormErrors();
      Optional<Brought.One> one = read(person, typed, errors, book, request);
      if (one.isEmpty()) {
        return Answer.again(page(person, typed, errors, ""));
      }
      switch (brought.note(form, one.get(), desk.today())) {
        case Brought.Noted.Yes _ -> {
          return Answer.goTo(at(person, "?done=noted"));
        }
        case Brought.Noted.Already _ -> {
          return Answer.goTo(at(person, ""));
        }
        case Brought.Noted.TooFarAhead(long most) -> errors.refuse("amount", "dues.brought.far",
            desk.money(most).written(desk.spelling(request).locale()));
        case Brought.Noted.NotEntered(Entered why) -> errors.refuse("amount", why instanceof Entered.TooLittle
            ? "dues.brought.too-little"
            : "dues.refused.other");
      }
      return Answer.again(page(person, typed, errors, ""));
    });
  }

  private Optional<Brought.One> read(UUID person, BroughtMemberPage.Form typed, FormErrors errors, Book book,
      HttpServletRequest request) {
    boolean owed = typed.what().equals(OWED);
    if (!owed && !typed.what().equals(AHEAD)) {
      errors.refuse("what", "dues.choose");
    }
    OptionalLong sum = DuesTyped.sum(errors, "amount", typed.amount(), desk.spelling(request), 1);
    LocalDate[] within = Brought.dueWithin(book, desk.today());
    Optional<LocalDate> day = owed
        ? errors.day("due", typed.due(), within[0], within[1])
        : Optional.of(book.openedOn());
    if (!brought.ready()) {
      errors.refuse("amount", "dues.brought.scale");
    } else if (!brought.member(person)) {
      errors.refuse("amount", "dues.brought.no.no-member");
    }
    return errors.any()
        ? Optional.empty()
        : Optional.of(new Brought.One(person, owed, sum.orElseThrow(), day.orElseThrow()));
  }

  @PostMapping("/l/{local}/dues/members/{person}/brought/undo")
  @Requires(Power.KEEP_MONEY)
  Answer undo(@PathVariable UUID person, @RequestParam(defaultValue = "") String stands) {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.write(() -> {
      Book book = ofAnother(person);
      if (brought.of(person).filter(each -> each.brought().toString().equals(stands)).isEmpty()) {
        return Answer.goTo(at(person, "")); // it was taken back, and perhaps written down anew
      }
      return switch (brought.undo(person, desk.today())) {
        case YES -> Answer.goTo(at(person, "?done=undone"));
        case NOTHING -> Answer.goTo(at(person, ""));
        case WRITTEN_OFF -> {
          var errors = new FormErrors();
          errors.refuse("undo", "dues.brought.off");
          yield Answer.again(page(person, blank(book), errors, ""));
        }
      };
    });
  }

  /** Nobody writes down anything of their own. */
  private Book ofAnother(UUID person) {
    Book book = DuesDesk.found(books.find());
    if (roll.people().known(person).isEmpty()) {
      throw DuesDesk.notFound();
    }
    if (person.equals(DuesDesk.me())) {
      throw new NotAllowed(NotAllowed.Reason.ROLE);
    }
    return book;
  }

  private static String at(UUID person, String rest) {
    return DuesDesk.at("dues/members/" + person + "/brought" + rest);
  }
}
