// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury.internal;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.groundwork.ledger.Book;
import org.groundwork.ledger.FundKind;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.treasury.Opening.There;
import org.springframework.util.MultiValueMap;

/** Books that are to be opened, as typed: the fields by their names. */
public record OpenForm(Map<String, String> fields) {
  /** Where money can lie on the first day. */
  public static final List<UsedFor> PLACES = List.of(UsedFor.CASH, UsedFor.BANK, UsedFor.SERVICES);
  /** The funds that books begin with. */
  public static final List<FundKind> FUNDS = List.of(FundKind.GENERAL, FundKind.STRIKE, FundKind.HARDSHIP);

  public OpenForm { fields = Map.copyOf(fields); }

  static OpenForm blank(Currency currency, LocalDate today) {
    return new OpenForm(Map.of("currency", currency.getCurrencyCode(), "year", "1", "on",
        today.withDayOfMonth(1).toString()));
  }

  static OpenForm of(MultiValueMap<String, String> typed) {
    var fields = new HashMap<String, String>();
    typed.toSingleValueMap().forEach((name, value) -> {
      if (value != null) {
        fields.put(name, value);
      }
    });
    return new OpenForm(fields);
  }

  /** What was typed in a field. */
  public String field(String name) { return fields.getOrDefault(name, ""); }

  /** The field for what lies somewhere in a fund. */
  public static String there(FundKind fund, UsedFor place) {
    return fund.key() + "-" + place.key();
  }

  /** Books and what is there. */
  record Read(Book book, List<There> there) {}

  Optional<Read> read(FormErrors errors, List<String> tender, LocalDate today, Locale language) {
    var currency = currency(errors, tender);
    int year = errors.number("year", field("year"), 1, 12);
    var on = Typed.past(errors, "on", field("on"), today);
    if (currency.isEmpty()) {
      return Optional.empty();
    }
    var there = new ArrayList<There>();
    for (FundKind fund : FUNDS) {
      for (UsedFor place : PLACES) {
        String name = there(fund, place);
        var amount = Typed.amountIfAny(errors, name, field(name), currency.get(), language);
        amount.ifPresent(minor -> {
          if (minor > 0) {
            there.add(new There(fund, place, minor));
          }
        });
      }
    }
    return errors.any() || on.isEmpty()
        ? Optional.empty()
        : Optional.of(new Read(new Book(currency.get(), Month.of(year), on.get()), there));
  }

  private Optional<Currency> currency(FormErrors errors, List<String> tender) {
    String code = errors.required("currency", field("currency"), 3);
    if (!tender.contains(code)) {
      errors.refuse("currency", "form.choose");
      return Optional.empty();
    }
    return Optional.of(Currency.getInstance(code));
  }
}
