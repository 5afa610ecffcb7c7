// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.groundwork.platform.access.Accounts;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ProductExtension.class)
class JobPagesTest {

  @Test
  void showsAJobFromItsStartToItsEnd(Product product, FoundedLocal local) {
    var half = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    UUID id = start(product, local, 4, moment -> {
      moment.context().refused("list.txt:" + moment.number() + ":1", "test.refused", "<script>alert(1)</script>");
      if (moment.number() == 3) {
        half.countDown();
        hold(go);
      }
    });
    hold(half);
    String path = local.path("jobs/" + id);
    var visitor = local.founder().visitor();

    var under = visitor.get(path);
    assertThat(under.body()).contains("Writing rows", "Under way", "2 of 4", "hx-trigger=\"every 1s\"",
        "See how far it is", "Stop this");
    go.countDown();
    await().atMost(Duration.ofSeconds(20)).until(() -> visitor.get(path).body().contains("4 rows written"));

    var done = visitor.get(path);
    assertThat(done.body()).contains("Done", "4 of 4", "4 refused", "list.txt:4:1",
        "&lt;script&gt;alert(1)&lt;/script&gt;", "href=\"" + local.path("people") + "\"");
    assertThat(done.body()).doesNotContain("<script>alert", "hx-trigger", "Stop this");
    assertThat(visitor.speaking("es").get(path).body()).contains("Terminado", "4 filas escritas", "No se tomó");
  }

  @Test
  void givesTheChangingPartAlone(Product product, FoundedLocal local) {
    UUID id = start(product, local, 1, moment -> {});
    var fragment = local.founder().visitor().get(local.path("jobs/" + id + "/progress"));
    assertThat(fragment.status()).isEqualTo(200);
    assertThat(fragment.body()).contains("id=\"job\"").doesNotContain("<html", "<body");
  }

  @Test
  void beginsAtOnceAndNotWithTheNextSecond(Product product, FoundedLocal local) {
    var begun = new ArrayList<Long>();
    for (int i = 0; i < 9; i++) {
      var first = new CountDownLatch(1);
      long before = System.nanoTime();
      UUID batch = UUID.randomUUID();
      TestKinds.STEPS.put(batch, moment -> first.countDown());
      startRows(product, local, batch, 1);
      hold(first);
      begun.add(Duration.ofNanos(System.nanoTime() - before).toMillis());
      TestKinds.STEPS.remove(batch);
    }
    begun.sort(null);
    System.out.println("a started job writes its first row after (ms) " + begun);
    assertThat(begun.get(4)).isLessThan(500);
  }

  @Test
  void stopsAndTakesUpAgainByAButton(Product product, FoundedLocal local) {
    var third = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    UUID id = start(product, local, 4, moment -> {
      if (moment.number() == 3 && third.getCount() > 0) {
        third.countDown();
        hold(go);
      }
    });
    hold(third);
    var visitor = local.founder().visitor();
    String path = local.path("jobs/" + id);
    visitor.get(path);
    assertThat(visitor.post(path + "/cancel").location()).contains(path);
    assertThat(visitor.get(path).body()).contains("Stopped", "2 rows written");
    assertThat(visitor.post(path + "/again").location()).contains(path);
    go.countDown();
    await().atMost(Duration.ofSeconds(20)).until(() -> visitor.get(path).body().contains("4 rows written"));
  }

  @Test
  void isNotThereForAnotherLocal(Product product, FoundedLocal local, FoundedLocal other) {
    UUID id = start(product, local, 1, moment -> {});
    for (String path : new String[]{"jobs/" + id, "jobs/" + id + "/progress", "jobs/" + UUID.randomUUID(), "jobs/1"}) {
      assertThat(other.founder().visitor().get(other.path(path)).status()).isEqualTo(404);
    }
    var stranger = other.founder().visitor();
    assertThat(stranger.get(local.path("jobs/" + id)).status()).isEqualTo(404);
    assertThat(stranger.post(other.path("jobs/" + id + "/cancel")).status()).isEqualTo(404);
    assertThat(stranger.post(other.path("jobs/" + id + "/again")).status()).isEqualTo(404);
  }

