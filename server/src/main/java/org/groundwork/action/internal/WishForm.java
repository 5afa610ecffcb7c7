// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action.internal;

import java.util.Optional;
import java.util.UUID;
import org.groundwork.action.Picket;
import org.jspecify.annotations.Nullable;

/**
 * Something that is needed at a picket, as typed.
 *
 * @param at the gate; left out for all of them, which only those who run the picket can say
 */
public record WishForm(@Nullable String once, @Nullable String at, @Nullable String wish) {
  static WishForm blank(UUID once) { return new WishForm(once.toString(), "", ""); }

  Optional<Picket.Gate> at(PicketDesk.Seen seen) {
    String typed = at == null ? "" : at;
    if (!typed.isBlank()) {
      return Optional.of(seen.gate(typed));
    }
    if (!seen.runs() && seen.gates().size() > 1) {
      throw ActionDesk.notFound();
    }
    return seen.runs() ? Optional.empty() : Optional.of(seen.gates().getFirst());
  }
}
