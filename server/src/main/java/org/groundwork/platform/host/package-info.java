// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The command {@code groundwork admin}: what whoever keeps the machine can do for an installation without signing in.
 * Works over connections of its own, beside the running product or without it; no wiring runs here.
 */
@NullMarked
package org.groundwork.platform.host;

import org.jspecify.annotations.NullMarked;
