// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.ledger;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;

/** The language of Beancount 2, {@code https://beancount.github.io/docs/beancount_language_syntax.html}. */
final class BeancountJournal implements JournalForm {
  private final JournalNames names;
  private final Appendable to;
  private final Map<UUID, Map<UUID, String>> accounts;

  BeancountJournal(JournalNames names, Appendable to) {
    this.names = names;
    this.to = to;
    accounts = names.all(account -> kind(account.kind()) + ":" + account.code(), fund -> "Fund-" + (fund + 1));
  }

  private static String kind(AccountKind kind) {
    return switch (kind) {
      case ASSET -> "Assets";
      case LIABILITY -> "Liabilities";
      case NET -> "Equity";
      case INCOME -> "Income";
      case EXPENSE -> "Expenses";
    };
  }

  @Override
  public void begin() throws IOException {
    to.append("option \"operating_currency\" \"").append(names.currency()).append("\"\n\n");
    for (Account account : names.accounts()) {
      for (Fund fund : names.funds()) {
        to.append(names.book().openedOn().toString()).append(" open ").append(name(account.id(), fund.id()));
        to.append(' ').append(names.currency()).append('\n');
        to.append("  name: ").append(quoted(account.name())).append('\n');
        to.append("  fund: ").append(quoted(fund.name())).append('\n');
      }
    }
  }

  private String name(UUID account, UUID fund) {
    return String.valueOf(accounts.getOrDefault(account, Map.of()).get(fund));
  }

  @Override
  public void entry(Entry entry) throws IOException {
    to.append('\n').append(entry.on().toString()).append(" * ").append(quoted(entry.what())).append('\n');
    to.append("  id: \"").append(entry.id().toString()).append("\"\n");
    if (entry.number().isPresent()) {
      to.append("  number: ").append(String.valueOf(entry.number().getAsInt())).append('\n');
    }
    for (Line line : entry.lines()) {
      to.append("  ").append(name(line.account(), line.fund())).append("  ");
      to.append(names.amount(line.amount())).append(' ').append(names.currency()).append('\n');
    }
  }

  private static String quoted(String words) {
    return '"' + JournalNames.plain(words, "").replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
