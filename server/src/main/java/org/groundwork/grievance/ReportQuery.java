// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance;

import java.sql.Date;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The statements behind lists of reports. */
public final class ReportQuery {
  private static final String OF_LOCAL = GrievanceRows.SELECT + " where g.local_id = :local and ";
  private static final String AT_SITES = "\n" + """
      and (g.site_id = any(array(
        select n.id from roll.api_site_now n where n.local_id = :local and n.site_id = any(:sites))) or g.register_site in (
        select s.register_site from roll.api_site s where s.local_id = :local and s.id = any(:sites)))""";
  private static final String MEMBERS = "\n" + """
      and exists (select 1 from roll.api_person_now p
        join roll.api_membership m on m.local_id = :local and m.person_id = p.person_id and m.kind = 'member' and m.state = 'active'
        where p.local_id = :local and p.id = g.person_id)""";
  private static final LocalDate NEWEST = LocalDate.of(9999, 1, 1);
  private static final UUID FIRST = new UUID(0L, 0L);

  private ReportQuery() {}

  /** Whose reports one may see: all of the local, or those at some sites. */
  public sealed interface Within {
    record Everything() implements Within {}

    record Sites(Set<UUID> sites) implements Within {
      public Sites { sites = Set.copyOf(sites); }
    }
  }

  /** Which reports a list shows. */
  public enum State {
    /** Nobody has spoken with the person yet. */
    WAITING("g.confirmed_at is null and g.closed_as is null"),
    /** Spoken with, and open or in a fight. */
    SPOKEN("g.confirmed_at is not null and " + GrievanceRows.COUNTED),
    /** Everything that counts. */
    COUNTED(GrievanceRows.COUNTED),
    /** Ended, however. */
    CLOSED("g.closed_as is not null");

    private final String condition;

    State(String condition) { this.condition = condition; }

    /** The name used in addresses and message keys. */
    public String key() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * What is asked for.
   *
   * @param since only reports of that day or later
   * @param members only reports of members of the local
   */
  public record Filter(State state, Optional<GrievanceKind> kind, Optional<String> network, Optional<LocalDate> since,
      boolean members) {}

  /** Where a page begins: after this report. */
  public record After(LocalDate on, UUID id) {
    static After start() { return new After(NEWEST, FIRST); }
  }

  static String sql(Filter filter, Within within) { return OF_LOCAL + filter.state().condition
      + (filter.kind().isPresent() ? " and g.kind = :kind" : "")
      + (filter.network().isPresent() ? " and g.network_id = :network" : "")
      + (filter.since().isPresent() ? " and g.reported_on >= :since" : "")
      + (filter.members() ? MEMBERS : "") + (within instanceof Within.Sites ? AT_SITES : "") + "\n" + """
            and g.reported_on <= :day and (g.reported_on < :day or g.id > :after)
            order by g.reported_on desc, g.id limit :most"""; }

  static StatementSpec bound(StatementSpec statement, Filter filter, Within within, After after, int most) {
    var all = statement.param("local", local())
        .param("day", Date.valueOf(after.on()))
        .param("after", after.id())
        .param("most", most);
    all = filter.kind().map(GrievanceKind::key).map(kind -> statement.param("kind", kind)).orElse(all);
    all = filter.network().map(network -> statement.param("network", network)).orElse(all);
    all = filter.since().map(since -> statement.param("since", Date.valueOf(since))).orElse(all);
    return within instanceof Within.Sites(var sites) ? all.param("sites", sites.toArray(UUID[]::new)) : all;
  }

  static StatementSpec longestWaiting(JdbcClient jdbc, Within within) {
    String waiting = OF_LOCAL + State.WAITING.condition;
    String oldest = " order by g.reported_on, g.id desc limit 1";
    return within instanceof Within.Sites(var sites)
        ? jdbc.sql(waiting + AT_SITES + oldest)
            .param("local", local())
            .param("sites", sites.toArray(UUID[]::new))
        : jdbc.sql(waiting + oldest).param("local", local());
  }

  private static UUID local() { return Tenancy.current().value(); }
}
