// SPDX-License-Identifier: Apache-2.0
/**
 * Secret ballots whose result anyone can verify: the Belenios protocol, as its specification 2.0 says it and with what
 * 2.5.1 adds. Knows nothing of a server.
 *
 * <p>
 * What is guaranteed against whom, and what is not, stands in {@code docs/SPEC-ballot.md}, with a table of the symbols of
 * the specification and their names here.
 */
@NullMarked
package org.groundwork.ballot;

import org.jspecify.annotations.NullMarked;
