// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ProductExtension.class)
class AuditPagesTest {

  @Test
  void saysInSentencesWhoDidWhatAndNotesThatItWasRead(Product product, FoundedLocal local) {
    local.write(() -> {
      product.bean(Audit.class).record("chart-seen", new SubjectRef("site", UUID.randomUUID()), "");
      product.bean(Audit.class)
          .record("never-heard-of", new SubjectRef("strange-thing", UUID.randomUUID()), "<b>x</b>");
      return true;
    });
    var reader = local.founder().visitor();
    var first = reader.get(local.path("audit"));
    assertThat(first.status()).isEqualTo(200);
    assertThat(first.body()).contains("looked at the chart of a site (", "never heard of, strange thing (")
        .doesNotContain("<b>x", "read this log");
    assertThat(reader.get(local.path("audit")).body()).contains("read this log (");
    assertThat(reader.speaking("es").get(local.path("audit")).body()).contains("leyó este registro", "miró el plano");
  }

  @Test
  void turnsPagesByTheEntryItEndedWith(Product product, FoundedLocal local) {
    local.write(() -> {
      for (int i = 0; i < 120; i++) {
        product.bean(Audit.class).record("chart-seen", new SubjectRef("site", new UUID(0, 0xaaa000 + i)), "");
      }
      return true;
    });
    var reader = local.founder().visitor();
    var first = reader.get(local.path("audit")).body();
    String older = first.replaceAll("(?s).*href=\"([^\"]*\\?before=[^\"]*)\".*", "$1");
    var second = reader.get(older).body();
    assertThat(first.split("<time", -1)).hasSize(51);
    assertThat(second.split("<time", -1)).hasSize(51);
    assertThat(second).isNotEqualTo(first);
    assertThat(reader.get(local.path("audit?before=1")).status()).isEqualTo(404);
  }

  @Test
  void isForThoseWhoMayReadTheLogOnly(Product product, FoundedLocal local, FoundedLocal other, Visitor stranger) {
    assertThat(stranger.get(local.path("audit")).location().orElse("")).startsWith("/sign-in");
    assertThat(local.person(Role.MEMBER).visitor().get(local.path("audit")).status()).isEqualTo(403);
    assertThat(local.person(Role.ORGANISER).visitor().get(local.path("audit")).status()).isEqualTo(403);
    assertThat(other.founder().visitor().get(local.path("audit")).status()).isEqualTo(404);
  }

  @Test
  void showsNothingOfAnotherLocal(Product product, FoundedLocal local, FoundedLocal other) {
    local.write(() -> {
      product.bean(Audit.class).record("chart-seen", new SubjectRef("site", new UUID(0, 0xabcdefL)), "");
      return true;
    });
    assertThat(local.founder().visitor().get(local.path("audit")).body()).contains("abcdef");
    assertThat(other.founder().visitor().get(other.path("audit")).body()).doesNotContain("abcdef");
  }
}
