// SPDX-License-Identifier: Apache-2.0
package org.groundwork.statements;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a file says of an account beside its lines.
 *
 * @param account whose statement it is; {@link Account#NONE} if the file does not say, as most tables do not
 * @param currency the account's; empty if the file does not say
 * @param balances in the order of the file
 * @param from the first day it covers; empty if the file does not say
 * @param to the last day it covers; empty if the file does not say
 * @param identifier what the bank calls it; may be empty
 * @param sequence its number, and after a slash that of the page; may be empty
 * @param lines how many lines were handed out before it
 * @param difference the closing balance less the opening one less all booked lines, where those are of one currency: not
 *          zero if a page is missing or the file is wrong; empty if it cannot be said
 */
public record Statement(Account account, Optional<String> currency, List<Balance> balances, Optional<LocalDate> from,
    Optional<LocalDate> to, String identifier, String sequence, int lines, Optional<Money> difference) {
  /** Copies the list. */
  public Statement { balances = List.copyOf(balances); }

  /** What the account held before the first line; of a later page, before its first line. */
  public Optional<Balance> opening() {
    return first(Balance.Kind.OPENING, Balance.Kind.PAGE_OPENING);
  }

  /** What the account held after the last line; of a page that is not the last, after its last line. */
  public Optional<Balance> closing() {
    return first(Balance.Kind.CLOSING, Balance.Kind.PAGE_CLOSING);
  }

  private Optional<Balance> first(Balance.Kind kind, Balance.Kind orElse) {
    return balances.stream()
        .filter(each -> each.kind() == kind)
        .findFirst()
        .or(() -> balances.stream().filter(each -> each.kind() == orElse).findFirst());
  }
}
