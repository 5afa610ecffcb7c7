// SPDX-License-Identifier: Apache-2.0
package org.groundwork.statements;

import org.groundwork.statements.sepa.Iban;

/**
 * An account, as the file names it.
 *
 * @param id an IBAN without blanks in capital letters, or another number; empty if it is not named
 * @param iban whether it is an IBAN with right check digits
 */
public record Account(String id, boolean iban) {
  /** An account that is not named. */
  public static final Account NONE = new Account("", false);

  /** An account by its number; an IBAN is known by its check digits. */
  public static Account of(String number) {
    String id = number.strip();
    return Iban.isValid(id) ? new Account(Iban.compact(id), true) : new Account(id, false);
  }
}
