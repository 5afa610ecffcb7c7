// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.fuzz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.groundwork.ballot.CredentialList;
import org.groundwork.ballot.ElectionDraft;
import org.groundwork.ballot.Refused;
import org.groundwork.ballot.TrusteeKey;
import org.groundwork.ballot.TrusteeSeed;
import org.groundwork.ballot.internal.archive.ArchiveReader;
import org.groundwork.ballot.internal.archive.Entry;
import org.groundwork.ballot.internal.archive.Event;
import org.groundwork.ballot.internal.group.Groups;
import org.groundwork.ballot.internal.json.Json;
import org.groundwork.ballot.internal.message.ElectionText;
import org.groundwork.ballot.internal.message.Owned;
import org.groundwork.ballot.internal.message.SetupData;
import org.groundwork.ballot.internal.message.Tally;
import org.groundwork.ballot.internal.message.Trustees;
import org.groundwork.ballot.internal.proof.ThresholdKeys;
import org.groundwork.ballot.internal.role.Ceremony;
import org.groundwork.ballot.made.Told;

/** What reads bytes of others. Whatever they are it ends with what was read or with a {@link Refused}. */
enum Target {
  /** A text of JSON. */
  JSON {
    @Override
    void read(byte[] bytes) { Json.read(bytes); }
  },
  /** A long list of texts. */
  TEXTS {
    @Override
    void read(byte[] bytes) { Json.texts(new ByteArrayInputStream(bytes), _ -> {}); }
  },
  /** The archive, entry by entry. */
  ARCHIVE {
    @Override
    void read(byte[] bytes) throws IOException {
      Path file = Files.write(file(), bytes);
      try (var archive = ArchiveReader.open(file)) {
        for (Optional<Entry> next = archive.next(); next.isPresent(); next = archive.next()) {
          archive.content(next.orElseThrow());
        }
      }
    }
  },
  /** A message of an election, of the kind that the first byte says. */
  MESSAGE {
    @Override
    void read(byte[] bytes) {
      if (bytes.length > 0) {
        message(bytes[0], Arrays.copyOfRange(bytes, 1, bytes.length));
      }
    }
  },
  /** A file that one role hands to another, of the kind that the first byte says. */
  HANDOVER {
    @Override
    void read(byte[] bytes) {
      if (bytes.length > 0) {
        handover(bytes[0], Arrays.copyOfRange(bytes, 1, bytes.length));
      }
    }
  },
  /** A whole record whose hashes are right, of steps with any text ({@link Steps}). */
  RECORD {
    @Override
    void read(byte[] bytes) throws IOException { Told.of(Steps.story(bytes)); }
  };

  private static void message(byte kind, byte[] text) {
    switch (kind) {
      case 'e' -> ElectionText.read(text);
      case 's' -> SetupData.read(text);
      case 't' -> Trustees.read(Groups.ED25519, text);
      case 'T' -> Trustees.read(Groups.BELENIOS_2048, text);
      case 'o' -> Owned.read(text);
      case 'z' -> Tally.Sized.read(text);
      case 'c' -> ThresholdKeys.CertKeys.read(Groups.ED25519, new String(text, StandardCharsets.UTF_8));
      case 'p' -> Ceremony.Polynomial.read(Groups.ED25519, text);
      case 'i' -> Ceremony.Vinput.read(Groups.ED25519, text);
      case 'v' -> Ceremony.Voutput.read(Groups.ED25519, text);
      default -> Event.read(text);
    }
  }

  private static void handover(byte kind, byte[] text) {
    switch (kind) {
      case 'c' -> CredentialList.read(text);
      case 'k' -> TrusteeKey.read(text).close();
      case 's' -> TrusteeSeed.read(text);
      default -> ElectionDraft.read(text);
    }
  }

  private static Path file() throws IOException {
    Path file = Path.of(System.getProperty("java.io.tmpdir"), "fuzzed-" + ProcessHandle.current().pid() + ".bel");
    file.toFile().deleteOnExit();
    return file;
  }

  abstract void read(byte[] bytes) throws IOException;

  /** Gives it bytes; only a refusal is right beside reading them. */
  final void take(byte[] bytes) throws IOException {
    try {
      read(bytes);
    } catch (Refused e) {
      if (e.sentence().isEmpty()) {
        throw new IllegalStateException("a refusal without a sentence", e);
      }
    }
  }

  /** Its name in files. */
  String word() { return name().toLowerCase(Locale.ROOT); }
}
