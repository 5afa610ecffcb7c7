// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking.internal;

import java.util.List;
import java.util.Optional;
import org.groundwork.banking.BankAccount;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.paper.QrCode;
import org.groundwork.platform.web.View;

/**
 * How a member pays dues by transfer.
 *
 * @param accounts those at a bank that have a number
 * @param reference theirs, in groups of four
 * @param open what they owe
 */
public record MyTransferPage(List<To> accounts, Optional<String> reference, Optional<Money> open)
    implements
      View {
  public MyTransferPage { accounts = List.copyOf(accounts); }

  /**
   * An account to which money can go.
   *
   * @param code a picture for a banking app, with the member's reference and what they owe
   */
  public record To(BankAccount account, Optional<QrCode> code) {}
}
