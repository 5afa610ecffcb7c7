// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.ledger;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;

/** The journal format of hledger, {@code https://hledger.org/1.25/hledger.html#journal-format}. */
final class HledgerJournal implements JournalForm {
  /** A colon parts an account, two spaces and a semicolon end it; brackets and signs at its begin mean something. */
  private static final String SPECIAL = ":;()[]*!=|\"";
  private final JournalNames names;
  private final Appendable to;
  private final Map<UUID, Map<UUID, String>> accounts;

  HledgerJournal(JournalNames names, Appendable to) {
    this.names = names;
    this.to = to;
    accounts = names.all(account -> kind(account.kind()) + ":" + account.code() + " " + plain(account.name()),
        fund -> plain(names.funds().get(fund).name()));
  }

  private static String kind(AccountKind kind) {
    return switch (kind) {
      case ASSET -> "assets";
      case LIABILITY -> "liabilities";
      case NET -> "equity";
      case INCOME -> "income";
      case EXPENSE -> "expenses";
    };
  }

  private static String plain(String words) {
    String plain = JournalNames.plain(words, SPECIAL);
    return plain.isEmpty() ? "-" : plain;
  }

  @Override
  public void begin() throws IOException {
    to.append("decimal-mark .\n");
    String thousand = names.amount(0).replaceFirst("^0", "1000");
    to.append("commodity ").append(thousand.contains(".") ? thousand : thousand + ".").append(' ');
    to.append(names.currency()).append("\n\n");
    for (String account : names.sorted(accounts)) {
      to.append("account ").append(account).append('\n');
    }
  }

  @Override
  public void entry(Entry entry) throws IOException {
    to.append('\n').append(entry.on().toString()).append(" * ");
    if (entry.number().isPresent()) {
      to.append('(').append(String.valueOf(entry.number().getAsInt())).append(") ");
    }
    to.append(plain(entry.what())).append("  ; id:").append(entry.id().toString()).append('\n');
    for (Line line : entry.lines()) {
      to.append("    ").append(accounts.getOrDefault(line.account(), Map.of()).get(line.fund())).append("  ");
      to.append(names.amount(line.amount())).append(' ').append(names.currency()).append('\n');
    }
  }
}
