// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage;

import java.util.Optional;

/**
 * A person or company that a register names for a site.
 *
 * @param kind person or company
 * @param side for whom the party speaks, from its role and the mapping
 * @param role the role in the register's own word ({@code HeadOfficer}); empty where the register has none
 * @param name the name as written
 * @param address the party's own address; absent where the register does not pair parties with addresses
 */
public record Party(PartyKind kind, Side side, String role, String name, Optional<PostalAddress> address) {}
