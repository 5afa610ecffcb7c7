// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.architecture;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.groundwork.architecture.Sources.TextFile;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import planted.campaign.NamesATableWithoutItsSchema;
import planted.campaign.NotifiesOnCommit;
import planted.campaign.ReadsATableThatIsNotPublished;
import planted.grievance.ComparesTheLocalWithNothing;
import planted.grievance.ForgetsTheLocal;
import planted.grievance.GivesARowToAnotherLocal;
import planted.roll.ReadsTheTableOfAModuleAbove;

/** SQL in classes and migrations, held against the rules and against planted violations. */
@ExtendWith(ProductExtension.class)
class SqlRulesTest {
  private static final Set<String> PAPERS = Set.of("grievance.paper", "grievance.grievance");

  @Test
  void modulesNameTheirOwnTablesAndPublishedViewsBelow() { SqlRules.ownSchemasOnly(Compiled.product()).holds(); }

  @Test
  void complainsOfAViewOfAModuleAbove() {
    SqlRules.ownSchemasOnly(planted(ReadsTheTableOfAModuleAbove.class))
        .complainsOnceOf("ReadsTheTableOfAModuleAbove", "grievance.api_grievance");
  }

  @Test
  void complainsOfATableThatIsNotPublished() {
    SqlRules.ownSchemasOnly(planted(ReadsATableThatIsNotPublished.class))
        .complainsOnceOf("ReadsATableThatIsNotPublished", "roll.site of roll");
  }

  @Test
  void complainsOfATableWithoutItsSchema() {
    SqlRules.ownSchemasOnly(planted(NamesATableWithoutItsSchema.class))
        .complainsOnceOf("NamesATableWithoutItsSchema", "names demand without its schema");
  }

  @Test
  void everyStatementOnATenantTableNamesTheLocal(Product product) throws SQLException {
    SqlRules.everyTenantTableWithItsLocal(Compiled.product(), tenantTables(product)).holds();
  }

  @Test
  void complainsOfAForgottenLocal() {
    SqlRules.everyTenantTableWithItsLocal(planted(ForgetsTheLocal.class), PAPERS)
        .complainsOnceOf("ForgetsTheLocal", "grievance.grievance without naming its local_id");
  }

  @Test
  void complainsOfALocalComparedWithNothing() {
    SqlRules.everyTenantTableWithItsLocal(planted(ComparesTheLocalWithNothing.class), PAPERS)
        .complainsOnceOf("ComparesTheLocalWithNothing", "with no parameter");
  }

  @Test
  void complainsOfARowGivenToAnotherLocal() {
    SqlRules.everyTenantTableWithItsLocal(planted(GivesARowToAnotherLocal.class), PAPERS)
        .complainsOnceOf("GivesARowToAnotherLocal", "to another local");
  }

  @Test
  void nothingNotifiesOnTheWritePath() { SqlRules.noNotifications(Compiled.product()).holds(); }

  @Test
  void complainsOfANotification() {
    SqlRules.noNotifications(planted(NotifiesOnCommit.class)).complainsOnceOf("NotifiesOnCommit");
  }

  @Test
  void migrationsNameTheirOwnSchemaAndWhatLiesBelow() {
    SqlRules.migrationsStayHome(Sources.below(Sources.MIGRATIONS, ".sql")).holds();
  }

  @Test
  void complainsOfAMigrationThatReadsAnothersTable() {
    SqlRules
        .migrationsStayHome(List.of(new TextFile("campaign/V1__x.sql",
            "create view campaign.api_place with (security_invoker = true) as select local_id, name from roll.site;")))
        .complainsOnceOf("campaign/V1__x.sql", "roll.site");
  }

  @Test
  void complainsOfAMigrationWhoseForeignKeyPointsUpward() {
    SqlRules
        .migrationsStayHome(List.of(new TextFile("roll/V1__x.sql",
            "create table roll.x (local_id uuid, id uuid, foreign key (local_id, id) references campaign.campaign (local_id, id));")))
        .complainsOnceOf("roll/V1__x.sql", "upward");
  }

  @Test
  void doesNotHoldOverNothing() {
    assertThatThrownBy(SqlRules.ownSchemasOnly(Stream.of())::holds).isInstanceOf(AssertionError.class)
        .hasMessageContaining("things the rule looked at");
  }

  private static Set<String> tenantTables(Product product) throws SQLException {
    try (var catalog = Catalog.of(product)) {
      return catalog.tenantTables();
    }
  }

  private static Stream<Compiled> planted(Class<?> fixture) { return Stream.of(Compiled.planted(fixture)); }
}
