// SPDX-License-Identifier: Apache-2.0
package org.groundwork.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.groundwork.ballot.ElectionRecord;
import org.groundwork.ballot.Refused;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Returning officer: ballots into the record. */
@Command(name = "receive", mixinStandardHelpOptions = true, sortOptions = false, description = {
    "Returning officer: check ballots and add those that are right to the record. Of each other one the reason is said."})
final class BallotReceiveCommand extends BallotStep {
  private static final long LONGEST = 16L << 20;
  private static final long MOST_AT_ONCE = 256L << 20;

  @Parameters(index = "0", paramLabel = "RECORD.bel", description = "The election's record.")
  private Path record = Path.of("");

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "BALLOT", description = "Files of voters; of a folder all files in it whose name ends in .json, by name.")
  private List<Path> ballots = List.of();

  BallotReceiveCommand(Main.Streams streams) { super(streams); }

  @Override
  String title() { return "receive"; }

  @Override
  int step() throws IOException {
    var names = new ArrayList<Path>();
    var texts = new ArrayList<byte[]>();
    boolean good = true;
    long length = 0;
    for (Path each : files(ballots)) {
      try {
        byte[] text = ballot(each);
        length += text.length;
        if (length > MOST_AT_ONCE) {
          throw new Misused("these ballots are longer than 256 MiB together; receive them in several parts");
        }
        names.add(each);
        texts.add(text);
      } catch (IOException e) {
        complain(Messages.of(e));
        good = false;
      }
    }
    ElectionRecord.Received received = ElectionRecord.receive(record, texts);
    int taken = 0;
    for (int i = 0; i < names.size(); i++) {
      Optional<Refused> refusal = received.refusals().get(i);
      if (refusal.isEmpty()) {
        taken++;
      } else {
        Refused why = refusal.orElseThrow();
        complain(names.get(i) + " is not taken: " + why.reason().word() + ": "
            + (why.where().isEmpty() ? "" : why.where() + ": ") + why.sentence());
        good = false;
      }
    }
    ElectionRecord after = received.record();
    say(taken + " of " + many(names.size(), "ballot") + (taken == 1 ? " was" : " were") + " taken. The record has "
        + after.ballots() + ", of "
        + many(after.voters(), "voter") + ".");
    next("give everybody the record as it is now; when the voting ends, \"ballot close\".");
    return good ? Exit.GOOD : Exit.BAD_INPUT;
  }

  private static byte[] ballot(Path file) throws IOException {
    if (Files.size(file) > LONGEST) {
      throw new IOException(file + ": longer than 16 MiB, which no ballot is");
    }
    byte[] text = read(file);
    // A mail program or an editor may have ended the line.
    int end = text.length;
    while (end > 0 && (text[end - 1] == '\n' || text[end - 1] == '\r')) {
      end--;
    }
    return java.util.Arrays.copyOf(text, end);
  }

  private static List<Path> files(List<Path> named) throws IOException {
    var files = new ArrayList<Path>();
    for (Path each : named) {
      if (Files.isDirectory(each)) {
        try (Stream<Path> inside = Files.list(each)) {
          files.addAll(inside.filter(file -> file.toString().endsWith(".json")).sorted().toList());
        }
      } else {
        files.add(each);
      }
    }
    return files;
  }
}
