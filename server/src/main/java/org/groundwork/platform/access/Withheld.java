// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.access;

import java.time.Instant;

/** Why the offices of a person cannot be exercised in the session that asks. */
public sealed interface Withheld {

  /** The local is large enough that seeing people takes a passkey, and this session began without one. */
  record Passkey() implements Withheld {}

  /** The way in was renewed; offices come back at this instant, so that others can object. */
  record Until(Instant instant) implements Withheld {}

  /** The way in was renewed with a sheet where two other officers are there to ask: they bring the offices back. */
  record TwoOfficers() implements Withheld {}
}
