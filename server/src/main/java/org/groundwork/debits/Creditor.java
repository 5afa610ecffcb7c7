// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.debits;

import java.util.UUID;

/**
 * Who collects, as the bank knows it.
 *
 * @param name 1 to 70 characters; it stands in members' statements
 * @param identifier the creditor identifier, compact, with right check digits
 * @param account the account of banking to which money comes
 * @param bic of its bank, or empty
 * @param noticeDays how many days ahead members are told, 1 to 30
 * @param prefix with which references of mandates begin, at most 12 of {@code A-Z}, {@code 0-9} and hyphen; may be empty
 * @param version 0 before it is written down
 */
public record Creditor(String name, String identifier, UUID account, String bic, DebitAddress address, int noticeDays,
    String prefix, long version) {
  /** The days between telling members and the collection that the rulebook has where nothing else was agreed. */
  public static final int USUAL_NOTICE = 14;
}
