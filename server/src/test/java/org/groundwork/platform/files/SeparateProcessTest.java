// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.files;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Decoders planted in place of ours: one that never ends, and one that was taken over. */
class SeparateProcessTest {

  private static final ImageLimits SHORT = new ImageLimits(1 << 20, 1_000_000, 500, Duration.ofSeconds(2), 64, 1);
  private static final ImageLimits LONG = new ImageLimits(1 << 20, 1_000_000, 500, Duration.ofSeconds(60), 64, 1);

  @TempDir
  Path directory;

  @Test
  void endsADecoderThatTakesTooLong() throws IOException {
    try (var intake = new ImageIntake(SHORT, directory, new ChildProgram(EndlessDecoder.class, List.of()))) {
      Upload upload = intake.accept(new ByteArrayInputStream(Pictures.jpeg(32, 32)));
      assertThat(upload).isEqualTo(new Upload.Refused(new Upload.TimedOut(SHORT.timeLimit())));
    }
    assertThat(Leftovers.of(directory)).isEmpty();
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void refusesWhileEveryPlaceIsTaken() throws Exception {
    try (var intake = new ImageIntake(SHORT, directory, new ChildProgram(EndlessDecoder.class, List.of()));
        var others = java.util.concurrent.Executors.newFixedThreadPool(3)) {
      var uploads = java.util.stream.IntStream.range(0, 3)
          .mapToObj(_ -> others.submit(() -> intake.accept(new ByteArrayInputStream(Pictures.jpeg(32, 32)))))
          .toList();
      var reasons = new java.util.ArrayList<Upload.Reason>();
      for (var upload : uploads)
        reasons.add(((Upload.Refused) upload.get()).reason());
      assertThat(reasons).contains(new Upload.TimedOut(SHORT.timeLimit()), new Upload.Busy());
    }
  }

  @Test
  void doesNotBelieveWhatADecoderAnswers() throws IOException {
    assertThat(answeredTo('m')).isEqualTo(new Upload.Refused(new Upload.NotDecodable()));
    assertThat(answeredTo('n')).isEqualTo(new Upload.Refused(new Upload.NotDecodable()));
  }

  @Test
  void letsADecoderWriteNoByteToAFileAndSeeNoEnvironment() throws IOException {
    assertThat(answeredTo('a')).isInstanceOf(Upload.Accepted.class);
    assertThat(answeredTo('w')).isInstanceOf(Upload.Refused.class);
    assertThat(answeredTo('v')).isInstanceOf(Upload.Refused.class);
  }

  @Test
  void saysThatItIsTheServersFaultWhenTheProcessDoesNotWork() {
    assertThatThrownBy(() -> answeredTo('c')).isInstanceOf(IllegalStateException.class).hasMessageContaining("77");
  }

  @Test
  void keepsItsClassesFromOthersAndReplacesThoseOfAnEarlierRun() throws IOException {
    Path classes = directory.resolve("image-process");
    Files.createDirectories(classes.resolve("org"));
    Files.writeString(classes.resolve("org/planted"), "left by a crash");
    try (var _ = new ImageIntake(LONG, directory)) {
      assertThat(classes.resolve("org/planted")).doesNotExist();
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(classes))).isEqualTo("rwx------");
    }
  }

  @Test
  void runsWithTheStatedClassesOnly() throws IOException {
    try (var intake = new ImageIntake(LONG, directory, new ChildProgram(ImageChild.class, List.of()))) {
      assertThatThrownBy(() -> intake.accept(new ByteArrayInputStream(Pictures.jpeg(32, 32))))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  private Upload answeredTo(char last) throws IOException {
    byte[] picture = Pictures.joined(Pictures.jpeg(32, 32), Character.toString(last).getBytes(US_ASCII));
    var program = new ChildProgram(LyingDecoder.class, List.of(Pictures.class));
    try (var intake = new ImageIntake(LONG, directory.resolve(Character.toString(last)), program)) {
      Upload upload = intake.accept(new ByteArrayInputStream(picture));
      Path planted = directory.resolve(last + "/image-process/planted");
      assertThat(!Files.exists(planted) || Files.size(planted) == 0).isTrue();
      return upload;
    }
  }
}
