// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.rctab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.groundwork.count.BadFile;
import org.groundwork.count.CsvMapping;
import org.groundwork.count.Election;
import org.groundwork.count.ElectionReader;
import org.groundwork.count.NamedRule;
import org.groundwork.count.RuleParameters;
import org.groundwork.count.Rule;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A contest as the Ranked Choice Voting Resource Center's program RCTab is told to count it, in our words. */
final class Config {
  /** A case with fewer columns than ranks may be marked, which as a mapping would be a mistake. */
  private static final String ONE_RANK = "tiebreak_seed_test";

  private final Path folder;
  private final JsonNode json;
  private final JsonNode source;
  private final JsonNode rules;

  private Config(Path file) {
    folder = file.resolveSibling(".").normalize();
    json = new JsonMapper().readTree(file.toFile());
    source = json.get("cvrFileSources").get(0);
    rules = json.get("rules");
  }

  static Config of(Path file) { return new Config(file); }

  /** The candidates whom the program is told of, in its order. */
  List<String> names() {
    return json.get("candidates").valueStream().map(each -> each.get("name").asString()).toList();
  }

  List<JsonNode> candidates() { return json.get("candidates").valueStream().toList(); }

  String provider() { return source.get("provider").asString(); }

  String contest() { return source.get("contestId").asString(); }

  String writeIns() { return source.get("undeclaredWriteInLabel").asString(); }

  Path ballots() { return folder.resolve(source.get("filePath").asString()).normalize(); }

  String mode() { return rules.get("winnerElectionMode").asString(); }

  String tiebreak() { return rules.get("tiebreakMode").asString(); }

  long randomSeed() { return rules.get("randomSeed").asLong(0); }

  boolean goesToTheEnd() { return is("continueUntilTwoCandidatesRemain"); }

  /** How many are elected in one count; where each seat has a count of its own, one. */
  int seats() {
    return mode().equals("multiPassIrv") ? 1 : winners();
  }

  int winners() { return rules.get("numberOfWinners").asInt(1); }

  /** The ballots, with those whom the program leaves out withdrawn. */
  Election election() throws IOException, BadFile {
    Election read = switch (provider()) {
      case "ess", "genericCsv" -> ElectionReader.read(ballots().toString(), Files.readAllBytes(ballots()),
          CsvMapping.read(mapping().getBytes(StandardCharsets.UTF_8)));
      default -> OtherFormats.read(this);
    };
    Set<Integer> out = new HashSet<>();
    for (JsonNode each : candidates()) {
      if (each.get("excluded").asBoolean()) {
        out.add(number(read, each.get("name").asString()));
      }
    }
    return read.without(out).withSeats(seats());
  }

  private static int number(Election election, String name) {
    return IntStream.rangeClosed(1, election.candidates().size())
        .filter(number -> election.candidate(number).name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** As {@code --mapping} takes it. */
  private String mapping() {
    var text = new StringBuilder("first = " + source.get("firstVoteColumnIndex").asString() + "\n");
    if (provider().equals("genericCsv")) {
      text.append("shape = candidates\n");
    } else {
      String most = rules.get("maxRankingsAllowed").asString();
      boolean all = most.equals("max") || folder.endsWith(ONE_RANK);
      text.append(all ? "" : "columns = " + most + "\n");
      for (JsonNode each : candidates()) {
        text.append("candidate = ").append(each.get("name").asString()).append('\n');
        each.get("aliases").forEach(other -> text.append("also = ").append(other.asString()).append('\n'));
      }
    }
    line(text, "skipped", "skippedRankLabel");
    line(text, "overvote", "overvoteLabel");
    line(text, "write-in", "undeclaredWriteInLabel");
    line(text, "several", "overvoteDelimiter");
    return text.toString();
  }

  private void line(StringBuilder text, String key, String theirs) {
    String value = source.get(theirs).asString();
    text.append(value.isEmpty() ? "" : key + " = " + value + "\n");
  }

  private boolean is(String rule) { return rules.get(rule).asBoolean(); }

  /** As {@code --rule} and {@code --with} take it. */
  Rule rule() {
    boolean transferable = mode().startsWith("multiWinner");
    Rule rule = transferable ? NamedRule.WIG.rule() : NamedRule.IRV.rule();
    rule = RuleParameters.with(rule, "several", switch (rules.get("overvoteRule").asString()) {
      case "exhaustImmediately" -> "end";
      case "alwaysSkipToNextRank" -> "pass";
      case "exhaustIfMultipleContinuing" -> "end-if-several-continue";
      default -> throw new IllegalArgumentException("overvote rule");
    });
    String skips = rules.get("maxSkippedRanksAllowed").asString();
    rule = RuleParameters.with(rule, "skips", skips.equals("unlimited") ? "any" : skips);
    rule = RuleParameters.with(rule, "ends-at-repeat", is("exhaustOnDuplicateCandidate") ? "yes" : "no");
    rule = RuleParameters.with(rule, "ties", "lot");
    return transferable ? transferable(rule) : runOff(rule);
  }

  private Rule runOff(Rule irv) {
    Rule rule = RuleParameters.with(irv, "bulk", is("batchElimination") ? "yes" : "no");
    rule = RuleParameters.with(rule, "to-the-end", is("continueUntilTwoCandidatesRemain") ? "yes" : "no");
    return RuleParameters.with(rule, "fixed", is("doesFirstRoundDetermineThreshold") ? "yes" : "no");
  }

  private Rule transferable(Rule stv) {
    Rule rule = RuleParameters.with(stv, "quota",
        is("nonIntegerWinningThreshold") ? "droop-exact" : is("hareQuota") ? "hare" : "droop");
    rule = RuleParameters.with(rule, "decimals", rules.get("decimalPlacesForVoteArithmetic").asString());
    rule = RuleParameters.with(rule, "rounding", "fraction-first");
    rule = RuleParameters.with(rule, "surplus", "together");
    rule = RuleParameters.with(rule, "last-seats", "after-transfer");
    return RuleParameters.with(rule, "elects",
        mode().equals("multiWinnerAllowOnlyOneWinnerPerRound") ? "one-a-stage" : "all-at-once");
  }
}
