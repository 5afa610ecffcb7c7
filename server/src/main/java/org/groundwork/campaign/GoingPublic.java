// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign;

/** The outcome of a decision to make a campaign public. */
public sealed interface GoingPublic {

  /** It is public, at this address within the local. */
  record Done(String page) implements GoingPublic {}

  /** It stays as it was, for a reason with a message key {@code campaign.refused.<reason>}. */
  record Refused(String reason) implements GoingPublic {}
}
