// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid;

import java.util.Optional;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Power;
import org.groundwork.treasury.MoneyDoor;

/** Strike pay on the page about money. */
final class StrikePayDoor implements MoneyDoor {

  @Override
  public int order() { return 24; }

  @Override
  public String title() { return "strike-pay.title"; }

  @Override
  public String path() { return "aid/strikes"; }

  @Override
  public Power power() { return Power.TAKE_PART; }

  @Override
  public Optional<Waiting> waiting(Caller.Actor reader) { return Optional.empty(); }
}
