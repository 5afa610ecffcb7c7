// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.role;

import org.groundwork.ballot.Randomness;

/** Letters and digits of which none can be mistaken for another (section <em>Basic types</em>). */
public final class Base58 {
  static final String ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

  private Base58() {}

  /** So many of them, each as likely. */
  public static String random(int length, Randomness randomness) {
    var text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(ALPHABET.charAt(randomness.below(ALPHABET.length())));
    }
    return text.toString();
  }

  static boolean all(String text) { return text.chars().allMatch(each -> ALPHABET.indexOf(each) >= 0); }
}
