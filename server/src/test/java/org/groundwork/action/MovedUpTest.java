// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever waited and has a place is told: by mail where they agreed to it, otherwise by somebody who organises it. */
@ExtendWith(ProductExtension.class)
class MovedUpTest {

  private static int mails(Product product, String address) {
    return product.visitor().get("/dev/mail").body().split(address, -1).length - 1;
  }

  private static boolean withdraw(Planned planned, SignUp in) {
    return planned.local().write(() -> Planned.part(SignUps.class).withdraw(in.id()));
  }

  @Test
  void mailsMembersInNeutralWordsAndLeavesOthersOnTheHostsList(Product product, FoundedLocal local) {
    var planned = Planned.in(local, Duration.ofHours(20), OptionalInt.of(2), false);
    planned.comes("Ana");
    planned.comes("Ben");
    String mail = "maria" + UUID.randomUUID() + "@example.org";
    planned.comes(Planned.known(local, "Maria", Optional.empty(), Optional.of(mail)));
    planned.comes(Planned.known(local, "Dario", Optional.of("+1 555 0177"), Optional.empty()));
    assertThat(planned.signUps()).noneMatch(SignUp::toTell);
    withdraw(planned, planned.called("Ana"));
    Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> mails(product, mail) == 1);
    String page = product.visitor().get("/dev/mail").body();
    String letter = page.substring(page.lastIndexOf("<li", page.indexOf(mail)),
        page.indexOf("</li>", page.indexOf(mail)));
    assertThat(letter).contains("A message for you", "There is a place for you", planned.id().toString())
        .doesNotContain(Planned.TITLE, Planned.PLACE);
    var host = planned.organiser();
    assertThat(host.get(planned.at("/people")).body()).doesNotContain("To tell");
    withdraw(planned, planned.called("Ben"));
    var dario = planned.signUps().stream().filter(SignUp::toTell).toList();
    assertThat(dario).hasSize(1);
    String people = host.get(planned.at("/people")).body();
    assertThat(people).contains("To tell", "Dario", "sms:+15550177?body=Hello.%20There%20is%20a%20place");
    host.post(planned.at("/people/told"), "who", dario.getFirst().id().toString());
    assertThat(host.get(planned.at("/people")).body()).doesNotContain("To tell");
    assertThat(planned.signUps()).noneMatch(SignUp::toTell);
  }

  @Test
  void tellsOfAnotherActionNothing(FoundedLocal local) {
    var planned = Planned.in(local, Duration.ofHours(20), OptionalInt.of(1), false);
    var other = Planned.tomorrow(local);
    planned.comes("Ana");
    planned.comes("Ben");
    withdraw(planned, planned.called("Ana"));
    assertThat(other.organiser().post(other.at("/people/told"), "who", planned.called("Ben").id().toString()).status())
        .isEqualTo(404);
    assertThat(planned.called("Ben").toTell()).isTrue();
    withdraw(planned, planned.called("Ben"));
    planned.comes("Ben");
    assertThat(planned.called("Ben").toTell()).as("they chose again, and there was room").isFalse();
  }

  /** Ten withdraw at once: ten move up, each once and in order, and each is told once. */
  @Test
  void movesEachUpOnceWhenManyWithdrawAtOnce(Product product, FoundedLocal local) throws Exception {
    var planned = Planned.in(local, Duration.ofHours(20), OptionalInt.of(10), false);
    for (int at = 0; at < 10; at++) {
      planned.comes("Early " + at);
    }
    var addresses = new ArrayList<String>();
    for (int at = 0; at < 12; at++) {
      String mail = "late" + at + "-" + UUID.randomUUID() + "@example.org";
      addresses.add(mail);
      planned.comes(Planned.known(local, "Late " + at, Optional.empty(), Optional.of(mail)));
    }
    var start = new CountDownLatch(1);
    List<Callable<Boolean>> work = new ArrayList<>();
    for (int at = 0; at < 10; at++) {
      var early = planned.called("Early " + at);
      work.add(() -> {
        start.await();
        return withdraw(planned, early);
      });
    }
    try (var threads = Executors.newFixedThreadPool(10)) {
      var running = work.stream().map(threads::submit).toList();
      start.countDown();
      for (var one : running) {
        assertThat(one.get()).isTrue();
      }
    }
    assertThat(planned.now().coming()).isEqualTo(10);
    assertThat(planned.now().waiting()).isEqualTo(2);
    assertThat(planned.signUps().stream().filter(in -> in.state() == SignUp.State.WAITING).map(SignUp::line))
        .containsExactly(21, 22);
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> addresses.subList(0, 10).stream().allMatch(mail -> mails(product, mail) == 1));
    assertThat(addresses.subList(10, 12)).allMatch(mail -> mails(product, mail) == 0);
  }
}
