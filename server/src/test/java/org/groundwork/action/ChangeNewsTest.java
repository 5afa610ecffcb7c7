// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever comes learns that it is at another time or place, or called off: by mail, or from somebody who organises it. */
@ExtendWith(ProductExtension.class)
class ChangeNewsTest {

  private static List<String> letters(Product product, String address) {
    String page = product.visitor().get("/dev/mail").body();
    return List.of(page.split("<li")).stream().filter(letter -> letter.contains(address)).toList();
  }

  private static String letter(Product product, String address, int nth) {
    Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> letters(product, address).size() >= nth);
    assertThat(letters(product, address)).hasSize(nth);
    return String.join("", letters(product, address));
  }

  private static String mail() { return "maria" + UUID.randomUUID() + "@example.org"; }

  private static Action.When later(Planned planned, Duration by) {
    var when = planned.now().when();
    return new Action.When(when.starts().plus(by), when.ends().plus(by), when.zone());
  }

  private static boolean move(Planned planned, Action.When to) { return change(planned, Planned.plan(to, false)); }

  private static boolean change(Planned planned, Actions.Plan plan) {
    long version = planned.now().version();
    return planned.local().write(() -> Planned.part(Actions.class).change(planned.id(), version, plan));
  }

  private static void remind(FoundedLocal local, LocalDate today) {
    var reminders = Planned.part(Reminders.class);
    for (var due : local.read(() -> reminders.due(today))) {
      local.write(() -> reminders.remind(due));
    }
  }

  private static SignUp of(Planned planned, UUID person) {
    return planned.signUps()
        .stream()
        .filter(in -> in.person().filter(person::equals).isPresent())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void tellsOfWhatWasCalledOffByMailAndOnTheHostsList(Product product, FoundedLocal local) {
    var planned = Planned.in(local, Duration.ofDays(3), OptionalInt.of(3), false);
    String mail = mail();
    planned.comes(Planned.known(local, "Maria", Optional.empty(), Optional.of(mail)));
    UUID dario = Planned.known(local, "Dario", Optional.of("+1 555 0177"), Optional.empty());
    planned.comes(dario);
    planned.comes("Cleo");
    planned.comes("Waits");
    planned.comes("Withdrew");
    UUID withdrew = planned.called("Withdrew").id();
    local.write(() -> Planned.part(SignUps.class).withdraw(withdrew));
    var host = planned.organiser();
    assertThat(host.get(planned.at("/people")).body()).doesNotContain("To tell").contains("A%20reminder");
    assertThat(host.get(planned.at("/cancel")).body()).contains("stand under “To tell”");
    assertThat(host.post(planned.at("/cancel")).location())
        .hasValueSatisfying(to -> assertThat(to).endsWith("/people"));
    assertThat(letter(product, mail, 1)).contains("A message for you", "does not take place", planned.id().toString())
        .doesNotContain(Planned.TITLE, Planned.PLACE);
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> planned.signUps().stream().filter(SignUp::toTell).count() == 3);
    String page = host.get(planned.at("/people")).body();
    assertThat(page).contains("To tell", "It does not take place", "Called off",
        "sms:+15550177?body=Hello.%20This%20does%20not%20take%20place")
        .doesNotContain("A%20reminder", "/people/reminded", "Who was there");
    assertThat(planned.called("Withdrew").toTell()).isFalse();
    host.post(planned.at("/people/told"), "who", of(planned, dario).id().toString());
    assertThat(of(planned, dario).toTell()).isFalse();
    assertThat(planned.called("Waits").toTell()).as("who waits must know it too").isTrue();
    local.write(() -> Planned.part(Actions.class).cancel(planned.id()));
    assertThat(of(planned, dario).toTell()).as("it is called off once").isFalse();
  }

  @Test
  void tellsOfAnotherTimeAndRemindsOfItAnew(Product product, FoundedLocal local) {
    var planned = Planned.tomorrow(local);
    String mail = mail();
    UUID maria = Planned.known(local, "Maria", Optional.empty(), Optional.of(mail));
    planned.comes(maria);
    planned.comes("Cleo");
    var today = LocalDate.ofInstant(product.clock().instant(), Planned.ZONE);
    remind(local, today);
    assertThat(letter(product, mail, 1)).contains("A reminder of your appointment");
    assertThat(of(planned, maria).reminded()).isPresent();
    assertThat(move(planned, later(planned, Duration.ofDays(3)))).isTrue();
    assertThat(letter(product, mail, 2)).contains("Something about your appointment has changed")
        .doesNotContain(Planned.TITLE, Planned.PLACE);
    assertThat(of(planned, maria).reminded()).isEmpty();
    Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !of(planned, maria).toTell());
    assertThat(planned.called("Cleo").news()).hasValue(SignUp.News.CHANGED);
    assertThat(planned.organiser().get(planned.at("/people")).body()).contains("It is at another time or place now");
    product.clock().advance(Duration.ofDays(3));
    remind(local, LocalDate.ofInstant(product.clock().instant(), Planned.ZONE));
    assertThat(letter(product, mail, 3)).contains("A reminder of your appointment");
  }

  @Test
  void saysNothingOfAnotherTitleAndOfWhatIsOver(Product product, FoundedLocal local) {
    var planned = Planned.tomorrow(local);
    planned.comes("Ana");
    var plan = Planned.plan(planned.now().when(), false);
    String place = plan.told().place();
    change(planned, new Actions.Plan(plan.campaign(), plan.site(),
        new Action.Told("Other words", "", place, "", "", "", ""), plan.when(), false));
    assertThat(planned.called("Ana").toTell()).isFalse();
    change(planned, new Actions.Plan(plan.campaign(), plan.site(),
        new Action.Told("Other words", "", "Another corner", "", "", "", ""), plan.when(), false));
    assertThat(planned.called("Ana").news()).as("another place").hasValue(SignUp.News.CHANGED);
    var over = Planned.tomorrow(local);
    over.comes("Ben");
    product.clock().advance(Duration.ofDays(2));
    local.write(() -> Planned.part(Actions.class).cancel(over.id()));
    assertThat(over.called("Ben").toTell()).as("it is over").isFalse();
  }

  @Test
  void tellsOnlyThoseOfTheShiftThatHasOtherHours(FoundedLocal local) {
    var planned = Planned.tomorrow(local);
    var whole = planned.now().when();
    var late = new Action.When(whole.starts().plus(Duration.ofHours(1)), whole.ends(), whole.zone());
    UUID shift = local.write(() -> Planned.part(Actions.class)
        .addShift(planned.id(), new Actions.NewShift("Late", late, OptionalInt.empty(), OptionalInt.empty())))
        .orElseThrow();
    planned.comes("Ana");
    local.write(() -> Planned.part(SignUps.class)
        .come(shift, new SignUp.Who.Visitor("Ben", "", java.util.Locale.ENGLISH, "token of Ben")));
    var later = new Action.When(late.starts().plus(Duration.ofMinutes(15)), late.ends(), late.zone());
    assertThat(local.write(() -> Planned.part(Shifts.class)
        .change(planned.id(), shift, 1, new Actions.NewShift("Late", later, OptionalInt.empty(), OptionalInt.empty()))))
        .isTrue();
    assertThat(planned.called("Ben").news()).hasValue(SignUp.News.CHANGED);
    assertThat(planned.called("Ana").toTell()).isFalse();
    assertThat(planned.now().revision()).as("calendars are told").isEqualTo(1);
  }

  /** Whoever moved up and then learns of another hour is told of both in one sentence. */
  @Test
  void keepsThatSomebodyHasAPlaceUntilTheyWereTold(FoundedLocal local) {
    var planned = Planned.in(local, Duration.ofHours(20), OptionalInt.of(1), false);
    planned.comes("Ana");
    planned.comes("Ben");
    UUID ana = planned.called("Ana").id();
    local.write(() -> Planned.part(SignUps.class).withdraw(ana));
    assertThat(planned.called("Ben").news()).hasValue(SignUp.News.PLACE);
    move(planned, later(planned, Duration.ofHours(1)));
    assertThat(planned.called("Ben").news()).hasValue(SignUp.News.PLACE);
    var list = Planned.part(ReminderList.class);
    UUID ben = planned.called("Ben").id();
    assertThat(local.write(() -> list.toldByHand(ben))).isTrue();
    move(planned, later(planned, Duration.ofHours(1)));
    assertThat(planned.called("Ben").news()).hasValue(SignUp.News.CHANGED);
  }
}
