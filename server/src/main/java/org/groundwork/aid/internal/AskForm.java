// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid.internal;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.groundwork.aid.Category;
import org.groundwork.aid.NewWish;
import org.groundwork.aid.PayWay;
import org.groundwork.aid.Request;
import org.groundwork.aid.Taken;
import org.groundwork.platform.web.FormErrors;
import org.jspecify.annotations.Nullable;

/**
 * A request as it is typed.
 *
 * @param once makes sure that a form sent twice asks once
 * @param request the one that was begun with a case; empty otherwise
 * @param not who of the committee is not to see it
 */
public record AskForm(@Nullable String once, @Nullable String request, @Nullable String amount,
    @Nullable String category, @Nullable String taken, @Nullable String neededOn, @Nullable String urgent,
    @Nullable String way, @Nullable String payee, @Nullable String words, @Nullable List<String> not) {

  static AskForm blank(String once, String request) {
    return new AskForm(once, request, "", "", Taken.NOTHING.key(), "", "", PayWay.CASH.key(), "", "", List.of());
  }

  /** Who of the committee is not to see it. */
  public Set<UUID> kept() {
    return not == null
        ? Set.of()
        : not.stream().flatMap(each -> AidDesk.id(each).stream()).collect(Collectors.toSet());
  }

  Optional<NewWish> read(FormErrors errors, Currency currency, Locale locale, LocalDate today) {
    var typed = new Typed(errors, currency, locale);
    var sum = typed.amount("amount", amount, 1, NewWish.MOST);
    var what = Category.known(category == null ? "" : category);
    if (what.isEmpty()) {
      errors.refuse("category", "aid.choose");
    }
    var day = typed.day("neededOn", neededOn, today, today.plusYears(1));
    var how = PayWay.known(way == null ? "" : way);
    if (how.isEmpty()) {
      errors.refuse("way", "aid.choose");
    }
    String to = errors.optional("payee", payee, NewWish.PAYEE);
    if (to.isEmpty() && how.filter(chosen -> chosen != PayWay.CASH).isPresent()) {
      errors.refuse("payee", "aid.ask.payee.needed");
    }
    String said = errors.optional("words", words, NewWish.WORDS);
    if (errors.any() || sum.isEmpty() || how.isEmpty()) {
      return Optional.empty();
    }
    var from = Taken.known(taken == null ? "" : taken).orElse(Taken.NOTHING);
    String kept = how.get() == PayWay.CASH ? "" : to; // an account nobody needs is not kept
    return Optional.of(new NewWish(sum.getAsLong(), how.get(), "yes".equals(urgent), day,
        new Request.Told(what, from, kept, said)));
  }
}
