// SPDX-License-Identifier: AGPL-3.0-or-later
package planted.roll;

import java.time.Instant;

/** Nobody can test a deadline that asks the wall clock. */
public final class AsksTheWallClock {
  public Instant now() { return Instant.now(); }
}
