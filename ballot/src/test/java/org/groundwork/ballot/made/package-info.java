// SPDX-License-Identifier: Apache-2.0
/** Whole elections made in a moment, and their records written down again with something changed. */
@NullMarked
package org.groundwork.ballot.made;

import org.jspecify.annotations.NullMarked;
