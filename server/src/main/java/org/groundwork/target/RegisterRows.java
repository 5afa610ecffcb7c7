// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.groundwork.linkage.Link;
import org.groundwork.linkage.Linkage;
import org.groundwork.linkage.RefusedRow;
import org.groundwork.linkage.Site;
import org.groundwork.linkage.SiteIds;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes a register's sites, parties and links as bulk copies, inside the caller's transaction. */
final class RegisterRows {
  private final JdbcClient jdbc;
  private final DataSource dataSource;

  RegisterRows(JdbcClient jdbc, DataSource dataSource) {
    this.jdbc = jdbc;
    this.dataSource = dataSource;
  }

  /** Takes away what an earlier import of the register left. */
  void clear(UUID register) {
    jdbc.sql("delete from target.base_link where site_a in (select id from target.register_site where register_id = ?)")
        .param(register)
        .update();
    jdbc.sql(
        "delete from target.site_party where site_id in (select id from target.register_site where register_id = ?)")
        .param(register)
        .update();
    jdbc.sql("delete from target.party where register_id = ?").param(register).update();
    jdbc.sql("delete from target.register_site where register_id = ?").param(register).update();
    jdbc.sql("delete from target.register_refusal where register_id = ?").param(register).update();
  }

  void write(UUID register, String code, Collection<Site> sites, Linkage linkage, List<RefusedRow> refusals) {
    Map<String, String> networkOf = new HashMap<>();
    linkage.networks().forEach(network -> network.sites().forEach(site -> networkOf.put(site, network.id())));
    try (var copy = new BulkCopy(dataSource,
        "target.register_site (id, register_id, address, address_key, homes, network_id, since, until)")) {
      for (Site site : sites) {
        String address = site.address().text();
        copy.row(code + ":" + site.id(), register.toString(), address.isEmpty() ? site.id() : address,
            RegisterKey.of(address),
            site.units().isPresent() ? Integer.toString(site.units().getAsInt()) : null,
            code + ":" + networkOf.getOrDefault(site.id(), site.id()), day(site.since()), day(site.until()));
      }
    }
    writeParties(register, code, sites);
    writeLinks(code, linkage.links());
    writeRefusals(register, refusals);
  }

  private static @Nullable String day(Optional<LocalDate> day) { return day.map(LocalDate::toString).orElse(null); }

  private void writeParties(UUID register, String code, Collection<Site> sites) {
    var ofCompany = addressesOf(register, sites, "company");
    var ofPerson = addressesOf(register, sites, "person");
    Set<UUID> written = new HashSet<>();
    try (var copy = new BulkCopy(dataSource,
        "target.party (id, register_id, kind, name, name_key, of_company, of_person)")) {
      for (Site site : sites) {
        for (var named : SiteParties.of(register, site)) {
          if (written.add(named.id())) {
            copy.row(named.id().toString(), register.toString(), named.kind(), named.name(),
                RegisterKey.of(named.name()),
                Boolean.toString(ofCompany.contains(named.id())), Boolean.toString(ofPerson.contains(named.id())));
          }
        }
      }
    }
    try (var copy = new BulkCopy(dataSource, "target.site_party (site_id, party_id, role, owner)")) {
      for (Site site : sites) {
        Set<String> seen = new HashSet<>();
        for (var named : SiteParties.of(register, site)) {
          if (seen.add(named.id() + named.role())) {
            copy.row(code + ":" + site.id(), named.id().toString(), named.role(),
                Boolean.toString(named.owner()));
          }
        }
      }
    }
  }

  /** Addresses that the register pairs with a company, or with a person. */
  private static Set<UUID> addressesOf(UUID register, Collection<Site> sites, String whose) {
    var addresses = new HashSet<UUID>();
    for (Site site : sites) {
      SiteParties.of(register, site)
          .stream()
          .filter(named -> named.whose().equals(whose))
          .forEach(named -> addresses.add(named.id()));
    }
    return addresses;
  }

  private void writeLinks(String code, List<Link> links) {
    try (var copy = new BulkCopy(dataSource,
        "target.base_link (site_a, site_b, kind, confidence, message, arguments)")) {
      Set<String> seen = new HashSet<>();
      for (Link link : links) {
        String a = code + ":" + link.siteA();
        String b = code + ":" + link.siteB();
        boolean ordered = SiteIds.ORDER.compare(a, b) < 0;
        if (seen.add(a + "\n" + b + "\n" + link.kind().word())) {
          copy.row(ordered ? a : b, ordered ? b : a, link.kind().word(), Integer.toString(link.perMille()),
              link.explanation().key(),
              BulkCopy.array(link.explanation().arguments()));
        }
      }
    }
  }

  private void writeRefusals(UUID register, List<RefusedRow> refusals) {
    Set<String> seen = new HashSet<>();
    try (var copy = new BulkCopy(dataSource,
        "target.register_refusal (register_id, file, line, reason, message, arguments)")) {
      for (RefusedRow row : refusals) {
        if (seen.add(row.file() + "\n" + row.line())) {
          copy.row(register.toString(), row.file(), Long.toString(row.line()), row.reason().english(),
              row.reason().key(), BulkCopy.array(row.reason().arguments()));
        }
      }
    }
  }
}
