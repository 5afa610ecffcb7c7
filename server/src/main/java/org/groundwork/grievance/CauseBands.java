// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance;

import java.util.List;
import java.util.Optional;
import org.groundwork.grievance.Grievances.Grievance;
import org.groundwork.platform.disclosure.Band;
import org.groundwork.platform.disclosure.DisclosedSource;
import org.groundwork.platform.disclosure.Disclosure;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.target.Networks;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How many different people share a grievance, in words, for those who may not see the rows. Counts people whom an
 * organiser has spoken with and knows, in whole networks, once a week. A grievance that was taken into a fight or helped
 * counts on: a band that fell when a campaign opens would tell of it.
 */
public final class CauseBands implements DisclosedSource {
  /** Put together, because a word with a dot is a message key to the rules. */
  static final String KIND = String.join(".", "grievance", "common-causes");
  private static final int LONGEST_KEY = 200;
  private final JdbcClient jdbc;
  private final Networks networks;
  private final Disclosure disclosure;

  CauseBands(JdbcClient jdbc, Networks networks, Disclosure disclosure) {
    this.jdbc = jdbc;
    this.networks = networks;
    this.disclosure = disclosure;
  }

  @Override
  public String kind() { return KIND; }

  @Override
  public List<Cell> cells() {
    return jdbc.sql("""
        select g.network_id, g.kind, count(distinct p.person_id) from grievance.grievance g
        join roll.api_person_now p on p.local_id = :local and p.id = g.person_id
        where g.local_id = :local and g.network_id is not null and g.confirmed_at is not null
          and (g.closed_as is null or g.closed_as in ('in-a-fight', 'helped-individually'))
        group by g.network_id, g.kind""")
        .param("local", Tenancy.current().value())
        .query((rs, i) -> cell(rs.getString(1), rs.getString(2), rs.getLong(3)))
        .list()
        .stream()
        .filter(cell -> cell.key().length() <= LONGEST_KEY)
        .toList();
  }

  private Cell cell(String network, String kind, long persons) {
    return new Cell(key(network, kind), persons, networks.face(network).map(Networks.Face::homes).orElse(0));
  }

  /** The band of what a report is about, as the last weekly count left it. */
  public Band of(Grievance grievance) {
    return of(grievance.kind(), grievance.network());
  }

  /** The band of a kind of harm by a network; none where no register knows who is behind. */
  public Band of(GrievanceKind kind, Optional<String> network) {
    return disclosure.band(KIND, key(network.orElse("-"), kind.key()));
  }

  private static String key(String network, String kind) { return network + "|" + kind; }
}
