// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.verify;

import java.io.IOException;
import java.util.Optional;
import org.groundwork.ballot.Reason;
import org.groundwork.ballot.Refused;
import org.groundwork.ballot.internal.archive.ArchiveReader;
import org.groundwork.ballot.internal.archive.Entry;
import org.groundwork.ballot.internal.archive.Event;
import org.groundwork.ballot.internal.archive.Hash;

/** That each event follows the one before it. */
public final class Chain {
  private Optional<Hash> last = Optional.empty();
  private int events;

  /** Takes the next event. */
  Event next(Entry entry, byte[] text) {
    Event event;
    try {
      event = Event.read(text);
    } catch (Refused e) {
      throw e.within(entry.shortName());
    }
    if (!event.parent().equals(last)) {
      throw new Refused(Reason.BROKEN_CHAIN, where(entry),
          last.isEmpty() ? "the first event follows another" : "the event does not follow the one before it");
    }
    if (event.height() != events) {
      throw new Refused(Reason.BROKEN_CHAIN, where(entry), "the event has the height " + event.height());
    }
    last = Optional.of(entry.hash());
    events++;
    return event;
  }

  private String where(Entry entry) { return "event " + events + " (" + entry.shortName() + ")"; }

  /** How many there were. */
  public int events() { return events; }

  /** The hash of the last; empty before the first. */
  Optional<Hash> last() { return last; }

  /**
   * The chain of a whole archive.
   *
   * @throws Refused if it is broken, or there is none
   */
  public static Chain of(ArchiveReader archive) throws IOException {
    var chain = new Chain();
    for (Optional<Entry> entry = archive.next(); entry.isPresent(); entry = archive.next()) {
      Entry each = entry.orElseThrow();
      if (each.kind() == Entry.Kind.EVENT) {
        chain.next(each, archive.content(each));
      }
    }
    if (chain.events() == 0) {
      throw new Refused(Reason.NOT_AN_ARCHIVE, "", "it has no event");
    }
    return chain;
  }
}
