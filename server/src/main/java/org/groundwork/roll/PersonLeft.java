// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

import java.util.UUID;

/** Port: a module ends what goes on for a member once they are none any more, whoever ended the membership. */
public interface PersonLeft {

  /** Ends what goes on for this person, in the transaction that ends the membership. */
  void left(UUID person);
}