  @Test
  void isForThoseItsKindNamesOnly(Product product, FoundedLocal local, Visitor stranger) {
    UUID id = start(product, local, 1, moment -> {});
    String path = local.path("jobs/" + id);
    assertThat(stranger.get(path).location().orElse("")).startsWith("/sign-in");
    var member = local.person(Role.MEMBER).visitor();
    assertThat(member.get(path).status()).isEqualTo(403);
    assertThat(member.get(path + "/progress").status()).isEqualTo(403);
    assertThat(member.post(path + "/cancel").status()).isEqualTo(403);
    assertThat(member.post(path + "/again").status()).isEqualTo(403);
    assertThat(local.person().visitor().get(path).status()).isEqualTo(403);
  }

  @Test
  void showsTheInstallationsJobsToWhoRunsItOnly(Product product, FoundedLocal local, Visitor stranger)
      throws Exception {
    UUID id = Tenancy.inInstallation(() -> product.bean(Transactions.class)
        .write(() -> product.bean(Jobs.class)
            .startForInstallation(product.bean(RowsKind.class), new RowsKind.Rows(UUID.randomUUID(), 0))));
    String path = "/installation/jobs/" + id;
    var runner = product.bean(Accounts.class).open("en", FoundedLocal.PIN, true);
    var visitor = product.visitor().withCookie("gw-session", runner.sessionToken());
    await().atMost(Duration.ofSeconds(20)).until(() -> visitor.get(path).body().contains("Done"));
    assertThat(visitor.get(path + "/progress").status()).isEqualTo(200);
    assertThat(stranger.get(path).location().orElse("")).startsWith("/sign-in");
    var founder = local.founder().visitor();
    assertThat(founder.get(path).status()).isEqualTo(403);
    assertThat(founder.get(path + "/progress").status()).isEqualTo(403);
    assertThat(founder.post(path + "/cancel").status()).isEqualTo(403);
    assertThat(founder.post(path + "/again").status()).isEqualTo(403);
    assertThat(founder.get(local.path("jobs/" + id)).status()).isEqualTo(404);
  }

  @Test
  void startsNothingOutsideATransactionOrWhenItFails(Product product, FoundedLocal local) {
    var jobs = product.bean(Jobs.class);
    var kind = product.bean(RowsKind.class);
    var batch = UUID.randomUUID();
    assertThatThrownBy(() -> local.as(local.founder(), () -> jobs.start(kind, new RowsKind.Rows(batch, 1))))
        .isInstanceOf(IllegalStateException.class);
    var started = new ArrayList<UUID>();
    assertThatThrownBy(() -> local.write(() -> {
      started.add(jobs.start(kind, new RowsKind.Rows(batch, 1)));
      throw new IllegalArgumentException("the act failed");
    })).isInstanceOf(IllegalArgumentException.class);
    assertThat(local.founder().visitor().get(local.path("jobs/" + started.getFirst())).status()).isEqualTo(404);
  }

  @Test
  void startsWhatHasAKeyOnce(Product product, FoundedLocal local, FoundedLocal other) {
    var jobs = product.bean(Jobs.class);
    var rows = new RowsKind.Rows(UUID.randomUUID(), 0);
    UUID first = local.write(() -> jobs.startOnce("week", product.bean(RowsKind.class), rows));
    assertThat(local.<UUID>write(() -> jobs.startOnce("week", product.bean(RowsKind.class), rows))).isEqualTo(first);
    assertThat(other.<UUID>write(() -> jobs.startOnce("week", product.bean(RowsKind.class), rows))).isNotEqualTo(first);
  }

  private static UUID start(Product product, FoundedLocal local, int rows, Consumer<RowsKind.Moment> step) {
    UUID batch = UUID.randomUUID();
    var id = new java.util.concurrent.CompletableFuture<UUID>();
    TestKinds.STEPS.put(batch, moment -> {
      if (moment.context().job().equals(id.join())) {
        step.accept(moment);
      }
    });
    id.complete(startRows(product, local, batch, rows));
    return id.join();
  }

  private static UUID startRows(Product product, FoundedLocal local, UUID batch, int rows) {
    return local.write(() -> product.bean(Jobs.class)
        .start(product.bean(RowsKind.class), new RowsKind.Rows(batch, rows)));
  }

  private static void hold(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
