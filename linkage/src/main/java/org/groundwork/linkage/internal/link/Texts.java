// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage.internal.link;

/** The texts of numbered values. */
final class Texts {
  private final Interner interner;
  private final int[] from;

  Texts(Interner interner, int[] from) {
    this.interner = interner;
    this.from = from;
  }

  int size() { return from.length; }

  /** The comparable form. */
  String key(int value) { return interner.key(from[value]); }

  /** As the register writes it. */
  String written(int value) { return interner.shown(from[value]); }
}
