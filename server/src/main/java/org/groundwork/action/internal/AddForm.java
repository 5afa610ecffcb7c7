// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action.internal;

import java.util.Optional;
import java.util.UUID;
import org.groundwork.action.Action;
import org.groundwork.platform.web.FormErrors;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom a host writes down, as typed.
 *
 * @param once stands for the form, so that sent twice it adds once
 * @param shift may be left out where there is only one
 * @param person who was chosen from the list
 * @param name of somebody who is not in it
 * @param more people who are only counted
 */
public record AddForm(@Nullable String once, @Nullable String shift, @Nullable String person, @Nullable String name,
    @Nullable String more) {

  static AddForm blank(UUID once) { return new AddForm(once.toString(), "", "", "", ""); }

  /** What the form came to; nobody, a name, or a number alone. */
  record Read(UUID form, Action.Shift shift, Optional<UUID> person, String name, int more) {}

  Optional<Read> read(FormErrors errors, Action action, PartDesk who) {
    var at = action.shifts().size() == 1
        ? Optional.of(action.shifts().getFirst())
        : Typed.id(shift).flatMap(action::shift);
    var chosen = at.orElseThrow(ActionDesk::notFound);
    UUID form = Typed.id(once).orElseThrow(ActionDesk::notFound);
    var known = Typed.id(person).filter(one -> who.mayTake(action, one));
    if (person != null && !person.isBlank() && known.isEmpty()) {
      errors.refuse("person", "march.person.choose");
    }
    String called = action.countOnly() ? "" : errors.optional("name", name, 80);
    int heads = more == null || more.isBlank() ? 0 : errors.number("more", more, 1, 10_000);
    if (known.isPresent() && !called.isEmpty()) {
      errors.refuse("name", "coming.add.one");
    }
    if (!errors.any() && known.isEmpty() && called.isEmpty() && heads == 0) {
      errors.refuse(action.countOnly() ? "more" : "name", "coming.add.nobody");
    }
    return errors.any() ? Optional.empty() : Optional.of(new Read(form, chosen, known, called, heads));
  }
}
