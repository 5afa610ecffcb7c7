// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage;

import org.groundwork.linkage.internal.text.NameKeys;
import org.groundwork.linkage.internal.text.Similarity;

/** Names in the one form in which they are compared. */
public final class Names {
  private Names() {}

  /**
   * A person's name: upper case, without accents, titles and middle initials, its words in alphabetical order, because
   * registers swap first and last name.
   *
   * @return the comparable form; empty if the name says nothing ({@code N/A}, {@code SAME})
   */
  public static String person(String name) { return NameKeys.person(name); }

  /**
   * A company's name: upper case, without accents, legal form ({@code LLC}, {@code Inc.}) and article, with
   * abbreviations such as {@code MGMT} written out.
   *
   * @return the comparable form; empty if the name says nothing
   */
  public static String company(String name) { return NameKeys.company(name); }

  /**
   * Whether two comparable forms of persons' names differ by no more than a slip of the pen: one or two letters by
   * length, letters exchanged, a space lost.
   */
  public static boolean similarPersons(String one, String other) { return Similarity.persons(one, other); }

  /** The same for companies; numbers in the names must be equal. */
  public static boolean similarCompanies(String one, String other) {
    return Similarity.companies(one, other);
  }
}
