// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.groundwork.ballot.Reason;
import org.groundwork.ballot.Refused;
import org.groundwork.ballot.internal.json.Json;
import org.groundwork.ballot.made.Made;
import org.groundwork.ballot.made.Story;
import org.groundwork.ballot.made.Told;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JSON that is made to take more than its length: each place where some is read refuses it, and soon. */
class JsonBombsTest {
  @TempDir
  Path folder;

  private static List<String> bombs() {
    return List.of("[".repeat(100_000), "{\"a\":".repeat(100_000), "[".repeat(17) + "]".repeat(17),
        "9".repeat(200_000), "-" + "9".repeat(30), "1e999999999", "0.1", "\"" + "x".repeat(1_100_000) + "\"",
        "{\"" + "k".repeat(100_000) + "\":1}", "{\"a\":1,\"a\":1}", "{\"\\u0061\":1,\"a\":1}", "null", "", " ", "NaN",
        "{",
        "[1,]", "{}{}", "[] x", "'a'", "\"\\x\"", "\"\u0001\"", "//\n{}",
        IntStream.range(0, 60_000).mapToObj(each -> "\"" + each + "\":0").collect(Collectors.joining(",", "{", "")));
  }

  private void everywhere(Function<String, Story> story, Reason... reasons) throws IOException {
    for (String bomb : bombs()) {
      Told.of(story.apply(bomb)).refusedAs(reasons);
    }
  }

  private static final Reason[] ANY = {Reason.MALFORMED, Reason.TOO_LARGE, Reason.DUPLICATE_KEY,
      Reason.UNREFERRED_DATA};

  @Test
  void areRefusedWhereverSomeIsRead() throws IOException {
    Made made = Made.in(folder).begin().vote(1, new int[]{1, 0}).close().decrypt(1).count();
    Story story = made.story();
    Story.Setup setup = story.setup();
    everywhere(bomb -> story.with(0, new Story.Setup(bomb, setup.trustees(), setup.credentials())), ANY);
    everywhere(bomb -> story.with(0, new Story.Setup(setup.election(), bomb, setup.credentials())), ANY);
    everywhere(bomb -> story.with(0, new Story.Setup(setup.election(), setup.trustees(), bomb)), ANY);
    everywhere(bomb -> story.with(1, new Story.Ballot(bomb)), ANY);
    everywhere(bomb -> story.with(3, new Story.Tallied(1, "1", bomb)), ANY);
    everywhere(bomb -> story.with(4, new Story.Part(1, bomb)), ANY);
    everywhere(bomb -> story.with(5, new Story.Result(bomb)), ANY);
  }

  @Test
  void areRefusedInAShuffle() throws IOException {
    Made made = Made.in(folder).asks(Made.RANKING).begin().vote(1, new int[]{1, 2, 3}).close();
    Story story = made.story();
    everywhere(bomb -> story.plus(new Story.Shuffled(1, bomb)), ANY);
  }

  @Test
  void areRefusedWithAMillionNames() throws IOException {
    Made made = Made.in(folder).begin();
    String names = IntStream.range(0, 1_000_000)
        .mapToObj(each -> "\"" + each + "\":0")
        .collect(Collectors.joining(",", "{", "}"));
    Story.Setup setup = made.story().setup();
    Told.of(made.story().with(0, new Story.Setup(setup.election(), names, setup.credentials())))
        .refusedAs(Reason.MALFORMED);
    Told.of(made.story().with(0, new Story.Setup(names, setup.trustees(), setup.credentials())))
        .refusedAs(Reason.MALFORMED);
    Told.of(made.story().plus(new Story.Ballot(names))).refusedAs(Reason.TOO_LARGE);
  }

  @Test
  void haveSoManyValuesAtMost() {
    byte[] many = ("[" + "[],".repeat(17_000_000) + "[]]").getBytes(StandardCharsets.US_ASCII);
    assertThatThrownBy(() -> Json.read(many)).isInstanceOfSatisfying(Refused.class,
        each -> assertThat(each.reason()).isEqualTo(Reason.TOO_LARGE));
  }

  /** The parser takes them; other tools would see other texts in the same bytes, or none. */
  @Test
  void areRefusedInEveryEncodingButOne() throws IOException {
    String text = "[\"\u00e9\u4e16\ud83d\ude00\"]";
    assertThat(Json.read(text.getBytes(StandardCharsets.UTF_8)).list().getFirst().text()).hasSize(4);
    var others = new ArrayList<byte[]>();
    for (String name : List.of("UTF-16BE", "UTF-16LE", "UTF-16", "UTF-32BE", "UTF-32LE", "ISO-8859-1")) {
      others.add(text.getBytes(Charset.forName(name)));
    }
    others.add(("\ufeff" + text).getBytes(StandardCharsets.UTF_8));
    for (String hex : List.of("00000a00000b", "5b22c1a1225d", "5b22e08080225d", "5b22eda080225d", "5b22f4908080225d",
        "5b22c3225d", "5b2280225d", "5b220000225d")) {
      others.add(HexFormat.of().parseHex(hex));
    }
    for (byte[] each : others) {
      for (ThrowingCallable reading : List.<ThrowingCallable>of(() -> Json.read(each),
          () -> Json.texts(new ByteArrayInputStream(each), _ -> {}))) {
        assertThatThrownBy(reading).as("%s", HexFormat.of().formatHex(each))
            .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.MALFORMED));
      }
    }
  }

  /** A ballot that is longer than any of the election can be is not read at all, and an event neither. */
  @Test
  void areRefusedUnreadWhereTheyAreTooLong() throws IOException {
    Made made = Made.in(folder).begin();
    String long1 = made.ballot(1, new int[]{1, 0}) + " ".repeat(30_000);
    Told.of(made.story().plus(new Story.Ballot(long1))).refusedAs(Reason.TOO_LARGE);
    var bytes = new java.io.ByteArrayOutputStream();
    bytes.writeBytes(java.nio.file.Files.readAllBytes(made.record()));
    bytes.writeBytes(TarForger.entry("{" + " ".repeat(2_000) + "}", ".event.json", made.story().seconds()));
    Told.of(bytes.toByteArray()).refusedAs(Reason.TOO_LARGE);
  }
}
