// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.access;

import java.util.UUID;

/**
 * A pointer upward in the house: the kind of a thing, in its module's word, and its identifier. The platform stores it
 * and gives it back; only the module that owns the kind knows what it means.
 *
 * @param kind lower-case word, at most 40 characters, such as {@code person} or {@code decision}
 */
public record SubjectRef(String kind, UUID id) {

  public SubjectRef {
    if (!kind.matches("[a-z][a-z-]{0,39}")) {
      throw new IllegalArgumentException("a subject's kind is a short lower-case word: " + kind);
    }
  }
}
