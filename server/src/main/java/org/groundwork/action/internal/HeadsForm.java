// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action.internal;

import java.util.Optional;
import java.util.OptionalInt;
import org.groundwork.action.Action;
import org.groundwork.platform.web.FormErrors;
import org.jspecify.annotations.Nullable;

/**
 * How many were there, as typed.
 *
 * @param version of the action that was read
 */
public record HeadsForm(@Nullable String version, @Nullable String inPosition, @Nullable String otherSites,
    @Nullable String supporters) {

  static HeadsForm of(Action action) {
    var heads = action.heads();
    return new HeadsForm(Long.toString(action.version()), text(heads.inPosition()), text(heads.otherSites()),
        text(heads.supporters()));
  }

  /** What was typed, over what somebody counted meanwhile. */
  HeadsForm over(Action action) {
    return new HeadsForm(Long.toString(action.version()), inPosition, otherSites, supporters);
  }

  private static String text(OptionalInt number) {
    return number.isPresent() ? Integer.toString(number.getAsInt()) : "";
  }

  Optional<Action.Heads> read(FormErrors errors) {
    var heads = new Action.Heads(Typed.heads(errors, "inPosition", inPosition),
        Typed.heads(errors, "otherSites", otherSites), Typed.heads(errors, "supporters", supporters));
    return errors.any() ? Optional.empty() : Optional.of(heads);
  }
}
