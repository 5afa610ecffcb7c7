// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending;

import java.util.UUID;

/** Who gets what is paid out. */
public sealed interface Payee {
  /** Somebody on the roll. */
  record Member(UUID person) implements Payee {}

  /** A shop, a supplier, a court: whoever is not on the roll. 1 … 120 characters. */
  record Named(String name) implements Payee {}

  /** A member whose record was deleted since. */
  record Forgotten() implements Payee {}
}
