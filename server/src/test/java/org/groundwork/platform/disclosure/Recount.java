// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.disclosure;

import java.time.LocalDate;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;

/** The weekly count of a local, as the job does it, for tests of what modules let out. */
public final class Recount {
  private Recount() {}

  /** Counts a week; one that was counted stays as it is. */
  public static void week(FoundedLocal local, String kind, LocalDate monday) {
    var product = Product.shared();
    local.write(() -> {
      var source = product.beans(DisclosedSource.class)
          .values()
          .stream()
          .filter(known -> known.kind().equals(kind))
          .findFirst()
          .orElseThrow();
      product.bean(WeeklyCount.class).write(new WeeklyCount.Week(monday), kind, source.cells());
      return true;
    });
  }
}
