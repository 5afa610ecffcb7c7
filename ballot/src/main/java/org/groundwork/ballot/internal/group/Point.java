// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.group;

/**
 * A point of the curve in extended coordinates: x = X/Z, y = Y/Z, xy = T/Z, five limbs each (Hisil, Wong, Carter, Dawson,
 * <em>Twisted Edwards curves revisited</em>, 2008).
 */
final class Point implements Element {
  static final int X = 0;
  static final int Y = 5;
  static final int Z = 10;
  static final int T = 15;
  final long[] at;

  Point(long[] at) { this.at = at; }
}
