// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury.internal;

import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.groundwork.ledger.Account;
import org.groundwork.ledger.AccountKind;
import org.groundwork.ledger.Fund;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;
import org.groundwork.treasury.FundRule;

/**
 * Accounts and funds.
 *
 * @param amounts what each account comes to, as its kind is usually read
 * @param rules whether more may leave funds than is in them, as it was asked for and decided
 * @param refused message key of why something could not be closed; empty if it could
 */
public record AccountsPage(Currency currency, List<Account> accounts, List<Fund> funds, Map<UUID, Long> amounts,
    YearMonth since, YearMonth now, boolean keeper, Rules rules, AccountForm form, String done, String refused,
    FormErrors errors)
    implements
      View {
  public AccountsPage {
    accounts = List.copyOf(accounts);
    funds = List.copyOf(funds);
    amounts = Map.copyOf(amounts);
  }

  /** What was asked for and decided, those that wait first. */
  public record Rules(List<Rule> all, ZoneId zone) {
    public Rules { all = List.copyOf(all); }

    /** Whether a change of a fund waits. */
    public boolean waits(Fund fund) {
      return all.stream()
          .anyMatch(each -> each.rule().fund().equals(fund.id()) && each.rule().state() == FundRule.State.ASKED);
    }
  }

  /**
   * One of them.
   *
   * @param by who asked; empty once they were forgotten
   * @param second who said yes or took it back; empty while it waits, and once they were forgotten
   * @param agree whether the reader may say yes
   * @param withdraw whether the reader may take it back, or not want it
   */
  public record Rule(FundRule rule, String fund, String by, String second, boolean agree, boolean withdraw) {}

  /** The accounts of a kind. */
  public List<Account> of(AccountKind kind) {
    return accounts.stream().filter(account -> account.kind() == kind).toList();
  }

  public long amount(Account account) { return amounts.getOrDefault(account.id(), 0L); }

  /** The rows behind what an account comes to. */
  public String rows(String what, UUID id) {
    return "treasury/entries?first=" + since + "&last=" + now + "&" + what + "=" + id;
  }
}
