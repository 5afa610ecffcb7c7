// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll.internal;

import org.groundwork.platform.web.View;

/** A copy of a site's list as a file: codes and doors, names only where the copy was made with them. */
public record PrintSheet(PrintPage page) implements View {}
