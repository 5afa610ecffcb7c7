// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury.internal;

import org.jspecify.annotations.Nullable;

/** An entry that is to be undone, as typed. */
public record ReverseForm(@Nullable String on, @Nullable String why) {}
