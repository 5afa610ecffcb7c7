// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage;

/**
 * An address in the one form in which addresses are compared. Each part is upper case, without accents and
 * punctuation, and empty where absent.
 *
 * @param house house number without hyphens, with its letter; {@code POBOX} and the number for a post box
 * @param street street with short types and directions ({@code W 29 ST})
 * @param unit suite, floor or flat without the word for it ({@code 6}, {@code 12B}, {@code PH})
 * @param postcode postal code
 */
public record Address(String house, String street, String unit, String postcode) {
  /** The building without suite or floor. */
  public String building() { return house + '|' + street + '|' + postcode; }

  /** Whether it says where to go: house and street, or a post box. */
  public boolean isPlace() {
    return !house.isEmpty() && (!street.isEmpty() || house.startsWith("POBOX"));
  }
}
