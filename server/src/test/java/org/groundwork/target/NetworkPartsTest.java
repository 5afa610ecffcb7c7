// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkPartsTest {
  private final NetworkParts parts = new NetworkParts();

  private void sites(String... sites) { List.of(sites).forEach(parts::site); }

  @Test
  void namesANetworkAfterItsSmallestSite() {
    sites("c", "a", "b", "d");
    parts.join("c", "b");
    parts.join("b", "a");
    assertThat(parts.networks()).containsEntry("c", "a")
        .containsEntry("b", "a")
        .containsEntry("a", "a")
        .containsEntry("d", "d");
  }

  @Test
  void keepsTwoSitesApartThoughAChainOfLinksLeadsFromOneToTheOther() {
    sites("a", "b", "c");
    parts.keepApart("a", "c");
    parts.join("a", "b");
    parts.join("b", "c");
    assertThat(parts.networks()).containsEntry("a", "a").containsEntry("b", "a").containsEntry("c", "c");
  }

  @Test
  void keepsApartAlsoThoseWhoJoinedBefore() {
    sites("a", "b", "c", "d");
    parts.keepApart("b", "d");
    parts.join("a", "b");
    parts.join("c", "d");
    parts.join("a", "c");
    assertThat(parts.networks()).containsEntry("b", "a").containsEntry("d", "c");
  }

  @Test
  void passesOverALinkToASiteThatTheRegisterNoLongerHas() {
    sites("a");
    parts.join("a", "gone");
    assertThat(parts.networks()).containsOnlyKeys("a");
  }
}
