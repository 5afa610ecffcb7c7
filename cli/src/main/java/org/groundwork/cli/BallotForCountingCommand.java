// SPDX-License-Identifier: Apache-2.0
package org.groundwork.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.groundwork.ballot.Asked;
import org.groundwork.ballot.ElectionRecord;
import org.groundwork.ballot.ElectionRecord.Rankings;
import org.groundwork.count.Ballots;
import org.groundwork.count.Candidate;
import org.groundwork.count.Election;
import org.groundwork.count.Writers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Rankings from a record into a file that is counted. */
@Command(name = "for-counting", mixinStandardHelpOptions = true, sortOptions = false, description = {
    "Write the rankings of a record with its result into a file that \"./groundwork count\" reads. A ballot says of each",
    "answer a rank: 1 is the first, 0 none; equal ranks are shared. A rank above the number of answers says nothing:",
    "such ballots are listed and left out."})
final class BallotForCountingCommand extends BallotStep {
  @Parameters(paramLabel = "RECORD.bel", description = "The election's record.")
  private Path record = Path.of("");

  @Option(names = "--question", paramLabel = "N", description = "Which question (the only one that asks for a ranking).")
  private Optional<Integer> question = Optional.empty();

  @Option(names = "--format", paramLabel = "FORMAT", description = "blt (the default) or abif.")
  private String format = "blt";

  @Option(names = "--seats", paramLabel = "N", description = "How many are elected (1).")
  private int seats = 1;

  BallotForCountingCommand(Main.Streams streams) { super(streams); }

  @Override
  String title() { return "for-counting"; }

  @Override
  int step() throws IOException {
    if (!format.equals("blt") && !format.equals("abif")) {
      throw new Misused("--format is blt or abif");
    }
    if (seats < 1) {
      throw new Misused("--seats is at least 1");
    }
    ElectionRecord election = ElectionRecord.open(record);
    int number = number(election.questions());
    Asked asked = election.questions().get(number - 1);
    if (!(election.result().get(number - 1) instanceof Rankings rankings)) {
      throw new Misused("question " + number + " asks for no ranking");
    }
    Election toCount = toCount(asked, rankings.ballots());
    String name = election.uuid() + ".question-" + number + "." + format;
    say(files().give(name, "everybody who counts", to -> {
      Writer out = new OutputStreamWriter(to, StandardCharsets.UTF_8);
      if (format.equals("blt")) {
        Writers.blt(toCount, out);
      } else {
        Writers.abif(toCount, out);
      }
      out.flush();
    }).write());
    next("\"./groundwork count --rule RULE " + in(name) + "\", by the rule that your statutes name.");
    return Exit.GOOD;
  }

  private int number(List<Asked> questions) {
    var rankings = new ArrayList<Integer>();
    for (int i = 0; i < questions.size(); i++) {
      if (questions.get(i).ranking()) {
        rankings.add(i + 1);
      }
    }
    if (question.isPresent()) {
      int number = question.orElseThrow();
      if (!rankings.contains(number)) {
        throw new Misused("question " + number + " asks for no ranking; these do: " + rankings);
      }
      return number;
    }
    if (rankings.size() != 1) {
      throw new Misused(rankings.isEmpty()
          ? "no question of this election asks for a ranking"
          : "say which --question: these ask for rankings: " + rankings);
    }
    return rankings.getFirst();
  }

  private Election toCount(Asked asked, List<List<Integer>> ballots) {
    var candidates = new ArrayList<Candidate>();
    for (String each : asked.answers()) {
      candidates.add(new Candidate(candidates.size() + 1, each, Candidate.Kind.STANDING));
    }
    var papers = new Ballots.Builder();
    int blank = 0;
    int invalid = 0;
    for (int i = 0; i < ballots.size(); i++) {
      List<Integer> ranks = ballots.get(i);
      if (Collections.max(ranks) > candidates.size()) {
        say("Ballot " + (i + 1) + " is invalid and left out: its ranks are " + ranks + ".");
        invalid++;
        continue;
      }
      blank += Collections.max(ranks) == 0 ? 1 : 0;
      mark(papers, ranks);
      papers.paper(1);
    }
    say(ballots.size() + " ballots: " + blank + " rank nobody, " + invalid + " are invalid.");
    return new Election(clean(asked.text()), seats, candidates, papers.build());
  }

  private static void mark(Ballots.Builder papers, List<Integer> ranks) {
    for (int rank = 1; rank <= Collections.max(ranks); rank++) {
      boolean taken = false;
      for (int i = 0; i < ranks.size(); i++) {
        if (ranks.get(i) == rank) {
          if (taken) {
            papers.same(i + 1);
          } else {
            papers.rank(i + 1);
          }
          taken = true;
        }
      }
      if (!taken) {
        papers.skip();
      }
    }
  }
}
