// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.access;

import java.util.UUID;

/** Port: the module that keeps the roll enters the founder of a local as its first person. */
public interface FounderRecord {

  /** Enters somebody by what they want to be called, in the current local and transaction; answers the person's identity. */
  UUID enter(String name);
}
