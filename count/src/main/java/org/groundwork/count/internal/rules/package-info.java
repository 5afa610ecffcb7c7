// SPDX-License-Identifier: Apache-2.0
/** One class for each rule, and what they share: how everybody stands, whose papers lie where, how equal votes are told apart. */
@NullMarked
package org.groundwork.count.internal.rules;

import org.jspecify.annotations.NullMarked;
