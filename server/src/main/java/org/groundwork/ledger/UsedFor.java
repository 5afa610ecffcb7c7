// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.ledger;

import java.util.Locale;

/** What the program itself enters in an account; a chart has one account for each. */
public enum UsedFor {
  /** Coins and notes in the local's box. */
  CASH,
  /** The account at a bank. */
  BANK,
  /** What services of payment hold for us. */
  SERVICES,
  /** What was sent and has not arrived yet. */
  ON_ITS_WAY,
  /** What members owe: always the sum of open charges, and no money that can be spent. */
  DUES_OWED,
  /** Bills that are to be paid. */
  BILLS,
  /** What members laid out for the local and get back. */
  OWED_TO_MEMBERS,
  /** What is held until it is returned or may be taken. */
  HELD,
  /** What members paid before it was due. */
  PAID_AHEAD,
  /** What was there when the books were opened. */
  OPENING,
  /** What moves from one fund to another. */
  BETWEEN_FUNDS,
  /** Dues that were charged. */
  DUES,
  MEMBERS_GIFTS,
  OTHER_UNIONS,
  CROWD_FUNDING,
  GRANTS,
  SALES,
  GIFTS_IN_KIND,
  /** What banks and services take. */
  FEES,
  STRIKE_PAY,
  HARDSHIP_AID,
  /** What is passed on to the federation. */
  FEDERATION,
  /** What somebody carries of the box, for small things; there once it is first handed out. */
  PETTY_CASH,
  /** What was missing, or was too much, when money was counted; there once it first was. */
  COUNTED_OFF,
  /** What stewards took at the door and have not handed in; there once one first took something. */
  WITH_STEWARDS;

  /**
   * Whether it is what somebody gives. Such money comes into the books by the pages and channels of gifts alone, where it is
   * held against the cap and against the names of the other side.
   */
  public boolean given() {
    return switch (this) {
      case MEMBERS_GIFTS, OTHER_UNIONS, CROWD_FUNDING, GRANTS, GIFTS_IN_KIND -> true;
      default -> false;
    };
  }

  /** As the database has it. */
  public String key() { return name().toLowerCase(Locale.ROOT).replace('_', '-'); }

  static UsedFor of(String key) { return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_')); }
}
