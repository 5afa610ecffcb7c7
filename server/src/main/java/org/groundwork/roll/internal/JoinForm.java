// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll.internal;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.roll.Application;
import org.groundwork.roll.RefusedDomains;
import org.jspecify.annotations.Nullable;

/**
 * Asking to join, as typed.
 *
 * @param once identifies this form, so that sending it twice is asking once
 * @param place where they live, work or study; text only, so that the form tells nothing of the local's sites
 */
public record JoinForm(@Nullable String once, @Nullable String kind, @Nullable String name, @Nullable String phone,
    @Nullable String mail, @Nullable String place, @Nullable String hires, @Nullable String fires,
    @Nullable String manages, @Nullable String lets) {
  private static final UUID NO_ID = new UUID(0, 0);

  static JoinForm blank(UUID once) { return new JoinForm(once.toString(), "", "", "", "", "", "", "", "", ""); }

  /** Whether a box is ticked. */
  public boolean says(Application.Conflict conflict) {
    return "on".equals(switch (conflict) {
      case HIRES -> hires;
      case FIRES -> fires;
      case MANAGES -> manages;
      case LETS -> lets;
    });
  }

  /** The form's identity, if it has one. */
  Optional<UUID> form() {
    try {
      return Optional.of(UUID.fromString(once == null ? "" : once));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // tampered with
    }
  }

  Optional<Application> read(FormErrors errors, List<RefusedDomains> refused) {
    boolean supporter = "supporter".equals(kind);
    if (!supporter && !"member".equals(kind)) {
      errors.refuse("kind", "join.kind.choose");
    }
    var person = new PersonForm("0", name, phone, mail, "", "").read(errors);
    person.flatMap(known -> known.mail())
        .map(JoinForm::domain)
        .filter(domain -> refused.stream().anyMatch(list -> list.refuses(domain)))
        .ifPresent(_ -> errors.refuse("mail", "join.mail.refused"));
    String where = errors.optional("place", place, 200);
    var conflicts = EnumSet.noneOf(Application.Conflict.class);
    for (var conflict : Application.Conflict.values()) {
      if (says(conflict)) {
        conflicts.add(conflict);
      }
    }
    return errors.any()
        ? Optional.empty()
        : person.map(known -> new Application(NO_ID, supporter, known.name(), known.phone(), known.mail(), where,
            conflicts, Instant.EPOCH));
  }

  private static String domain(String mail) {
    return mail.substring(mail.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT).replaceAll("\\.+$", "");
  }
}
