// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll.internal;

import org.groundwork.platform.web.View;

/** Nothing is held about the reader any more. */
public record OwnGonePage() implements View {}
