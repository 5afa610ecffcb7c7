// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The first minutes: welcome, safety, who you are, signing in again, and the first screen of a local. Offered to the
 * application class, which reads its options here; no module has reason to use it.
 */
@NullMarked
@NamedInterface("start")
package org.groundwork.platform.start;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
