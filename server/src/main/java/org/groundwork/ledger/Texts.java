// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.ledger;

import java.util.UUID;
import org.groundwork.platform.keys.FieldCipher;
import org.groundwork.platform.keys.FieldRef;

/** Seals and opens what entries say in words, in which names may stand. */
record Texts(FieldCipher cipher) {

  byte[] seal(UUID entry, String what) { return cipher.seal(field(entry), what); }

  String open(UUID entry, byte[] sealed) { return cipher.openText(field(entry), sealed); }

  private static FieldRef field(UUID entry) { return new FieldRef(Scope.local(), "ledger.entry", "what", entry); }
}
