// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign;

import java.util.UUID;

/** The outcome of opening a campaign. It takes a target, a demand with a measure and a date, and a plan. */
public sealed interface Opening {

  /** It is open, quietly. */
  record Opened(UUID campaign) implements Opening {}

  /** It stays a draft, for a reason with a message key {@code campaign.refused.<reason>}. */
  record Refused(String reason) implements Opening {}
}
