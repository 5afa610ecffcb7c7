// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.groundwork.platform.audit.Audited;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How the private link of a report ends: by its holder, by an organiser, by time. */
@ExtendWith(ProductExtension.class)
class PrivateLinkTest {
  private static final String UNKNOWN = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

  @BeforeAll
  static void register(Product product) throws Exception { SmallRegister.load(product); }

  private static Page fresh(String link) { return Product.shared().visitor().follow(link); }

  private static String forged(FoundedLocal local) { return "/r/" + local.handle() + "/follow-up/" + UNKNOWN; }

  /** What a page says, without what differs from load to load. */
  private static String said(Page page) {
    return page.body().replaceAll("value=\"[^\"]*\"", "").replaceAll("nonce-[^\"']*", "");
  }

  private static void leadsNowhere(FoundedLocal local, String link) {
    var gone = fresh(link);
    assertThat(gone.status()).isEqualTo(404);
    assertThat(said(gone)).isEqualTo(said(fresh(forged(local))));
  }

  @Test
  void isEndedByWhoHoldsIt(FoundedLocal local) {
    var form = PublicForm.open(local);
    String link = PublicForm.link(form.send("No heat", "tst:1"));
    var holder = form.stranger();
    assertThat(holder.follow(link).body()).contains("No heat", "End this link");
    var ended = holder.post("/r/" + local.handle() + "/follow-up/end");
    assertThat(ended.status()).isEqualTo(200);
    assertThat(ended.body()).contains("leads nowhere").doesNotContain("No heat");
    leadsNowhere(local, link);
    assertThat(String.join("\n", Audited.in(local))).contains("private-link-given-up");
    assertThat(holder.get("/r/" + local.handle() + "/follow-up").status()).isEqualTo(404);
    assertThat(PublicForm.newest(local).told()).isEqualTo("No heat");
    assertThat(form.send("No heat", "tst:1").body()).contains("already in").doesNotContain("<output>");
    assertThat(PublicForm.reports(local)).isEqualTo(1);
  }

  @Test
  void isEndedByAnOrganiser(FoundedLocal local) {
    String link = PublicForm.link(PublicForm.open(local).send("No heat", "tst:1"));
    String path = local.path("grievances/" + PublicForm.newest(local).id());
    var organiser = local.founder().visitor();
    assertThat(organiser.get(path).body()).contains("End their link");
    assertThat(organiser.post(path + "/link/end").status()).isEqualTo(303);
    assertThat(organiser.get(path).body()).contains("No heat").doesNotContain("End their link");
    leadsNowhere(local, link);
  }

  @Test
  void saysThatTheReportHasEndedAndNotThatAFightGoesOn(FoundedLocal local) {
    String link = PublicForm.link(PublicForm.open(local).send("No heat", "tst:1"));
    PublicForm.open(local).send("No heat either", "tst:1");
    var report = local.read(() -> Product.shared().bean(Grievances.class).newest(10))
        .stream()
        .filter(sent -> sent.told().equals("No heat"))
        .findFirst()
        .orElseThrow();
    local.write(() -> Product.shared().bean(Closing.class).close(report.id(), report.version(), ClosedAs.IN_A_FIGHT));
    assertThat(PublicForm.byId(local, report.id()).closedAs()).contains(ClosedAs.IN_A_FIGHT);
    assertThat(fresh(link).body()).contains("Nobody has spoken with you yet").doesNotContain("fight");
    String other = PublicForm.link(PublicForm.open(local).send("No heat, once more", "tst:2"));
    var last = local.read(() -> Product.shared().bean(Grievances.class).newest(10))
        .stream()
        .filter(sent -> sent.told().equals("No heat, once more"))
        .findFirst()
        .orElseThrow();
    local.write(() -> Product.shared()
        .bean(Closing.class)
        .close(last.id(), last.version(), ClosedAs.NOT_OURS));
    assertThat(fresh(other).body()).contains("This report has ended").doesNotContain("Somebody will", "Not ours");
  }

  @Test
  void runsOutAWhileAfterTheReportHasEnded(FoundedLocal local) {
    String link = PublicForm.link(PublicForm.open(local).send("No heat", "tst:1"));
    var report = PublicForm.newest(local);
    Product.shared().clock().advance(Duration.ofDays(100));
    assertThat(fresh(link).body()).as("it goes on").contains("No heat");
    local.write(() -> Product.shared()
        .bean(Closing.class)
        .close(report.id(), report.version(), ClosedAs.HELPED_INDIVIDUALLY));
    Product.shared().clock().advance(Duration.ofDays(89));
    assertThat(fresh(link).body()).contains("No heat");
    Product.shared().clock().advance(Duration.ofDays(2));
    leadsNowhere(local, link);
  }
}
