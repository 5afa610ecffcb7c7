// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.groundwork.ballot.internal.json.Compact;

/** Writes archives: a new one, or at the end of one that is there. */
public final class ArchiveWriter implements AutoCloseable {
  private final OutputStream out;
  private final long seconds;
  private Optional<Hash> last;
  private int height;

  private ArchiveWriter(OutputStream out, long seconds, Optional<Hash> last, int height) {
    this.out = out;
    this.seconds = seconds;
    this.last = last;
    this.height = height;
  }

  /**
   * Begins a new archive.
   *
   * @param seconds now, in seconds since 1970
   * @throws java.nio.file.FileAlreadyExistsException if the file is there
   */
  public static ArchiveWriter create(Path path, long seconds) throws IOException {
    var writer = new ArchiveWriter(Files.newOutputStream(path, StandardOpenOption.CREATE_NEW), seconds,
        Optional.empty(), 0);
    writer.entry("BELENIOS", new Compact().open('{')
        .name("version")
        .raw("1")
        .name("timestamp")
        .plain(Long.toString(seconds))
        .close('}')
        .toString()
        .getBytes(StandardCharsets.US_ASCII));
    return writer;
  }

  /**
   * Goes on with an archive.
   *
   * @param seconds the time it was begun
   * @param last the hash of its last event
   * @param events how many it has
   */
  public static ArchiveWriter append(Path path, long seconds, Hash last, int events) throws IOException {
    return new ArchiveWriter(Files.newOutputStream(path, StandardOpenOption.APPEND), seconds, Optional.of(last),
        events);
  }

  private void entry(String name, byte[] content) throws IOException {
    var header = new TarHeader(name, content.length, seconds);
    var bytes = new byte[TarHeader.BLOCK + (int) header.room()];
    System.arraycopy(header.write(), 0, bytes, 0, TarHeader.BLOCK);
    System.arraycopy(content, 0, bytes, TarHeader.BLOCK, content.length);
    out.write(bytes);
  }

  /** Adds data to which an event refers later. */
  public Hash data(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Hash hash = Hash.of(bytes);
    entry(hash + ".data.json", bytes);
    return hash;
  }

  /** Adds an event. */
  public Hash event(Event.Type type, Optional<Hash> payload) throws IOException {
    byte[] bytes = new Event(last, height, type, payload).write().getBytes(StandardCharsets.US_ASCII);
    Hash hash = Hash.of(bytes);
    entry(hash + ".event.json", bytes);
    last = Optional.of(hash);
    height++;
    return hash;
  }

  /** The hash of the last event. */
  public Optional<Hash> last() { return last; }

  /** How many events there are. */
  public int events() { return height; }

  @Override
  public void close() throws IOException { out.close(); }
}
