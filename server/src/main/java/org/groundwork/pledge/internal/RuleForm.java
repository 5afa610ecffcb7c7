// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.pledge.internal;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.OptionalInt;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.pledge.Call;
import org.groundwork.pledge.Calls;
import org.groundwork.pledge.SealKind;
import org.jspecify.annotations.Nullable;

/** How a call is to be held, as typed. */
public record RuleForm(@Nullable String version, @Nullable String kind, @Nullable String least, @Nullable String share,
    @Nullable String eachPart, @Nullable String until) {

  /** A form shown the first time. */
  static RuleForm of(java.util.Optional<Call> call, LocalDate otherwise) {
    var core = call.map(Call::core);
    var own = core.map(Call.Core::own).orElseGet(Call.Own::nothing);
    return new RuleForm(core.map(c -> Long.toString(c.version())).orElse("0"),
        core.map(Call.Core::kind).orElse(SealKind.OPEN).key(), number(own.least()), number(own.share()),
        number(own.eachPart()), core.map(Call.Core::until).orElse(otherwise).toString());
  }

  private static String number(OptionalInt number) {
    return number.isPresent() ? Integer.toString(number.getAsInt()) : "";
  }

  long readVersion() { return version != null && version.matches("\\d{1,18}") ? Long.parseLong(version) : -1; }

  SealKind readKind(FormErrors errors) {
    var chosen = SealKind.of(kind == null ? "" : kind);
    if (chosen.isEmpty()) {
      errors.refuse("kind", "form.choose");
    }
    return chosen.orElse(SealKind.OPEN);
  }

  /** The rule; a number is at most {@code of}, where a chart says how many there are. */
  Call.Own readOwn(FormErrors errors, OptionalInt of) {
    var number = read(errors, "least", least, of.orElse(1_000_000));
    var percent = read(errors, "share", share, 100);
    if (number.isPresent() && percent.isPresent()) {
      errors.refuse("share", "pledge.rule.one");
    }
    return new Call.Own(number, percent, read(errors, "eachPart", eachPart, 100));
  }

  private static OptionalInt read(FormErrors errors, String field, @Nullable String typed, int most) {
    return typed == null || typed.isBlank()
        ? OptionalInt.empty()
        : OptionalInt.of(errors.number(field, typed, 1, most));
  }

  LocalDate readUntil(FormErrors errors, LocalDate today) {
    try {
      var day = LocalDate.parse(until == null ? "" : until.strip());
      if (day.isBefore(today) || day.isAfter(today.plusDays(Calls.MOST_DAYS))) {
        errors.refuse("until", "pledge.until.range", Calls.MOST_DAYS);
      }
      return day;
    } catch (DateTimeParseException notADay) {
      errors.refuse("until", "form.date");
      return today;
    }
  }

  /** The same as typed, to be saved over what it has become. */
  RuleForm over(long now) {
    return new RuleForm(Long.toString(now), kind, least, share, eachPart, until);
  }
}
