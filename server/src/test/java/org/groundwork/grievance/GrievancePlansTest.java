// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.groundwork.grievance.ReportQuery.Filter;
import org.groundwork.grievance.ReportQuery.State;
import org.groundwork.grievance.ReportQuery.Within;
import org.groundwork.platform.database.DatabaseRole;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Every list of grievances names its index, as the application's role within row security. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GrievancePlansTest {
  private static final int REPORTS = 30_000;
  private final FoundedLocal local = Product.shared().found();

  /** Many reports in this local and in another, a tenth of them spoken about, a tenth ended; and papers on some. */
  @BeforeAll
  void seed() throws SQLException {
    try (var owner = Product.shared().connection(DatabaseRole.OWNER); var statement = owner.createStatement()) {
      for (UUID in : List.of(local.id().value(), Product.shared().found().id().value())) {
        statement.execute("""
            insert into grievance.grievance (local_id, id, site_id, register_site, network_id, kind, language, came_by,
              confirmed_at, closed_as, next_owner, next_on, reported_on, changed_at)
            select '%1$s', gen_random_uuid(), md5((n %% 400)::text)::uuid, 'pln:' || n %% 4000, 'pln:' || n %% 300,
              (array['repairs', 'rent-rise', 'eviction'])[1 + n %% 3], 'en', 'form', case when n %% 10 = 0 then now() end,
              case when n %% 10 = 1 then 'withdrawn' when n %% 20 = 2 then 'in-a-fight' end,
              case when n %% 50 = 0 then md5((n %% 7)::text)::uuid end, case when n %% 50 = 0 then date '2026-12-01' end,
              date '2026-11-01' - n %% 700, now()
            from generate_series(1, %2$d) n""".formatted(in, REPORTS));
        statement.execute("""
            insert into grievance.paper (local_id, id, grievance_id, title, due_on, owner_id, done_at, changed_at)
            select local_id, uuidv7(), id, '\\x00', reported_on + 400, md5(reported_on::text)::uuid,
              case when reported_on < '2026-06-01' then now() end, now()
            from grievance.grievance where local_id = '%1$s' and network_id like 'pln:1%%'""".formatted(in));
        statement.execute("""
            insert into grievance.cause (local_id, network_id, kind, confirmed, unconfirmed, sites, members, changed_at)
            select local_id, network_id, kind, count(*) filter (where confirmed_at is not null), count(*), 1, 0, now()
            from grievance.grievance where local_id = '%1$s' group by local_id, network_id, kind""".formatted(in));
      }
      statement.execute("vacuum (analyze) grievance.grievance, grievance.paper, grievance.cause");
    }
  }

  private static Filter filter(State state) {
    return new Filter(state, Optional.empty(), Optional.empty(), Optional.empty(), false);
  }

  private String list(Filter filter, Within within) {
    return plan("explain " + ReportQuery.sql(filter, within),
        statement -> ReportQuery.bound(statement, filter, within, ReportQuery.After.start(), Reports.PAGE));
  }

  private interface Bound {
    StatementSpec of(StatementSpec statement);
  }

  private String plan(String sql, Bound bound) {
    String plan = local.read(() -> String.join("\n",
        bound.of(Product.shared().bean(JdbcClient.class).sql(sql)).query(String.class).list()));
    assertThat(plan).doesNotContain("Seq Scan on grievance", "Seq Scan on paper", "Seq Scan on cause");
    return plan;
  }

  private String explained(String sql, Object... more) {
    return plan("explain " + sql, statement -> statement.param(local.id().value()).params(more));
  }

  @Test
  void listsEachStateInItsOrderByAnIndexOfItsOwn() {
    var all = new Within.Everything();
    assertThat(list(filter(State.WAITING), all)).contains("grievance_waiting").doesNotContain("Sort");
    assertThat(list(filter(State.SPOKEN), all)).contains("grievance_counted");
    assertThat(list(filter(State.COUNTED), all)).contains("grievance_counted").doesNotContain("Sort");
    assertThat(list(filter(State.CLOSED), all)).contains("grievance_closed").doesNotContain("Sort");
  }

  @Test
  void listsACauseByTheIndexOfCauses() {
    for (State state : List.of(State.WAITING, State.SPOKEN, State.COUNTED)) {
      var of = new Filter(state, Optional.of(GrievanceKind.REPAIRS), Optional.of("pln:12"),
          Optional.of(LocalDate.of(2026, 10, 1)), true);
      assertThat(list(of, new Within.Everything())).as(state.key()).containsPattern("grievance_(by_cause|by_person)");
    }
    assertThat(explained(GrievanceRows.SELECT + """
         where g.local_id = ? and g.network_id = ? and g.kind = ? and g.confirmed_at is null
          and (g.closed_as is null or g.closed_as = 'in-a-fight')
        order by g.reported_on, g.id desc limit 12""", "pln:12", "repairs")).contains("grievance_by_cause");
  }

  @Test
  void narrowsListsToSitesByAnIndex() {
    var here = new Within.Sites(Set.of(UUID.randomUUID()));
    for (State state : State.values()) {
      assertThat(list(filter(state), here)).as(state.key()).containsPattern("Index|Bitmap");
    }
  }

  @Test
  void findsWhoWaitsLongestWhatIsAtASiteAndWhatIsDueByIndex() {
    assertThat(plan("explain " + GrievanceRows.SELECT
        + " where g.local_id = :local and g.confirmed_at is null and g.closed_as is null order by g.reported_on, g.id desc limit 1",
        statement -> statement.param("local", local.id().value()))).contains("grievance_waiting");
    assertThat(plan("explain " + GrievanceRows.SELECT + Grievances.AT_SITE,
        statement -> statement.param("local", local.id().value()).param("site", UUID.randomUUID())))
        .contains("grievance_by_site");
    assertThat(explained(GrievanceRows.SELECT + """
         where g.local_id = ? and g.next_owner = ? and g.next_on <= date '2027-01-01' and g.closed_as is null
        order by g.next_on, g.id limit 1""", UUID.randomUUID())).contains("grievance_talks");
    assertThat(explained(PrivateLinks.BEHIND, new byte[]{1}, new java.sql.Timestamp(0)))
        .contains("grievance_local_id_follow_up_key");
  }

  @Test
  void listsPapersAndCausesByIndex() {
    assertThat(plan("explain " + Papers.SELECT + Papers.OPEN,
        statement -> statement.param("local", local.id().value()).param("most", 200))).contains("paper_due");
    assertThat(plan("explain " + Papers.SELECT + Papers.OPEN_WITHIN,
        statement -> Papers.within(statement, Set.of(UUID.randomUUID()), UUID.randomUUID(), 200))).contains("paper_");
    assertThat(explained(Papers.SELECT
        + " where p.local_id = ? and p.grievance_id = ? and p.done_at is null order by p.due_on, p.id limit 100",
        UUID.randomUUID())).contains("paper_by_grievance");
    assertThat(explained("""
        select c.network_id from grievance.cause c where c.local_id = ? and c.confirmed + c.unconfirmed >= 2
        order by c.confirmed desc, c.unconfirmed desc, c.network_id, c.kind limit 50""")).contains("cause_largest");
  }
}
