// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid.internal;

import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import org.groundwork.aid.Because;
import org.groundwork.aid.NewWish;
import org.groundwork.aid.Opinion;
import org.groundwork.platform.web.FormErrors;
import org.jspecify.annotations.Nullable;

/**
 * What somebody of the committee says, as it is typed.
 *
 * @param what {@code yes}, {@code same} or {@code no}
 * @param minor what somebody else proposed, for whoever says the same
 */
public record SayForm(@Nullable String what, @Nullable String amount, @Nullable String minor, @Nullable String because,
    @Nullable String words) {

  static SayForm blank(String amount) { return new SayForm("", amount, "", "", ""); }

  Optional<Opinion.Saying> read(FormErrors errors, Currency currency, Locale locale) {
    return switch (what == null ? "" : what) {
      case "same" -> same();
      case "no" -> no(errors);
      default -> {
        var sum = new Typed(errors, currency, locale).amount("amount", amount, 1, NewWish.MOST);
        yield sum.isPresent() ? Optional.of(new Opinion.Saying.Yes(sum.getAsLong())) : Optional.empty();
      }
    };
  }

  private Optional<Opinion.Saying> same() {
    return minor != null && minor.matches("[1-9][0-9]{0,12}")
        ? Optional.of(new Opinion.Saying.Yes(Long.parseLong(minor)))
        : Optional.empty();
  }

  private Optional<Opinion.Saying> no(FormErrors errors) {
    var why = Because.known(because == null ? "" : because);
    if (why.isEmpty()) {
      errors.refuse("because", "aid.choose");
    }
    String said = errors.optional("words", words, NewWish.WORDS);
    return errors.any() ? Optional.empty() : why.map(known -> new Opinion.Saying.No(known, said));
  }
}
