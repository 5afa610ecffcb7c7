// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.made;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.groundwork.ballot.Finding;
import org.groundwork.ballot.Reason;
import org.groundwork.ballot.Verdict;
import org.groundwork.ballot.Verification;

/** What the verifier told of a record. */
public record Told(Verdict verdict, List<Finding> findings) {
  /** Verifies a record. */
  public static Told of(Path record) throws IOException {
    var findings = new ArrayList<Finding>();
    Verdict verdict = Verification.of(record).run(findings::add, _ -> {});
    return new Told(verdict, List.copyOf(findings));
  }

  /** Writes a record down for a moment and verifies it. */
  public static Told of(Story story) throws IOException {
    Path record = Files.createTempFile("story", ".bel");
    try {
      return of(story.write(record));
    } finally {
      Files.deleteIfExists(record);
    }
  }

  /** Writes bytes down for a moment and verifies them as a record. */
  public static Told of(byte[] bytes) throws IOException {
    Path record = Files.createTempFile("bytes", ".bel");
    try {
      return of(Files.write(record, bytes));
    } finally {
      Files.deleteIfExists(record);
    }
  }

  /** Expects that it is refused for one of these reasons, and that everything before was found right. */
  public Told refusedAs(Reason... reasons) {
    assertThat(verdict).as("%s", findings).isEqualTo(Verdict.INVALID);
    assertThat(findings.getLast().reason().orElseThrow()).as("%s", findings.getLast().line()).isIn((Object[]) reasons);
    assertThat(findings.subList(0, findings.size() - 1)).allMatch(Finding::passed);
    return this;
  }

  /** Expects a verdict without a false check. */
  public Told is(Verdict expected) {
    assertThat(verdict).as("%s", findings).isEqualTo(expected);
    assertThat(findings).allMatch(Finding::passed);
    return this;
  }

  /** Expects that what is false is named so. */
  public Told at(String where) {
    assertThat(findings.getLast().where()).contains(where);
    return this;
  }
}
