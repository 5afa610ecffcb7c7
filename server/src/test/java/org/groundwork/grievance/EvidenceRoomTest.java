// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Strangers cannot fill the room for files of a local, and what was sent with nonsense goes with it. */
@ExtendWith(ProductExtension.class)
class EvidenceRoomTest {
  /** A quarter of what a local may keep, as the setting is where nobody changed it. */
  private static final int QUARTER = 1 << 30;

  @BeforeAll
  static void register(Product product) throws Exception { SmallRegister.load(product); }

  private static JdbcClient jdbc() { return Product.shared().bean(JdbcClient.class); }

  /** Says of the files of a report that they are as large as this. */
  private static void grow(FoundedLocal local, UUID grievance, int bytes) {
    local.write(() -> {
      UUID of = local.id().value();
      return jdbc().sql("""
          insert into platform.file (local_id, id, owner_kind, owner_id, place, name, media_type, bytes, content, original)
          values (?, ?, 'grievance', ?, 5, '\\x00', 'application/pdf', ?, '\\x00', '\\x00')""")
          .params(of, UUID.randomUUID(), grievance, bytes)
          .update();
    });
  }

  private static void confirm(FoundedLocal local, UUID grievance) {
    local.write(() -> jdbc().sql("update grievance.grievance set confirmed_at = now() where local_id = ? and id = ?")
        .params(local.id().value(), grievance)
        .update());
  }

  @Test
  void letsReportsThatNobodySpokeAboutFillAQuarterOfTheRoomAndNoMore(FoundedLocal local) {
    var form = PublicForm.open(local);
    var stranger = form.stranger();
    var followUp = stranger.follow(PublicForm.link(form.send("Mould", "tst:2")));
    UUID known = PublicForm.newest(local).id();
    PublicForm.open(local).send("No heat", "tst:1");
    UUID other = PublicForm.newest(local).id().equals(known)
        ? local.read(() -> Product.shared().bean(Grievances.class).newest(2)).getLast().id()
        : PublicForm.newest(local).id();
    grow(local, other, QUARTER - 10);
    String path = "/r/" + local.handle() + "/follow-up/evidence";
    var refused = stranger.upload(path, PublicForm.photo("later.png"), "once", PublicForm.once(followUp));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("files-error", "no room for more files");
    var third = PublicForm.open(local);
    assertThat(third.send(List.of(PublicForm.photo("a.png")), "No water", "tst:1").status()).isEqualTo(422);
    confirm(local, known);
    assertThat(stranger.upload(path, PublicForm.photo("later.png"), "once", UUID.randomUUID().toString()).status())
        .as("somebody who was spoken with")
        .isEqualTo(303);
    confirm(local, other);
    assertThat(third.send(List.of(PublicForm.photo("a.png")), "No water", "tst:1").status()).isEqualTo(200);
  }

  @Test
  void deletesWhatCameWithAReportThatIsNotOursOrWasTakenBack(FoundedLocal local) {
    for (ClosedAs end : List.of(ClosedAs.NOT_OURS, ClosedAs.WITHDRAWN, ClosedAs.HELPED_INDIVIDUALLY)) {
      PublicForm.open(local).send(List.of(PublicForm.photo("a.png")), end.key(), "tst:1");
      UUID id = local.read(() -> Product.shared().bean(Grievances.class).newest(10))
          .stream()
          .filter(report -> report.told().equals(end.key()))
          .findFirst()
          .orElseThrow()
          .id();
      String version = Long.toString(PublicForm.byId(local, id).version());
      var visitor = local.founder().visitor();
      String ending = local.path("grievances/" + id + "/ending");
      assertThat(visitor.post(ending, "as", end.key(), "version", "999").status()).isEqualTo(409);
      assertThat(PublicForm.files(local, id)).as("changed meanwhile").hasSize(1);
      assertThat(visitor.post(ending, "as", end.key(), "version", version).status()).isEqualTo(303);
      assertThat(PublicForm.files(local, id)).as(end.key()).hasSize(end == ClosedAs.HELPED_INDIVIDUALLY ? 1 : 0);
    }
  }
}
