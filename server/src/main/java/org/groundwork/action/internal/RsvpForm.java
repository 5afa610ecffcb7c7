// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.action.Action;
import org.groundwork.platform.message.MailAddress;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.roll.RefusedDomains;
import org.jspecify.annotations.Nullable;

/**
 * What somebody without an account fills in to say that they come, as typed.
 *
 * @param once stands for the form, so that sent twice it is one answer
 * @param shift may be left out where there is only one
 */
public record RsvpForm(@Nullable String once, @Nullable String shift, @Nullable String name,
    @Nullable String contact) {

  static RsvpForm blank(UUID once) { return new RsvpForm(once.toString(), "", "", ""); }

  /** The form with what is asked beside it. */
  record Whole(RsvpForm form, NeedsForm needs) {}

  /** What the form came to. */
  record Read(UUID form, UUID shift, String name, String contact) {}

  /** @param refused mail domains under which nobody is reached, because their holder is a target */
  Optional<Read> read(FormErrors errors, Action action, List<RefusedDomains> refused) {
    var chosen = action.shifts().size() == 1
        ? Optional.of(action.shifts().getFirst())
        : Typed.id(shift).flatMap(action::shift);
    if (chosen.isEmpty()) {
      errors.refuse("shift", "rsvp.shift.choose");
    }
    // where only numbers are kept nobody is asked, and what somebody sends all the same is not even read
    String called = action.countOnly() ? "" : errors.required("name", name, 80);
    String reach = action.countOnly() ? "" : errors.optional("contact", contact, 120);
    domain(reach).filter(domain -> refused.stream().anyMatch(list -> list.refuses(domain)))
        .ifPresent(_ -> errors.refuse("contact", "join.mail.refused"));
    var form = Typed.id(once);
    if (form.isEmpty()) {
      errors.refuse(action.countOnly() ? "shift" : "name", "report.again");
    }
    if (errors.any()) {
      return Optional.empty();
    }
    return Optional.of(new Read(form.orElseThrow(), chosen.orElseThrow().id(), called, reach));
  }

  /** The domain of a mail address, if that is what was typed. */
  private static Optional<String> domain(String typed) {
    return MailAddress.parse(typed)
        .map(address -> address.key().substring(address.key().lastIndexOf('@') + 1));
  }
}
