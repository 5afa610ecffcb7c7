// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll.internal;

import java.util.Optional;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.roll.SiteKind;
import org.jspecify.annotations.Nullable;

/**
 * Where people share a position, as typed.
 *
 * @param register the place chosen from a register, {@code none} if none of the suggestions is it
 */
public record WhereForm(@Nullable String kind, @Nullable String address, @Nullable String register) {

  /** What the form came to. */
  record Where(SiteKind kind, String name, Optional<String> register, boolean asked) {}

  Optional<Where> read(FormErrors errors) {
    var chosen = switch (kind == null ? "" : kind) {
      case "building" -> Optional.of(SiteKind.BUILDING);
      case "workplace" -> Optional.of(SiteKind.WORKPLACE);
      case "campus" -> Optional.of(SiteKind.CAMPUS);
      default -> Optional.<SiteKind>empty();
    };
    if (chosen.isEmpty()) {
      errors.refuse("kind", "where.kind.choose");
    }
    String name = errors.required("address", address, 200);
    String from = errors.optional("register", register, 80);
    if (errors.any() || chosen.isEmpty()) {
      return Optional.empty();
    }
    boolean asked = !from.isEmpty();
    return Optional
        .of(new Where(chosen.get(), name, asked && !from.equals("none") ? Optional.of(from) : Optional.empty(), asked));
  }
}
