// SPDX-License-Identifier: Apache-2.0
/** What the specification calls messages: questions, elections, trustees, ballots, tallies; read from JSON and written to it. */
@NullMarked
package org.groundwork.ballot.internal.message;

import org.jspecify.annotations.NullMarked;
