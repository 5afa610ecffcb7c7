// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign;

/** The outcome of a decision to make a campaign public. */
public sealed interface GoingPublic {

  /** It is public, at this address within the local. */
  record Done(String page) implements GoingPublic {}

  /** It stays as it was, for a reason: {@code not-quiet}, {@code changed-meanwhile}, {@code no-majority}, {@code names-the-place}. */
  record Refused(String reason) implements GoingPublic {}
}
