// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.group;

/** An element of a {@link Group}, or of the set around it until {@link Group#contains} says yes. Never changes. */
public sealed interface Element permits Residue, Point {}
