// SPDX-License-Identifier: Apache-2.0
package org.groundwork.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.groundwork.ballot.Asked;
import org.groundwork.ballot.PublicElection;
import org.groundwork.ballot.Reason;
import org.groundwork.ballot.Refused;
import org.groundwork.ballot.Secret;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Voter: a ballot. */
@Command(name = "vote", mixinStandardHelpOptions = true, sortOptions = false, description = {
    "Voter: make a ballot. What you choose is encrypted here and leaves this machine only so.",
    "You may vote again as long as the voting goes on; your last ballot counts."})
final class BallotVoteCommand extends BallotStep {
  private static final int NAME_DIGITS = 16;

  @Parameters(paramLabel = "RECORD.bel", description = "The election's record; also one without the later ballots.")
  private Path record = Path.of("");

  @Option(names = "--credential", paramLabel = "FILE", description = "A file with your credential and nothing else; - for standard input. Without it you are asked, and it is not shown.")
  private @Nullable Path credentialFile;

  @Option(names = "--answer", paramLabel = "TEXT", description = "Your answer, once for each question in turn: a number or the text of an answer, several with commas; blank; a ranking as 2>1=3. Without it you are asked. Others on this machine may see what a command was called with.")
  private List<String> answers = new ArrayList<>();

  BallotVoteCommand(Main.Streams streams) { super(streams); }

  @Override
  String title() { return "vote"; }

  @Override
  int step() throws IOException {
    PublicElection election = PublicElection.read(record);
    List<Asked> questions = election.questions();
    if (!answers.isEmpty() && answers.size() != questions.size()) {
      throw new Misused("this election asks " + many(questions.size(), "question") + ", and --answer is given "
          + many(answers.size(), "time") + "; give it once for each, or not at all");
    }
    try (Secret credential = credential()) {
      Optional<Long> weight = election.weight(credential);
      if (weight.isEmpty()) {
        throw new Refused(Reason.UNKNOWN_CREDENTIAL, "",
            "this credential is not on the election's list; is it one of another election?");
      }
      say(clean(election.name()) + (election.description().isEmpty() ? "" : ": " + clean(election.description())));
      var votes = new ArrayList<List<Integer>>();
      for (int i = 0; i < questions.size(); i++) {
        votes.add(answer(i + 1, questions.get(i)));
      }
      cast(election, election.ballot(credential, votes, randomness()));
    }
    return Exit.GOOD;
  }

  private void cast(PublicElection election, PublicElection.Cast cast) throws IOException {
    String hash = HexFormat.of().formatHex(Base64.getDecoder().decode(cast.tracker()));
    say(files()
        .give(election.uuid() + ".ballot-" + hash.substring(0, NAME_DIGITS) + ".for-returning-officer.json",
            "the returning officer", cast.text())
        .write());
    say("Your tracker: " + cast.tracker());
    next(
        "write the tracker down. When the ballot was received, it is in the record as " + hash.substring(0, NAME_DIGITS)
            + "….data.json.");
  }

  private Secret credential() throws IOException {
    String typed = credentialFile == null
        ? askSecretly("Your credential: ")
        : credentialFile.toString().equals("-") ? ask("") : firstLine(credentialFile);
    return PublicElection.credential(typed);
  }

  private static String firstLine(Path file) throws IOException {
    List<String> lines = new String(read(file), StandardCharsets.UTF_8).lines()
        .filter(each -> !each.isBlank())
        .toList();
    if (lines.size() != 1) {
      throw new Misused(file + " has " + lines.size() + " lines; one with the credential is expected");
    }
    return lines.getFirst();
  }

  private List<Integer> answer(int number, Asked asked) throws IOException {
    say("");
    say(number + ". " + clean(asked.text()));
    for (int i = 0; i < asked.answers().size(); i++) {
      say("   " + (i + 1) + "  " + clean(asked.answers().get(i)));
    }
    while (true) {
      try {
        List<Integer> answer = BallotAnswers.read(asked,
            answers.isEmpty() ? ask(prompt(asked)) : answers.get(number - 1));
        PublicElection.check(asked, answer);
        say("   Your answer: " + clean(BallotAnswers.words(asked, answer)));
        return answer;
      } catch (Refused e) {
        if (!answers.isEmpty() || !onTerminal()) {
          throw e.within("question " + number);
        }
        complain(e.sentence());
      }
    }
  }

  private static String prompt(Asked asked) {
    if (asked.ranking()) {
      return "   Rank them, as in 2>1=3; those left out have no rank: ";
    }
    String many = asked.min() == asked.max() ? "" + asked.min() : asked.min() + " to " + asked.max();
    return "   Choose " + many + (asked.blank() ? ", or blank" : "") + ": ";
  }
}
