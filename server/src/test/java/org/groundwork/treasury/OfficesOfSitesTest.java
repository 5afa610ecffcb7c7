// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.groundwork.platform.access.Reach;
import org.groundwork.platform.access.Role;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The money is the whole local's: an office for named sites opens none of its doors. */
@ExtendWith(ProductExtension.class)
class OfficesOfSitesTest {
  private static final List<String> KEEPERS = List.of("dues/members", "dues/runs", "dues/payments", "dues/plans/new",
      "gifts/new", "gifts/held", "gifts/caps", "spending/bills/new", "spending/petty-cash/new", "treasury/entries/new",
      "treasury/handover");

  @Test
  void opensNothingOfTheMoney(FoundedLocal local) {
    KeptBooks.since(local, 1);
    var sites = new Reach.Sites(Set.of(UUID.randomUUID()));
    var treasurer = local.withPasskey(local.person(sites, Role.TREASURER)).visitor();
    var whole = local.withPasskey(local.person(Role.TREASURER)).visitor();
    for (String path : KEEPERS) {
      assertThat(treasurer.get(local.path(path)).status()).as(path).isEqualTo(403);
      assertThat(whole.get(local.path(path)).status()).as("as treasurer of the whole local: " + path).isEqualTo(200);
    }
  }

  @Test
  void changesNoLimits(FoundedLocal local) {
    KeptBooks.since(local, 1);
    var sites = new Reach.Sites(Set.of(UUID.randomUUID()));
    var administrator = local.withPasskey(local.person(sites, Role.MEMBER, Role.ADMINISTRATOR)).visitor();
    administrator.get(local.path("spending/limits"));
    assertThat(administrator.post(local.path("spending/limits"), "release", "1000000").status()).isEqualTo(403);
  }
}
