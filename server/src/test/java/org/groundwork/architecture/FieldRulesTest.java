// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page of fields held against the database, and the rule against pages that are wrong. */
@ExtendWith(ProductExtension.class)
class FieldRulesTest {
  private final Product product;

  FieldRulesTest(Product product) { this.product = product; }

  @Test
  void everyFieldHasAPurposeAndAnEnd() throws SQLException {
    try (var catalog = Catalog.of(product)) {
      FieldRules.everyFieldHasAPurposeAndAnEnd(catalog, page()).holds();
    }
  }

  @Test
  void complainsOfAColumnThatIsNotWrittenDown() throws SQLException {
    String page = page();
    try (var catalog = Catalog.of(product)) {
      catalog.with("alter table roll.person add column planted bytea",
          planted -> FieldRules.everyFieldHasAPurposeAndAnEnd(planted, page))
          .complainsOnceOf("roll.person.planted", "is not in docs/fields.md");
    }
  }

  @Test
  void complainsOfARowWithoutAnEndAndOfOneWithoutAColumn() throws SQLException {
    try (var catalog = Catalog.of(product)) {
      String endless = page().replaceFirst("(\\| `roll\\.person\\.name` \\|[^|]*\\|[^|]*\\|)[^|]*\\|", "$1 |");
      FieldRules.everyFieldHasAPurposeAndAnEnd(catalog, endless).complainsOnceOf("roll.person.name", "lacks");
      String stale = page() + "| `roll.person.height` | a | b | c |\n";
      FieldRules.everyFieldHasAPurposeAndAnEnd(catalog, stale)
          .complainsOnceOf("roll.person.height", "not in the database");
    }
  }

  private static String page() {
    String page = Sources.read(Sources.DOCS.resolve("fields.md"));
    assertThat(FieldRules.described(page)).isNotEmpty();
    return page;
  }
}
