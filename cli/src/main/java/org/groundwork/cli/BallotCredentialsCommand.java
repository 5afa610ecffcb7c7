// SPDX-License-Identifier: Apache-2.0
package org.groundwork.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.groundwork.ballot.CredentialIssue;
import org.groundwork.ballot.CredentialIssue.Form;
import org.groundwork.ballot.CredentialIssue.Voter;
import org.groundwork.ballot.ElectionDraft;
import org.groundwork.ballot.SecretAccess;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Credential officer: who can vote. */
@Command(name = "credentials", mixinStandardHelpOptions = true, sortOptions = false, description = "Credential officer: make the credentials, give one again, forget them.", subcommands = {
    BallotCredentialsCommand.Make.class, BallotCredentialsCommand.Again.class, BallotCredentialsCommand.Forget.class})
final class BallotCredentialsCommand implements Callable<Integer> {
  @Spec
  private @Nullable CommandSpec spec;

  private final Main.Streams streams;

  BallotCredentialsCommand(Main.Streams streams) { this.streams = streams; }

  @Override
  public Integer call() {
    if (spec != null) {
      BallotCommand.listSteps(spec, streams);
    }
    return Exit.USAGE;
  }

  /** Makes them. */
  @Command(name = "make", mixinStandardHelpOptions = true, sortOptions = false, description = "Credential officer: make a credential for each voter.")
  static final class Make extends BallotStep {
    private static final int MOST = 2_000_000;
    private static final int LONGEST_NAME = 200;

    @Parameters(paramLabel = "DRAFT", description = "The election's draft, from the returning officer.")
    private Path draft = Path.of("");

    @Option(names = "--number", paramLabel = "N", description = "For so many voters, who are called 1, 2, 3, …")
    private Optional<Integer> number = Optional.empty();

    @Option(names = "--voters", paramLabel = "FILE", description = "For these voters: a name on each line.")
    private @Nullable Path voters;

    @Option(names = "--weights", description = "Each line ends in a comma and how many votes the voter has.")
    private boolean weights;

    @Option(names = "--form", paramLabel = "N", description = "15 or 22 characters (15 with --belenios-2, whose tool knows no others, else 22).")
    private Optional<Integer> form = Optional.empty();

    Make(Main.Streams streams) { super(streams); }

    @Override
    String title() { return "credentials make"; }

