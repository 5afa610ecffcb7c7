// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage.internal.link;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.groundwork.linkage.Address;
import org.groundwork.linkage.BusinessAddress;
import org.groundwork.linkage.Party;
import org.groundwork.linkage.PartyKind;
import org.groundwork.linkage.PostalAddress;
import org.groundwork.linkage.Side;
import org.groundwork.linkage.Site;
import org.groundwork.linkage.internal.text.AddressParser;
import org.groundwork.linkage.internal.text.NameKeys;

/**
 * What of a site can be evidence, in comparable form.
 *
 * @param asOf day of the row, counted; the newer of two rows of a site counts
 * @param owners persons who own or sign
 * @param agents persons who work for the owner
 * @param companies companies that are not known to be an agent's
 * @param places business addresses that are not known to be an agent's
 */
public record Facts(String id, long asOf, List<Value> owners, List<Value> agents, List<Value> companies,
    List<Value> places) {
  /**
   * A value as compared and as written.
   *
   * @param role the role in the register's word, for persons
   */
  record Value(String key, String written, String role) {}

  /** The facts of a site. */
  public static Facts of(Site site) { return new Collector().collect(site); }

  private static final class Collector {
    private final List<Value> owners = new ArrayList<>(4);
    private final List<Value> agents = new ArrayList<>(4);
    private final List<Value> companies = new ArrayList<>(2);
    private final List<Value> places = new ArrayList<>(4);

    Facts collect(Site site) {
      for (Party party : site.parties()) {
        party(party);
      }
      Set<PostalAddress> own = ownAgentsAddresses(site);
      for (BusinessAddress address : site.businessAddresses()) {
        boolean agents = address.side() == Side.AGENT || address.side() == Side.OTHER;
        if (!agents || own.contains(address.address())) {
          place(address.address());
        }
      }
      long asOf = site.asOf().map(d -> d.toEpochDay()).orElse(Long.MIN_VALUE);
      return new Facts(site.id(), asOf, owners, agents, companies, places);
    }

    private void party(Party party) {
      if (party.side() == Side.OTHER) {
        return;
      }
      boolean agent = party.side() == Side.AGENT;
      if (party.kind() == PartyKind.COMPANY || NameKeys.looksLikeCompany(party.name())) {
        if (!agent) {
          add(companies, NameKeys.company(party.name()), party);
        }
      } else {
        add(agent ? agents : owners, NameKeys.person(party.name()), party);
      }
    }

    private static void add(List<Value> values, String key, Party party) {
      if (!key.isEmpty() && values.stream().noneMatch(v -> v.key().equals(key))) {
        values.add(new Value(key, party.name(), party.role()));
      }
    }

    /** An owner who is her own agent sits where the agent sits. */
    private Set<PostalAddress> ownAgentsAddresses(Site site) {
      var own = new HashSet<PostalAddress>();
      for (Party party : site.parties()) {
        if (party.side() == Side.AGENT && party.address().isPresent() && party.kind() == PartyKind.PERSON) {
          String key = NameKeys.person(party.name());
          if (owners.stream().anyMatch(o -> o.key().equals(key))) {
            own.add(party.address().get());
          }
        }
      }
      return own;
    }

    private void place(PostalAddress written) {
      Address address = AddressParser.parse(written);
      if (!address.isPlace()) {
        return;
      }
      String key = PlaceKey.of(address);
      if (places.stream().noneMatch(v -> v.key().equals(key))) {
        places.add(new Value(key, written.text(), ""));
      }
    }
  }
}
