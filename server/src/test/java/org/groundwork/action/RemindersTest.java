// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.groundwork.platform.jobs.JobState;
import org.groundwork.platform.jobs.JobView;
import org.groundwork.platform.jobs.Jobs;
import org.groundwork.roll.SafeContact;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Reminders: in words that say nothing, once each, within what people agreed to. */
@ExtendWith(ProductExtension.class)
class RemindersTest {

  private static LocalDate today(Product product) {
    return LocalDate.ofInstant(product.clock().instant(), Planned.ZONE);
  }

  /** One morning's round; how many were reminded. */
  private static int round(Product product, FoundedLocal local) {
    var reminders = Planned.part(Reminders.class);
    int told = 0;
    for (var due : local.read(() -> reminders.due(today(product)))) {
      told += local.write(() -> reminders.remind(due)) ? 1 : 0;
    }
    return told;
  }

  private static long mails(Product product, String address) {
    return product.visitor().get("/dev/mail").body().split(address, -1).length - 1L;
  }

  @Test
  void remindsByMailTheDayBeforeOnceAndSaysNothingOfWhatItIs(Product product, FoundedLocal local) {
    var planned = Planned.in(local, Duration.ofDays(4), OptionalInt.empty(), false);
    String mail = "maria" + UUID.randomUUID() + "@example.org";
    UUID maria = Planned.known(local, "Maria", Optional.empty(), Optional.of(mail));
    planned.comes(maria);
    assertThat(round(product, local)).as("days before").isZero();
    product.clock().advance(Duration.ofDays(3));
    assertThat(round(product, local)).isEqualTo(1);
    assertThat(round(product, local)).as("not again").isZero();
    Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> mails(product, mail) > 0);
    assertThat(mails(product, mail)).isEqualTo(1);
    String page = product.visitor().get("/dev/mail").body();
    String letter = page.substring(page.lastIndexOf("<li", page.indexOf(mail)),
        page.indexOf("</li>", page.indexOf(mail)));
    assertThat(letter).contains("A message for you", "A reminder of your appointment", planned.id().toString())
        .doesNotContain(Planned.TITLE, Planned.PLACE);
  }

  @Test
  void writesToNobodyWhoDoesNotWantMailOrWasRemindedByHand(Product product, FoundedLocal local) {
    var planned = Planned.tomorrow(local);
    UUID maria = Planned.known(local, "Maria", Optional.of("+1 555 0100"), Optional.of("m@example.org"));
    UUID ben = Planned.known(local, "Ben", Optional.of("+1 555 0101"), Optional.of("b@example.org"));
    local.write(() -> Planned.part(SafeContact.class)
        .set(maria, new SafeContact.Rules(0, EnumSet.of(SafeContact.Channel.TEXT), List.of(), true, false, "")));
    local.write(() -> Planned.part(SafeContact.class)
        .set(ben, new SafeContact.Rules(0, EnumSet.of(SafeContact.Channel.MAIL), List.of(), true, false, "")));
    planned.comes(maria);
    planned.comes(ben);
    planned.comes("Cleo");
    var host = planned.organiser();
    String page = host.get(planned.at("/people")).body();
    assertThat(page).contains("sms:+15550100?body=Hello.%20A%20reminder").doesNotContain("sms:+15550101");
    assertThat(page.substring(page.indexOf("sms:"), page.indexOf("sms:") + 160)).as("the text of the message")
        .doesNotContain("Zebra", "Quill");
    UUID hers = planned.signUps()
        .stream()
        .filter(in -> in.person().filter(ben::equals).isPresent())
        .findFirst()
        .orElseThrow()
        .id();
    host.post(planned.at("/people/reminded"), "who", hers.toString());
    assertThat(round(product, local)).as("Maria wants none, Ben was reminded, Cleo has no account").isZero();
    assertThat(host.get(planned.at("/people")).body()).contains("Was reminded");
  }

  @Test
  void remindsNobodyOfWhatWasCalledOff(Product product, FoundedLocal local) {
    var planned = Planned.tomorrow(local);
    planned.comes(Planned.known(local, "Maria", Optional.empty(), Optional.of("m@example.org")));
    local.write(() -> Planned.part(Actions.class).cancel(planned.id()));
    assertThat(round(product, local)).isZero();
  }

  @Test
  void goesRoundAsAJobAndDeletesWhatStrangersTypedAMonthAfter(Product product, FoundedLocal local) {
    var planned = Planned.tomorrow(local);
    planned.comes("Cleo");
    planned.comes(Planned.known(local, "Maria", Optional.empty(), Optional.empty()));
    assertThat(job(product, local).counts()).as("nobody has her mail").containsEntry("not-reached", 1L);
    product.clock().advance(Duration.ofDays(20));
    job(product, local);
    assertThat(planned.called("Cleo").name()).isEqualTo("Cleo");
    product.clock().advance(Duration.ofDays(12));
    job(product, local);
    assertThat(planned.signUps()).hasSize(2).allMatch(in -> in.name().isEmpty());
  }

  private static JobView job(Product product, FoundedLocal local) {
    var jobs = Planned.part(Jobs.class);
    var day = new Reminders.Day(today(product));
    UUID job = local.write(() -> jobs.startOnce(day.on().toString(), Planned.part(Reminders.class), day));
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> view(jobs, local, job).state() == JobState.DONE);
    return view(jobs, local, job);
  }

  private static JobView view(Jobs jobs, FoundedLocal local, UUID job) {
    return local.read(() -> jobs.view(Optional.of(local.id()), job)).orElseThrow();
  }
}
