// SPDX-License-Identifier: Apache-2.0
package org.groundwork.statements;

import java.util.List;

/**
 * By what a payment can be found again; each text may be empty.
 *
 * @param endToEnd what the payer, or for a direct debit the creditor, called it (EndToEndId, EREF)
 * @param mandate the mandate of a direct debit (MndtId, MREF)
 * @param creditor the creditor identifier of a direct debit (CRED)
 * @param bank what the bank calls the booking (AcctSvcrRef, FITID, a service's transaction number)
 * @param customer what the account's holder called the order (MT940 :61: subfield 7, KREF, PmtInfId)
 * @param structured references with check digits or of a bank's form, as given: ISO 11649, QR reference
 */
public record References(String endToEnd, String mandate, String creditor, String bank, String customer,
    List<String> structured) {
  /** Nothing is given. */
  public static final References NONE = new References("", "", "", "", "", List.of());

  /** Copies the list. */
  public References { structured = List.copyOf(structured); }
}
