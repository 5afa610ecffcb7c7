// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.groundwork.platform.access.PeopleDirectory;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells the pages of access what people and sites are called, and where people hold a place. */
final class RollDirectory implements PeopleDirectory {
  private final JdbcClient jdbc;
  private final People people;
  private final Sites sites;
  private final PersonRecords records;
  private final Joins joins;

  /** Makes somebody a member. */
  interface Joins {
    void join(UUID person);
  }

  RollDirectory(JdbcClient jdbc, People people, Sites sites, PersonRecords records, Joins joins) {
    this.jdbc = jdbc;
    this.people = people;
    this.sites = sites;
    this.records = records;
    this.joins = joins;
  }

  @Override
  public void cameIn(UUID person) {
    if (records.find(person).filter(found -> found.state().mayJoin()).isPresent()) {
      joins.join(person);
    }
  }

  @Override
  public Map<UUID, Entry> entries(Collection<UUID> asked) {
    var places = new HashMap<UUID, Set<UUID>>();
    var bossSide = new HashSet<UUID>();
    jdbc.sql("""
        select p.person_id, p.site_id, p.boss_side from roll.position p
        where p.local_id = ? and p.person_id = any(?) and p.until is null""")
        .params(Tenancy.current().value(), asked.toArray(UUID[]::new))
        .query(rs -> {
          UUID person = rs.getObject(1, UUID.class);
          places.computeIfAbsent(person, id -> new HashSet<>()).add(rs.getObject(2, UUID.class));
          if (rs.getBoolean(3)) {
            bossSide.add(person);
          }
        });
    var found = new LinkedHashMap<UUID, Entry>();
    people.known(asked)
        .forEach((id, known) -> found.put(id,
            new Entry(id, known.name(), places.getOrDefault(id, Set.of()), bossSide.contains(id))));
    return found;
  }

  @Override
  public Map<UUID, String> sites() {
    return sites.all()
        .stream()
        .collect(Collectors.toMap(Site::id, Site::name, (a, b) -> a, LinkedHashMap::new));
  }
}
