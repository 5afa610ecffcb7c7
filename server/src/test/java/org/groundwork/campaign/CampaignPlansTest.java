// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign;

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

/** Every list and look-up of campaigns names its index, as the application's role within row security. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CampaignPlansTest {
  private static final int CAMPAIGNS = 20_000;
  private final FoundedLocal local = Product.shared().found();

  @BeforeAll
  void seed() throws SQLException {
    UUID other = Product.shared().found().id().value();
    try (var owner = Product.shared().connection(DatabaseRole.OWNER); var statement = owner.createStatement()) {
      for (UUID in : List.of(local.id().value(), other)) {
        statement.execute("""
            insert into campaign.campaign (local_id, id, title, target_id, state, opened_at, closed_at, changed_at)
            select '%1$s', uuidv7(), '\\x00', gen_random_uuid(), case when n %% 5 = 0 then 'quiet' else 'closed' end, now(),
              case when n %% 5 = 0 then null else now() end, now() from generate_series(1, %2$d) n"""
            .formatted(in, CAMPAIGNS));
        statement.execute("""
            insert into campaign.demand (local_id, id, campaign_id, position, what, measure, due_on, changed_at)
            select c.local_id, uuidv7(), c.id, 0, '\\x00', '\\x00', current_date, now()
            from campaign.campaign c where c.local_id = '%1$s'""".formatted(in));
        statement.execute("""
            insert into campaign.decision (local_id, id, campaign_id, decided_on, decided, searchable, titled, page, page_hash,
              public_at, recorded_by, changed_at)
            select c.local_id, gen_random_uuid(), c.id, current_date, '\\x00', false, false, '\\x00', sha256(c.id::text::bytea),
              now(), gen_random_uuid(), now() from campaign.campaign c where c.local_id = '%1$s'""".formatted(in));
      }
      statement.execute("vacuum (analyze) campaign.campaign, campaign.demand, campaign.decision");
    }
  }

  @Test
  void listsWhatGoesOnAndWhatEndedByTheirIndexes() {
    assertThat(list(CampaignList.GOING_ON)).contains("campaign_going_on", "demand_by_campaign");
    assertThat(list(CampaignList.ENDED)).contains("campaign_ended", "demand_by_campaign");
  }

  @Test
  void findsTheDecisionsOnACampaignAndAPublicPageByTheirIndexes() {
    assertThat(explained(Publicity.OF_CAMPAIGN, UUID.randomUUID())).contains("decision_by_campaign");
    assertThat(explained(Publicity.AT_PAGE, new byte[32])).contains("decision_local_id_page_hash_key");
  }

  @Test
  void readsDemandsAndStepsOfACampaignByTheirIndexes() {
    assertThat(explained(CampaignRows.DEMANDS, UUID.randomUUID())).contains("demand_by_campaign");
    assertThat(explained(CampaignRows.STEPS, UUID.randomUUID())).contains("step_by_campaign");
    assertThat(explained(CampaignRows.SELECT, UUID.randomUUID())).contains("campaign_pkey");
  }

  private String list(String sql) {
    String plan = local.read(() -> {
      forTheSakeOfSmallTables();
      return String.join("\n", jdbc().sql("explain " + sql)
          .param("local", local.id().value())
          .param("below", CampaignList.START)
          .param("most", 51)
          .query(String.class)
          .list());
    });
    assertThat(plan).doesNotContain("Seq Scan");
    return plan;
  }

  private String explained(String sql, Object second) {
    return local.read(() -> {
      forTheSakeOfSmallTables();
      return String.join("\n",
          jdbc().sql("explain " + sql).params(local.id().value(), second).query(String.class).list());
    });
  }

  /** A small table is read whole whatever its indexes; the question is whether there is one. */
  private static void forTheSakeOfSmallTables() {
    jdbc().sql("set local enable_seqscan = off").update();
  }

  private static JdbcClient jdbc() { return Product.shared().bean(JdbcClient.class); }
}
