// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.audit;

import java.util.List;
import java.util.UUID;
import org.groundwork.platform.keys.BlindIndex;
import org.groundwork.platform.keys.FieldCipher;
import org.groundwork.platform.keys.FieldRef;
import org.groundwork.platform.keys.KeyStore;
import org.groundwork.platform.keys.Purpose;

/** Encrypts what entries say, and finds a person's entries by keyed hash. */
final class AuditKeys {
  private static final String FIELD = "person";
  private final FieldCipher cipher;
  private final BlindIndex people;

  AuditKeys(KeyStore store) {
    cipher = new FieldCipher(store, Purpose.sealing("audit"));
    people = new BlindIndex(store, Purpose.indexing("audit-person"));
  }

  byte[] seal(UUID local, UUID entry, Payload.Salted salted) {
    return cipher.seal(place(local, entry), salted.bytes());
  }

  Payload.Salted open(UUID local, UUID entry, byte[] sealed) {
    return Payload.Salted.parse(cipher.open(place(local, entry), sealed));
  }

  byte[] hash(UUID local, UUID person) { return people.of(local, FIELD, person.toString()); }

  List<byte[]> hashes(UUID local, UUID person) { return people.candidates(local, FIELD, person.toString()); }

  private static FieldRef place(UUID local, UUID entry) {
    return new FieldRef(local, "platform.audit_entry", "payload", entry);
  }
}
