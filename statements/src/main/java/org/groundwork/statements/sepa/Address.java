// SPDX-License-Identifier: Apache-2.0
package org.groundwork.statements.sepa;

import java.util.regex.Pattern;

/**
 * A structured address, as banks ask for it from November 2026: town and country at least.
 *
 * @param street at most 70 characters; may be empty
 * @param building its number, at most 16 characters; may be empty
 * @param postcode at most 16 characters; may be empty
 * @param town 1 to 35 characters
 * @param country its code of ISO 3166, two capital letters
 */
public record Address(String street, String building, String postcode, String town, String country) {
  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

  /** @throws IllegalArgumentException if a part is too long, or town or country is missing */
  public Address {
    street = SepaText.optional(street, 70, "a street");
    building = SepaText.optional(building, 16, "the number of a building");
    postcode = SepaText.optional(postcode, 16, "a postcode");
    town = SepaText.required(town, 35, "a town");
    if (!COUNTRY.matcher(country).matches()) {
      throw new IllegalArgumentException("a country is two capital letters");
    }
  }
}
