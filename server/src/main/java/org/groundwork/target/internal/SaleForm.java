// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target.internal;

import java.time.LocalDate;
import java.util.Optional;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.target.Sales;
import org.jspecify.annotations.Nullable;

/**
 * A sale, as typed.
 *
 * @param site in a register
 * @param on the first day of the new owner
 * @param names whom the register names: seller or buyer
 * @param other the one it does not name
 */
public record SaleForm(@Nullable String site, @Nullable String on, @Nullable String names, @Nullable String other,
    @Nullable String source) {
  private static final int YEARS_BACK = 120;

  static SaleForm blank(String site) { return new SaleForm(site, "", "", "", ""); }

  String siteTyped() { return site == null ? "" : site; }

  /** A sale that can be noted. */
  record Read(LocalDate on, Sales.Names names, Optional<String> other, String source) {

    /** Whether a noted sale says just this. */
    boolean says(Sales.Sale noted) {
      return equals(new Read(noted.on(), noted.names(), noted.other(), noted.source()));
    }
  }

  Optional<Read> read(FormErrors errors, LocalDate today) {
    var day = Typed.day(errors, "on", on, today.minusYears(YEARS_BACK), today);
    if (day.isEmpty() && errors.on("on").isEmpty()) {
      errors.refuse("on", "form.required");
    }
    var who = switch (names == null ? "" : names) {
      case "seller" -> Optional.of(Sales.Names.SELLER);
      case "buyer" -> Optional.of(Sales.Names.BUYER);
      default -> Optional.<Sales.Names>empty();
    };
    if (who.isEmpty()) {
      errors.refuse("names", "sale.names.choose");
    }
    String named = errors.optional("other", other, 160);
    String whence = errors.optional("source", source, 300);
    if (whence.isEmpty()) {
      errors.refuse("source", "research.source.none");
    }
    return errors.any() || day.isEmpty() || who.isEmpty()
        ? Optional.empty()
        : Optional.of(new Read(day.get(), who.get(), Optional.of(named).filter(text -> !text.isEmpty()), whence));
  }
}
