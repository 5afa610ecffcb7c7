// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.aid.Undoing;
import org.groundwork.platform.web.FormErrors;
import org.jspecify.annotations.Nullable;

/**
 * That a payment went wrong, as it is typed.
 *
 * @param who of a batch, whose payment; nothing for aid
 */
public record UndoForm(@Nullable String how, @Nullable String again, @Nullable String why, @Nullable List<String> who) {
  static UndoForm blank() { return new UndoForm("", "", "", List.of()); }

  /** Whether somebody of a batch is chosen. */
  public boolean chosen(UUID person) {
    return who != null && who.contains(person.toString());
  }

  /** Those of a batch who are chosen; what is no identifier is left out. */
  List<UUID> people() {
    return who == null ? List.of() : who.stream().flatMap(each -> AidDesk.id(each).stream()).distinct().toList();
  }

  /** @param asks whether it is asked if it is to be paid anew */
  Optional<Undoing.Said> read(FormErrors errors, boolean asks) {
    var where = Undoing.How.known(how == null ? "" : how);
    if (where.isEmpty()) {
      errors.refuse("how", "aid.choose");
    }
    boolean says = "yes".equals(again) || "no".equals(again);
    if (asks && !says) {
      errors.refuse("again", "aid.choose");
    }
    String reason = errors.required("why", why, Undoing.LONGEST);
    return errors.any() || where.isEmpty()
        ? Optional.empty()
        : Optional.of(new Undoing.Said(where.get(), !asks || "yes".equals(again), reason));
  }
}
