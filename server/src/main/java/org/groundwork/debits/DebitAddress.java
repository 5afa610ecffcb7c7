// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.debits;

import org.groundwork.statements.sepa.Address;

/**
 * A structured address, as pain.008.001.08 wants it.
 *
 * @param street at most 70 characters; may be empty
 * @param building its number, at most 16 characters; may be empty
 * @param postcode at most 16 characters; may be empty
 * @param town 1 to 35 characters
 * @param country its code of ISO 3166, two capital letters
 */
public record DebitAddress(String street, String building, String postcode, String town, String country) {

  /** In one text, a line for each part, to be sealed. */
  String sealed() {
    return String.join("\n", street, building, postcode, town, country);
  }

  static DebitAddress of(String sealed) {
    String[] parts = sealed.split("\n", -1);
    return new DebitAddress(parts[0], parts[1], parts[2], parts[3], parts[4]);
  }

  /**
   * As a file has it.
   *
   * @throws IllegalArgumentException if a bank could not read it
   */
  Address written() { return new Address(street, building, postcode, town, country); }

  /** In one line to be read. */
  public String line() {
    return ((street + " " + building).strip() + ", " + (postcode + " " + town).strip() + ", " + country)
        .replaceFirst("^, ", "");
  }
}
