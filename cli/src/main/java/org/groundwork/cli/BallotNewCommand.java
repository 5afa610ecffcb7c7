// SPDX-License-Identifier: Apache-2.0
package org.groundwork.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.groundwork.ballot.Asked;
import org.groundwork.ballot.ElectionDraft;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Returning officer: what is asked. */
@Command(name = "new", mixinStandardHelpOptions = true, sortOptions = false, description = {
    "Returning officer: write down what is asked, from a file or from options, as in",
    "  new --name \"Strike vote\" --question \"Do we strike?\" --answer Yes --answer No --blank",
    "At a terminal, without either, you are asked for everything."})
final class BallotNewCommand extends BallotStep {
  @Parameters(arity = "0..1", paramLabel = "TEMPLATE.json", description = "Questions as a template of Belenios has them: docs/balloting.md")
  private @Nullable Path template;

  @Option(names = "--name", paramLabel = "TEXT", description = "The election's title.")
  private @Nullable String name;

  @Option(names = "--description", paramLabel = "TEXT", description = "What voters are told of it.")
  private String description = "";

  @Option(names = "--administrator", paramLabel = "NAME", description = "Who runs the election, for voters to read.")
  private Optional<String> administrator = Optional.empty();

  @Option(names = "--credential-officer", paramLabel = "NAME", description = "Who hands out the credentials, for voters to read.")
  private Optional<String> officer = Optional.empty();

  @ArgGroup(exclusive = false, multiplicity = "0..*")
  private List<OneQuestion> questions = new ArrayList<>();

  @Option(names = "--group", paramLabel = "NAME", description = "Ed25519 (the usual one), BELENIOS-2048, or RFC-3526-2048 (also for rankings).")
  private Optional<String> group = Optional.empty();

  @Option(names = "--belenios-2", description = "Take a group and forms that the tool of Belenios 2.0 can verify too.")
  private boolean belenios2;

  /** A question in options; the next --question begins another. */
  static final class OneQuestion {
    @Option(names = "--question", required = true, paramLabel = "TEXT", description = "What is asked; the options after it are of this question.")
    private String text = "";

    @Option(names = "--answer", required = true, paramLabel = "TEXT", description = "What can be answered; once for each.")
    private List<String> answers = new ArrayList<>();

    @Option(names = "--min", paramLabel = "N", description = "So many have to be chosen (1).")
    private @Nullable Integer min;

    @Option(names = "--max", paramLabel = "N", description = "So many can be (1, or --min).")
    private @Nullable Integer max;

    @Option(names = "--blank", description = "A vote may be blank.")
    private boolean blank;

    @Option(names = "--ranking", description = "Voters rank the answers instead of choosing some.")
    private boolean ranking;

    private Asked asked() {
      if (ranking && (min != null || max != null || blank)) {
        throw new Misused("--ranking goes without --min, --max and --blank: everybody may rank as many as they like");
      }
      int least = min == null ? 1 : min;
      return new Asked(text, answers, ranking, blank, ranking ? 0 : least,
          ranking ? answers.size() : max == null ? Math.max(1, least) : max);
    }
  }

  BallotNewCommand(Main.Streams streams) { super(streams); }

  @Override
  String title() { return "new"; }

  @Override
  int step() throws IOException {
    byte[] bytes = template();
    ElectionDraft draft = ElectionDraft.create(bytes, group, belenios2, randomness());
    say(files()
        .give(draft.uuid() + ".draft.json", "the credential officer and every trustee", draft.write())
        .write());
    say("The election " + draft.uuid() + " asks " + many(draft.questions().size(), "question") + ", in the group "
        + draft.group() + ".");
    next("the credential officer runs \"ballot credentials make\", and each trustee \"ballot trustee key\"");
    say("      (or, if some of the trustees are to be enough, \"ballot trustee certificate\").");
    return Exit.GOOD;
  }

  private byte[] template() throws IOException {
    if (template != null) {
      if (name != null || !questions.isEmpty()) {
        throw new Misused("questions come from a file or from options, not from both");
      }
      return read(template);
    }
    if (name == null && questions.isEmpty() && onTerminal()) {
      BallotInterview.Said said = new BallotInterview(this).whole();
      return ElectionDraft.template(said.name(), said.description(), said.questions(), administrator, officer);
    }
    if (name == null || questions.isEmpty()) {
      throw new Misused("name a TEMPLATE.json, or give --name and at least one --question with its --answer;"
          + " at a terminal without any of these you are asked");
    }
    return ElectionDraft.template(name, description, questions.stream().map(OneQuestion::asked).toList(),
        administrator, officer);
  }
}
