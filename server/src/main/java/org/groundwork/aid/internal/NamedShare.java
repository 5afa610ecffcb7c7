// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid.internal;

import org.groundwork.aid.StrikeShare;

/** Somebody who gets strike pay, and what they are called; empty once they are forgotten. */
public record NamedShare(String name, StrikeShare share) {}
