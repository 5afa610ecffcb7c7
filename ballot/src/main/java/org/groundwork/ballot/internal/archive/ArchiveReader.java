// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Optional;
import org.groundwork.ballot.Reason;
import org.groundwork.ballot.Refused;
import org.groundwork.ballot.internal.group.Sha256;
import org.groundwork.ballot.internal.json.Json;
import org.groundwork.ballot.internal.json.Node;

/**
 * Reads an archive (section <em>Public data</em>) from its beginning to its end, one entry in memory at a time, and checks
 * of each that its name is its hash. What was read can be read again by its place.
 */
public final class ArchiveReader implements AutoCloseable {
  private static final String HEADER = "BELENIOS";
  private static final int LONGEST_HEADER = 1024;
  /** A longer entry is not kept in memory but read again where it is used. */
  static final int KEPT = 1 << 20;
  /** A longer entry is never read whole: what is read as a stream, as the list of credentials is, may be longer. */
  private static final int LONGEST = 1 << 28;
  private static final int LONGEST_EVENT = 1024;
  private static final int BUFFER = 1 << 20;

  private FileChannel file;
  private InputStream in;
  private final long seconds;
  private final byte[] block = new byte[TarHeader.BLOCK];
  private final MessageDigest digest = Sha256.digest();
  private long at;
  private byte[] content = {};

  private ArchiveReader(FileChannel file) throws IOException {
    this.file = file;
    this.in = buffered(file);
    TarHeader header = header()
        .orElseThrow(() -> new Refused(Reason.NOT_AN_ARCHIVE, "", "the file is empty"));
    if (!header.name().equals(HEADER) || header.length() > LONGEST_HEADER) {
      throw new Refused(Reason.NOT_AN_ARCHIVE, "", "the file does not begin as the record of an election does");
    }
    byte[] bytes = take(header);
    Node node = Json.read(bytes);
    if (node.get("version").number(0, Integer.MAX_VALUE) != 1) {
      throw node.refused(Reason.UNKNOWN_KIND, "a version of the archive that is not known here");
    }
    this.seconds = header.seconds();
    if (!node.get("timestamp").digits().equals(Long.toString(seconds))) {
      throw node.refused(Reason.NOT_AN_ARCHIVE, "the header has another time than its entry");
    }
  }

