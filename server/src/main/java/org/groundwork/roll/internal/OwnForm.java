// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll.internal;

import java.util.Optional;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.Languages;
import org.groundwork.roll.People;
import org.groundwork.roll.Person;
import org.jspecify.annotations.Nullable;

/**
 * What somebody corrects of their own record, as typed.
 *
 * @param version the version of the record when the form was shown
 * @param agreed {@code on} if they agree to be written to
 */
public record OwnForm(@Nullable String version, @Nullable String name, @Nullable String phone, @Nullable String mail,
    @Nullable String language, @Nullable String agreed) {

  static OwnForm of(Person person, String language) {
    var known = person.known();
    return new OwnForm(Long.toString(person.version()), known.name(), known.phone().orElse(""),
        known.mail().orElse(""), language, person.agreedOn().isPresent() ? "on" : "");
  }

  /** The same answers over a newer version of the record. */
  OwnForm over(Person now) {
    return new OwnForm(Long.toString(now.version()), name, phone, mail, language, agreed);
  }

  boolean saysAgreed() { return "on".equals(agreed); }

  long readVersion() { return asPerson("").readVersion(); }

  /** What is known now; the remark is the organisers' and stays as it is. */
  Optional<People.Known> read(FormErrors errors, Languages languages, String remark) {
    if (languages.known(language == null ? "" : language).isEmpty()) {
      errors.refuse("language", "own.language.choose");
    }
    return asPerson(remark).read(errors);
  }

  private PersonForm asPerson(String remark) { return new PersonForm(version, name, phone, mail, remark, agreed); }
}
