// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.role;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.groundwork.ballot.Finding;
import org.groundwork.ballot.Refused;
import org.groundwork.ballot.Verdict;
import org.groundwork.ballot.internal.archive.ArchiveReader;
import org.groundwork.ballot.internal.verify.RecordVerifier;
import org.groundwork.ballot.internal.verify.RecordVerifier.State;

/** A record verified once from its beginning and then, each time that it grew, from where it ended before. */
final class RecordReading {
  private final ArchiveReader archive;
  private final RecordVerifier verifier;
  private Optional<Finding> failed = Optional.empty();

  /** Begins to read a record. */
  RecordReading(Path path, int threads) throws IOException {
    archive = ArchiveReader.open(path);
    verifier = new RecordVerifier(archive, threads, _ -> {}, this::found);
  }

  private void found(Finding finding) {
    if (!finding.passed()) {
      failed = Optional.of(finding);
    }
  }

  /**
   * What the record holds, all of it verified; the file is closed afterwards.
   *
   * @throws Refused if something of it is false
   */
  State first() throws IOException {
    try (archive) {
      return verified();
    }
  }

  /**
   * What the record holds now, where what was added since it was read last is verified.
   *
   * @throws Refused if something of that is false, or the record is shorter than it was
   */
  State next(Path path) throws IOException {
    archive.reopen(path);
    try (archive) {
      return verified();
    }
  }

  private State verified() throws IOException {
    if (verifier.verify() == Verdict.INVALID) {
      Finding finding = failed.orElseThrow();
      throw new Refused(finding.reason().orElseThrow(), finding.where(), finding.sentence());
    }
    return verifier.state();
  }

  /** When the record was begun, in seconds since 1970. */
  long seconds() { return archive.seconds(); }

  /** How much of the file was verified, in bytes. */
  long end() { return archive.position(); }
}
