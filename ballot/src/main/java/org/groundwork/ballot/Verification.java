// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.groundwork.ballot.internal.archive.ArchiveReader;
import org.groundwork.ballot.internal.message.PartialDecryption;
import org.groundwork.ballot.internal.verify.Chain;
import org.groundwork.ballot.internal.verify.RecordVerifier;

/**
 * Every check of the record of an election. The record may be of an election that is still running. It is read once from its
 * beginning to its end and not kept in memory: some 150 bytes for each credential and 50 for each ballot are.
 *
 * @param record a {@code .bel} file
 * @param earlier another of the same election, of which all has to be in {@code record} too
 * @param decryptions what trustees handed over when they decrypted, each of which has to prove, in a way that records have no
 *     place for, the part that is in the record; if there are any, there has to be one for each part
 * @param threads how many ballots are checked at once, from 1
 */
public record Verification(Path record, Optional<Path> earlier, List<Path> decryptions, int threads) {
  private static final long LONGEST = 1L << 28;

  public Verification { decryptions = List.copyOf(decryptions); }

  /** On all cores, without an earlier record. */
  public static Verification of(Path record) {
    return new Verification(record, Optional.empty(), List.of(), Runtime.getRuntime().availableProcessors());
  }

  /** That nothing of an earlier record disappeared, too. */
  public Verification since(Path before) {
    return new Verification(record, Optional.of(before), decryptions, threads);
  }

  /** That what trustees handed over proves the parts in the record, too. */
  public Verification with(List<Path> handedOver) {
    return new Verification(record, earlier, handedOver, threads);
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
      var verifier = new RecordVerifier(archive, threads, progress, findings);
      Verdict verdict = verifier.verify();
      return verdict == Verdict.INVALID || decryptions.isEmpty() || bound(verifier.state(), findings)
          ? verdict
          : Verdict.INVALID;
    } catch (Refused e) {
      findings.accept(Finding.failed(Check.ARCHIVE, e));
      return Verdict.INVALID;
    }
  }

  private boolean bound(RecordVerifier.State state, Consumer<Finding> findings) throws IOException {
    Path reading = record;
    try {
      var proved = new TreeSet<Integer>();
      for (Path each : decryptions) {
        reading = each;
        if (Files.size(each) > LONGEST) {
          throw new Refused(Reason.TOO_LARGE, "", "longer than 256 MiB, the most that is read");
        }
        proved.add(proved(state, Files.readAllBytes(each)));
      }
      reading = record;
      var missing = new TreeSet<>(state.opening().owners());
      missing.removeAll(proved);
      if (!missing.isEmpty()) {
        throw new Refused(Reason.MISSING_PAYLOAD, "", "the file of trustee " + missing.first()
            + ", whose part is in the record, is not among those that were named");
      }
      findings.accept(Finding.ok(Check.BOUND, proved.size() + " trustees",
          "what each handed over proves their part, bound to what it speaks of"));
      return true;
    } catch (Refused e) {
      findings.accept(Finding.failed(Check.BOUND, e.within(reading.toString())));
      return false;
    }
  }

  /** The trustee whose part is proved. */
  private static int proved(RecordVerifier.State state, byte[] file) {
    Handover handed = Handover.read(file, state.election().uuid(), DecryptionFile.WHAT);
    PartialDecryption part = state.opening()
        .part(handed.number())
        .orElseThrow(() -> new Refused(Reason.WRONG_OWNER, "trustee " + handed.number(),
            "the record has no part of this trustee"));
    DecryptionFile decryption = DecryptionFile.read(state.election().group().q(), handed.payload());
    if (!decryption.part().equals(part.write())) {
      throw new Refused(Reason.BAD_BOUND_PROOF, "trustee " + handed.number(),
          "the part in this file is not the one in the record");
    }
    decryption.check(state, handed.number());
    return handed.number();
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
