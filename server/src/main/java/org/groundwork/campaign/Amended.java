// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign;

/** The outcome of changing a campaign that somebody else may be changing too. */
public sealed interface Amended {

  /** It is as asked, now or already before. */
  record Done() implements Amended {}

  /** Somebody changed it after it was read; nothing of this change was saved. What it is now comes along. */
  record ChangedMeanwhile(Campaign.Core now) implements Amended {}

  /** It stays as it was, for a reason: {@code not-open}, {@code no-demand}, {@code no-plan}, {@code no-outcome}
   * and others that the callers name. */
  record Refused(String reason) implements Amended {}
}
