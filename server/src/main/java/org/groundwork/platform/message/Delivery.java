// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.message;

import java.time.Instant;

/** Where letters go. Blocks while it works; never called while a database connection is held. */
interface Delivery {

  /** What came of one try. */
  sealed interface Outcome {}

  record Delivered() implements Outcome {}

  /** The other side may take it later. */
  record TryLater() implements Outcome {}

  /** The other side will never take it. */
  record Refused() implements Outcome {}

  Outcome deliver(Letter letter, Instant at);
}
