// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking.internal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.groundwork.banking.BankAccount;
import org.groundwork.banking.BankLine;
import org.groundwork.banking.EntryChoices;
import org.groundwork.banking.KnownEntries;
import org.groundwork.banking.Proposal;
import org.groundwork.banking.Proposals;
import org.groundwork.banking.Settlement;
import org.groundwork.banking.Settlements;
import org.groundwork.gifts.NewGift;
import org.groundwork.gifts.Payers;
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
  /** What a line may be although its payer may be of the other side. */
  private static final Set<Proposal.How> NO_NEW_MONEY = Set.of(Proposal.How.TWICE, Proposal.How.KNOWN,
      Proposal.How.TRANSFER);
  private final BankDesk desk;
  private final Proposals proposals;
  private final Settlements settlements;
  private final EntryChoices choices;
  private final KnownEntries entries;
  private final Journal journal;
  private final Payers payers;

  LinePages(BankDesk desk, Proposals proposals, Settlements settlements, EntryChoices choices, KnownEntries entries,
      Journal journal, Payers payers) {
    this.desk = desk;
    this.proposals = proposals;
    this.settlements = settlements;
    this.choices = choices;
    this.entries = entries;
    this.journal = journal;
    this.payers = payers;
  }

  /** The form by hand before anything was typed. */
  HandForm blank(BankLine line, int rows, Locale locale) {
    UUID fees = desk.accountsOfBooks()
        .stream()
        .filter(each -> each.usedFor().filter(use -> use == UsedFor.FEES).isPresent())
        .map(Account::id)
        .findFirst()
        .orElseThrow();
    return HandForm.blank(line, general(), fees, rows, locale);
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
    Optional<String> like = like(line);
    List<Proposal> proposed = line.settled()
        ? List.of()
        : proposals.withNames(List.of(line)).getOrDefault(line.id(), List.of());
    return new LinePage(account, line,
        proposed.stream().filter(each -> like.isEmpty() || NO_NEW_MONEY.contains(each.how())).toList(), said(line),
        new LinePage.Choices(choices.all(), desk.funds(), desk.names(), near(line)), form, why, errors, like, notice,
        BankDesk.keeps());
  }

  private Optional<String> like(BankLine line) {
    String name = line.told().name().strip();
    return line.settled() || !line.incoming() || !BankDesk.keeps()
        ? Optional.empty()
        : payers.like(name.substring(0, Math.min(NewGift.LONGEST_NAME, name.length())));
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
