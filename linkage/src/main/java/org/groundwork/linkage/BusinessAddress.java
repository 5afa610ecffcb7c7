// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage;

/**
 * An address from which a site is run, as the register gives it.
 *
 * @param address the address
 * @param side whose address it is; {@link Side#UNKNOWN} where the register does not pair addresses with parties
 */
public record BusinessAddress(PostalAddress address, Side side) {}
