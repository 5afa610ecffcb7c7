// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.gifts;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Numbers of receipts of what was given: one after the other in each year, without a gap. */
record GiftReceipts(JdbcClient jdbc) {

  /** The next number of a day's year; nobody else gets one before the transaction ends. */
  String next(LocalDate on) {
    int number = jdbc.sql("""
        insert into gifts.receipt_number (local_id, year, last) values (?, ?, 1)
        on conflict (local_id, year) do update set last = gifts.receipt_number.last + 1
        returning last""").params(Scope.local(), on.getYear()).query(Integer.class).single();
    return "G%d-%04d".formatted(on.getYear(), number);
  }
}
