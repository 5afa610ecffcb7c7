// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

import java.util.UUID;

/** Port: a module that keeps something about a person deletes it when the person's record is deleted for good. */
public interface PersonForgotten {

  /** Deletes what the module knows of this person, in the transaction that deletes the record. */
  void forget(UUID person);
}
