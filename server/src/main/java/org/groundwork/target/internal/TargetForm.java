// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target.internal;

import org.jspecify.annotations.Nullable;

/**
 * Who can say yes, as typed.
 *
 * @param unknown {@code on} when the box "we do not know yet" is ticked
 */
public record TargetForm(@Nullable String person, @Nullable String firm, @Nullable String unknown) {
  public boolean notKnown() { return "on".equals(unknown); }
}
