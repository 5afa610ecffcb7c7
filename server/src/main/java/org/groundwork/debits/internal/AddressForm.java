// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.debits.internal;

import java.util.Locale;
import java.util.Optional;
import org.groundwork.debits.DebitAddress;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.statements.sepa.Address;
import org.jspecify.annotations.Nullable;

/** An address, as typed. */
record AddressForm(@Nullable String street, @Nullable String building, @Nullable String postcode, @Nullable String town,
    @Nullable String country) {

  /** Whether nothing was typed. */
  boolean blank() {
    return empty(street) && empty(building) && empty(postcode) && empty(town) && empty(country);
  }

  private static boolean empty(@Nullable String typed) { return typed == null || typed.isBlank(); }

  Optional<DebitAddress> read(FormErrors errors) {
    String road = errors.optional("street", street, 70);
    String house = errors.optional("building", building, 16);
    String code = errors.optional("postcode", postcode, 16);
    String place = errors.required("town", town, 35);
    String land = errors.required("country", country, 2).toUpperCase(Locale.ROOT);
    if (errors.on("country").isEmpty() && !Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(land)) {
      errors.refuse("country", "debits.country.code");
    }
    if (errors.any()) {
      return Optional.empty();
    }
    return written(errors, road, house, code, place)
        ? Optional.of(new DebitAddress(road, house, code, place, land))
        : Optional.empty();
  }

  /** Whether banks can write it: letters may become two, as in German, and then be too many. */
  private static boolean written(FormErrors errors, String street, String building, String postcode, String town) {
    part(errors, "street", street, "", "", "X");
    part(errors, "building", "", building, "", "X");
    part(errors, "postcode", "", "", postcode, "X");
    part(errors, "town", "", "", "", town);
    return !errors.any();
  }

  private static void part(FormErrors errors, String field, String street, String building, String postcode,
      String town) {
    try {
      var _ = new Address(street, building, postcode, town, "DE");
    } catch (IllegalArgumentException unreadable) {
      errors.refuse(field, "debits.unreadable");
    }
  }
}
