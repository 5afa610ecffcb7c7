// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.groundwork.platform.access.Reach;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.audit.Audited;
import org.groundwork.platform.files.FileStore;
import org.groundwork.roll.SiteKind;
import org.groundwork.roll.Sites;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Evidence that comes later, whom it is shown to, and how long it waits. */
@ExtendWith(ProductExtension.class)
class EvidenceSeenTest {
  private static final String HOSTILE = "<script>alert(1)</script>{0}${x}.png";

  @BeforeAll
  static void register(Product product) throws Exception { SmallRegister.load(product); }

  private static String page(FoundedLocal local, UUID grievance) { return local.path("grievances/" + grievance); }

  @Test
  void addsAFileLaterOverThePrivateLink(FoundedLocal local) {
    var form = PublicForm.open(local);
    var stranger = form.stranger();
    var followUp = stranger.follow(PublicForm.link(form.send("No heat", "tst:1")));
    String path = "/r/" + local.handle() + "/follow-up/evidence";
    String once = PublicForm.once(followUp);
    assertThat(stranger.upload(path, PublicForm.photo("later.png"), "once", once).status()).isEqualTo(303);
    assertThat(stranger.upload(path, PublicForm.photo("later.png"), "once", once).status()).as("sent twice")
        .isEqualTo(303);
    UUID grievance = PublicForm.newest(local).id();
    assertThat(PublicForm.files(local, grievance)).extracting(FileStore.Kept::name).containsExactly("later.png");
    assertThat(stranger.get("/r/" + local.handle() + "/follow-up").body()).contains("later.png");
    var refused = stranger.upload(path, PublicForm.file("x.svg", "<svg/>".getBytes(US_ASCII)), "once",
        UUID.randomUUID().toString());
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("files-error", "x.svg");
    assertThat(stranger.post(path, "once", UUID.randomUUID().toString()).body()).contains("Choose a photo");
    assertThat(Product.shared().visitor().upload(path, PublicForm.photo("b.png"), "once", once).status())
        .isEqualTo(404);
    assertThat(Audited.in(local)).filteredOn(entry -> entry.contains("evidence-added")).hasSize(1);
  }

  @Test
  void showsAFileToNobodyItIsNotFor(FoundedLocal local, FoundedLocal other) {
    PublicForm.open(local).send(List.of(PublicForm.photo("a.png")), "No heat", "tst:1");
    PublicForm.open(local).send("No heat either", "tst:3");
    PublicForm.open(other).send(List.of(PublicForm.photo("b.png")), "No heat", "tst:1");
    UUID theirs = PublicForm.newest(other).id();
    UUID foreign = PublicForm.files(other, theirs).getFirst().id();
    var reports = local.read(() -> Product.shared().bean(Grievances.class).newest(2));
    UUID with = reports.stream()
        .filter(report -> !PublicForm.files(local, report.id()).isEmpty())
        .findFirst()
        .orElseThrow()
        .id();
    UUID without = reports.stream().filter(report -> !report.id().equals(with)).findFirst().orElseThrow().id();
    UUID file = PublicForm.files(local, with).getFirst().id();
    var organiser = local.founder().visitor();
    assertThat(organiser.get(page(local, with) + "/files/" + file).status()).isEqualTo(200);
    assertThat(organiser.get(page(local, with) + "/files/" + foreign).status()).isEqualTo(404);
    assertThat(organiser.get(page(local, without) + "/files/" + file).status()).isEqualTo(404);
    assertThat(organiser.get(page(local, theirs) + "/files/" + foreign).status()).isEqualTo(404);
    assertThat(other.founder().visitor().get(page(local, with) + "/files/" + file).status()).isEqualTo(404);
    assertThat(Product.shared().visitor().get(page(local, with) + "/files/" + file).status()).isEqualTo(303);
    UUID site = local.write(() -> Product.shared()
        .bean(Sites.class)
        .add(SiteKind.BUILDING, "99 Other Street", Optional.empty()));
    var elsewhere = local.withPasskey(local.person(new Reach.Sites(Set.of(site)), Role.ORGANISER)).visitor();
    assertThat(elsewhere.get(page(local, with) + "/files/" + file).status()).isEqualTo(404);
  }

  @Test
  void showsScriptInAFilesNameAsTheTextItIs(FoundedLocal local) {
    var form = PublicForm.open(local);
    var again = form.send(List.of(PublicForm.photo(HOSTILE)), "", "tst:1");
    assertThat(again.body()).contains("script&gt;").doesNotContain("<script>alert");
    var followUp = form.stranger().follow(PublicForm.link(form.send(HOSTILE, "tst:1")));
    assertThat(followUp.body()).doesNotContain("<script>alert");
    var seen = local.founder().visitor().get(page(local, PublicForm.newest(local).id()));
    assertThat(seen.body()).contains("script&gt;").doesNotContain("<script>alert");
    var refused = form.send(List.of(PublicForm.file(HOSTILE, new byte[]{1, 2})), HOSTILE, "tst:1");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).doesNotContain("<script>alert");
  }

  @Test
  void forgetsWhatWaitedADayForItsForm(Product product, FoundedLocal local) {
    PublicForm.open(local).send(List.of(PublicForm.photo("a.png")), "", "tst:1");
    assertThat(PublicForm.kept(local)).isEqualTo(1);
    product.clock().advance(Duration.ofHours(25));
    assertThat(local.write(() -> product.bean(FileStore.class).forgetWaiting())).isEqualTo(1);
    assertThat(PublicForm.kept(local)).isZero();
  }
}
