// SPDX-License-Identifier: AGPL-3.0-or-later
package planted.roll;

import org.springframework.transaction.annotation.Transactional;

/** The annotation does nothing on a call from within the class, silently. */
public class HidesItsTransaction {
  @Transactional
  public void write() {
    // what it would do does not matter here
  }
}
