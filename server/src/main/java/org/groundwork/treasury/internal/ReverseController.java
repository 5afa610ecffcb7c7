// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.groundwork.ledger.Entered;
import org.groundwork.ledger.Entry;
import org.groundwork.ledger.Ledger;
import org.groundwork.ledger.NewEntry;
import org.groundwork.ledger.UndoGuard;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Undoing an entry by another one: nothing in the books is ever changed. */
@Controller
class ReverseController {
  private final Transactions transactions;
  private final TreasuryDesk desk;
  private final EntryDesk entries;
  private final JournalController.Parts parts;
  private final Refusing refusing;
  private final Ledger ledger;
  private final UndoGuard guard;

  ReverseController(Transactions transactions, TreasuryDesk desk, EntryDesk entries, JournalController.Parts parts,
      Refusing refusing, Ledger ledger, UndoGuard guard) {
    this.transactions = transactions;
    this.desk = desk;
    this.entries = entries;
    this.parts = parts;
    this.refusing = refusing;
    this.ledger = ledger;
    this.guard = guard;
  }

  @GetMapping("/l/{local}/treasury/entries/{id}/reverse")
  @Requires(Power.KEEP_MONEY)
  Answer ask(@PathVariable UUID id) {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.read(() -> desk.open(book -> {
      var entry = byHand(id);
      return entry.reversedBy().isPresent()
          ? Answer.goTo(TreasuryDesk.at("/entries/" + id))
          : Answer.show(new ReversePage(book.currency(), entry, parts.names(),
              new ReverseForm(desk.today().toString(), ""), FormErrors.none()));
    }));
  }

  @PostMapping("/l/{local}/treasury/entries/{id}/reverse")
  @Requires(Power.KEEP_MONEY)
  Answer reverse(@PathVariable UUID id, @ModelAttribute ReverseForm form, HttpServletRequest request) {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.write(() -> desk.open(book -> {
      var entry = byHand(id);
      var errors = new FormErrors();
      var on = Typed.past(errors, "on", form.on(), desk.today());
      String why = errors.required("why", form.why(), NewEntry.LONGEST);
      on.filter(day -> day.isBefore(entry.on()))
          .ifPresent(_ -> errors.refuse("on", "treasury.reverse.before", entry.on()));
      if (guard.pinned(id)) {
        errors.refuse("on", "treasury.reverse.line");
      }
      if (!errors.any() && on.isPresent()) {
        guard.oneByOne();
        var entered = ledger.reverse(id, on.get(), why);
        if (entered instanceof Entered.Yes(UUID made)) {
          guard.undone(made);
          return Answer.goTo(TreasuryDesk.at("/entries/" + made + "?done=reversed"));
        }
        if (entered instanceof Entered.Already(UUID made)) {
          return Answer.goTo(TreasuryDesk.at("/entries/" + made));
        }
        refusing.refuse(errors, entered, new Refusing.Fields("on", "why", "why"),
            new Refusing.In(book.currency(), desk.language(request)));
      }
      return Answer.again(new ReversePage(book.currency(), entry, parts.names(), form, errors));
    }));
  }

  /** An entry by hand; one that another module entered is undone there. */
  private Entry byHand(UUID id) {
    Entry entry = entries.seen(id);
    if (!EntryDesk.byHand(entry)) {
      throw TreasuryDesk.notFound();
    }
    return entry;
  }
}
