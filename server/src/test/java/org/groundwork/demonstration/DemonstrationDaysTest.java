// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.groundwork.platform.database.DatabaseRole;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.support.Product;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The demonstration goes by its own first day, whichever day of a month, a week or a year that is. */
class DemonstrationDaysTest {
  private final Product product = Product.shared();

  static Stream<UnaryOperator<LocalDate>> days() {
    return Stream.of(day -> day.with(TemporalAdjusters.firstDayOfNextMonth()),
        day -> day.with(TemporalAdjusters.lastDayOfMonth()), day -> day.with(TemporalAdjusters.firstDayOfNextYear()));
  }

  @ParameterizedTest
  @MethodSource("days")
  void isPlayedOnAnyDay(UnaryOperator<LocalDate> next) throws Exception {
    LocalDate today = today();
    LocalDate then = next.apply(today);
    product.clock().advance(Duration.ofDays(then.toEpochDay() - today.toEpochDay()));
    var demonstration = product.bean(Demonstration.class);
    assertThat(Tenancy.inInstallation(() -> {
      demonstration.anew(Locale.ENGLISH);
      return demonstration.signIns();
    })).hasSize(9);
  }

  private LocalDate today() { return LocalDate.ofInstant(product.clock().instant(), ZoneOffset.UTC); }

  @AfterEach
  void forget() throws SQLException {
    try (var owner = product.connection(DatabaseRole.OWNER); var statement = owner.createStatement()) {
      statement.execute("delete from demonstration.sign_in");
      statement.execute("delete from demonstration.local");
    }
  }
}
