// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.banking.BankAccount;
import org.groundwork.banking.BankLine;
import org.groundwork.banking.KnownEntries;
import org.groundwork.banking.Proposal;
import org.groundwork.banking.Settlement;
import org.groundwork.ledger.Account;
import org.groundwork.ledger.Entry;
import org.groundwork.ledger.Fund;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/**
 * One line: what the bank says, what it may be for, what it was taken for.
 *
 * @param said the newest first
 * @param choices accounts of the books that can be chosen
 * @param why it is to be held, as typed
 * @param like the name of the other side that the payer's is like; empty if none
 * @param notice message key of what just happened; empty for nothing
 */
public record LinePage(BankAccount account, BankLine line, List<Proposal> proposals, List<Said> said,
    Choices choices, HandForm form, String why, FormErrors errors, Optional<String> like, String notice,
    boolean keeps) implements View {

  public LinePage {
    proposals = List.copyOf(proposals);
    said = List.copyOf(said);
  }

  /**
   * What was said of the line.
   *
   * @param entries of the books that it was in before
   */
  public record Said(Settlement what, List<Entry> entries) {
    public Said { entries = List.copyOf(entries); }
  }

  /**
   * What can be chosen, and what it is called.
   *
   * @param near entries of the books that the line may be
   */
  public record Choices(List<Account> accounts, List<Fund> funds, Map<UUID, String> names,
      List<KnownEntries.Near> near) {
    public Choices {
      near = List.copyOf(near);
      accounts = List.copyOf(accounts);
      funds = List.copyOf(funds);
      names = Map.copyOf(names);
    }
  }

  /** What stands now. */
  public Optional<Said> now() {
    return said.stream().filter(each -> !each.what().undone()).findFirst();
  }

  /** An account or a fund of the books. */
  public String name(UUID id) { return choices.names().getOrDefault(id, ""); }
}
