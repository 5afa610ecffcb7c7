// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing;

import java.util.List;
import java.util.UUID;
import org.groundwork.roll.Site;

/**
 * Port: what can be wrong at a site, said by the module that keeps what is wrong and told what people say in
 * conversations. Runs inside the caller's transaction.
 */
public interface Issues {

  /** One kind of harm: as it is stored, and the message key of its word. */
  record Issue(String word, String key) {}

  /** What can be wrong at such a site. */
  List<Issue> at(Site site);

  /** Somebody at a site said, face to face, that this is wrong. Saying it again changes nothing. */
  void heard(String issue, UUID site, UUID person);
}
