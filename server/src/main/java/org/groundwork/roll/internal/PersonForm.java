// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll.internal;

import java.util.Optional;
import java.util.regex.Pattern;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.roll.People;
import org.groundwork.roll.Person;
import org.jspecify.annotations.Nullable;

/**
 * What is known of somebody, as typed.
 *
 * @param version the version of the record when the form was shown
 * @param agreed {@code on} if they agreed to be written to
 */
public record PersonForm(@Nullable String version, @Nullable String name, @Nullable String phone,
    @Nullable String mail, @Nullable String remark, @Nullable String agreed) {
  static final Pattern PHONE = Pattern.compile("\\+?[\\d ().\\-/]{4,30}");
  static final Pattern MAIL = Pattern.compile("[^\\s,;<>@]{1,64}@[^\\s,;<>@]+\\.[^\\s,;<>@]+");

  static PersonForm of(Person person) {
    var known = person.known();
    return new PersonForm(Long.toString(person.version()), known.name(), known.phone().orElse(""),
        known.mail().orElse(""), known.remark(), person.agreedOn().isPresent() ? "on" : "");
  }

  /** The same answers over a newer version of the record. */
  PersonForm over(Person now) {
    return new PersonForm(Long.toString(now.version()), name, phone, mail, remark, agreed);
  }

  boolean saysAgreed() { return "on".equals(agreed); }

  /** The version the form was shown at; 0, which no record has, if it was tampered with. */
  long readVersion() {
    return version != null && version.matches("\\d{1,18}") ? Long.parseLong(version) : 0;
  }

  Optional<People.Known> read(FormErrors errors) {
    String called = errors.required("name", name, 120);
    if (!called.isEmpty() && called.codePoints().noneMatch(Character::isLetterOrDigit)) {
      errors.refuse("name", "form.required");
    }
    String number = errors.optional("phone", phone, 30);
    if (!number.isEmpty() && (!PHONE.matcher(number).matches() || number.replaceAll("\\D", "").length() < 4)) {
      errors.refuse("phone", "person.phone.unread");
    }
    String address = errors.optional("mail", mail, 200);
    if (!address.isEmpty() && !MAIL.matcher(address).matches()) {
      errors.refuse("mail", "person.mail.unread");
    }
    String note = errors.optional("remark", remark, 600);
    if (errors.any()) {
      return Optional.empty();
    }
    return Optional.of(new People.Known(called.replaceAll("\\s+", " "), Optional.of(number).filter(n -> !n.isEmpty()),
        Optional.of(address).filter(a -> !a.isEmpty()), note));
  }
}
