// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.groundwork.ballot.Reason;
import org.groundwork.ballot.Verdict;
import org.groundwork.ballot.internal.archive.ArchiveWriter;
import org.groundwork.ballot.internal.archive.Hash;
import org.groundwork.ballot.internal.role.RecordKeeper;
import org.groundwork.ballot.made.Made;
import org.groundwork.ballot.made.Story;
import org.groundwork.ballot.made.Told;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file and the chain in it, changed in each way: cut off, reordered, with more in it than an election has. */
class ArchiveAttacksTest {
  private static final int BLOCK = 512;
  @TempDir
  Path folder;
  private Made made;
  private byte[] whole;

  @BeforeEach
  void oneVotes() throws IOException {
    made = Made.in(folder).begin().vote(1, new int[]{1, 0}).close().decrypt(1).count();
    whole = Files.readAllBytes(made.record());
  }

  private static int length(byte[] archive, int at) {
    return Integer.parseInt(new String(archive, at + 124, 11, StandardCharsets.US_ASCII), 8);
  }

  /** Where each entry begins, and where the last ends. */
  private static List<Integer> entries(byte[] archive) {
    var places = new ArrayList<Integer>();
    int at = 0;
    while (at < archive.length) {
      places.add(at);
      at += BLOCK + (length(archive, at) + BLOCK - 1) / BLOCK * BLOCK;
    }
    places.add(at);
    return places;
  }

  /** Cut off after each event, a record is one that has not gone so far; within an entry, or after data, it is none. */
  @Test
  void isNoRecordWhereItIsCutOffWithinAnEntry() throws IOException {
    List<Integer> entries = entries(whole);
    for (int i = 0; i + 1 < entries.size(); i++) {
      int from = entries.get(i);
      int end = entries.get(i + 1);
      for (int cut : new int[]{from + 1, from + 257, from + BLOCK - 1, from + BLOCK, from + BLOCK + 1,
          from + BLOCK + length(whole, from), end - 1}) {
        if (cut < end) {
          Told.of(Arrays.copyOf(whole, cut)).refusedAs(Reason.TRUNCATED);
        }
      }
      Told told = Told.of(Arrays.copyOf(whole, end));
      boolean event = new String(whole, from, 100, StandardCharsets.US_ASCII).contains(".event.json");
      assertThat(told.verdict()).isEqualTo(
          !event ? Verdict.INVALID : i + 2 == entries.size() ? Verdict.VALID : Verdict.VALID_SO_FAR);
    }
    Told.of(new byte[0]).refusedAs(Reason.NOT_AN_ARCHIVE);
  }

  private byte[] changed(int at, byte to) {
    byte[] bytes = whole.clone();
    bytes[at] = to;
    return bytes;
  }

  /** With its checksum made right again. */
  private static byte[] summed(byte[] archive, int header) {
    byte[] bytes = archive.clone();
    Arrays.fill(bytes, header + 148, header + 156, (byte) ' ');
    int sum = 0;
    for (int i = 0; i < BLOCK; i++) {
      sum += bytes[header + i] & 0xff;
    }
    byte[] digits = String.format(java.util.Locale.ROOT, "%06o", sum).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(digits, 0, bytes, header + 148, 6);
    bytes[header + 154] = 0;
    return bytes;
  }

  /** No byte of a header can be another: neither kind, nor owner, nor what old tar left open. */
  @Test
  void refusesEveryOtherHeader() throws IOException {
    int header = entries(whole).get(1);
    for (int i = 0; i < BLOCK; i++) {
      byte other = whole[header + i] == '7' ? (byte) '1' : (byte) '7';
      for (byte[] each : List.of(changed(header + i, other), summed(changed(header + i, other), header))) {
        if (!Arrays.equals(each, whole)) {
          Told.of(each)
              .refusedAs(Reason.NOT_AN_ARCHIVE, Reason.NAME_IS_NOT_THE_HASH, Reason.TRUNCATED, Reason.TOO_LARGE);
        }
      }
    }
  }

  @Test
  void refusesLinksFoldersAndLongNames() throws IOException {
    int header = entries(whole).get(2);
    for (char kind : "123456xgLKSAD\0".toCharArray()) {
      Told.of(summed(changed(header + 156, (byte) kind), header)).refusedAs(Reason.NOT_AN_ARCHIVE);
    }
  }

