// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.message;

import java.time.Instant;
import java.util.UUID;

/**
 * Port: the module that keeps the roll says whether a person may be written to by mail now. Asked in the transaction of
 * the person's local. Where nobody implements it, no person is written to.
 */
public interface ContactRules {

  /** The answer for one person and one moment. */
  sealed interface Verdict {}

  /** Yes, at once. */
  record Now() implements Verdict {}

  /** Yes, but outside the hours that the person asked for; not before this instant. */
  record Later(Instant notBefore) implements Verdict {}

  /** No: a contact who has not agreed, somebody boss-side, or somebody who wants no mail. */
  record No() implements Verdict {}

  Verdict mayBeMailed(UUID person, Instant at);
}
