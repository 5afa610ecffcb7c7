// SPDX-License-Identifier: Apache-2.0
package org.groundwork.statements;

/**
 * Who paid or was paid, as the file names them.
 *
 * @param name may be empty
 * @param account their account; {@link Account#NONE} if it is not named
 * @param bank its BIC or national code; may be empty
 */
public record Party(String name, Account account, String bank) {
  /** Nobody is named. */
  public static final Party NONE = new Party("", Account.NONE, "");
}
