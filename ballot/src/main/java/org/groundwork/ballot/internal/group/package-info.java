// SPDX-License-Identifier: Apache-2.0
/** The groups of prime order in which ballots are encrypted, and the arithmetic below them. */
@NullMarked
package org.groundwork.ballot.internal.group;

import org.jspecify.annotations.NullMarked;
