// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.ledger;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Accounts and funds by the names other programs have for them: a fund is a part of its account. */
record JournalNames(Book book, List<Account> accounts, List<Fund> funds) {

  /** All accounts of all funds: first the account, then the fund. */
  Map<UUID, Map<UUID, String>> all(Function<Account, String> account, Function<Integer, String> fund) {
    var all = new HashMap<UUID, Map<UUID, String>>();
    for (Account each : accounts) {
      var parts = new HashMap<UUID, String>();
      for (int at = 0; at < funds.size(); at++) {
        parts.put(funds.get(at).id(), account.apply(each) + ":" + fund.apply(at));
      }
      all.put(each.id(), parts);
    }
    return all;
  }

  String currency() { return book.currency().getCurrencyCode(); }

  /** An amount with as many decimals as the currency has, and a point before them. */
  String amount(long minor) {
    return BigDecimal.valueOf(minor, Math.max(0, book.currency().getDefaultFractionDigits())).toPlainString();
  }

  /** Words on one line, with one space where there was a gap and without what has a meaning in a journal. */
  static String plain(String words, String without) {
    return words.codePoints()
        .map(point -> Character.isISOControl(point) || without.indexOf(point) >= 0 ? ' ' : point)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString()
        .strip()
        .replaceAll("\\s+", " ");
  }

  /** The accounts of all funds that an entry or a list names, in order. */
  List<String> sorted(Map<UUID, Map<UUID, String>> all) {
    return all.values().stream().flatMap(each -> each.values().stream()).sorted().toList();
  }
}
