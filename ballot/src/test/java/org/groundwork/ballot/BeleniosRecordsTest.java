// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
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

  static List<Path> made() throws IOException {
    return Stream.concat(Project.records("belenios-2.0").stream(), Project.records("belenios-2.5.1").stream()).toList();
  }

  @ParameterizedTest
  @MethodSource("made")
  void verifiesWhatBeleniosMade(Path record) throws IOException {
    Verdict expected = record.toString().contains("running") ? Verdict.VALID_SO_FAR : Verdict.VALID;
    assertThat(verify(Verification.of(record))).as("%s", findings).isEqualTo(expected);
    assertThat(findings).allMatch(Finding::passed);
    List<Check> checks = findings.stream().map(Finding::check).toList();
    assertThat(checks).startsWith(Check.ELECTION, Check.TRUSTEES, Check.CREDENTIALS, Check.BALLOTS)
        .endsWith(Check.CHAIN, Check.ARCHIVE);
    if (expected == Verdict.VALID) {
      assertThat(checks).contains(Check.TALLY, Check.DECRYPTIONS, Check.RESULT);
    }
    assertThat(checks.contains(Check.SHUFFLES)).isEqualTo(record.toString().contains("stv"));
  }

  static List<Path> falsified() throws IOException { return Project.records("tampered"); }

  @ParameterizedTest
  @MethodSource("falsified")
  void refusesEachFalsifiedCopyForItsOwnReason(Path record) throws IOException {
    assertThat(verify(Verification.of(record))).isEqualTo(Verdict.INVALID);
    String name = record.getFileName().toString().replace(".bel", "");
    assertThat(findings.getLast().reason()).as("%s", findings.getLast().line()).contains(FALSIFIED.get(name));
    assertThat(findings.subList(0, findings.size() - 1)).allMatch(Finding::passed);
  }

  @ParameterizedTest
  @MethodSource("made")
  void saysTheSameWithOneThreadAndWithMany(Path record) throws IOException {
    verify(new Verification(record, java.util.Optional.empty(), List.of(), 1));
    List<Finding> one = List.copyOf(findings);
    findings.clear();
    verify(new Verification(record, java.util.Optional.empty(), List.of(), 5));
    assertThat(findings).isEqualTo(one);
  }

  @ParameterizedTest
  @MethodSource("made")
  void knowsEveryBeginningOfARecord(Path record, @org.junit.jupiter.api.io.TempDir Path folder) throws IOException {
    byte[] all = Files.readAllBytes(record);
    int at = afterEvent(all, all.length / 3);
    Path earlier = Files.write(folder.resolve("earlier.bel"), java.util.Arrays.copyOf(all, at));
    assertThat(verify(Verification.of(record).since(earlier))).as("%s", findings).isNotEqualTo(Verdict.INVALID);
    assertThat(findings).extracting(Finding::check).contains(Check.SINCE);
    findings.clear();
    assertThat(verify(Verification.of(earlier).since(record))).isEqualTo(Verdict.INVALID);
    assertThat(findings.getLast().reason()).contains(Reason.NOT_A_CONTINUATION);
  }

  /** The end of the first event at or after a place. */
  private static int afterEvent(byte[] all, int from) {
    int at = 0;
    while (true) {
      String name = new String(all, at, 100, StandardCharsets.US_ASCII);
      int length = Integer.parseInt(new String(all, at + 124, 11, StandardCharsets.US_ASCII), 8);
      at += 512 + (length + 511) / 512 * 512;
      if (at >= from && name.contains(".event.json")) {
        return at;
      }
    }
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
}
