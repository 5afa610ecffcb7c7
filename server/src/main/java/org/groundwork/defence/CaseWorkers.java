// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.defence;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.groundwork.platform.access.Mandates;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who works on a case while nobody is there to ask: the organisers of its place and the person's steward, as their
 * mandates are now. Runs inside the caller's transaction.
 */
record CaseWorkers(JdbcClient jdbc, Mandates mandates) {

  /** A case with a day, its person and place as they are now. */
  record Due(UUID id, LocalDate on, Optional<UUID> person, Optional<UUID> site) {}

  private record Steward(UUID person, UUID site) {}

  /** Everybody once, by the record that stands for them. */
  List<UUID> of(Due hit) {
    var organisers = mandates.holders(Power.ORGANISE, hit.site().map(Set::of).orElse(Set.of()));
    var stewards = hit.person().map(this::stewards).orElse(List.of());
    return now(Stream.concat(organisers.stream(), stewards.stream()).distinct().toList());
  }

  /** The stewards of somebody whose mandate still reaches where they are it. */
  private List<UUID> stewards(UUID person) {
    return jdbc.sql("""
        select distinct s.steward_id, s.site_id from organizing.api_stewardship s
        join roll.api_person_now n on n.local_id = s.local_id and n.id = s.person_id
        where s.local_id = ? and n.person_id = ? order by s.steward_id, s.site_id""")
        .params(Tenancy.current().value(), person)
        .query((rs, i) -> new Steward(rs.getObject(1, UUID.class), rs.getObject(2, UUID.class)))
        .list()
        .stream()
        .filter(steward -> mandates.holders(Power.TALK, Set.of(steward.site())).contains(steward.person()))
        .map(Steward::person)
        .toList();
  }

  private List<UUID> now(Collection<UUID> people) {
    return jdbc.sql("""
        select distinct person_id from roll.api_person_now where local_id = ? and id in (select unnest(?::uuid[]))
        order by person_id""")
        .params(Tenancy.current().value(), people.toArray(UUID[]::new))
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .list();
  }
}
