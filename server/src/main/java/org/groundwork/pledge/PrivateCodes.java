// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.pledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.ids.Tokens;

/**
 * The code on somebody's paper, under which they change or withdraw an answer without an account. Shown once and kept
 * nowhere but as a hash; it leads to the card as long as the card is there. Runs inside the caller's transaction.
 */
public final class PrivateCodes {
  /** Characters of five bits each. */
  private static final int LENGTH = 20;
  private static final int GROUP = 4;
  private final OpenCards cards;
  private final Tokens tokens;

  PrivateCodes(OpenCards cards, Tokens tokens) {
    this.cards = cards;
    this.tokens = tokens;
  }

  /** Makes a code for the card of this person; an earlier one of theirs leads nowhere then. */
  public String make(UUID step, UUID person) {
    String code = tokens.written(LENGTH);
    cards.code(step, person, Tokens.hash(code));
    return code;
  }

  /** A code as it is written on paper. */
  public static List<String> groups(String code) {
    var groups = new ArrayList<String>();
    for (int at = 0; at < code.length(); at += GROUP) {
      groups.add(code.substring(at, Math.min(code.length(), at + GROUP)));
    }
    return groups;
  }

  /** A code as it stands in an address. */
  public static String inAddress(String code) {
    return code.toLowerCase(Locale.ROOT);
  }

  /** Whose card it is; empty for a code that never was, has been replaced, or whose call is long over. */
  public Optional<OpenCards.Own> behind(String typed) {
    return cards.behind(Tokens.hash(Tokens.asPrinted(typed)));
  }
}
