// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike.internal;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.strike.Strike;
import org.jspecify.annotations.Nullable;

/** What was agreed, as typed. */
public record AgreementForm(@Nullable String version, @Nullable String text, @Nullable String on,
    @Nullable String paid, @Nullable String kept, @Nullable List<String> signed) {
  private static final int LONGEST = 4000;

  static AgreementForm of(Strike strike, LocalDate today, List<UUID> signed, Locale locale) {
    var agreed = strike.agreement();
    return new AgreementForm(Long.toString(strike.version()), agreed.map(Strike.Agreement::text).orElse(""),
        agreed.map(Strike.Agreement::on).orElse(today).toString(),
        agreed.flatMap(Strike.Agreement::paid).map(sum -> sum.plain(locale)).orElse(""),
        agreed.flatMap(Strike.Agreement::kept).map(sum -> sum.plain(locale)).orElse(""),
        signed.stream().map(UUID::toString).toList());
  }

  /** The same as typed, to be saved over what it has become. */
  AgreementForm over(Strike now) {
    return new AgreementForm(Long.toString(now.version()), text, on, paid, kept, signed);
  }

  public boolean signs(UUID unit) { return signed != null && signed.contains(unit.toString()); }

  Set<UUID> readSigned() {
    var read = new HashSet<UUID>();
    (signed == null ? List.<String>of() : signed).forEach(typed -> StrikeTyped.id(typed).ifPresent(read::add));
    return read;
  }

  Optional<Strike.Agreement> read(FormErrors errors, StrikeTyped.Spelling spelling, LocalDate today) {
    String words = errors.required("text", text, LONGEST);
    var day = errors.day("on", on, today.minusYears(2), today.plusDays(62));
    Optional<Money> over = StrikeTyped.optionalMoney(errors, "paid", paid, spelling);
    Optional<Money> ours = StrikeTyped.optionalMoney(errors, "kept", kept, spelling);
    return errors.any() ? Optional.empty() : Optional.of(new Strike.Agreement(words, day.orElseThrow(), over, ours));
  }
}
