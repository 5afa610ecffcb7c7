// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import org.groundwork.ballot.Verdict;
import org.groundwork.ballot.made.Told;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each reader takes every input that was kept for it ({@link Corpus}), and honest ones, and ends soon. */
class KeptInputsTest {
  private static final long MOST_MILLISECONDS = 20_000;
  @TempDir
  Path folder;

  @ParameterizedTest
  @EnumSource(Target.class)
  void areReadOrRefused(Target target) throws IOException {
    var inputs = new ArrayList<>(Corpus.kept(target));
    assertThat(inputs).hasSizeGreaterThan(10);
    inputs.addAll(Corpus.seeds(target, folder));
    for (byte[] each : inputs) {
      long begun = System.nanoTime();
      assertThatCode(() -> target.take(each)).as("%s", HexFormat.of().formatHex(each)).doesNotThrowAnyException();
      assertThat((System.nanoTime() - begun) / 1_000_000).isLessThan(MOST_MILLISECONDS);
    }
  }

  @Test
  void beginFromRecordsThatAreRight() throws IOException {
    for (byte[] each : Corpus.seeds(Target.RECORD, folder)) {
      Told.of(Steps.story(each)).is(Verdict.VALID);
    }
  }
}
