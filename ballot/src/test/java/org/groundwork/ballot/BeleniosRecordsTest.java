// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.groundwork.ballot.made.Told;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Elections that Belenios 2.0 and 2.5.1 made verify, and each falsified copy is refused for its own reason. */
@Tag("real-data")
class BeleniosRecordsTest {
  private static final Map<String, Reason> FALSIFIED = Map.ofEntries(
      Map.entry("bad_decryption_proof", Reason.BAD_DECRYPTION_PROOF),
      Map.entry("bad_overall_proof", Reason.BAD_OVERALL_PROOF), Map.entry("bad_proof", Reason.BAD_PROOF),
      Map.entry("bad_signature", Reason.BAD_SIGNATURE), Map.entry("broken_chain", Reason.BROKEN_CHAIN),
      Map.entry("dropped_ballot", Reason.DROPPED_OR_ADDED_BALLOT), Map.entry("false_result", Reason.FALSE_RESULT),
      Map.entry("identity_element", Reason.IDENTITY_ELEMENT),
      Map.entry("name_is_not_the_hash", Reason.NAME_IS_NOT_THE_HASH),
      Map.entry("small_order_or_outside_subgroup", Reason.SMALL_ORDER_OR_OUTSIDE_SUBGROUP),
      Map.entry("swapped_choices", Reason.SWAPPED_CHOICES), Map.entry("truncated", Reason.TRUNCATED),
      Map.entry("unknown_credential", Reason.UNKNOWN_CREDENTIAL),
      Map.entry("wrong_election_hash", Reason.WRONG_ELECTION_HASH), Map.entry("wrong_uuid", Reason.WRONG_UUID));

  private final List<Finding> findings = new ArrayList<>();

  private Verdict verify(Verification verification) throws IOException {
    return verification.run(findings::add, _ -> {});
  }

  static List<Path> made() throws IOException { return Verified.made(); }

  @ParameterizedTest
  @MethodSource("made")
  void verifiesWhatBeleniosMadeAndKnowsItsBeginning(Path record) {
    Told told = Verified.of(record);
    Verdict expected = record.toString().contains("running") ? Verdict.VALID_SO_FAR : Verdict.VALID;
    told.is(expected);
    List<Check> checks = told.findings().stream().map(Finding::check).toList();
    assertThat(checks).startsWith(Check.SINCE, Check.ELECTION, Check.TRUSTEES, Check.CREDENTIALS, Check.BALLOTS)
        .endsWith(Check.CHAIN, Check.ARCHIVE);
    if (expected == Verdict.VALID) {
      assertThat(checks).contains(Check.TALLY, Check.DECRYPTIONS, Check.RESULT);
    }
    assertThat(checks.contains(Check.SHUFFLES)).isEqualTo(record.toString().contains("stv"));
  }

  @ParameterizedTest
  @MethodSource("made")
  void doesNotTakeABeginningForAContinuation(Path record, @TempDir Path folder) throws IOException {
    Path earlier = Files.write(folder.resolve("earlier.bel"), Verified.beginning(record));
    assertThat(verify(Verification.of(earlier).since(record))).isEqualTo(Verdict.INVALID);
    assertThat(findings.getLast().reason()).contains(Reason.NOT_A_CONTINUATION);
  }

  static List<Path> falsified() throws IOException { return Verified.falsified(); }

  @ParameterizedTest
  @MethodSource("falsified")
  void refusesEachFalsifiedCopyForItsOwnReason(Path record) {
    String name = record.getFileName().toString().replace(".bel", "");
    Verified.of(record).refusedAs(Optional.ofNullable(FALSIFIED.get(name)).orElseThrow());
  }

  /** What a falsified record cannot hide from whoever saved the true one: here only the last events differ. */
  @Test
  void noticesThatAnEventWasExchanged() throws IOException {
    Path record = Project.data("belenios-2.5.1/single-Ed25519/qYiSumkhBTGX9G.bel");
    Path other = Project.data("tampered/single-Ed25519/bad_decryption_proof.bel");
    assertThat(verify(Verification.of(record).since(other))).isEqualTo(Verdict.INVALID);
    assertThat(findings).singleElement()
        .satisfies(each -> assertThat(each.check()).isEqualTo(Check.SINCE))
        .satisfies(each -> assertThat(each.reason()).contains(Reason.NOT_A_CONTINUATION));
  }

  /**
   * Every line is the same: of plain Java on all cores, and of GMP on one thread in a program of its own. That such a
   * program takes the arithmetic it is told is seen by one that is not known.
   */
  @Test
  void saysTheSameOfEveryRecordWithGmpOnOneThread() throws Exception {
    List<Path> records = Stream.concat(Verified.made().stream(), Verified.falsified().stream()).toList();
    List<List<String>> gmp = VerifyAll.with("gmp", records);
    assertThat(gmp).hasSameSizeAs(records).hasSizeGreaterThan(30);
    for (int i = 0; i < records.size(); i++) {
      List<String> plain = Verified.of(records.get(i))
          .findings()
          .stream()
          .filter(each -> each.check() != Check.SINCE)
          .map(Finding::line)
          .toList();
      assertThat(gmp.get(i)).as("%s", records.get(i)).isNotEmpty().isEqualTo(plain);
    }
    assertThatIllegalStateException().isThrownBy(() -> VerifyAll.with("none", records.subList(0, 1)))
        .withMessageContaining("groundwork.ballot.kernel");
  }
}
