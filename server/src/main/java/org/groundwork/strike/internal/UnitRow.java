// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike.internal;

import org.groundwork.platform.money.Money;
import org.groundwork.strike.RentLine;
import org.groundwork.strike.Withholding;

/**
 * A unit that withholds, as a page shows it.
 *
 * @param contact what the household's contact is called; empty for nobody
 * @param elsewhere whether the contact has another place by now, or none
 */
public record UnitRow(RentLine line, String contact, boolean elsewhere) {

  public Withholding unit() { return line.unit(); }

  public Money withheld() { return line.withheld(); }
}
