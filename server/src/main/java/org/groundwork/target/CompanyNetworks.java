// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.groundwork.linkage.Linkage;
import org.groundwork.linkage.Site;

/**
 * Which companies stand at sites of several networks: managing agents, lawyers, registration services, where a register
 * does not say who they are. Reckoned when first asked.
 */
final class CompanyNetworks implements Predicate<UUID> {
  private static final String SEVERAL = "";
  private final UUID register;
  private final Collection<Site> sites;
  private final Linkage linkage;
  private final Map<UUID, String> networks = new HashMap<>();
  private boolean ready;

  CompanyNetworks(UUID register, Collection<Site> sites, Linkage linkage) {
    this.register = register;
    this.sites = sites;
    this.linkage = linkage;
  }

  @Override
  public boolean test(UUID company) {
    if (!ready) {
      reckon();
      ready = true;
    }
    return SEVERAL.equals(networks.get(company));
  }

  private void reckon() {
    var networkOf = new HashMap<String, String>();
    linkage.networks().forEach(network -> network.sites().forEach(site -> networkOf.put(site, network.id())));
    for (Site site : sites) {
      String network = networkOf.getOrDefault(site.id(), site.id());
      for (var owner : SiteParties.owners(register, site)) {
        if (!owner.person()) {
          networks.merge(owner.id(), network, (one, other) -> one.equals(other) ? one : SEVERAL);
        }
      }
    }
  }
}
