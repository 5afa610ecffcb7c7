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

  /** Makes facts of sites; several threads may use one. */
  public static final class Maker {
    private final Memo persons = new Memo(NameKeys::person);
    private final Memo companies = new Memo(NameKeys::company);
    private final Memo lines = new Memo(line -> placeKey(PostalAddress.ofLine(line)));

    /** Makes them with an empty memory. */
    public Maker() {}

    /** The facts of a site. */
    public Facts of(Site site) { return new Collector(this).collect(site); }
  }

  private static String placeKey(PostalAddress written) {
    Address address = AddressParser.parse(written);
    return address.isPlace() ? PlaceKey.of(address) : "";
  }

  private static final class Collector {
    private final Maker maker;

    Collector(Maker maker) { this.maker = maker; }

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
          add(companies, maker.companies.of(party.name()), party);
        }
      } else {
        add(agent ? agents : owners, maker.persons.of(party.name()), party);
      }
    }

    private static void add(List<Value> values, String key, Party party) {
      add(values, new Value(key, party.name(), party.role()));
    }

    /** An owner who is her own agent sits where the agent sits. */
    private Set<PostalAddress> ownAgentsAddresses(Site site) {
      var own = new HashSet<PostalAddress>();
      for (Party party : site.parties()) {
        if (party.side() == Side.AGENT && party.address().isPresent() && party.kind() == PartyKind.PERSON) {
          String key = maker.persons.of(party.name());
          if (owners.stream().anyMatch(o -> o.key().equals(key))) {
            own.add(party.address().get());
          }
        }
      }
      return own;
    }

    private void place(PostalAddress written) {
      boolean lineOnly = written.unit().isEmpty() && written.city().isEmpty() && written.postcode().isEmpty();
      String key = lineOnly ? maker.lines.of(written.line()) : placeKey(written);
      add(places, new Value(key, written.text(), ""));
    }

    private static void add(List<Value> values, Value value) {
      if (value.key().isEmpty()) {
        return;
      }
      for (Value known : values) {
        if (known.key().equals(value.key())) {
          return;
        }
      }
      values.add(value);
    }
  }
}
