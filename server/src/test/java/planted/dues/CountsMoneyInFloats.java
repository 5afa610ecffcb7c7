// SPDX-License-Identifier: AGPL-3.0-or-later
package planted.dues;

/** A tenth of a cent lost per member is somebody's money. */
public final class CountsMoneyInFloats {
  public long due(long minor) {
    double rate = 0.015;
    return (long) (minor * rate);
  }
}
