// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.web;

/**
 * What pages need to know of the installation as a whole.
 *
 * @param demonstration whether it shows invented people only
 * @param empty whether it shall begin with nothing, so that no demonstration is offered
 * @param secure whether browsers reach it by https or on this computer, so that passkeys and offline use work
 */
public record Installation(boolean demonstration, boolean empty, boolean secure) {

  /**
   * Whether a demonstration may be made and looked at here, as long as there is no real local.
   *
   * @param reachable whether others than this computer reach the server: then only one started as a demonstration lets
   *     strangers in
   */
  public boolean offersDemonstration(boolean reachable) { return demonstration || (!empty && !reachable); }
}
