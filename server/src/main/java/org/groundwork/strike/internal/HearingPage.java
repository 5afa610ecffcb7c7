// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike.internal;

import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;
import org.groundwork.strike.Withholding;
import org.jspecify.annotations.Nullable;

/** Writes down when and where a unit is heard. */
public record HearingPage(StrikeAt at, Withholding unit, Form form, FormErrors errors) implements View {

  /** A hearing, as typed. */
  public record Form(@Nullable String once, @Nullable String day, @Nullable String time, @Nullable String place) {}

  public String path() { return at.path() + "/units/" + unit.id(); }
}
