// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending.internal;

import org.groundwork.platform.web.View;

/** The books are not open yet: who opens them. */
public record NoBooksPage() implements View {}
