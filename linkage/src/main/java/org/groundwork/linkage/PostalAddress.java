// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage;

/**
 * An address as a register writes it. Parts that the register does not keep apart stay inside {@code line}; an absent
 * part is the empty string.
 *
 * @param line house number and street, and whatever the register appends to them
 * @param unit suite, floor or flat, where the register has a field for it
 * @param city city, where the register has a field for it
 * @param postcode postal code, where the register has a field for it
 */
public record PostalAddress(String line, String unit, String city, String postcode) {
  /** An address that is only a line of text. */
  public static PostalAddress ofLine(String line) {
    return new PostalAddress(line, "", "", "");
  }

  /** The parts that are present, in one line, for people to read. */
  public String text() {
    var text = new StringBuilder(line);
    for (String part : new String[]{unit, city, postcode}) {
      if (!part.isEmpty()) {
        text.append(text.isEmpty() ? "" : " ").append(part);
      }
    }
    return text.toString();
  }

  /** Whether no part is present. */
  public boolean isEmpty() {
    return line.isEmpty() && unit.isEmpty() && city.isEmpty() && postcode.isEmpty();
  }
}
