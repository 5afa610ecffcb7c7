// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike.internal;

import java.util.List;
import java.util.Optional;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;
import org.groundwork.strike.Strike;

/**
 * The agreement at the end of a rent strike: its text, what becomes of the money, who signed.
 *
 * @param total what all units have withheld
 * @param units that withhold
 * @param theirs what somebody else wrote meanwhile
 */
public record AgreementPage(StrikeAt at, AgreementForm form, Money total, List<UnitRow> units, FormErrors errors,
    Optional<Strike.Agreement> theirs) implements View {
  public AgreementPage { units = List.copyOf(units); }
}
