// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury.internal;

import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.groundwork.ledger.Account;
import org.groundwork.ledger.AccountKind;
import org.groundwork.ledger.Fund;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;
import org.groundwork.treasury.Span;

/**
 * The budget of one fund for one year, typed on one page.
 *
 * @param fields what stands in the field of each account, named by its code
 * @param before what each account came to in that fund the year before
 */
public record BudgetEditPage(Currency currency, Span year, Fund fund, List<Fund> funds, List<Account> accounts,
    Map<String, String> fields, Map<UUID, Long> before, FormErrors errors) implements View {
  public BudgetEditPage {
    funds = List.copyOf(funds);
    accounts = List.copyOf(accounts);
    fields = Map.copyOf(fields);
    before = Map.copyOf(before);
  }

  /** The accounts of what comes in, or of what is spent. */
  public List<Account> of(AccountKind kind) {
    return accounts.stream().filter(account -> account.kind() == kind).toList();
  }

  /** What the field of an account is called. */
  public static String field(Account account) {
    return "amount-" + account.code();
  }

  public String typed(Account account) { return fields.getOrDefault(field(account), ""); }

  public long before(Account account) { return before.getOrDefault(account.id(), 0L); }
}
