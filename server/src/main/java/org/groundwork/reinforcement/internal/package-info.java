// SPDX-License-Identifier: AGPL-3.0-or-later
/** The pages of calls for people. */
@NullMarked
package org.groundwork.reinforcement.internal;

import org.jspecify.annotations.NullMarked;
