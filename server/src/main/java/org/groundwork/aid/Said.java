// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid;

/** What became of what somebody of the committee said. Nothing was written unless it says so. */
public sealed interface Said {

  /** It is noted; a second one has to say the same. */
  record Noted() implements Said {}

  /** It was the second: it is decided. */
  record Decided() implements Said {}

  /** It was decided before, or taken back. */
  record Over() implements Said {}

  /**
   * It is more than was asked for, or than caps and fund allow.
   *
   * @param most what they allow
   */
  record TooMuch(long most) implements Said {}
}