  @Test
  void refusesALengthThatIsNotThatOfTheContent() throws IOException {
    int header = entries(whole).get(2);
    for (String length : List.of("00000000000", "77777777777", "00000000001", "17777777777", "-0000000001",
        " 0000000001", "0x000000001", "20000000000")) {
      byte[] bytes = whole.clone();
      System.arraycopy(length.getBytes(StandardCharsets.US_ASCII), 0, bytes, header + 124, 11);
      Told.of(summed(bytes, header))
          .refusedAs(Reason.NOT_AN_ARCHIVE, Reason.TRUNCATED, Reason.TOO_LARGE, Reason.NAME_IS_NOT_THE_HASH);
    }
  }

  private static byte[] joined(byte[]... parts) {
    var out = new ByteArrayOutputStream();
    for (byte[] each : parts) {
      out.writeBytes(each);
    }
    return out.toByteArray();
  }

  @Test
  void refusesWhatFollowsTheEnd() throws IOException {
    Told.of(joined(whole, new byte[]{0})).refusedAs(Reason.TRUNCATED);
    Told.of(joined(whole, new byte[1024])).refusedAs(Reason.NOT_AN_ARCHIVE);
    Told.of(joined(whole, "more".repeat(256).getBytes(StandardCharsets.US_ASCII))).refusedAs(Reason.NOT_AN_ARCHIVE);
    Told.of(joined(whole, whole)).refusedAs(Reason.NOT_AN_ARCHIVE);
    Told.of(joined(new byte[1024], whole)).refusedAs(Reason.NOT_AN_ARCHIVE);
  }

  @Test
  void refusesASecondHeaderOfTheArchive() throws IOException {
    List<Integer> entries = entries(whole);
    byte[] first = Arrays.copyOf(whole, entries.get(1));
    for (int at : entries) {
      Told.of(joined(Arrays.copyOf(whole, at), first, Arrays.copyOfRange(whole, at, whole.length)))
          .refusedAs(Reason.NOT_AN_ARCHIVE);
    }
  }

  @Test
  void refusesAnEntryThatIsTakenAwayMovedOrRepeated() throws IOException {
    List<Integer> entries = entries(whole);
    int size = entries.size() - 1;
    for (int i = 0; i < size; i++) {
      byte[] before = Arrays.copyOf(whole, entries.get(i));
      byte[] entry = Arrays.copyOfRange(whole, entries.get(i), entries.get(i + 1));
      byte[] after = Arrays.copyOfRange(whole, entries.get(i + 1), whole.length);
      if (i + 1 < size) {
        assertThat(Told.of(joined(before, after)).verdict()).isEqualTo(Verdict.INVALID);
      }
      assertThat(Told.of(joined(before, entry, entry, after)).verdict()).isEqualTo(Verdict.INVALID);
      if (i > 0) {
        assertThat(Told.of(joined(before, after, entry)).verdict()).isEqualTo(i + 1 < size
            ? Verdict.INVALID
            : Verdict.VALID);
      }
    }
  }

  /** Data to which nothing refers is no harm to the count, but room for whatever is not the election's. */
  @Test
  void refusesDataToWhichNothingRefers() throws IOException {
    Path record = Files.write(folder.resolve("more.bel"), whole);
    try (var writer = ArchiveWriter.append(record, made.story().seconds(), Hash.of(new byte[0]), 1)) {
      writer.data("{}");
    }
    Told.of(record).refusedAs(Reason.UNREFERRED_DATA);
    try (var writer = ArchiveWriter.append(record, made.story().seconds(), Hash.of(new byte[0]), 1)) {
      for (int i = 0; i < 100; i++) {
        writer.data("[" + i + "]");
      }
    }
    Told.of(record).refusedAs(Reason.UNREFERRED_DATA);
  }

  private Told withEvents(String... events) throws IOException {
    Path record = folder.resolve("chain.bel");
    made.story().first(2).write(record);
    byte[] before = Files.readAllBytes(record);
    var out = new ByteArrayOutputStream();
    out.writeBytes(before);
    for (String each : events) {
      out.writeBytes(TarForger.entry(each, ".event.json", made.story().seconds()));
    }
    return Told.of(out.toByteArray());
  }

  private Hash last() throws IOException {
    Path record = made.story().first(2).write(folder.resolve("last.bel"));
    return RecordKeeper.open(record, 1).state().last();
  }

