// SPDX-License-Identifier: Apache-2.0
/** The proofs of the specification, a class for each of its algorithms. */
@NullMarked
package org.groundwork.ballot.internal.proof;

import org.jspecify.annotations.NullMarked;
