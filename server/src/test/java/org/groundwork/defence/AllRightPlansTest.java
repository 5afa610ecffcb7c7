// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.defence;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Date;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;
import org.groundwork.campaign.StepKind;
import org.groundwork.platform.database.DatabaseRole;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is to be asked is found among those of the last month, however much was ever done. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AllRightPlansTest {
  private static final int ACTS = 4_000;
  private final FoundedLocal local = Product.shared().found();
  private Gate gate;

  @BeforeAll
  void seed() throws SQLException {
    gate = Gate.in(local);
    UUID rosa = gate.neighbour("Rosa Quill");
    try (var owner = Product.shared().connection(DatabaseRole.OWNER); var statement = owner.createStatement()) {
      String in = local.id().value().toString();
      statement.execute("""
          insert into roll.person (local_id, id, name, name_tokens, state, created_at, changed_at)
          select p.local_id, gen_random_uuid(), p.name, p.name_tokens, p.state, p.created_at, p.changed_at from roll.person p, generate_series(1, %d)
          where p.local_id = '%s' and p.id = '%s'""".formatted(ACTS, in, rosa));
      statement.execute("""
          insert into campaign.step_act (local_id, step_id, person_id, did_on, noted_by, noted_at)
          select p.local_id, case when p.n %% 100 = 0 then '%s'::uuid else '%s'::uuid end, p.id,
            date '%s' - p.n %% 2000, p.id, now()
          from (select q.*, (row_number() over ())::int n from roll.person q where q.local_id = '%s') p"""
          .formatted(gate.picket(), gate.march(), Gate.today(), in));
      statement.execute("vacuum (analyze) campaign.step_act, roll.person");
    }
  }

  @Test
  void readsTheActsOfTheLastMonthAlone() {
    String plan = explained(AllRightSql.DUE + AllRightSql.NOT_TODAY);
    assertThat(plan).containsPattern("step_act_by_day.*\\n.*Index Cond:.*did_on >= .*did_on <= ");
  }

  @Test
  void readsTheActsOfOneRungAlone() {
    assertThat(explained(AllRightSql.OF_RUNG)).containsPattern("step_act_pkey.*\\n.*Index Cond:.*step_id = ");
  }

  private String explained(String sql) {
    return local.read(() -> {
      // a small table is read whole whatever its indexes; the question is whether there is one
      jdbc().sql("set local enable_seqscan = off").update();
      jdbc().sql("set local enable_bitmapscan = off").update();
      // nor is it how the few fights here are joined, which hangs on what other tests left in their tables
      jdbc().sql("set local enable_nestloop = off").update();
      jdbc().sql("set local enable_mergejoin = off").update();
      return String.join("\n", jdbc().sql("explain " + sql)
          .param("local", local.id().value())
          .param("zone", Gate.ZONE.getId())
          .param("today", Date.valueOf(Gate.today()))
          .param("step", gate.picket())
          .param("risky", Arrays.stream(StepKind.values())
              .filter(StepKind::risky)
              .map(StepKind::key)
              .toArray(String[]::new))
          .query(String.class)
          .list());
    });
  }

  private static JdbcClient jdbc() { return Product.shared().bean(JdbcClient.class); }
}
