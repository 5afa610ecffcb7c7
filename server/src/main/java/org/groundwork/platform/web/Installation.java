// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.web;

/**
 * What pages need to know of the installation as a whole.
 *
 * @param demonstration whether it shows invented people only
 * @param secure whether browsers reach it by https or on this computer, so that passkeys and offline use work
 */
public record Installation(boolean demonstration, boolean secure) {}
