// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.groundwork.platform.keys.FieldCipher;
import org.groundwork.platform.keys.FieldRef;
import org.groundwork.platform.keys.KeyStore;
import org.groundwork.platform.keys.Purpose;
import org.groundwork.platform.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;

/** Seals and opens what an application says. Numbers and addresses are indexed as those of people are. */
final class ApplicationFields {
  private final FieldCipher cipher;
  private final PersonFields people;

  ApplicationFields(KeyStore keys, PersonFields people) {
    cipher = new FieldCipher(keys, Purpose.sealing("people"));
    this.people = people;
  }

  /** The sealed columns of one application. */
  record Sealed(byte[] name, byte @Nullable [] phone, byte @Nullable [] phoneIndex, byte @Nullable [] mail,
      byte @Nullable [] mailIndex, byte @Nullable [] place, byte @Nullable [] conflicts) {}

  Sealed seal(UUID id, Application asked) {
    return new Sealed(cipher.seal(ref(id, "name"), asked.name()), sealed(id, "phone", asked.phone().orElse("")),
        asked.phone().map(people::phoneIndex).orElse(null), sealed(id, "mail", asked.mail().orElse("")),
        asked.mail().map(people::mailIndex).orElse(null), sealed(id, "place", asked.place()),
        sealed(id, "conflicts", Application.written(asked.conflicts())));
  }

  private byte @Nullable [] sealed(UUID id, String column, String text) {
    return text.isEmpty() ? null : cipher.seal(ref(id, column), text);
  }

  /** Choices as they are sealed: a line each. */
  byte @Nullable [] choices(UUID id, Map<String, String> choices) {
    return sealed(id, "choices", choices.entrySet()
        .stream()
        .map(each -> each.getKey() + "=" + each.getValue())
        .collect(Collectors.joining("\n")));
  }

  /** Choices as they were sealed. */
  static Map<String, String> choices(String text) {
    return text.lines()
        .map(line -> line.split("=", 2))
        .filter(parts -> parts.length == 2)
        .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
  }

  /** The text of a column, empty where there is none. */
  String text(UUID id, String column, byte @Nullable [] sealed) {
    return sealed == null ? "" : cipher.openText(ref(id, column), sealed);
  }

  private static FieldRef ref(UUID id, String column) {
    return new FieldRef(Tenancy.current().value(), "roll.application", column, id);
  }
}