  /** Opens an archive and reads its header. */
  public static ArchiveReader open(Path path) throws IOException {
    FileChannel file = FileChannel.open(path, StandardOpenOption.READ);
    try {
      return new ArchiveReader(file);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private static InputStream buffered(FileChannel file) {
    return new BufferedInputStream(Channels.newInputStream(file), BUFFER);
  }

  /**
   * Opens an archive again that was read to its end and closed, to go on with what was added to it since.
   *
   * @throws Refused if it is shorter than it was
   */
  public void reopen(Path path) throws IOException {
    file = FileChannel.open(path, StandardOpenOption.READ);
    try {
      if (file.size() < at) {
        throw truncated();
      }
      file.position(at);
      in = buffered(file);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /** When the archive was begun, in seconds since 1970. */
  public long seconds() { return seconds; }

  /** How many bytes of the file were read. */
  public long position() { return at; }

  /** How long the file is now, in bytes. */
  public long size() throws IOException { return file.size(); }

  private Optional<TarHeader> header() throws IOException {
    int read = in.readNBytes(block, 0, TarHeader.BLOCK);
    if (read == 0) {
      return Optional.empty();
    }
    if (read < TarHeader.BLOCK) {
      throw truncated();
    }
    at += read;
    return Optional.of(TarHeader.read(block));
  }

  private Refused truncated() {
    return new Refused(Reason.TRUNCATED, "byte " + at, "the archive ends within an entry");
  }

  /** The content of an entry, and what fills its last block, which has to be zeros. */
  private byte[] take(TarHeader header) throws IOException {
    byte[] bytes = in.readNBytes((int) header.length());
    at += bytes.length;
    if (bytes.length < header.length()) {
      throw truncated();
    }
    skip(header);
    return bytes;
  }

  private void skip(TarHeader header) throws IOException {
    int fill = (int) (header.room() - header.length());
    if (in.readNBytes(block, 0, fill) < fill) {
      throw truncated();
    }
    at += fill;
    for (int i = 0; i < fill; i++) {
      if (block[i] != 0) {
        throw new Refused(Reason.NOT_AN_ARCHIVE, "byte " + at, "something stands between two entries");
      }
    }
  }

  /** The next entry; empty at the end. */
  public Optional<Entry> next() throws IOException {
    Optional<TarHeader> found = header();
    if (found.isEmpty()) {
      return Optional.empty();
    }
    TarHeader header = found.orElseThrow();
    if (header.seconds() != seconds) {
      throw new Refused(Reason.NOT_AN_ARCHIVE, header.name(), "an entry of another time than the archive's");
    }
    Entry.Kind kind = header.name().endsWith(".event.json") ? Entry.Kind.EVENT : Entry.Kind.DATA;
    String ending = kind == Entry.Kind.EVENT ? ".event.json" : ".data.json";
    Hash name = Optional.of(header.name())
        .filter(each -> each.endsWith(ending))
        .flatMap(each -> Hash.read(each.substring(0, each.length() - ending.length())))
        .orElseThrow(() -> new Refused(Reason.NOT_AN_ARCHIVE, "byte " + at, "an entry whose name is no hash"));
    var entry = new Entry(kind, name, at, header.length());
    if (kind == Entry.Kind.EVENT && header.length() > LONGEST_EVENT) {
      throw new Refused(Reason.TOO_LARGE, entry.shortName(), "an event is shorter than that");
    }
    Hash hash;
    if (header.length() <= KEPT) {
      content = take(header);
      hash = Hash.ofBytes(digest.digest(content));
    } else {
      content = new byte[0];
      hash = hashed(header);
    }
    if (!hash.equals(name)) {
      throw new Refused(Reason.NAME_IS_NOT_THE_HASH, entry.shortName(),
          "what is in the entry has the hash " + hash + ", which is not its name");
    }
    return Optional.of(entry);
  }

  private Hash hashed(TarHeader header) throws IOException {
    var buffer = new byte[1 << 16];
    long left = header.length();
    while (left > 0) {
      int read = in.readNBytes(buffer, 0, (int) Math.min(left, buffer.length));
      if (read == 0) {
        throw truncated();
      }
      digest.update(buffer, 0, read);
      left -= read;
      at += read;
    }
    skip(header);
    return Hash.ofBytes(digest.digest());
  }

  /** The content of the entry read last, if it is short enough to be kept; otherwise empty. */
  public byte[] content() {
    return content;
  }

  /** The content of an entry read before. */
  public byte[] content(Entry entry) throws IOException {
    if (entry.length() > LONGEST) {
      throw new Refused(Reason.TOO_LARGE, entry.shortName(), "the entry is too long");
    }
    return content(entry.from(), (int) entry.length());
  }

  /** So many bytes from a place that was read before. */
  public byte[] content(long from, int length) throws IOException {
    var bytes = new byte[length];
    var buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      if (file.read(buffer, from + buffer.position()) < 0) {
        throw truncated();
      }
    }
    return bytes;
  }

  /** The content of an entry read before, as a stream. */
  public InputStream stream(Entry entry) {
    return new Part(file, entry.from(), entry.length());
  }

  @Override
  public void close() throws IOException { file.close(); }

  /** A part of a file, with a place of its own. */
  private static final class Part extends InputStream {
    private final FileChannel file;
    private final long end;
    private long at;

    Part(FileChannel file, long from, long length) {
      this.file = file;
      this.at = from;
      this.end = from + length;
    }

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      if (at >= end) {
        return -1;
      }
      int read = file.read(ByteBuffer.wrap(bytes, from, (int) Math.min(length, end - at)), at);
      if (read > 0) {
        at += read;
      }
      return read;
    }
  }
}
