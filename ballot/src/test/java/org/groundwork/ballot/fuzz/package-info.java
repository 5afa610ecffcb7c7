// SPDX-License-Identifier: Apache-2.0
/** Readers that are given any bytes: by Jazzer, which looks for new ways through them, and in every run by what it found. */
@NullMarked
package org.groundwork.ballot.fuzz;

import org.jspecify.annotations.NullMarked;
