// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury.internal;

import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.groundwork.ledger.Account;
import org.groundwork.ledger.Fund;
import org.groundwork.platform.files.FileStore;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/**
 * The form for an entry by hand.
 *
 * @param accounts of a free entry
 * @param places where money lies
 * @param about what it came from or went to
 * @param kept papers that wait with the form
 */
public record NewEntryPage(EntryForm form, Currency currency, List<Account> accounts, List<Account> places,
    List<Account> about, List<Fund> funds, List<FileStore.Kept> kept, FormErrors errors) implements View {
  public NewEntryPage {
    accounts = List.copyOf(accounts);
    places = List.copyOf(places);
    about = List.copyOf(about);
    funds = List.copyOf(funds);
    kept = List.copyOf(kept);
  }

  /** What accounts are called, by their identifiers. */
  public Map<String, String> names(List<Account> some) {
    var names = new LinkedHashMap<String, String>();
    some.forEach(account -> names.put(account.id().toString(), account.name()));
    return names;
  }

  /** What funds are called, by their identifiers. */
  public Map<String, String> fundNames() {
    var names = new LinkedHashMap<String, String>();
    funds.forEach(fund -> names.put(fund.id().toString(), fund.name()));
    return names;
  }
}
