// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is done in every local is done in the others where one fails. */
@ExtendWith(ProductExtension.class)
class EveryLocalTest {

  @Test
  void goesOnWhereOneLocalFails(Product product, FoundedLocal one, FoundedLocal other) {
    var done = new ArrayList<LocalId>();
    EveryLocal.run("test", product.bean(Locals.class), product.bean(Transactions.class), local -> {
      assertThat(Tenancy.current()).isEqualTo(local.id());
      done.add(local.id());
      if (local.id().equals(one.id()) || local.id().equals(other.id())) {
        throw new IllegalStateException("planted");
      }
    });
    assertThat(done).contains(one.id(), other.id()).doesNotHaveDuplicates();
  }
}
