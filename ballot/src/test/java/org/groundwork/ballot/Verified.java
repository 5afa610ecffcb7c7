// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.groundwork.ballot.made.Told;

/** What was found in the records of Belenios, each of which is verified once in all tests: some take long. */
final class Verified {
  private static final Map<Path, Told> KNOWN = new ConcurrentHashMap<>();

  private Verified() {}

  /** The records that Belenios made. */
  static List<Path> made() throws IOException {
    return Stream.concat(Project.records("belenios-2.0").stream(), Project.records("belenios-2.5.1").stream()).toList();
  }

  /** The records of which something was changed. */
  static List<Path> falsified() throws IOException {
    return Project.records("tampered");
  }

  /** What was found in a record, in plain Java on all cores, first that it goes on with its own beginning unless it is falsified. */
  static Told of(Path record) {
    return KNOWN.computeIfAbsent(record, Verified::found);
  }

  private static Told found(Path record) {
    try {
      if (falsified().contains(record)) {
        return Told.of(record);
      }
      Path earlier = Files.createTempFile("earlier", ".bel");
      try {
        Files.write(earlier, beginning(record));
        var findings = new ArrayList<Finding>();
        Verdict verdict = Verification.of(record).since(earlier).run(findings::add, _ -> {});
        return new Told(verdict, List.copyOf(findings));
      } finally {
        Files.delete(earlier);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A record up to its first event after a third of it. */
  static byte[] beginning(Path record) throws IOException {
    byte[] all = Files.readAllBytes(record);
    int at = 0;
    while (true) {
      String name = new String(all, at, 100, StandardCharsets.US_ASCII);
      int length = Integer.parseInt(new String(all, at + 124, 11, StandardCharsets.US_ASCII), 8);
      at += 512 + (length + 511) / 512 * 512;
      if (at >= all.length / 3 && name.contains(".event.json")) {
        return Arrays.copyOf(all, at);
      }
    }
  }
}
