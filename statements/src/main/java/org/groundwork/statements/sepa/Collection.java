// SPDX-License-Identifier: Apache-2.0
package org.groundwork.statements.sepa;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.groundwork.statements.Money;

/**
 * One direct debit.
 *
 * @param endToEndId 1 to 35 characters by which it is known again in returns and rejections; each but once in a file
 * @param amount in euro, 0.01 to 999,999,999.99
 * @param sequence which collection of the mandate it is
 * @param date the day on which the debtor's account is charged
 * @param mandate by what it is allowed
 * @param debtor whose account is charged
 * @param purpose what it is for
 */
public record Collection(String endToEndId, Money amount, SequenceType sequence, LocalDate date, Mandate mandate,
    Debtor debtor, Purpose purpose) {
  private static final Pattern BIC = Pattern.compile("[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?");
  private static final long MOST = 99_999_999_999L;

  /** @throws IllegalArgumentException if the amount or identifier cannot be, or the mandate was signed after the day */
  public Collection {
    endToEndId = SepaText.identifier(endToEndId, 35, "an end-to-end identifier");
    if (!amount.currency().equals("EUR") || amount.minor() < 1 || amount.minor() > MOST) {
      throw new IllegalArgumentException("a direct debit is of 0.01 to 999999999.99 EUR, not of " + amount);
    }
    if (mandate.signed().isAfter(date)) {
      throw new IllegalArgumentException("the mandate " + mandate.id() + " is signed after the day of the collection");
    }
  }

  /**
   * Whose account is charged.
   *
   * @param name 1 to 70 characters
   * @param iban the account
   * @param bic of its bank; empty within the payments area, where the account says it
   * @param address empty unless the account is outside of the European Economic Area
   */
  public record Debtor(String name, String iban, Optional<String> bic, Optional<Address> address) {
    /** @throws IllegalArgumentException if check digits are wrong, the name or BIC cannot be, or the address is needed */
    public Debtor {
      name = SepaText.required(name, 70, "the debtor's name");
      iban = account(iban, "the debtor's account");
      bic.ifPresent(Collection::bic);
      if (address.isEmpty() && Iban.needsAddress(iban)) {
        throw new IllegalArgumentException(
            "for an account outside of the European Economic Area the debtor's address is needed");
      }
    }
  }

  /** What a direct debit is for: words or a reference. */
  public sealed interface Purpose {
    /**
     * Words.
     *
     * @param text 1 to 140 characters
     */
    record Words(String text) implements Purpose {
      /** @throws IllegalArgumentException if it is longer, or nothing */
      public Words {
        text = SepaText.required(text, 140, "the purpose");
      }
    }

    /**
     * A reference of ISO 11649.
     *
     * @param reference with right check digits
     */
    record Reference(String reference) implements Purpose {
      /** @throws IllegalArgumentException if the check digits are wrong */
      public Reference {
        if (!CreditorReference.isValid(reference)) {
          throw new IllegalArgumentException("the reference's form or check digits are wrong");
        }
        reference = Mod97.compact(reference);
      }
    }
  }

  static String account(String iban, String what) {
    if (!Iban.isValid(iban)) {
      throw new IllegalArgumentException(what + " is no IBAN with right check digits");
    }
    String compact = Iban.compact(iban);
    if (!Iban.inSepa(compact)) {
      throw new IllegalArgumentException(what + " is outside of the Single Euro Payments Area");
    }
    return compact;
  }

  static void bic(String bic) {
    if (!BIC.matcher(bic).matches()) {
      throw new IllegalArgumentException("a BIC has 8 or 11 capital letters and digits");
    }
  }
}
