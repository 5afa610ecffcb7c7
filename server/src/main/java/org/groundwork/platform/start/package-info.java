// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The first minutes: welcome, safety, who you are, signing in again, and the first screen of a local.
 */
@NullMarked
package org.groundwork.platform.start;

import org.jspecify.annotations.NullMarked;
