// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Numbers of receipts: one after the other in each year, without a gap. */
record Receipts(JdbcClient jdbc) {

  /** Nobody else takes a number of a year before the transaction ends. */
  void hold(int year) {
    jdbc.sql("""
        insert into dues.receipt_number (local_id, year, last) values (?, ?, 0)
        on conflict (local_id, year) do update set last = dues.receipt_number.last""")
        .params(Scope.local(), year)
        .update();
  }

  /** The next number of a year; nobody else gets one before the transaction ends. */
  String next(int year) {
    String receipt;
    do {
      int number = jdbc.sql("""
          insert into dues.receipt_number (local_id, year, last) values (?, ?, 1)
          on conflict (local_id, year) do update set last = dues.receipt_number.last + 1
          returning last""").params(Scope.local(), year).query(Integer.class).single();
      receipt = "%d-%04d".formatted(year, number);
    } while (known(receipt));
    return receipt;
  }

  /** Whether a payment has this receipt. */
  boolean known(String receipt) {
    return jdbc.sql("select exists (select 1 from dues.payment where local_id = ? and receipt = ?)")
        .params(Scope.local(), receipt)
        .query(Boolean.class)
        .single();
  }
}
