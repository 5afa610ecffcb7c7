// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending.internal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is done with petty cash, as typed.
 *
 * @param move what is to be undone, from the address; absent for anything else
 */
public record PettyForm(@Nullable String once, @Nullable String holder, @Nullable String fund, @Nullable String amount,
    @Nullable String account, @Nullable String what, @Nullable String on, @Nullable String noReceipt,
    @Nullable String counted, @Nullable String reason, @Nullable String move) {
  static PettyForm blank(UUID once, String fund, String on) {
    return new PettyForm(once.toString(), "", fund, "", "", "", on, "", "", "", null);
  }
}
