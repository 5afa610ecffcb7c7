// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.defence;

import java.util.List;
import java.util.UUID;
import org.groundwork.campaign.Rung;
import org.groundwork.campaign.RungPages;

/** What the page of a risky rung says about those who took part, and where they are asked. */
final class DefenceRungs implements RungPages {
  private final AllRight allRight;
  private final Cases cases;

  DefenceRungs(AllRight allRight, Cases cases) {
    this.allRight = allRight;
    this.cases = cases;
  }

  @Override
  public List<RungPage> of(Rung rung) {
    UUID step = rung.step().id();
    var of = new java.util.ArrayList<RungPage>();
    if (rung.kind().risky()) {
      var count = allRight.ofStep(step);
      of.add(new RungPage(allRight.countedOnly(step) ? "all-right.rung.counted" : "all-right.rung", "", "all-right",
          "shield", List.of(count.asked(), count.allRight(), count.hitBack(), count.open())));
    }
    if (rung.kind().risky() || cases.answer(step)) {
      of.add(new RungPage("cases.rung", "", "cases?step=" + step, "life-buoy"));
    }
    return of;
  }

  @Override
  public boolean keeps(UUID step) { return allRight.keeps(step); }
}
