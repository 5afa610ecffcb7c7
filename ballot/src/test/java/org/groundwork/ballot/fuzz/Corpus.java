// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.groundwork.ballot.made.Made;
import org.groundwork.ballot.made.Story;

/**
 * The inputs that are kept for a reader: of those that Jazzer made, a few that go every way through it, and all that ever
 * failed. One a line, in Base64.
 */
final class Corpus {
  private static final Path FOLDER = Path.of("src/test/resources/fuzz");

  private Corpus() {}

  private static Path file(Target target) { return FOLDER.resolve(target.word() + ".txt"); }

  static List<byte[]> kept(Target target) throws IOException {
    return Files.readAllLines(file(target), StandardCharsets.US_ASCII)
        .stream()
        .map(Base64.getDecoder()::decode)
        .toList();
  }

  /**
   * Keeps files of a folder besides what is kept already.
   *
   * @param most so many at most, from the shortest to the longest
   */
  static void keep(Target target, Path folder, int most) throws IOException {
    var lines = new TreeSet<String>();
    if (Files.exists(file(target))) {
      lines.addAll(Files.readAllLines(file(target), StandardCharsets.US_ASCII));
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all = files.sorted(Comparator.comparingLong((Path each) -> each.toFile().length())
          .thenComparing(Comparator.naturalOrder())).toList();
      int taken = Math.min(most, all.size());
      for (int i = 0; i < taken; i++) {
        Path each = all.get((int) ((long) i * all.size() / taken));
        lines.add(Base64.getEncoder().encodeToString(Files.readAllBytes(each)));
      }
    }
    Files.createDirectories(FOLDER);
    Files.write(file(target), lines, StandardCharsets.US_ASCII);
  }

  /** Honest texts from which a reader's ways begin. */
  static List<byte[]> seeds(Target target, Path folder) throws IOException {
    Made made = Made.in(folder).asks(Made.STRIKE).voters(1).begin().vote(1, new int[]{1, 0});
    made.close().decrypt(1).count();
    Made ranked = Made.in(folder).asks(Made.RANKING).voters(1).trustees(0).threshold(1, 2).boundCeremony().begin();
    ranked.vote(1, new int[]{1, 2, 3}).close().shuffle(1).decrypt(1).count();
    Story.Setup setup = ranked.story().setup();
    return switch (target) {
      case JSON -> texts("[{\"a\":1,\"b\":[true,\"\u00e9\"]}]", setup.election());
      case TEXTS -> texts("[\"a\",\"b\"]", setup.credentials());
      case ARCHIVE -> List.of(Files.readAllBytes(made.record()), Files.readAllBytes(ranked.record()));
      case MESSAGE ->
        texts("e" + setup.election(), "t" + setup.trustees(), "s{}", "o{}", "z{}", "c{}", "p{}", "i{}", "v{}",
            "x{\"height\":0,\"type\":\"EndBallots\"}");
      case HANDOVER -> texts("c{}", "k{}", "s{}", "d{}");
      case RECORD -> List.of(Steps.lines(made.story()), Steps.lines(ranked.story()));
    };
  }

  private static List<byte[]> texts(String... texts) {
    var all = new ArrayList<byte[]>();
    for (String each : texts) {
      all.add(each.getBytes(StandardCharsets.UTF_8));
    }
    return all;
  }
}
