// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury.internal;

import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.groundwork.ledger.Account;
import org.groundwork.ledger.AccountKind;
import org.groundwork.ledger.Fund;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/**
 * Accounts and funds.
 *
 * @param amounts what each account comes to, as its kind is usually read
 * @param refused message key of why something could not be closed; empty if it could
 */
public record AccountsPage(Currency currency, List<Account> accounts, List<Fund> funds, Map<UUID, Long> amounts,
    YearMonth since, YearMonth now, boolean keeper, AccountForm form, String done, String refused, FormErrors errors)
    implements
      View {
  public AccountsPage {
    accounts = List.copyOf(accounts);
    funds = List.copyOf(funds);
    amounts = Map.copyOf(amounts);
  }

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
