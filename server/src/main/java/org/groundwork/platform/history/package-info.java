// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * What a record was before: one change-set per act, one row per record, so that an act can be undone and two edits told apart.
 */
@NullMarked
@NamedInterface("history")
package org.groundwork.platform.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
