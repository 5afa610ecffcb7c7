// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target;

/**
 * One reason why two places of a register belong together, as it may be told outside: somebody of the local confirmed
 * the link, and no address in it may be a natural person's home.
 *
 * @param siteA the places, by the register's identifiers, in the order of a verdict
 */
public record ToldLink(String siteA, String siteB, ConfirmedNetwork.Reason reason) {}
