// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.start;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.groundwork.platform.access.SetupCode;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.web.FormErrors;
import org.jspecify.annotations.Nullable;

/** Who founds a local, as typed. */
public record YouForm(@Nullable String name, @Nullable String pin, @Nullable String code, @Nullable String zone,
    @Nullable String currency) {

  /** What the form came to. */
  record Founder(String name, String pin, Locals.Profile profile) {}

  static YouForm blank(ZoneId zone, Currency currency) {
    return new YouForm("", "", "", zone.getId(), currency.getCurrencyCode());
  }

  Optional<Founder> read(FormErrors errors, SetupCode setup, List<String> tender, Locale language,
      String localName) {
    String called = errors.required("name", name, 80);
    String digits = errors.required("pin", pin, 12);
    if (!digits.isEmpty()) {
      checkPin(errors, digits);
    }
    if (setup.needed() && !setup.accepts(errors.required("code", code, 20))) {
      errors.refuse("code", "start.you.code.wrong");
    }
    var money = currency(errors, tender);
    var at = zone(errors);
    if (errors.any() || money.isEmpty() || at.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Founder(called, digits, new Locals.Profile(localName, language, at.get(), money.get())));
  }

  /** A PIN has six to twelve digits and is neither one digit repeated nor a plain run. */
  static void checkPin(FormErrors errors, String pin) {
    if (!pin.matches("[0-9]{6,12}")) {
      errors.refuse("pin", "start.you.pin.form");
    } else if (pin.chars().distinct().count() == 1 || "0123456789".contains(pin) || "9876543210".contains(pin)) {
      errors.refuse("pin", "start.you.pin.easy");
    }
  }

  private Optional<Currency> currency(FormErrors errors, List<String> tender) {
    String code = errors.required("currency", currency, 3);
    if (!tender.contains(code)) {
      errors.refuse("currency", "start.you.currency.unknown");
      return Optional.empty();
    }
    return Optional.of(Currency.getInstance(code));
  }

  private Optional<ZoneId> zone(FormErrors errors) {
    try {
      return Optional.of(ZoneId.of(errors.required("zone", zone, 64)));
    } catch (DateTimeException e) {
      errors.refuse("zone", "start.you.zone.unknown");
      return Optional.empty();
    }
  }
}
