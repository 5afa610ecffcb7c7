// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.groundwork.platform.database.DatabaseRole;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every list and look-up of strikes names its index, as the application's role within row security. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StrikePlansTest {
  private static final int ROWS = 2_000;
  private final FoundedLocal local = Product.shared().found();

  @BeforeAll
  void seed() throws SQLException {
    try (var owner = Product.shared().connection(DatabaseRole.OWNER); var statement = owner.createStatement()) {
      for (var strike : List.of(RentStrike.begun(local, 0), RentStrike.begun(Product.shared().found(), 0))) {
        String in = strike.local().id().value().toString();
        statement.execute("""
            insert into strike.withholding (local_id, id, step_id, unit_id, label, since, monthly, held, changed_at)
            select '%s', uuidv7(), '%s', gen_random_uuid(), 'door ' || n, current_date, '\\x00', 'own', now()
            from generate_series(1, %d) n""".formatted(in, strike.step(), ROWS));
        statement.execute("""
            insert into strike.happening (local_id, id, withholding_id, kind, on_day, amount, changed_at)
            select w.local_id, uuidv7(), w.id, 'payment', current_date, '\\x00', now() from strike.withholding w
            where w.local_id = '%s'""".formatted(in));
        statement.execute("""
            insert into strike.notice (local_id, id, withholding_id, kind, received_on, answer_by, answered_on, changed_at)
            select w.local_id, uuidv7(), w.id, 'other', current_date, current_date,
              case when right(w.label, 1) = '0' then null else current_date end, now() from strike.withholding w
            where w.local_id = '%s'""".formatted(in));
        statement.execute("""
            insert into strike.hearing (local_id, id, withholding_id, starts_at, place, changed_at)
            select w.local_id, uuidv7(), w.id, now(), '\\x00', now() from strike.withholding w
            where w.local_id = '%s'""".formatted(in));
        statement.execute("""
            insert into strike.striker (local_id, id, step_id, person, person_index, since)
            select '%s', gen_random_uuid(), '%s', '\\x00', sha256(n::text::bytea), current_date
            from generate_series(1, %d) n""".formatted(in, strike.step(), ROWS));
        statement.execute("""
            insert into strike.striker_day (local_id, id, striker_id, on_day, what)
            select s.local_id, gen_random_uuid(), s.id, current_date, '\\x00' from strike.striker s
            where s.local_id = '%s'""".formatted(in));
      }
      statement.execute("vacuum (analyze) strike.strike, strike.withholding, strike.happening, strike.notice, "
          + "strike.hearing, strike.striker, strike.striker_day");
    }
  }

  @Test
  void readsTheBooksOfARentStrikeByTheirIndexes() {
    assertThat(explained(RentBook.OF_STRIKE, UUID.randomUUID())).contains("withholding_of_strike");
    assertThat(explained(RentBook.SELECT + " and w.id = ?", UUID.randomUUID())).contains("withholding_pkey");
    assertThat(explained(RentBook.PAID, UUID.randomUUID())).contains("withholding_of_strike", "happening_to_unit");
    assertThat(explained(Happenings.OF_UNIT, UUID.randomUUID())).contains("happening_to_unit");
  }

  @Test
  void readsPapersAndHearingsByTheirIndexes() {
    assertThat(explained(Notices.DUE, java.sql.Date.valueOf("2020-01-01"))).contains("notice_open", "withholding_pkey");
    assertThat(explained(Notices.OPEN, UUID.randomUUID())).contains("withholding_of_strike", "notice_");
    assertThat(explained(Notices.OF_UNIT, UUID.randomUUID())).contains("notice_of_unit");
    assertThat(explained(Hearings.OF_STRIKE, UUID.randomUUID())).contains("withholding_of_strike", "hearing_of_unit");
    assertThat(explained(Hearings.OF_UNIT, UUID.randomUUID())).contains("hearing_of_unit");
  }

  @Test
  void readsTheDaysToComeByTheirIndexes() {
    String day = "current_date";
    assertThat(explained(DaysToCome.HEARINGS.replace("< ?", "< " + day), new java.sql.Timestamp(0)))
        .contains("hearing_to_come", "withholding_pkey");
    assertThat(explained(DaysToCome.OFFERS.replace("<= ?", "<= " + day), java.sql.Date.valueOf("2020-01-01")))
        .contains("happening_waiting", "withholding_pkey");
  }

  @Test
  void readsTheListOfAStrikeByItsIndexes() {
    assertThat(explained(StrikeList.OF_STRIKE, UUID.randomUUID())).contains("striker_of_strike");
    assertThat(explained(StrikeList.FOUND, new byte[][]{new byte[16]})).contains("striker_found");
    assertThat(explained(StrikeList.DAYS_OF, new UUID[]{UUID.randomUUID()})).contains("striker_day_once")
        .doesNotContain("striker_of_strike");
    assertThat(explained(StrikersAsked.OF_STRIKE.replace("s.since <= ?", "s.since <= current_date"), UUID.randomUUID()))
        .contains("striker_of_strike", "striker_asked_pkey");
    assertThat(explained(StrikersAsked.LATELY.replace("and ?)", "and current_date)"), new java.sql.Date(0)))
        .contains("strike_running", "striker_");
    assertThat(explained(StrikeList.DAYS, UUID.randomUUID())).contains("striker_of_strike", "striker_day_once");
  }

  private String explained(String sql, Object second) {
    return local.read(() -> {
      // a small table is read whole whatever its indexes; the question is whether there is one
      jdbc().sql("set local enable_seqscan = off").update();
      jdbc().sql("set local enable_bitmapscan = off").update();
      jdbc().sql("set local enable_hashjoin = off").update();
      jdbc().sql("set local enable_mergejoin = off").update();
      return String.join("\n",
          jdbc().sql("explain " + sql).param(local.id().value()).param(second).query(String.class).list());
    });
  }

  private static JdbcClient jdbc() { return Product.shared().bean(JdbcClient.class); }
}
