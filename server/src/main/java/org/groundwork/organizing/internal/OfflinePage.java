// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing.internal;

import org.groundwork.platform.web.View;

/** The page that a phone keeps: it says nothing by itself, and opens what the phone holds under its PIN. */
public record OfflinePage() implements View {}
