// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.groundwork.banking.BankLine;
import org.groundwork.banking.Part;
import org.groundwork.banking.Rules;
import org.groundwork.banking.Settling;
import org.groundwork.ledger.Line;
import org.groundwork.ledger.NewEntry;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.web.FormErrors;

/**
 * What somebody says of a line by hand, as typed.
 *
 * @param rows one for each part
 * @param text of the entry
 * @param says if lines with these words are proposed so from now on
 */
public record HandForm(List<Row> rows, String text, String says) {
  /** The most parts the page asks for. */
  public static final int MOST_ROWS = 6;

  public HandForm { rows = List.copyOf(rows); }

  /** A part, as typed. */
  public record Row(String account, String fund, String amount) {}

  /** For a line: its whole amount in one part, and what a service took in another. */
  static HandForm blank(BankLine line, UUID general, UUID fees, int rows, Locale locale) {
    var parts = new ArrayList<Row>();
    long gross = Math.subtractExact(line.amount().minor(), line.fee());
    parts.add(new Row("", general.toString(), rows > 1 && line.fee() == 0 ? "" : typed(line, gross, locale)));
    if (line.fee() != 0) {
      parts.add(new Row(fees.toString(), general.toString(), typed(line, line.fee(), locale)));
    }
    while (parts.size() < Math.min(rows, MOST_ROWS)) {
      parts.add(new Row("", general.toString(), ""));
    }
    return new HandForm(parts, "", "");
  }

  static HandForm of(Map<String, String> typed) {
    int rows = (int) IntStream.rangeClosed(1, MOST_ROWS).filter(at -> typed.containsKey("account" + at)).count();
    return new HandForm(IntStream.rangeClosed(1, Math.max(1, rows))
        .mapToObj(at -> new Row(typed.getOrDefault("account" + at, ""), typed.getOrDefault("fund" + at, ""),
            typed.getOrDefault("amount" + at, "")))
        .toList(), typed.getOrDefault("text", ""), typed.getOrDefault("says", ""));
  }

  /** An amount as it is typed: above zero for what goes the same way as the line. */
  private static String typed(BankLine line, long amount, Locale locale) {
    return same(line, amount).plain(locale);
  }

  private static Money same(BankLine line, long amount) {
    return new Money(line.incoming() ? amount : Math.negateExact(amount), line.amount().currency());
  }

  Optional<Settling.ByHand> read(FormErrors errors, BankLine line, Locale locale) {
    var parts = new ArrayList<Part>();
    for (int at = 1; at <= rows.size(); at++) {
      Row row = rows.get(at - 1);
      boolean left = row.account().isEmpty() && row.amount().isBlank();
      if (!left || rows.size() == 1) {
        part(errors, line, locale, at).ifPresent(parts::add);
      }
    }
    if (parts.isEmpty() && !errors.any()) {
      errors.refuse("account1", "form.required");
    }
    String what = errors.required("text", text, NewEntry.LONGEST);
    String words = errors.optional("says", says, Rules.LONGEST);
    if (!words.isEmpty() && words.length() < 3) {
      errors.refuse("says", "bank.says.short");
    }
    if (!errors.any()) {
      sum(errors, line, parts, locale);
    }
    return errors.any()
        ? Optional.empty()
        : Optional.of(new Settling.ByHand(parts, what, words.isEmpty() ? Optional.empty() : Optional.of(words)));
  }

  private static void sum(FormErrors errors, BankLine line, List<Part> parts, Locale locale) {
    long sum = parts.stream().mapToLong(Part::amount).reduce(0, Math::addExact);
    long left = Math.subtractExact(line.amount().minor(), sum);
    if (left != 0) {
      errors.refuse("amount1", "bank.parts.sum",
          same(line, line.amount().minor()).written(locale), same(line, sum).written(locale));
    }
  }

  private Optional<Part> part(FormErrors errors, BankLine line, Locale locale, int at) {
    Row row = rows.get(at - 1);
    Optional<UUID> account = BankDesk.id(row.account());
    Optional<UUID> fund = BankDesk.id(row.fund());
    if (account.isEmpty()) {
      errors.refuse("account" + at, "bank.account.choose");
    }
    if (fund.isEmpty()) {
      errors.refuse("fund" + at, "bank.fund.choose");
    }
    String amount = row.amount().strip();
    boolean less = amount.startsWith("-") || amount.startsWith("−");
    Optional<Money> read = Money.read(less ? amount.substring(1) : amount, line.amount().currency(), locale);
    read = read.filter(each -> each.minor() > 0 && each.minor() <= Line.MOST);
    if (read.isEmpty()) {
      errors.refuse("amount" + at, "bank.amount.form");
    }
    if (account.isEmpty() || fund.isEmpty() || read.isEmpty()) {
      return Optional.empty();
    }
    boolean in = line.incoming() != less;
    return Optional.of(new Part(account.get(), fund.get(), in ? read.get().minor() : -read.get().minor()));
  }
}