  @Test
  void refusesAChainThatIsBroken() throws IOException {
    String parent = "\"parent\":\"" + last() + "\",";
    withEvents("{" + parent + "\"height\":2,\"type\":\"EndBallots\"}").is(Verdict.VALID_SO_FAR);
    withEvents("{\"height\":2,\"type\":\"EndBallots\"}").refusedAs(Reason.BROKEN_CHAIN);
    withEvents("{\"parent\":\"" + Hash.of(new byte[0]) + "\",\"height\":2,\"type\":\"EndBallots\"}")
        .refusedAs(Reason.BROKEN_CHAIN);
    for (int height : new int[]{0, 1, 3, Integer.MAX_VALUE}) {
      withEvents("{" + parent + "\"height\":" + height + ",\"type\":\"EndBallots\"}").refusedAs(Reason.BROKEN_CHAIN);
    }
    withEvents("{" + parent + "\"height\":-1,\"type\":\"EndBallots\"}").refusedAs(Reason.MALFORMED);
    withEvents("{" + parent + "\"height\":2,\"type\":\"Coup\"}").refusedAs(Reason.UNKNOWN_KIND);
    withEvents("{" + parent + "\"height\":2,\"type\":\"Ballot\"}").refusedAs(Reason.MALFORMED);
    withEvents("{" + parent + "\"height\":2,\"type\":\"Ballot\",\"payload\":\"" + last() + "\"}")
        .refusedAs(Reason.MISSING_PAYLOAD);
    withEvents("{" + parent + "\"height\":2,\"type\":\"EndBallots\",\"payload\":\"" + last() + "\"}")
        .refusedAs(Reason.MALFORMED);
    withEvents("{" + parent + parent + "\"height\":2,\"type\":\"EndBallots\"}").refusedAs(Reason.DUPLICATE_KEY);
    withEvents("{" + parent.toUpperCase(java.util.Locale.ROOT).replace("PARENT", "parent")
        + "\"height\":2,\"type\":\"EndBallots\"}").refusedAs(Reason.MALFORMED);
  }

  /** Every kind of event again at each stage: there is one order, and none comes late. */
  @Test
  void refusesEachEventThatComesAtAnotherStage() throws IOException {
    Made ranked = Made.in(folder).asks(Made.STRIKE, Made.RANKING).trustees(2).begin();
    ranked.vote(1, new int[]{1, 0}, new int[]{1, 2, 3});
    String late = ranked.ballot(2, new int[]{1, 0}, new int[]{1, 2, 3});
    ranked.close();
    ranked.shuffle(1, 2);
    String second = ranked.story().all(Story.Shuffled.class).getFirst().text();
    ranked.decrypt(1, 2).count();
    Story story = ranked.story();
    Told.of(story).is(Verdict.VALID);
    List<Story.Step> again = List.of(story.setup(), new Story.Ballot(late), new Story.EndBallots(),
        story.all(Story.Tallied.class).getFirst(), new Story.Shuffled(1, second), new Story.EndShuffles(),
        story.all(Story.Part.class).getFirst(), story.all(Story.Result.class).getFirst());
    int refused = 0;
    for (int at = 0; at <= story.steps().size(); at++) {
      for (Story.Step each : again) {
        if (!mayStand(story, at, each)) {
          refused++;
          Told.of(story.first(at).plus(each))
              .refusedAs(Reason.EVENT_OUT_OF_ORDER, Reason.WRONG_OWNER, Reason.UNREFERRED_DATA, Reason.BAD_SHUFFLE);
        }
      }
    }
    assertThat(refused).isGreaterThan(70);
  }

  /** Whether a step after the first {@code at} of a story is one that an election may have there. */
  private static boolean mayStand(Story story, int at, Story.Step step) {
    Optional<Class<?>> before = at == 0 ? Optional.empty() : Optional.of(story.steps().get(at - 1).getClass());
    boolean voting = before.equals(Optional.of(Story.Setup.class)) || before.equals(Optional.of(Story.Ballot.class));
    return switch (step) {
      case Story.Setup _ -> at == 0;
      case Story.Ballot _,Story.EndBallots _ -> voting;
      case Story.Tallied _ -> before.equals(Optional.of(Story.EndBallots.class)) && at == 3;
      case Story.Shuffled _ -> before.equals(Optional.of(Story.Tallied.class));
      case Story.EndShuffles _ -> before.equals(Optional.of(Story.Shuffled.class));
      case Story.Part _ -> before.equals(Optional.of(Story.EndShuffles.class));
      case Story.Result _ -> before.equals(Optional.of(Story.Part.class)) && at == story.steps().size() - 1;
    };
  }
}
