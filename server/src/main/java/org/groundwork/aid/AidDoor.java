// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid;

import java.util.List;
import java.util.Optional;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Power;
import org.groundwork.treasury.MoneyDoor;

/** The hardship fund on the page about money. */
final class AidDoor implements MoneyDoor {
  private final Committee committee;
  private final AidPayments payments;

  AidDoor(Committee committee, AidPayments payments) {
    this.committee = committee;
    this.payments = payments;
  }

  @Override
  public int order() { return 22; }

  @Override
  public String title() { return "aid.title"; }

  @Override
  public String path() { return "aid"; }

  @Override
  public Power power() { return Power.TAKE_PART; }

  @Override
  public Optional<Waiting> waiting(Caller.Actor reader) {
    int toDecide = reader.mayEverywhere(Power.GIVE_AID) ? committee.waiting(reader.person()).size() : 0;
    if (toDecide > 0) {
      return Optional.of(new Waiting("aid.door.decide", List.of(toDecide)));
    }
    int toPay = reader.mayEverywhere(Power.KEEP_MONEY) ? payments.count() : 0;
    return toPay > 0 ? Optional.of(new Waiting("aid.door.pay", List.of(toPay))) : Optional.empty();
  }
}
