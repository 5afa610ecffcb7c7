// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.debits.internal;

import java.util.Optional;
import org.groundwork.debits.Bic;
import org.groundwork.debits.DebitMandate;
import org.groundwork.platform.web.FormErrors;

/** The name of a bank that a mandate needs and has not, as typed. */
final class BankForm {
  private static final int LONGEST = 20;

  private BankForm() {}

  /** The bank of a mandate's account, as files have it; empty where it cannot be. */
  static Optional<String> read(FormErrors errors, String typed, DebitMandate mandate) {
    String bank = Bic.compact(errors.required("bic", typed, LONGEST));
    if (errors.on("bic").isEmpty() && !Bic.fits(bank, mandate.iban())) {
      errors.refuse("bic", "debits.bic.wrong");
    }
    return errors.any() ? Optional.empty() : Optional.of(bank);
  }
}
