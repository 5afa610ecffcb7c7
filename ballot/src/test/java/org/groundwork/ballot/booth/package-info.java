// SPDX-License-Identifier: Apache-2.0
/** The booth in a real browser: what it makes against what the library verifies. */
@NullMarked
package org.groundwork.ballot.booth;

import org.jspecify.annotations.NullMarked;
