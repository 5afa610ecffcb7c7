// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury;

import java.util.List;
import java.util.Optional;
import org.groundwork.dues.Charge;
import org.groundwork.dues.Charges;
import org.groundwork.dues.Waivers;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Power;

/** The doors to dues, which stand lower in the house than the page about money: to one's own, and to everybody's. */
record DuesDoors(boolean ofAll, Charges charges, Waivers waivers) implements MoneyDoor {

  @Override
  public int order() { return ofAll ? 11 : 10; }

  @Override
  public String title() { return ofAll ? "dues.members" : "dues.mine"; }

  @Override
  public String path() { return ofAll ? "dues/members" : "dues"; }

  @Override
  public Power power() { return ofAll ? Power.SEE_MONEY : Power.TAKE_PART; }

  @Override
  public Optional<Waiting> waiting(Caller.Actor reader) {
    if (ofAll) {
      int asked = waivers.asked().size();
      return asked == 0 ? Optional.empty() : Optional.of(new Waiting("dues.step.asked", List.of(asked)));
    }
    return charges.open(reader.person()).stream().mapToLong(Charge::open).sum() == 0
        ? Optional.empty()
        : Optional.of(new Waiting("dues.door.open", List.of()));
  }
}
