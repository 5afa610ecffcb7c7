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
      statement.execute("vacuum (analyze) roll.person, roll.position, roll.site, roll.unit");
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
    assertThat(explained(
        "select id from roll.person where local_id = ? and forget_on <= current_date and forget_on is not null and state = 'contact' and merged_into is null order by forget_on, id limit 200"))
        .contains("person_to_forget");
    assertThat(explained("""
        select array_agg(p.id order by p.id) from roll.person p
        where p.local_id = ? and p.merged_into is null and p.phone_index is not null
        group by p.phone_index having count(*) between 2 and 6 limit 200""")).contains("person_by_phone");
    assertThat(explained(
        "select id from roll.position where local_id = ? and person_id = '01a20bca-308c-7c85-9871-518ace33e26b'"))
        .contains("position_by_person");
  }

  private String list(Directory.Filter filter) {
    var cursor = new Directory.Cursor.Start();
    String plan = founder.does(() -> plan(Directory.bound(
        House.part(JdbcClient.class).sql("explain " + Directory.sql(filter, cursor)), filter, cursor)));
    assertThat(plan).doesNotContain("Seq Scan");
    return plan;
  }

  private String explained(String sql) {
    return founder.does(() -> plan(House.part(JdbcClient.class)
        .sql("explain " + sql)
        .param(founder.local().id().value())));
  }

  private static String plan(JdbcClient.StatementSpec statement) {
    return String.join("\n", statement.query(String.class).list());
  }
}
