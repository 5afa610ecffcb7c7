// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.groundwork.platform.database.DatabaseRole;
import org.groundwork.support.Product;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every list and search of people names its index, as the application's role within row security. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeoplePlansTest {
  private static final int PEOPLE = 20_000;
  private final House.Member founder = House.found("Ana");
  private UUID site = founder.building("1 Elm Street", 6);

  /** Many people in this local and in another, spread over two hundred sites, one of which is ours. */
  @BeforeAll
  void seed() throws SQLException {
    UUID local = founder.local().id().value();
    UUID other = House.found("Otto").local().id().value();
    try (var owner = Product.shared().connection(DatabaseRole.OWNER); var statement = owner.createStatement()) {
      for (UUID in : List.of(local, other)) {
        statement.execute(
            """
            insert into roll.site (local_id, id, kind, name, address_key, changed_at)
            select '%1$s', gen_random_uuid(), 'building', 'Site ' || n, 'site ' || n, now() from generate_series(1, 200) n"""
                .formatted(in));
        statement.execute("""
            insert into roll.person (local_id, id, name, name_tokens, state, phone_index, forget_on, created_at, changed_at)
            select '%1$s', uuidv7(), '\\x00', array(select (random() * 50000)::int from generate_series(1, 40) t where n > 0),
              case when n %% 50 = 0 then 'supporter' when n %% 3 = 0 then 'contact' else 'member' end,
              sha256(n::text::bytea), case when n %% 3 = 0 then date '2027-01-01' + n %% 300 end, now(), now()
            from generate_series(1, %2$d) n""".formatted(in, PEOPLE));
        statement.execute("""
            insert into roll.position (local_id, id, person_id, site_id, since, changed_at, boss_side)
            select q.local_id, uuidv7(), q.id, s.id, now(), now(), q.n %% 100 = 0
            from (select p.local_id, p.id, row_number() over (order by p.id) n from roll.person p where p.local_id = '%1$s') q
            join (select x.id, row_number() over (order by x.id) n from roll.site x where x.local_id = '%1$s') s
              on s.n = q.n %% 200 + 1""".formatted(in));
      }
      statement.execute("""
          insert into roll.unit (local_id, id, site_id, row_no, col_no, row_label, col_label, label, places, changed_at)
          select s.local_id, uuidv7(), s.id, r, c, r::text, c::text, r || '-' || c, 1, now()
          from roll.site s cross join generate_series(1, 6) r cross join generate_series(1, 4) c
          where not s.laid_out""");
      for (UUID in : List.of(local, other)) {
        statement.execute("""
            insert into roll.membership (local_id, id, person_id, kind, state, since, changed_at)
            select p.local_id, uuidv7(), p.id, 'member', 'active', now(), now() from roll.person p
            where p.local_id = '%1$s' and p.state = 'member'""".formatted(in));
        statement.execute("""
            insert into roll.application (local_id, id, kind, name, conflict, language, created_at)
            select '%1$s', gen_random_uuid(), 'member', '\\x00', false, 'en', now() from generate_series(1, 3000)"""
            .formatted(in));
        statement.execute("""
            insert into roll.export_request (local_id, id, asked_by, asked_account, asked_browser, asked_at, purpose, who,
              columns, byte_order_mark, people, criteria_hash, state, changed_at)
            select '%1$s', gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), sha256('x'), now() - n * interval '1 day',
              '\\x00', 'agreed', '', false, 1, sha256('x'), 'stopped', now() from generate_series(1, 2000) n"""
            .formatted(in));
      }
      statement.execute(
          """
          insert into roll.site (local_id, id, kind, name, address_key, changed_at)
          select '%1$s', gen_random_uuid(), 'building', 'Far ' || n, 'far ' || n, now() from generate_series(1, 20000) n"""
              .formatted(other));
      statement.execute("update roll.person set mail_index = sha256(id::text::bytea) where local_id in ('%s', '%s')"
          .formatted(local, other));
      statement.execute("""
          vacuum (analyze) roll.person, roll.position, roll.site, roll.unit, roll.membership, roll.application,
            roll.export_request""");
    }
    site = founder.does(() -> House.part(Sites.class).all()).getLast().id();
  }

  @Test
  void pagesThroughEverybodyByTheKey() {
    assertThat(list(Directory.Filter.everybody())).contains("person_pkey").contains("position_of_boss");
  }

  @Test
  void pagesThroughAStateByItsIndex() {
    for (PersonState state : List.of(PersonState.SUPPORTER, PersonState.LEFT)) {
      assertThat(list(new Directory.Filter(Optional.empty(), Optional.empty(), Optional.of(state), false)))
          .contains("person_by_state");
    }
  }

  @Test
  void listsASiteAndAFloorByTheIndexOfPlaces() {
    assertThat(list(new Directory.Filter(Optional.of(Set.of(site)), Optional.empty(), Optional.empty(), false)))
        .contains("position_by_site", "person_pkey");
    assertThat(list(new Directory.Filter(Optional.of(Set.of(site)), Optional.empty(),
        Optional.of(PersonState.CONTACT), true))).contains("position_by_site");
    assertThat(list(new Directory.Filter(Optional.of(Set.of(site)), Optional.of("3"), Optional.empty(), false)))
        .contains("unit_local_id_site_id_row_no_col_no_key");
  }

  @Test
  void searchesNamesByTheIndexOfTokens() {
    for (String typed : List.of("Maria Fernandez", "Maria", "fern")) {
      for (var query : founder.does(() -> {
        var fields = House.part(PersonFields.class);
        return List.of(fields.exact(typed), fields.starting(typed), fields.forgiving(typed));
      })) {
        for (Optional<Set<UUID>> sites : List.of(Optional.<Set<UUID>>empty(), Optional.of(Set.of(site)))) {
          String plan = founder.does(() -> plan(NameSearch.bound(
              House.part(JdbcClient.class).sql("explain " + NameSearch.sql(query, sites)), query, sites)));
          assertThat(plan).as(typed).contains("person_by_name").doesNotContain("Seq Scan");
        }
      }
    }
  }

  @Test
  void findsWhoIsDueWhoSharesANumberAndWhereSomebodyIsByIndex() {
    assertThat(explained(Forgetting.DUE, java.sql.Date.valueOf("2026-12-01"), 200)).contains("person_to_forget");
    assertThat(explained(PersonDuplicates.SAME_PHONE, 200)).contains("person_by_phone");
    assertThat(explained(PersonDuplicates.SAME_MAIL, 200)).contains("person_by_mail");
    assertThat(explained(PersonDuplicates.NAMED, site, 400)).contains("position_by_site", "person_pkey");
    assertThat(explained("select id from roll.position where local_id = ? and person_id = ?", UUID.randomUUID()))
        .contains("position_by_person");
    assertThat(explained("select id from roll.membership where local_id = ? and person_id = ?", UUID.randomUUID()))
        .contains("membership_by_person");
  }

  @Test
  void findsTheRecordsMergedIntoOneByIndex() {
    String plan = founder.does(() -> plan(House.part(JdbcClient.class)
        .sql("explain " + MergedRecords.SQL)
        .param("local", founder.local().id().value())
        .param("people", new UUID[]{UUID.randomUUID(), UUID.randomUUID()})));
    assertThat(plan).contains("person_pkey", "person_merged").doesNotContain("Seq Scan");
  }

  /** Modules above ask for everything that belongs to somebody; row security must not keep the index from being used. */
  @Test
  void findsWhatBelongsToAPersonOrASiteByIndex() {
    UUID local = founder.local().id().value();
    String one = founder.does(() -> plan(House.part(JdbcClient.class)
        .sql("explain select n.id from roll.api_person_now n where n.local_id = ? and n.person_id = ?")
        .params(local, founder.person())));
    assertThat(one).contains("person_now").doesNotContain("Seq Scan");
    String some = founder.does(() -> plan(House.part(JdbcClient.class)
        .sql("""
        explain select n.id from roll.api_person_now n
        where n.local_id = ? and n.person_id in (select unnest(?::uuid[]))""")
        .params(local, new UUID[]{founder.person(), UUID.randomUUID()})));
    assertThat(some).contains("person_now").doesNotContain("Seq Scan");
    String at = founder.does(() -> plan(House.part(JdbcClient.class)
        .sql("explain select n.id from roll.api_site_now n where n.local_id = ? and n.site_id = ?")
        .params(local, site)));
    assertThat(at).contains("site_now").doesNotContain("Seq Scan");
  }

  @Test
  void pagesThroughAnExportByTheKeyAndThePlaces() {
    for (var who : RollCriteria.Who.values()) {
      for (Optional<UUID> at : List.of(Optional.<UUID>empty(), Optional.of(site))) {
        var criteria = new RollCriteria(at, who, Set.of(), false);
        String plan = founder.does(() -> plan(RollFile.bound(
            House.part(JdbcClient.class).sql("explain " + RollFile.sql(criteria)), criteria, new UUID(0, 0))
            .param("most", 500)));
        assertThat(plan).as(criteria.toString())
            .containsPattern(at.isEmpty() ? "person_pkey|person_by_state" : "position_by_site")
            .doesNotContain("Seq Scan on person", "Seq Scan on \"position\" p");
      }
    }
  }

  @Test
  void listsApplicationsExportsAndSitesByIndex() {
    String waiting = founder.does(() -> plan(House.part(JdbcClient.class)
        .sql("explain " + Applications.WAITING)
        .param("local", founder.local().id().value())));
    assertThat(waiting).contains("application_by_time");
    String same = founder.does(() -> plan(House.part(JdbcClient.class)
        .sql("explain " + Applications.SAME_CONTACT)
        .params(founder.local().id().value(), founder.local().id().value(), UUID.randomUUID())));
    assertThat(same).contains("person_by_phone", "person_by_mail", "application_pkey").doesNotContain("Seq Scan");
    String current = founder.does(() -> plan(House.part(JdbcClient.class)
        .sql("explain " + ExportRequests.CURRENT)
        .param("local", founder.local().id().value())
        .param("since", new java.sql.Timestamp(0))));
    assertThat(current).contains("export_request_by_time");
    String all = founder.does(() -> plan(House.part(JdbcClient.class)
        .sql("explain " + Sites.ALL)
        .param("local", founder.local().id().value())));
    assertThat(all).contains("site_pkey").doesNotContain("Seq Scan");
    String key = founder.does(() -> plan(House.part(JdbcClient.class)
        .sql("explain " + Sites.SAME)
        .param("local", founder.local().id().value())
        .param("key", "site 7")));
    assertThat(key).contains("site_by_key");
  }

  private String list(Directory.Filter filter) {
    var cursor = new Directory.Cursor.Start();
    String plan = founder.does(() -> plan(Directory.bound(
        House.part(JdbcClient.class).sql("explain " + Directory.sql(filter, cursor)), filter, cursor)));
    assertThat(plan).doesNotContain("Seq Scan");
    return plan;
  }

  private String explained(String sql, Object... parameters) {
    return founder.does(() -> plan(House.part(JdbcClient.class)
        .sql("explain " + sql)
        .param(founder.local().id().value())
        .params(parameters)));
  }

  private static String plan(JdbcClient.StatementSpec statement) {
    return String.join("\n", statement.query(String.class).list());
  }
}