    @Override
    int step() throws IOException {
      ElectionDraft election = draft(draft);
      List<Voter> all = voters();
      String uuid = election.uuid();
      String secret = uuid + ".credentials.SECRET.txt";
      String list = uuid + ".credentials.for-returning-officer.json";
      String assigned = uuid + ".who-has-which.SECRET.txt";
      files().mustBeNew(secret, list, assigned);
      var issue = new CredentialIssue(election, form(election), weights, randomness());
      var who = new StringBuilder();
      var made = new String[1];
      BallotFolder files = files();
      files.secret(secret, "\n  Hand each voter the credential on their line, and nobody else's.", to -> {
        Writer out = new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8), 1 << 16);
        made[0] = issue.make(all, Runtime.getRuntime().availableProcessors(), (voter, credential, entry) -> {
          out.write(voter.name() + "\t" + voter.weight() + "\t" + credential.text(SecretAccess.granted()) + "\n");
          who.append(voter.name()).append('\t').append(entry).append('\n');
        });
        out.flush();
      });
      files.secret(assigned, "\n  With it you can tell which voters voted, not what; nobody else may.",
          to -> to.write(who.toString().getBytes(StandardCharsets.UTF_8)));
      files.give(list, "the returning officer", to -> to.write(made[0].getBytes(StandardCharsets.UTF_8)));
      say(files.write());
      say(all.size() + " credentials were made.");
      next("when the record is there, look whether your list is in it: \"ballot check-mine\". Then hand out the"
          + " credentials.");
      return Exit.GOOD;
    }

    private Form form(ElectionDraft election) {
      int length = form.orElse(election.forBelenios2() ? 15 : 22);
      if (length != 15 && length != 22) {
        throw new Misused("--form is 15 or 22");
      }
      if (length == 22 && election.forBelenios2()) {
        throw new Misused("the tool of Belenios 2.0, for which this election is made, takes only --form 15");
      }
      return length == 15 ? Form.FIFTEEN : Form.TWENTY_TWO;
    }

    private List<Voter> voters() throws IOException {
      if (number.isPresent() == (voters != null)) {
        throw new Misused("say for whom: --number N, or --voters FILE");
      }
      if (voters != null) {
        return named(voters);
      }
      int many = number.orElseThrow();
      if (many < 1 || many > MOST || weights) {
        throw new Misused("--number is from 1 to " + MOST + ", and goes without --weights");
      }
      var all = new ArrayList<Voter>(many);
      for (int i = 1; i <= many; i++) {
        all.add(new Voter(Integer.toString(i), 1));
      }
      return all;
    }

    private List<Voter> named(Path file) throws IOException {
      List<String> lines = new String(read(file), StandardCharsets.UTF_8).lines().toList();
      var all = new ArrayList<Voter>(lines.size());
      var names = new HashSet<String>();
      for (int i = 0; i < lines.size(); i++) {
        if (lines.get(i).isBlank()) {
          continue;
        }
        String where = file + ", line " + (i + 1) + ": ";
        Voter voter = weights ? weighted(where, lines.get(i)) : new Voter(lines.get(i).strip(), 1);
        if (voter.name().isEmpty() || voter.name().length() > LONGEST_NAME
            || !clean(voter.name()).equals(voter.name())) {
          throw new Misused(where + "a name of 1 to " + LONGEST_NAME + " characters without tabs is expected");
        }
        if (!names.add(voter.name())) {
          throw new Misused(where + "\"" + voter.name() + "\" stands twice; tell them apart, as by a number");
        }
        all.add(voter);
      }
      if (all.isEmpty() || all.size() > MOST) {
        throw new Misused(file + ": from 1 to " + MOST + " voters are expected, one on each line");
      }
      return all;
    }

    private static Voter weighted(String where, String line) {
      int comma = line.lastIndexOf(',');
      String digits = line.substring(comma + 1).strip();
      if (comma < 0 || !digits.matches("[1-9][0-9]{0,15}")) {
        throw new Misused(where + "a name, a comma and a weight above 0 are expected");
      }
      return new Voter(line.substring(0, comma).strip(), Long.parseLong(digits));
    }
  }

  /** Gives one again. */
  @Command(name = "again", mixinStandardHelpOptions = true, sortOptions = false, description = {
      "Credential officer: print the credential of a voter who lost it. It is the same one: with it they vote again,",
      "and their last ballot counts. See first that it is really them."})
  static final class Again extends BallotStep {
    @Parameters(paramLabel = "CREDENTIALS", description = "Your own UUID.credentials.SECRET.txt.")
    private Path file = Path.of("");

    @Option(names = "--voter", required = true, paramLabel = "NAME", description = "Their name, as the list of voters has it.")
    private String voter = "";

    Again(Main.Streams streams) { super(streams); }

    @Override
    String title() { return "credentials again"; }

    @Override
    int step() throws IOException {
      if (!Files.exists(file)) {
        complain(file + " is not there. If the credentials were forgotten, nobody can give one again:"
            + " only a new election has new ones");
        return Exit.UNAVAILABLE;
      }
      try (Stream<String> lines = Files.lines(file)) {
        Optional<String> line = lines.filter(each -> each.startsWith(voter + "\t")).findFirst();
        if (line.isEmpty()) {
          complain("there is no voter \"" + voter + "\" in " + file);
          return Exit.BAD_INPUT;
        }
        say(line.orElseThrow().substring(line.orElseThrow().lastIndexOf('\t') + 1));
        return Exit.GOOD;
      }
    }
  }

  /** Forgets them. */
  @Command(name = "forget", mixinStandardHelpOptions = true, sortOptions = false, description = {
      "Credential officer: wipe the credentials after they were handed out. Nobody can vote for somebody else with",
      "them then, and nobody can give one again."})
  static final class Forget extends BallotStep {
    private static final int CHUNK = 1 << 16;

    @Parameters(paramLabel = "CREDENTIALS", description = "Your own UUID.credentials.SECRET.txt.")
    private Path file = Path.of("");

    @Option(names = "--yes", description = "You mean it: this cannot be taken back.")
    private boolean yes;

    Forget(Main.Streams streams) { super(streams); }

    @Override
    String title() { return "credentials forget"; }

    @Override
    int step() throws IOException {
      if (!file.toString().endsWith(".credentials.SECRET.txt")) {
        throw new Misused(file + " is not a file of secret credentials, whose name ends in .credentials.SECRET.txt");
      }
      if (!yes) {
        throw new Misused("nobody can give a credential again after this; say --yes if that is meant");
      }
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        long left = channel.size();
        while (left > 0) {
          left -= channel.write(ByteBuffer.allocate((int) Math.min(CHUNK, left)));
        }
        channel.force(true);
      }
      Files.delete(file);
      say("The credentials in " + file + " were overwritten and removed.");
      say("Copies elsewhere are not: on backups, printers, in letters, and where a disk keeps what was overwritten.");
      return Exit.GOOD;
    }
  }
}
