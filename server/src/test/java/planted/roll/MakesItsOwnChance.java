// SPDX-License-Identifier: AGPL-3.0-or-later
package planted.roll;

import java.util.UUID;

/** Randomness is passed in. */
public final class MakesItsOwnChance {
  public UUID token() { return UUID.randomUUID(); }
}
