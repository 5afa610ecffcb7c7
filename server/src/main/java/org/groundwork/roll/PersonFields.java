// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.keys.BlindIndex;
import org.groundwork.platform.keys.FieldCipher;
import org.groundwork.platform.keys.FieldRef;
import org.groundwork.platform.keys.KeyStore;
import org.groundwork.platform.keys.NameQuery;
import org.groundwork.platform.keys.NameTokens;
import org.groundwork.platform.keys.Purpose;
import org.groundwork.platform.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;

/** Seals and opens what is known of a person; the only place that turns a name into bytes of a table and back. */
final class PersonFields {
  private final FieldCipher cipher;
  private final BlindIndex index;
  private final NameTokens tokens;

  PersonFields(KeyStore keys) {
    cipher = new FieldCipher(keys, Purpose.sealing("people"));
    index = new BlindIndex(keys, Purpose.indexing("contacts"));
    tokens = new NameTokens(keys, Purpose.indexing("names"), "name");
  }

  /** The sealed columns of one person. */
  record Sealed(byte[] name, Integer[] tokens, byte @Nullable [] phone, byte @Nullable [] phoneIndex,
      byte @Nullable [] mail,
      byte @Nullable [] mailIndex, byte @Nullable [] remark) {}

  Sealed seal(UUID person, People.Known known) {
    UUID local = Tenancy.current().value();
    int[] found = tokens.tokensOf(local, known.name());
    return new Sealed(cipher.seal(ref(person, "name"), known.name()),
        java.util.Arrays.stream(found).boxed().toArray(Integer[]::new),
        known.phone().map(phone -> cipher.seal(ref(person, "phone"), phone)).orElse(null),
        known.phone().map(this::phoneIndex).orElse(null),
        known.mail().map(mail -> cipher.seal(ref(person, "mail"), mail)).orElse(null),
        known.mail().map(this::mailIndex).orElse(null),
        known.remark().isEmpty() ? null : cipher.seal(ref(person, "remark"), known.remark()));
  }

  People.Known open(UUID person, byte[] name, byte @Nullable [] phone, byte @Nullable [] mail,
      byte @Nullable [] remark) {
    return new People.Known(text(person, "name", name).orElseThrow(), text(person, "phone", phone),
        text(person, "mail", mail),
        text(person, "remark", remark).orElse(""));
  }

  byte[] phoneIndex(String phone) { return index.of(Tenancy.current().value(), "phone", phoneKey(phone)); }

  byte[] mailIndex(String mail) {
    return index.of(Tenancy.current().value(), "mail", mail.strip().toLowerCase(Locale.ROOT));
  }

  /** The name alone. */
  String name(UUID person, byte[] sealed) { return cipher.openText(ref(person, "name"), sealed); }

  byte[] sealNote(UUID person, String note) { return cipher.seal(noteRef(person), note); }

  String openNote(UUID person, byte @Nullable [] sealed) {
    return sealed == null ? "" : cipher.openText(noteRef(person), sealed);
  }

  private static FieldRef noteRef(UUID person) {
    return new FieldRef(Tenancy.current().value(), "roll.safe_contact", "note", person);
  }

  /** The search for people with all these words in their name. */
  NameQuery exact(String typed) {
    return tokens.exact(Tenancy.current().value(), typed);
  }

  /** The search for people with these words in their name, the last perhaps unfinished. */
  NameQuery starting(String typed) {
    return tokens.starting(Tenancy.current().value(), typed);
  }

  /** The search for people with these words in their name, perhaps misspelt. */
  NameQuery forgiving(String typed) {
    return tokens.forgiving(Tenancy.current().value(), typed);
  }

  /** The digits of a phone number, which find it again however it was written. */
  static String phoneKey(String phone) {
    return phone.replaceAll("\\D", "");
  }

  private Optional<String> text(UUID person, String column, byte @Nullable [] sealed) {
    return Optional.ofNullable(sealed).map(bytes -> cipher.openText(ref(person, column), bytes));
  }

  private static FieldRef ref(UUID person, String column) {
    return new FieldRef(Tenancy.current().value(), "roll.person", column, person);
  }
}
