// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.tenancy;

import java.util.UUID;

/** The identity of one local, the tenant of the database. Every tenant table carries it first in its primary key. */
public record LocalId(UUID value) {

  /** Reads the canonical text form; {@link IllegalArgumentException} for anything else. */
  public static LocalId parse(String text) {
    return new LocalId(UUID.fromString(text));
  }

  @Override
  public String toString() { return value.toString(); }
}
