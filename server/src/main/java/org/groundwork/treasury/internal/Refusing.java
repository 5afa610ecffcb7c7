// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury.internal;

import java.util.Currency;
import java.util.Locale;
import java.util.UUID;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.Entered;
import org.groundwork.ledger.Fund;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.web.FormErrors;
import org.springframework.stereotype.Component;

/** Says beside a field why something could not be entered. */
@Component
class Refusing {
  private final Books books;

  Refusing(Books books) { this.books = books; }

  /** The fields beside which it is said: of the day, of what it is about, of the amount. */
  record Fields(String day, String about, String amount) {}

  /** How months and amounts are written. */
  record In(Currency currency, Locale language) {
    String money(long minor) { return new Money(minor, currency).written(language); }
  }

  void refuse(FormErrors errors, Entered entered, Fields fields, In written) {
    switch (entered) {
      case Entered.Closed(var month) ->
        errors.refuse(fields.day(), "treasury.refused.closed", Shown.month(written.language(), month));
      case Entered.TooEarly(var opened) -> errors.refuse(fields.day(), "treasury.refused.early", opened);
      case Entered.Gone() -> errors.refuse(fields.about(), "treasury.refused.gone");
      case Entered.TooLittle(UUID fund, long has) ->
        errors.refuse(fields.amount(), "treasury.refused.little", name(fund), written.money(has));
      case Entered.Yes _,Entered.Already _ -> {
      }
    }
  }

  private String name(UUID fund) {
    return books.funds().stream().filter(each -> each.id().equals(fund)).map(Fund::name).findFirst().orElse("");
  }
}
