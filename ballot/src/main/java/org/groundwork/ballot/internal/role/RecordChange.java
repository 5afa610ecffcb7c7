// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.role;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.groundwork.ballot.Reason;
import org.groundwork.ballot.Refused;

/**
 * One change of a record at a time, made whole or not at all. A file beside the record is locked meanwhile and holds how long
 * the record was; if a change fails, or was cut off by a crash, the record is cut back to that.
 */
final class RecordChange implements AutoCloseable {
  private final Path record;
  private final FileChannel journal;
  private boolean begun;

  private RecordChange(Path record, FileChannel journal) {
    this.record = record;
    this.journal = journal;
  }

  /**
   * Locks a record, and mends it if the last change of it was cut off.
   *
   * @throws Refused if somebody else is changing it
   */
  static RecordChange of(Path record) throws IOException {
    if (!Files.isRegularFile(record)) {
      throw new NoSuchFileException(record.toString());
    }
    FileChannel journal = FileChannel.open(beside(record), StandardOpenOption.CREATE, StandardOpenOption.READ,
        StandardOpenOption.WRITE);
    try {
      FileLock lock = journal.tryLock();
      if (lock == null) {
        throw busy();
      }
      var change = new RecordChange(record, journal);
      change.mend();
      return change;
    } catch (OverlappingFileLockException e) {
      journal.close();
      throw busy();
    } catch (IOException | RuntimeException e) {
      journal.close();
      throw e;
    }
  }

  static Path beside(Path record) { return record.resolveSibling("." + record.getFileName() + ".change"); }

  private static Refused busy() {
    return new Refused(Reason.EVENT_OUT_OF_ORDER, "",
        "another command is changing this record; wait until it is done and try again");
  }

  private void mend() throws IOException {
    var length = ByteBuffer.allocate(Long.BYTES);
    if (journal.read(length, 0) == Long.BYTES) {
      long before = length.getLong(0);
      try (var file = FileChannel.open(record, StandardOpenOption.WRITE)) {
        if (before > 0 && before < file.size()) {
          file.truncate(before);
          file.force(true);
        }
      }
    }
    forget();
  }

  private void forget() throws IOException {
    journal.truncate(0);
    journal.force(true);
  }

  /** Notes how long the record is now. */
  void begin() throws IOException {
    journal.write(ByteBuffer.allocate(Long.BYTES).putLong(0, Files.size(record)), 0);
    journal.force(true);
    begun = true;
  }

  /** The change is made: from now on it stays. */
  void done() throws IOException {
    try (var file = FileChannel.open(record, StandardOpenOption.WRITE)) {
      file.force(true);
    }
    forget();
    begun = false;
  }

  /** Ends it; a change that was begun and is not done is taken back. */
  @Override
  public void close() throws IOException {
    try (journal) {
      if (begun) {
        mend();
      }
    }
  }
}
