// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid.internal;

import org.groundwork.platform.web.View;

/** The books are not open, so there is no fund yet. */
public record NotOpenPage() implements View {}
