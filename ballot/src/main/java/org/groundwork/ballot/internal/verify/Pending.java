// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.verify;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.groundwork.ballot.Reason;
import org.groundwork.ballot.Refused;
import org.groundwork.ballot.internal.archive.ArchiveReader;
import org.groundwork.ballot.internal.archive.Entry;
import org.groundwork.ballot.internal.archive.Hash;

/** Data to which nothing referred yet: a few entries at any time, since an event follows soon. */
final class Pending {
  private static final int MOST = 64;
  private static final int SHORT = 1_024;
  private final ArchiveReader archive;
  private final Map<Hash, Held> entries = new LinkedHashMap<>();

  /** An entry and, if it is short, what is in it. */
  private record Held(Entry entry, Optional<byte[]> content) {}

  Pending(ArchiveReader archive) { this.archive = archive; }

  void add(Entry entry) {
    byte[] content = archive.content();
    if (entries.put(entry.hash(),
        new Held(entry, content.length == entry.length() ? Optional.of(content) : Optional.empty())) != null) {
      throw new Refused(Reason.UNREFERRED_DATA, entry.shortName(), "the same data stands twice in the archive");
    }
    if (entries.size() > MOST) {
      throw unreferred();
    }
  }

  private Refused unreferred() {
    return new Refused(Reason.UNREFERRED_DATA, entries.values().iterator().next().entry().shortName(),
        "nothing refers to this data");
  }

  /** The entry with this hash, which is not waiting any more. */
  Entry entry(Hash hash) { return held(hash).entry(); }

  private Held held(Hash hash) {
    Held held = entries.remove(hash);
    if (held == null) {
      throw new Refused(Reason.MISSING_PAYLOAD, "", "the data with the hash " + hash + " does not stand before it");
    }
    return held;
  }

  /** What is in an entry that was too long to keep; the file may have changed meanwhile. */
  private byte[] again(Entry entry) throws IOException {
    byte[] content = archive.content(entry);
    if (!Hash.of(content).equals(entry.hash())) {
      throw new Refused(Reason.NAME_IS_NOT_THE_HASH, entry.shortName(), "the file changes while it is verified");
    }
    return content;
  }

  /** An entry with what is in it. */
  record Taken(Entry entry, byte[] text) {}

  /** The entry with this hash, which is a few numbers and hashes, and what is in it. */
  Taken takeShort(Hash hash) throws IOException {
    return take(hash, SHORT);
  }

  /** The entry with this hash and what is in it, which is refused unread if it has more bytes than {@code most}. */
  Taken take(Hash hash, long most) throws IOException {
    Held held = held(hash);
    if (held.entry().length() > most) {
      throw new Refused(Reason.TOO_LARGE, held.entry().shortName(), "longer than it can be, with " + most + " bytes");
    }
    return new Taken(held.entry(), held.content().isPresent() ? held.content().orElseThrow() : again(held.entry()));
  }

  /** @throws Refused if something waits still */
  void none() {
    if (!entries.isEmpty()) {
      throw unreferred();
    }
  }
}
