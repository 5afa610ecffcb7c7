// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.groundwork.platform.database.DatabaseRole;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.TenantGuard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The two walls between locals: statements that name theirs, and row security for when one does not. */
@ExtendWith(ProductExtension.class)
class TenancyTest {
  private static final String PEOPLE_OF_A_LOCAL = "select count(*) from roll.person where local_id = ?";

  @Test
  void refusesATransactionThatBelongsToNobody(Product product) {
    assertThatThrownBy(() -> product.bean(Transactions.class).read(() -> 1)).isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("starts with a local");
  }

  @Test
  void failsLoudlyOutsideATransaction(Product product, FoundedLocal local) {
    assertThatThrownBy(() -> count(product, local.id().value())).isInstanceOf(DataAccessException.class);
  }

  @Test
  void failsLoudlyOnATenantsTableInTheInstallationsTransaction(Product product, FoundedLocal local) {
    assertThatThrownBy(() -> Tenancy.inInstallation(
        () -> product.bean(Transactions.class).read(() -> count(product, local.id().value()))))
        .isInstanceOf(DataAccessException.class);
  }

  @Test
  void failsLoudlyOnAConnectionThatServedALocalBefore(Product product, FoundedLocal local) throws SQLException {
    try (var connection = product.connection(DatabaseRole.APP)) {
      connection.setAutoCommit(false);
      bind(connection, local.id().value());
      assertThat(count(connection, "select count(*) from roll.person")).isEqualTo(1);
      connection.commit();
      assertThatThrownBy(() -> count(connection, "select count(*) from roll.person")).isInstanceOf(SQLException.class);
    }
  }

  @Test
  void readsItsOwnRowsInItsOwnTransaction(Product product, FoundedLocal local) {
    assertThat(local.read(() -> count(product, local.id().value()))).isEqualTo(1);
  }

  @Test
  void findsNothingOfAnotherLocalEvenByItsName(Product product, FoundedLocal mine, FoundedLocal theirs) {
    assertThat(mine.read(() -> count(product, theirs.id().value()))).isZero();
  }

  @Test
  void refusesToTurnToAnotherLocalHalfWay(Product product, FoundedLocal mine, FoundedLocal theirs) {
    assertThatThrownBy(() -> mine.as(mine.founder(), () -> Tenancy.in(theirs.id(), () -> 1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("another");
  }

  @Test
  void showsNothingOfAnotherLocalToAStatementThatForgotItsOwn(Product product, FoundedLocal mine, FoundedLocal theirs)
      throws SQLException {
    String forgetful = "select count(*) from roll.person where id = '" + theirs.founder().id() + "'";
    try (var connection = product.connection(DatabaseRole.APP)) {
      connection.setAutoCommit(false);
      bind(connection, theirs.id().value());
      assertThat(count(connection, forgetful)).isEqualTo(1);
      connection.rollback();
      bind(connection, mine.id().value());
      assertThat(count(connection, forgetful)).isZero();
    }
  }

  @Test
  void refusesARowForAnotherLocal(Product product, FoundedLocal mine, FoundedLocal theirs) throws SQLException {
    try (var connection = product.connection(DatabaseRole.APP); var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      bind(connection, mine.id().value());
      assertThatThrownBy(
          () -> statement.executeUpdate("insert into platform.form_done (local_id, id, at, result) values ('"
              + theirs.id().value() + "', '" + UUID.randomUUID() + "', now(), '')"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("row-level security");
    }
  }

  @Test
  void refusesAStatementThatForgetsItsLocal(Product product, FoundedLocal local) {
    var jdbc = product.bean(JdbcClient.class);
    assertThatThrownBy(() -> local.read(() -> jdbc.sql("select count(*) from roll.person").query(Long.class).single()))
        .isInstanceOf(TenantGuard.ForgottenLocal.class)
        .hasMessageContaining("roll.person without naming its local_id");
  }

  @Test
  void letsTheProductsOwnStatementsPass(FoundedLocal local) {
    int before = TenantGuard.passed();
    assertThat(local.founder().visitor().get(local.path("")).status()).isEqualTo(200);
    assertThat(TenantGuard.passed()).isGreaterThan(before);
  }

  private static long count(Product product, UUID local) {
    return product.bean(JdbcClient.class).sql(PEOPLE_OF_A_LOCAL).param(local).query(Long.class).single();
  }

  private static long count(Connection connection, String query) throws SQLException {
    try (var statement = connection.createStatement(); var answer = statement.executeQuery(query)) {
      answer.next();
      return answer.getLong(1);
    }
  }

  private static void bind(Connection connection, UUID local) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("set local app.local = '" + local + "'");
    }
  }
}
