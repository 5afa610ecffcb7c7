// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.groundwork.linkage.Names;
import org.groundwork.linkage.Party;
import org.groundwork.linkage.PartyKind;
import org.groundwork.linkage.PostalAddress;
import org.groundwork.linkage.Side;
import org.groundwork.linkage.Site;

/** Who and which addresses a register ties to a site, under identities that are the same at every import. */
final class SiteParties {
  private SiteParties() {}

  /**
   * A party, or an address from which sites are run.
   *
   * @param kind person, company, agent or address
   * @param role in the register's own word
   * @param owner whether it owns or signs for the owner there
   * @param whose of an address: company or person, where the register pairs it with one; otherwise empty
   */
  record Named(UUID id, String kind, String name, String role, boolean owner, String whose) {
    boolean person() { return kind.equals("person"); }
  }

  static List<Named> of(UUID register, Site site) {
    var named = new ArrayList<Named>();
    for (Party party : site.parties()) {
      named.add(named(register, party));
      party.address()
          .ifPresent(address -> addAddress(named, register, address,
              party.kind() == PartyKind.PERSON ? "person" : "company"));
    }
    for (var business : site.businessAddresses()) {
      addAddress(named, register, business.address(), "");
    }
    return named;
  }

  /** Those of a site who own it or sign for the owner. */
  static List<Named> owners(UUID register, Site site) {
    return site.parties().stream().map(party -> named(register, party)).filter(Named::owner).toList();
  }

  private static Named named(UUID register, Party party) {
    boolean person = party.kind() == PartyKind.PERSON;
    String kind = party.side() == Side.AGENT ? "agent" : person ? "person" : "company";
    boolean owner = party.side() == Side.OWNER || party.side() == Side.UNKNOWN;
    return new Named(identity(register, kind, person ? Names.person(party.name()) : Names.company(party.name())), kind,
        party.name(), party.role().isEmpty() ? "owner" : party.role(), owner, "");
  }

  private static void addAddress(List<Named> named, UUID register, PostalAddress address, String whose) {
    String text = address.text();
    if (!text.isEmpty()) {
      named.add(new Named(address(register, text), "address", text, "address", false, whose));
    }
  }

  /** The identity of a person or company however it is written; the kind is person, company or agent. */
  static UUID identity(UUID register, String kind, String comparable) {
    return UUID
        .nameUUIDFromBytes((register + "\n" + kind + "\n" + comparable).getBytes(StandardCharsets.UTF_8));
  }

  /** The identity of an address however it is written. */
  static UUID address(UUID register, String text) {
    return identity(register, "address", RegisterKey.of(text));
  }
}
