// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.groundwork.ballot.internal.archive.ArchiveReader;
import org.groundwork.ballot.internal.verify.Chain;
import org.groundwork.ballot.internal.verify.RecordVerifier;

/**
 * Every check of the record of an election. The record may be of an election that is still running. It is read once from its
 * beginning to its end and not kept in memory: some 150 bytes for each credential and 50 for each ballot are.
 *
 * @param record a {@code .bel} file
 * @param earlier another of the same election, of which all has to be in {@code record} too
 * @param threads how many ballots are checked at once, from 1
 */
public record Verification(Path record, Optional<Path> earlier, int threads) {
  /** On all cores, without an earlier record. */
  public static Verification of(Path record) {
    return new Verification(record, Optional.empty(), Runtime.getRuntime().availableProcessors());
  }

  /** That nothing of an earlier record disappeared, too. */
  public Verification since(Path before) {
    return new Verification(record, Optional.of(before), threads);
  }

  /**
   * Makes the checks, to the first that fails.
   *
   * @param findings is told each outcome when it is known
   * @param progress is told how many bytes were checked, now and then
   * @throws IOException if a file cannot be read
   */
  public Verdict run(Consumer<Finding> findings, LongConsumer progress) throws IOException {
    try {
      if (earlier.isPresent()) {
        findings.accept(continues(earlier.orElseThrow()));
      }
    } catch (Refused e) {
      findings.accept(Finding.failed(Check.SINCE, e));
      return Verdict.INVALID;
    }
    try (var archive = ArchiveReader.open(record)) {
      return new RecordVerifier(archive, threads, progress, findings).verify();
    } catch (Refused e) {
      findings.accept(Finding.failed(Check.ARCHIVE, e));
      return Verdict.INVALID;
    }
  }

  /** That an earlier record is one, and the beginning of this one byte for byte. */
  private Finding continues(Path before) throws IOException {
    int events;
    try (var archive = ArchiveReader.open(before)) {
      events = Chain.of(archive).events();
    } catch (Refused e) {
      throw e.within("earlier record");
    }
    long difference = Files.mismatch(before, record);
    if (difference >= 0 && difference < Files.size(before)) {
      throw new Refused(Reason.NOT_A_CONTINUATION, "byte " + difference,
          "the earlier record is not the beginning of this one: something of it was changed or left out");
    }
    return Finding.ok(Check.SINCE, "events 0 to " + (events - 1), "all that the earlier record has is here");
  }
}
