// SPDX-License-Identifier: Apache-2.0
package org.groundwork.statements.sepa;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a banking app reads from a picture to fill in a transfer in euros: the text of the European Payments Council's
 * guideline EPC069-12, version 002, in UTF-8 of which only common characters are used.
 */
public final class TransferCode {
  private static final int LONGEST_NAME = 70;
  private static final BigDecimal LEAST = new BigDecimal("0.01");
  private static final BigDecimal MOST = new BigDecimal("999999999.99");

  private TransferCode() {}

  /**
   * The text to be drawn, with error correction level M.
   *
   * @param name of whoever gets the money, shortened to 70 common characters
   * @param iban of their account; blanks do not matter
   * @param amount 0.01 … 999,999,999.99 with two decimals at most; empty to let the payer write it
   * @param reference with check digits, as {@link CreditorReference} makes them; blanks do not matter
   * @throws IllegalArgumentException if the name is empty or a number, amount or reference cannot be
   */
  public static String of(String name, String iban, Optional<BigDecimal> amount, String reference) {
    String whose = SepaText.of(name);
    String account = Iban.compact(iban);
    String structured = reference.replace(" ", "");
    if (whose.isEmpty() || !Iban.isValid(account) || !CreditorReference.isValid(structured)) {
      throw new IllegalArgumentException("a transfer to nobody, to no account or with a wrong reference");
    }
    String sum = amount.map(TransferCode::euros).orElse("");
    return String.join("\n", "BCD", "002", "1", "SCT", "", whose.substring(0, Math.min(LONGEST_NAME, whose.length())),
        account, sum, "", structured);
  }

  private static String euros(BigDecimal amount) {
    if (amount.compareTo(LEAST) < 0 || amount.compareTo(MOST) > 0 || amount.stripTrailingZeros().scale() > 2) {
      throw new IllegalArgumentException("a transfer of " + amount);
    }
    return "EUR" + amount.setScale(2).toPlainString();
  }
}
