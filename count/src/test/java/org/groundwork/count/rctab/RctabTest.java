// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.rctab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.groundwork.count.Counting;
import org.groundwork.count.Election;
import org.groundwork.count.Outcome;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every case of RCTab whose rule there is here: its rounds, votes, threshold, who is elected and goes out, and where papers
 * went, are those of its report. {@code docs/SPEC-count.md} has the table.
 */
@Tag("real-data")
class RctabTest {
  /** What cannot be counted here, each with the reason in the table. */
  private static final Set<String> WITHOUT = Set.of("conversions_from_cdf",
      "multi_seat_bottoms_up_with_static_threshold",
      "sample_interactive_tiebreak", "sample_interactive_tiebreak_sequential", "unisyn_xml_cdf_city_council_member",
      "unisyn_xml_cdf_city_mayor", "unisyn_xml_cdf_city_tax_collector", "unisyn_xml_cdf_county_coroner",
      "unisyn_xml_cdf_county_sheriff");

  static Stream<String> cases() throws Exception {
    try (Stream<String> lines = Files.lines(data().resolve("CASES.csv"))) {
      return lines.skip(1)
          .map(line -> line.split(",", 3))
          .map(cells -> cells[0] + "/" + cells[1].replace("_config.json", ""))
          .filter(each -> !WITHOUT.contains(each.substring(each.indexOf('/') + 1)))
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void roundsAreTheSame(String name) throws Exception {
    Path file = data().resolve(name + "_config.json");
    Config config = Config.of(file);
    Election election = config.election();
    Set<Integer> before = new HashSet<>();
    int passes = config.mode().equals("multiPassIrv") ? config.winners() : 1;
    for (int pass = 1; pass <= passes; pass++) {
      Election now = election.without(before);
      Outcome outcome = Counting.count(now, config.rule(), RandomNames.lots(config, now));
      String report = passes > 1 ? "_" + pass : "";
      compare(outcome, data().resolve(name + report + "_expected_detailed_report.json"), config);
      before.addAll(outcome.elected());
    }
  }

  private static void compare(Outcome outcome, Path report, Config config) {
    boolean needed = !config.mode().equals("bottomsUp");
    List<Report.Stage> theirs = new ArrayList<>(Report.read(report, needed));
    List<Report.Stage> ours = Report.of(outcome);
    if (config.goesToTheEnd()) {
      mergeTheRoundShownTwice(theirs);
    }
    if (config.mode().startsWith("multiWinner")) {
      // They show in one round more what nobody counts any longer: the surplus of whoever took the last seat.
      theirs.removeLast();
      Report.Stage last = theirs.removeLast();
      theirs.add(new Report.Stage(last.round(), last.needed(), last.tally(), last.inactive(), last.elected(),
          last.eliminated(), new java.util.TreeMap<>()));
    }
    assertThat(ours).as(report.getFileName().toString()).containsExactlyElementsOf(theirs);
  }

  /** Where it goes on after somebody is elected, they show that round once more when the next goes out. */
  private static void mergeTheRoundShownTwice(List<Report.Stage> theirs) {
    for (int at = 0; at + 1 < theirs.size(); at++) {
      Report.Stage elects = theirs.get(at);
      Report.Stage again = theirs.get(at + 1);
      if (!elects.elected().isEmpty() && elects.tally().equals(again.tally())) {
        theirs.set(at,
            new Report.Stage(elects.round(), elects.needed(), elects.tally(), elects.inactive(), elects.elected(),
                again.eliminated(), again.transfers()));
        theirs.remove(at + 1);
        theirs.replaceAll(each -> each.round() <= elects.round()
            ? each
            : new Report.Stage(each.round() - 1, each.needed(), each.tally(), each.inactive(), each.elected(),
                each.eliminated(), each.transfers()));
      }
    }
  }

  private static Path data() {
    return Path.of(Objects.requireNonNull(System.getenv("GROUNDWORK_DATA"), "GROUNDWORK_DATA")).resolve("ballots/rcv");
  }
}
