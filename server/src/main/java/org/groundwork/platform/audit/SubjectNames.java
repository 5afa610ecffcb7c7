// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.audit;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What the things in the audit log are called, contributed by the module that owns a kind. Asked only for who may read
 * the log, in a transaction of the local. What is erased or gone has no name.
 */
public interface SubjectNames {

  /** The kind of subject, as in {@link org.groundwork.platform.access.SubjectRef#kind}. */
  String kind();

  /** The names of those that have one. */
  Map<UUID, String> names(Set<UUID> subjects);
}
