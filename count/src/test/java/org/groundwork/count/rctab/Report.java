// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.rctab;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.ArrayList;
import java.util.List;
import org.groundwork.count.Candidate.Kind;
import org.groundwork.count.Election;
import org.groundwork.count.Outcome;
import org.groundwork.count.Round;
import org.groundwork.count.Round.Status;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The rounds of a count, as RCTab reports them. */
final class Report {
  private static final String WRITE_INS = "Undeclared Write-ins";

  /**
   * A round; numbers without zeros at the end.
   *
   * @param needed empty where nobody is elected by it
   * @param tally of who was not out before
   * @param inactive votes that count for nobody
   * @param eliminated who goes out with the next round
   * @param transfers with the next round, from whom to whom; from whoever is elected only what has gone to somebody
   */
  record Stage(int round, String needed, SortedMap<String, String> tally, String inactive, SortedSet<String> elected,
      SortedSet<String> eliminated, SortedMap<String, SortedMap<String, String>> transfers) {}

  private Report() {}

  static String name(Election election, int number) {
    return election.candidate(number).kind() == Kind.WRITE_INS ? WRITE_INS : election.candidate(number).name();
  }

  /** As the program wrote it. A line for write-ins that nobody wrote in is not taken. */
  static List<Stage> read(Path file, boolean needed) {
    var stages = new ArrayList<Stage>();
    for (JsonNode each : new JsonMapper().readTree(file.toFile()).get("results")) {
      var tally = new TreeMap<String, String>();
      each.get("tally").properties().forEach(one -> tally.put(one.getKey(), plain(one.getValue().asString())));
      boolean nobody = "0".equals(tally.get(WRITE_INS)) && tally.remove(WRITE_INS) != null;
      JsonNode out = each.get("inactiveBallots");
      BigDecimal inactive = BigDecimal.ZERO;
      for (String why : List.of("exhaustedChoices", "overvotes", "repeatedRankings", "skippedRankings")) {
        inactive = inactive.add(new BigDecimal(out.get(why).asString()));
      }
      var elected = new TreeSet<String>();
      var eliminated = new TreeSet<String>();
      var transfers = new TreeMap<String, SortedMap<String, String>>();
      for (JsonNode result : each.get("tallyResults")) {
        boolean wins = result.has("elected");
        String who = result.get(wins ? "elected" : "eliminated").asString();
        if (!(nobody && who.equals(WRITE_INS))) {
          (wins ? elected : eliminated).add(who);
          moved(result.get("transfers")).ifPresent(moved -> transfers.put(who, moved));
        }
      }
      stages.add(new Stage(each.get("round").asInt(), needed ? plain(each.get("threshold").asString()) : "", tally,
          plain(inactive), elected, eliminated, transfers));
    }
    return stages;
  }

  private static java.util.Optional<SortedMap<String, String>> moved(JsonNode json) {
    var moved = new TreeMap<String, String>();
    json.properties().forEach(one -> moved.put(one.getKey(), plain(one.getValue().asString())));
    moved.remove("residual surplus");
    return moved.isEmpty() ? java.util.Optional.empty() : java.util.Optional.of(moved);
  }

  /** Ours, in the same form. */
  static List<Stage> of(Outcome outcome) {
    var stages = new ArrayList<Stage>();
    for (int at = 0; at < outcome.rounds().size(); at++) {
      boolean last = at + 1 == outcome.rounds().size();
      stages.add(stage(outcome, outcome.rounds().get(at), last ? null : outcome.rounds().get(at + 1)));
    }
    return stages;
  }

  private static Stage stage(Outcome outcome, Round round, @org.jspecify.annotations.Nullable Round next) {
    Election election = outcome.election();
    var tally = new TreeMap<String, String>();
    for (Round.Standing each : round.standings()) {
      boolean nobody = election.candidate(each.candidate()).kind() == Kind.WRITE_INS && each.votes().units() == 0;
      if (each.status() != Status.EXCLUDED && each.status() != Status.WITHDRAWN && !nobody) {
        tally.put(name(election, each.candidate()), plain(each.votes().exact()));
      }
    }
    var papers = outcome.papers();
    BigDecimal never = BigDecimal.valueOf(papers.spoilt() + papers.withdrawn());
    return new Stage(round.number(), round.needed().map(each -> plain(each.exact())).orElse(""), tally,
        plain(round.exhausted().exact().add(never)), names(election, round.elected()),
        names(election, next == null ? List.of() : next.excluded()),
        next == null ? new TreeMap<>() : transfers(election, next));
  }

  private static SortedSet<String> names(Election election, List<Integer> numbers) {
    var names = new TreeSet<String>();
    numbers.forEach(each -> names.add(name(election, each)));
    return names;
  }

  private static SortedMap<String, SortedMap<String, String>> transfers(Election election, Round round) {
    Map<String, SortedMap<String, BigDecimal>> sums = new TreeMap<>();
    for (Round.Transfer each : round.transfers()) {
      if (each.votes().units() > 0) {
        sums.computeIfAbsent(name(election, each.from()), _ -> new TreeMap<>())
            .merge(each.to() == 0 ? "exhausted" : name(election, each.to()), each.votes().exact(), BigDecimal::add);
      }
    }
    var transfers = new TreeMap<String, SortedMap<String, String>>();
    sums.forEach((from, to) -> {
      var plain = new TreeMap<String, String>();
      to.forEach((who, votes) -> plain.put(who, plain(votes)));
      transfers.put(from, plain);
    });
    return transfers;
  }

  private static String plain(String number) { return plain(new BigDecimal(number)); }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
