// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury.internal;

import org.groundwork.platform.web.View;

/** Where the books are fetched for other programs. */
public record JournalsPage() implements View {}
