// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * What was done and who looked, appended and never changed.
 */
@NullMarked
@NamedInterface("audit")
package org.groundwork.platform.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
