// SPDX-License-Identifier: AGPL-3.0-or-later
/** The pages of collecting rounds, and what phones take along of them. */
@NullMarked
package org.groundwork.rounds.internal;

import org.jspecify.annotations.NullMarked;
