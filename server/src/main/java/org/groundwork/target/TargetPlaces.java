// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.groundwork.linkage.Names;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which place of a network stands for a target: one that its person or firm owns by the register, of several one where
 * the local has people. Where that place goes, the target goes. Runs inside the caller's transaction.
 */
final class TargetPlaces {
  private final JdbcClient jdbc;

  TargetPlaces(JdbcClient jdbc) { this.jdbc = jdbc; }

  /** A place and the network it belongs to, as the current local sees it. */
  record Placed(String place, String network) {}

  /** The place that stands for a target within a network; empty if the network has no place today. */
  Optional<String> within(String network, Optional<String> person, Optional<String> firm) {
    return jdbc.sql(NetworkView.MEMBERS + """
        select m.id from member m join target.register_site s on s.id = m.id order by exists (
            select 1 from target.site_party sp where sp.site_id = m.id and sp.owner and sp.party_id = any(:parties)) desc,
          exists (select 1 from roll.api_site r where r.local_id = :local and r.register_site = m.id) desc, m.id
        limit 1""")
        .param("local", local())
        .param("network", network)
        .param("parties", registerOf(network).map(id -> parties(id, person, firm)).orElse(new UUID[0]))
        .query(String.class)
        .optional();
  }

  /**
   * Where a target belongs now: where its person or firm owns something, its own place before others and those of its
   * network before the rest; else, if its place was sold since, where the others of its network are; else where its
   * place is. Empty if the register no longer knows any of it.
   */
  Optional<Placed> now(Target target, String place, LocalDate since) {
    String network = target.network().orElse(place);
    return owned(target, place, network)
        .or(() -> soldSince(place, since)
            ? within(network, target.person(), target.firm()).map(other -> new Placed(other, network))
            : Optional.empty())
        .or(() -> at(place).map(now -> new Placed(place, now)));
  }

  private Optional<Placed> owned(Target target, String place, String network) {
    return registerOf(place).or(() -> registerOf(network))
        .flatMap(register -> jdbc.sql("""
        select s.id, coalesce(l.network_id, s.network_id) now from target.site_party sp
        join target.register_site s on s.id = sp.site_id
        left join target.local_network l on l.local_id = :local and l.site_id = s.id
        where sp.party_id = any(:parties) and sp.owner and not exists (select 1 from target.sale x
          where x.local_id = :local and x.site_id = s.id and x.register_names = 'seller')
        order by s.id = :place desc, coalesce(l.network_id, s.network_id) = :network desc, s.id limit 1""")
            .param("local", local())
            .param("parties", parties(register, target.person(), target.firm()))
            .param("place", place)
            .param("network", network)
            .query((rs, i) -> new Placed(rs.getString(1), rs.getString(2)))
            .optional());
  }

  private boolean soldSince(String place, LocalDate since) {
    return jdbc
        .sql(
            """
        select exists (select 1 from target.former f where f.site_id = :place and f.noted_on >= :since)
          or exists (select 1 from target.sale s where s.local_id = :local and s.site_id = :place and s.recorded_on >= :since)""")
        .param("place", place)
        .param("since", since)
        .param("local", local())
        .query(Boolean.class)
        .single();
  }

  private Optional<String> at(String place) {
    return jdbc.sql("""
        select coalesce(l.network_id, s.network_id) from target.register_site s
        left join target.local_network l on l.local_id = ? and l.site_id = s.id where s.id = ?""")
        .params(local(), place)
        .query(String.class)
        .optional();
  }

  /** The register of a place, or of the network that bears a place's name. */
  private Optional<UUID> registerOf(String place) {
    return jdbc.sql("select register_id from target.register_site where id = ?")
        .param(place)
        .query(UUID.class)
        .optional();
  }

  private static UUID[] parties(UUID register, Optional<String> person, Optional<String> firm) {
    return Stream
        .concat(person.stream().map(name -> SiteParties.identity(register, "person", Names.person(name))),
            firm.stream().map(name -> SiteParties.identity(register, "company", Names.company(name))))
        .toArray(UUID[]::new);
  }

  private static UUID local() { return Tenancy.current().value(); }
}
