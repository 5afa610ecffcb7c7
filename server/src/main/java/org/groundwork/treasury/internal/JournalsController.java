// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury.internal;

import java.io.Writer;
import java.time.LocalDate;
import java.util.Map;
import org.groundwork.ledger.JournalFiles;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The whole books as files of hledger and Beancount, for whoever keeps or checks them. */
@Controller
class JournalsController {
  private static final Map<String, String> NAMES = Map.of("hledger", "books.journal", "beancount", "books.beancount");
  private final Transactions transactions;
  private final TreasuryDesk desk;
  private final JournalFiles files;
  private final Audit audit;

  JournalsController(Transactions transactions, TreasuryDesk desk, JournalFiles files, Audit audit) {
    this.transactions = transactions;
    this.desk = desk;
    this.files = files;
    this.audit = audit;
  }

  @GetMapping("/l/{local}/treasury/journals")
  @Requires(Power.SEE_MONEY)
  Answer ask() {
    Callers.everywhere(Power.SEE_MONEY);
    return transactions.read(() -> desk.open(_ -> Answer.show(new JournalsPage())));
  }

  @PostMapping("/l/{local}/treasury/journals/{form}")
  @Requires(Power.SEE_MONEY)
  Answer file(@PathVariable String form) {
    Callers.everywhere(Power.SEE_MONEY);
    if (!NAMES.containsKey(form)) {
      throw TreasuryDesk.notFound();
    }
    return transactions.write(() -> desk.open(_ -> {
      LocalDate last = desk.today();
      audit.record("books-fetched", new SubjectRef("books", Tenancy.current().value()), form);
      return Answer.text(out -> write(form, last, out), "text/plain", NAMES.getOrDefault(form, form));
    }));
  }

  /** The books may be long: they are read a few entries at a time, as they were at one moment, and sent as they are read. */
  private void write(String form, LocalDate last, Writer out) {
    transactions.readSteady(() -> {
      if (form.equals("hledger")) {
        files.hledger(last, out);
      } else {
        files.beancount(last, out);
      }
      return true;
    });
  }
}
