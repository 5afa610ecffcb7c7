// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.groundwork.ballot.Reason;
import org.groundwork.ballot.Verdict;
import org.groundwork.ballot.made.Made;
import org.groundwork.ballot.made.Story;
import org.groundwork.ballot.made.Told;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Records that are changed at random, each by the number that it is drawn from: whatever the bytes, the verifier ends with a
 * reason or a verdict, and soon. In every run the same few; more with
 * {@code mvn -pl ballot -am test -Dtest=MutatedRecordsTest -Dsurefire.failIfNoSpecifiedTests=false
 * -Dgroundwork.ballot.mutations=100000 -Dgroundwork.ballot.mutations.from=1}. A number that fails is told, and kept in
 * {@link #KEPT}.
 */
class MutatedRecordsTest {
  /** Numbers of mutations that once failed. */
  private static final List<Long> KEPT = List.of();
  private static final long MANY = Long.getLong("groundwork.ballot.mutations", 250);
  private static final long FROM = Long.getLong("groundwork.ballot.mutations.from", 1);
  private static final long MOST_MILLISECONDS = 20_000;
  private static final String[] TOKENS = {"", "0", "1", "-1", "2147483648", "99999999999999999999", "\"", "\"\"",
      "null",
      "true", "[]", "{}", "[", "]", "{", "}", ",", ":", "1e9", "\\", "\\u0000", "\u00e9", "\ud800", " ", "\"0\"",
      "66".repeat(31) + "58", "0".repeat(63) + "1", "7".repeat(77), "\"payload\":1,", "1.0"};

  @TempDir
  Path folder;

  @Test
  void endWithAReasonOrAVerdict() throws IOException {
    List<Story> stories = List.of(addedUp(), ranked());
    var reasons = new java.util.EnumMap<Reason, Integer>(Reason.class);
    var numbers = new ArrayList<>(KEPT);
    for (long i = 0; i < MANY; i++) {
      numbers.add(FROM + i);
    }
    for (long number : numbers) {
      assertThatCode(() -> {
        Path record = mutated(stories, new Random(number));
        long begun = System.nanoTime();
        Told told = Told.of(record);
        assertThat((System.nanoTime() - begun) / 1_000_000).isLessThan(MOST_MILLISECONDS);
        if (told.verdict() == Verdict.INVALID) {
          reasons.merge(told.findings().getLast().reason().orElseThrow(), 1, Integer::sum);
        }
      }).as("mutation %d", number).doesNotThrowAnyException();
    }
    assertThat(reasons.keySet()).as("%s", reasons).hasSizeGreaterThan(10);
  }

  private Story addedUp() throws IOException {
    Made made = Made.in(folder).asks(Made.STRIKE, Made.DELEGATES).threshold(1, 2).boundCeremony().weights(1, 2).begin();
    made.cast(made.ballot(1, new int[]{1, 0}, new int[]{1, 0, 0, 0}));
    return made.close().decrypt(1, 2).count().story();
  }

  private Story ranked() throws IOException {
    Made made = Made.in(folder).asks(Made.RANKING).voters(2).begin();
    made.cast(made.ballot(1, new int[]{1, 2, 3}), made.ballot(2, new int[]{3, 2, 1}));
    return made.close().shuffle(1).decrypt(1).count().story();
  }

  private Path mutated(List<Story> stories, Random random) throws IOException {
    Story story = stories.get(random.nextInt(stories.size()));
    Path record = folder.resolve("mutated.bel");
    if (random.nextInt(4) > 0) {
      int changes = 1 + random.nextInt(2);
      for (int i = 0; i < changes; i++) {
        story = changed(story, random);
      }
      return story.write(record);
    }
    byte[] bytes = Files.readAllBytes(story.write(record));
    for (int i = 0; i < 1 + random.nextInt(3); i++) {
      bytes = changed(bytes, random);
    }
    return Files.write(record, bytes);
  }

  private static byte[] changed(byte[] bytes, Random random) {
    if (bytes.length < 1_024) {
      return bytes;
    }
    int at = random.nextInt(bytes.length);
    int block = at / 512 * 512;
    byte[] copy = bytes.clone();
    switch (random.nextInt(5)) {
      case 0 -> copy[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> copy[at] = (byte) random.nextInt(256);
      case 2 -> copy = Arrays.copyOf(bytes, at);
      case 3 -> copy = Arrays.copyOf(bytes, bytes.length + 512 * random.nextInt(4) + random.nextInt(2));
      default -> System.arraycopy(bytes, random.nextInt(bytes.length / 512) * 512, copy, block, 512);
    }
    return copy;
  }

  private static Story changed(Story story, Random random) {
    var steps = new ArrayList<>(story.steps());
    int at = random.nextInt(steps.size());
    switch (random.nextInt(10)) {
      case 0 -> Collections.swap(steps, at, random.nextInt(steps.size()));
      case 1 -> steps.add(at, steps.get(random.nextInt(steps.size())));
      case 2 -> steps.remove(at);
      default -> steps.set(at, changed(steps.get(at), random));
    }
    return steps.isEmpty() ? story : new Story(story.seconds(), steps);
  }

  private static Story.Step changed(Story.Step step, Random random) {
    return switch (step) {
      case Story.Setup setup -> switch (random.nextInt(3)) {
        case 0 -> new Story.Setup(changed(setup.election(), random), setup.trustees(), setup.credentials());
        case 1 -> new Story.Setup(setup.election(), changed(setup.trustees(), random), setup.credentials());
        default -> new Story.Setup(setup.election(), setup.trustees(), changed(setup.credentials(), random));
      };
      case Story.Ballot ballot -> new Story.Ballot(changed(ballot.text(), random));
      case Story.Tallied tallied -> random.nextBoolean()
          ? new Story.Tallied(tallied.ballots(), tallied.weight(), changed(tallied.tally(), random))
          : new Story.Tallied(random.nextInt(4) - 1, changed(tallied.weight(), random), tallied.tally());
      case Story.Shuffled shuffled -> new Story.Shuffled(shuffled.owner() + random.nextInt(2),
          changed(shuffled.text(), random));
      case Story.Part part -> new Story.Part(part.owner() + random.nextInt(2), changed(part.text(), random));
      case Story.Result result -> new Story.Result(changed(result.text(), random));
      case Story.EndBallots _,Story.EndShuffles _ -> step;
    };
  }

  /** A part of a text left out, doubled, or another token at its place; a digit or letter exchanged. */
  private static String changed(String text, Random random) {
    if (text.isEmpty()) {
      return "0";
    }
    int from = random.nextInt(text.length());
    int to = Math.min(text.length(), from + random.nextInt(random.nextInt(10) == 0 ? 2_000 : 12));
    String token = TOKENS[random.nextInt(TOKENS.length)];
    return switch (random.nextInt(6)) {
      case 0 -> text.substring(0, from) + text.substring(to);
      case 1 -> text.substring(0, to) + text.substring(from);
      case 2 -> text.substring(0, from) + token + text.substring(to);
      case 3 -> text.substring(0, from) + token + text.substring(from);
      case 4 -> text.substring(0, from);
      default -> values(text, token, random);
    };
  }

  /** Another token where one value of the JSON stands. */
  private static String values(String text, String token, Random random) {
    var places = java.util.regex.Pattern.compile("\"[^\"]*\"|\\d+|true").matcher(text).results().toList();
    if (places.isEmpty()) {
      return token;
    }
    var place = places.get(random.nextInt(places.size()));
    return text.substring(0, place.start()) + token + text.substring(place.end());
  }
}
