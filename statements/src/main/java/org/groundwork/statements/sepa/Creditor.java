// SPDX-License-Identifier: Apache-2.0
package org.groundwork.statements.sepa;

import java.util.Optional;

/**
 * Who collects.
 *
 * @param name 1 to 70 characters
 * @param id the creditor identifier
 * @param iban the account to which money goes
 * @param bic of its bank; empty where the bank knows it by the account
 * @param address empty if the bank has it
 */
public record Creditor(String name, String id, String iban, Optional<String> bic, Optional<Address> address) {
  /** @throws IllegalArgumentException if check digits are wrong, or the name or BIC cannot be */
  public Creditor {
    name = SepaText.required(name, 70, "the creditor's name");
    if (!CreditorId.isValid(id)) {
      throw new IllegalArgumentException("the creditor identifier's form or check digits are wrong");
    }
    id = CreditorId.compact(id);
    iban = Collection.account(iban, "the creditor's account");
    bic.ifPresent(Collection::bic);
  }
}
