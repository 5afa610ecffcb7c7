// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.rctab;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.groundwork.count.Election;
import org.groundwork.count.Lots;
import org.groundwork.count.Round.Purpose;

/** How RCTab decides ties. */
final class RandomNames {
  private RandomNames() {}

  static Lots lots(Config config, Election election) {
    return switch (config.tiebreak()) {
      case "random" -> {
        var random = new Random(config.randomSeed());
        yield new Lots.Asked((draw, purpose, tied) -> {
          List<Integer> byName = tied.stream()
              .sorted(Comparator.comparing(each -> Report.name(election, each)))
              .toList();
          return first(byName.get((int) (random.nextDouble() * tied.size())), tied);
        });
      }
      case "useCandidateOrder" -> new Lots.Asked((draw, purpose, tied) -> {
        Comparator<Integer> place = Comparator
            .comparingInt(each -> config.names().indexOf(Report.name(election, each)));
        return tied.stream().sorted(purpose == Purpose.EXCLUSION ? place.reversed() : place).toList();
      });
      default -> new Lots.Asked((draw, purpose, tied) -> {
        throw new AssertionError("nobody is there to be asked about " + tied);
      });
    };
  }

  private static List<Integer> first(int chosen, List<Integer> tied) {
    var order = new ArrayList<>(List.of(chosen));
    tied.stream().filter(each -> each != chosen).forEach(order::add);
    return order;
  }
}
