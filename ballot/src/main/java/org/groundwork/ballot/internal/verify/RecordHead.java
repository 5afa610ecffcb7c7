// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.groundwork.ballot.Reason;
import org.groundwork.ballot.Refused;
import org.groundwork.ballot.internal.archive.ArchiveReader;
import org.groundwork.ballot.internal.archive.Entry;
import org.groundwork.ballot.internal.archive.Event;
import org.groundwork.ballot.internal.json.Json;
import org.groundwork.ballot.internal.message.ElectionText;
import org.groundwork.ballot.internal.message.SetupData;
import org.groundwork.ballot.internal.message.Trustees;

/**
 * What a record begins with, read without the ballots after it: the election and its trustees, both checked.
 *
 * @param path the record
 * @param text the election's text as the record has it
 */
public record RecordHead(Path path, ElectionText election, Trustees trustees, byte[] text) {
  /**
   * Reads the beginning of a record.
   *
   * @throws Refused if the election or its trustees are not right
   */
  public static RecordHead read(Path path) throws IOException {
    try (var archive = ArchiveReader.open(path)) {
      var pending = new Pending(archive);
      SetupData setup = setup(archive, pending);
      byte[] text = pending.take(setup.election(), ElectionText.LONGEST).text();
      ElectionText election = ElectionText.read(text);
      if (!election.group().contains(election.publicKey().element())) {
        throw new Refused(Reason.SMALL_ORDER_OR_OUTSIDE_SUBGROUP, "public key", "it is outside the group");
      }
      Trustees trustees = Trustees.read(election.group(), pending.take(setup.trustees(), Trustees.LONGEST).text());
      Setup.checkTrustees(election, trustees);
      return new RecordHead(path, election, trustees, text);
    }
  }

  /** Reads entries to the first event, which has to be the beginning of an election. */
  private static SetupData setup(ArchiveReader archive, Pending pending) throws IOException {
    for (Optional<Entry> next = archive.next(); next.isPresent(); next = archive.next()) {
      Entry entry = next.orElseThrow();
      if (entry.kind() == Entry.Kind.EVENT) {
        Event event = new Chain().next(entry, archive.content(entry));
        if (event.type() != Event.Type.SETUP) {
          throw new Refused(Reason.EVENT_OUT_OF_ORDER, entry.shortName(), "the record does not begin an election");
        }
        return SetupData.read(pending.takeShort(event.payload().orElseThrow()).text());
      }
      pending.add(entry);
    }
    throw new Refused(Reason.TRUNCATED, "", "the record has no event");
  }

  /** Tells each public credential, with a comma and its weight where there are weights. */
  public void credentials(Consumer<String> each) throws IOException {
    try (var archive = ArchiveReader.open(path)) {
      var pending = new Pending(archive);
      SetupData setup = setup(archive, pending);
      try (var in = archive.stream(pending.entry(setup.credentials()))) {
        Json.texts(in, each);
      }
    }
  }
}
