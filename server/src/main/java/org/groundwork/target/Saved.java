// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target;

/** The outcome of saving over a record that somebody may have changed meanwhile. */
public enum Saved {
  /** It is saved. */
  YES,
  /** Somebody changed or removed it since it was read; nothing was saved. */
  CHANGED_MEANWHILE
}
