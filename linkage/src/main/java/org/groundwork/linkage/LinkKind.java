// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage;

/** What kind of evidence joins two sites. */
public enum LinkKind {
  /** The same business address. */
  ADDRESS("address"),
  /** The same person signs or owns. */
  OFFICER("officer"),
  /** The same company name, with a similar address or a second sign. */
  NAME("name"),
  /** A name that differs by a slip of the pen, at the same address or company. */
  SPELLING("spelling"),
  /** A person looked at it and said that the two belong together; never made from a register alone. */
  CONFIRMED("confirmed");

  private final String word;

  LinkKind(String word) { this.word = word; }

  /** The word in files. */
  public String word() { return word; }
}
