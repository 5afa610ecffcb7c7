// SPDX-License-Identifier: Apache-2.0
/** The record of an election: an old tar archive that only grows, with a chain of events in it. */
@NullMarked
package org.groundwork.ballot.internal.archive;

import org.jspecify.annotations.NullMarked;
