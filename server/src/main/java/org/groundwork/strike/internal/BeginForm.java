// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike.internal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The first day of a strike, and for one of rent the day of the month on which it is due, as typed. */
public record BeginForm(@Nullable String on, @Nullable String due) {

  static BeginForm blank(LocalDate today) { return new BeginForm(today.toString(), "1"); }
}
