// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking.internal;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.groundwork.banking.BankAccount;
import org.groundwork.banking.BankLine;
import org.groundwork.banking.EntryChoices;
import org.groundwork.banking.KnownEntries;
import org.groundwork.banking.Proposals;
import org.groundwork.banking.Settlement;
import org.groundwork.banking.Settlements;
import org.groundwork.ledger.Account;
import org.groundwork.ledger.Entry;
import org.groundwork.ledger.Fund;
import org.groundwork.ledger.FundKind;
import org.groundwork.ledger.Journal;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.web.FormErrors;
import org.springframework.stereotype.Component;

/** Puts together the page of one line. Runs inside a transaction. */
@Component("bankLinePages")
class LinePages {
  /** The most entries that are read from a form. */
  static final int MOST_ENTRIES = 100;
  private final BankDesk desk;
  private final Proposals proposals;
  private final Settlements settlements;
  private final EntryChoices choices;
  private final KnownEntries entries;
  private final Journal journal;

  LinePages(BankDesk desk, Proposals proposals, Settlements settlements, EntryChoices choices, KnownEntries entries,
      Journal journal) {
    this.desk = desk;
    this.proposals = proposals;
    this.settlements = settlements;
    this.choices = choices;
    this.entries = entries;
    this.journal = journal;
  }

  /** The form by hand before anything was typed. */
  HandForm blank(BankLine line, int rows) {
    UUID fees = desk.accountsOfBooks()
        .stream()
        .filter(each -> each.usedFor().filter(use -> use == UsedFor.FEES).isPresent())
        .map(Account::id)
        .findFirst()
        .orElseThrow();
    return HandForm.blank(line, general(), fees, rows);
  }

  /** The fund for everything. */
  UUID general() {
    return desk.funds()
        .stream()
        .filter(each -> each.kind() == FundKind.GENERAL)
        .map(Fund::id)
        .findFirst()
        .orElseThrow();
  }

  LinePage of(BankLine line, HandForm form, String why, FormErrors errors, String notice) {
    BankAccount account = desk.account(line.account(), Power.SEE_MONEY);
    return new LinePage(account, line,
        line.settled() ? List.of() : proposals.withNames(List.of(line)).getOrDefault(line.id(), List.of()),
        said(line),
        new LinePage.Choices(choices.all(), desk.funds(), desk.names(), near(line)), form, why, errors, notice,
        BankDesk.keeps());
  }

  private List<KnownEntries.Near> near(BankLine line) {
    return line.settled() || !BankDesk.keeps() ? List.of() : entries.near(line);
  }

  private List<LinePage.Said> said(BankLine line) {
    return settlements.of(line.id())
        .stream()
        .map(each -> new LinePage.Said(each, each.kind() == Settlement.Kind.KNOWN ? known(each) : List.of()))
        .toList();
  }

  private List<Entry> known(Settlement said) {
    List<UUID> ids = settlements.known(said.id());
    Map<UUID, Entry> found = journal.some(ids);
    return ids.stream().filter(found::containsKey).map(found::get).toList();
  }
}
