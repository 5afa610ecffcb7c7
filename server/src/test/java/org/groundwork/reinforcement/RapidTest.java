// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.reinforcement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.Mandates;
import org.groundwork.platform.access.Reach;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.history.ChangeSets;
import org.groundwork.roll.People;
import org.groundwork.roll.PersonMerge;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A rapid call: two people before anything goes out, and a correction to everybody whom it reached. */
@ExtendWith(ProductExtension.class)
class RapidTest {

  @Test
  void asksNobodyBeforeASecondPersonSaysSoAndTheFirstIsNotTheSecond(FoundedLocal local) {
    var maria = Called.readyMember(local);
    var called = Called.rapid(local, 1);
    var founder = local.withPasskey(local.founder()).visitor();
    assertThat(maria.visitor().get(called.at("")).status()).as("a draft is not there").isEqualTo(404);
    assertThat(maria.visitor().get(local.path("reinforcements")).body()).doesNotContain(Called.TITLE, Called.AREA);
    assertThat(maria.visitor().get(local.path("")).body()).doesNotContain(Called.TITLE);
    assertThat(founder.get(called.at("")).body()).contains("Nothing has been sent")
        .doesNotContain("It is true, send it");
    founder.post(called.at("/confirm"));
    assertThat(called.is().state()).isEqualTo(Reinforcement.State.DRAFT);
    assertThat(called.people()).isEmpty();

    var second = local.withPasskey(local.person(Role.ORGANISER)).visitor();
    assertThat(second.get(local.path("")).body()).contains("Confirm a call");
    assertThat(second.get(called.at("")).body()).as("sees exactly what is sent")
        .contains(Called.TITLE, Called.AREA, Called.PLACE, "It is true, send it");
    assertThat(second.post(called.at("/confirm")).location()).hasValueSatisfying(to -> assertThat(to).endsWith("out"));
    assertThat(second.post(called.at("/confirm")).location()).hasValueSatisfying(to -> assertThat(to).endsWith("out"));
    assertThat(called.people()).containsExactly(maria.id());
    assertThat(called.is().times().waves()).isOne();
  }

  @Test
  void takesNoSecondYesFromTheSameAccountUnderAnotherPerson(FoundedLocal local) {
    var called = Called.rapid(local, 1);
    var other = local.person(Role.ORGANISER);
    var disguised = new FoundedLocal.Person(local.founder().account(), other.id(), other.visitor());
    assertThat(called.<Confirmation>as(disguised, () -> Called.part(Reinforcements.class).confirm(called.id())))
        .isInstanceOf(Confirmation.SamePerson.class);
    assertThat(Called.part(Mandates.class)).isNotNull();
  }

  @Test
  void takesNoSecondYesFromARecordMergedIntoTheFirst(FoundedLocal local) {
    var called = Called.rapid(local, 1);
    var twin = local.write(() -> Called.part(People.class)
        .addContact(Called.part(ChangeSets.class).open("test"),
            new People.Known("Neighbour", Optional.empty(), Optional.empty(), "")));
    assertThat(local.write(() -> Called.part(PersonMerge.class).merge(local.founder().id(), twin))).isPresent();
    var other = local.person(Role.ORGANISER);
    var disguised = new FoundedLocal.Person(other.account(), twin, other.visitor());
    assertThat(called.<Confirmation>as(disguised, () -> Called.part(Reinforcements.class).confirm(called.id())))
        .isInstanceOf(Confirmation.SamePerson.class);
    assertThat(called.<Confirmation>as(other, () -> Called.part(Reinforcements.class).confirm(called.id())))
        .as("another human with that account")
        .isInstanceOf(Confirmation.Out.class);
  }

  @Test
  void isDeadOnceRefusedAndSaysWhy(FoundedLocal local) {
    Called.ready(local);
    var called = Called.rapid(local, 1);
    var second = local.person(Role.ORGANISER);
    var browser = local.withPasskey(second).visitor();
    var empty = browser.post(called.at("/word"), "how", "refuse", "word", " ");
    assertThat(empty.status()).isEqualTo(422);
    browser.post(called.at("/word"), "how", "refuse", "word", "Nobody is there, I looked <script>");
    assertThat(called.is().state()).isEqualTo(Reinforcement.State.REFUSED);
    assertThat(called.is().told().place()).isEmpty();
    assertThat(called.<Confirmation>as(second, () -> Called.part(Reinforcements.class).confirm(called.id())))
        .isInstanceOf(Confirmation.Over.class);
    assertThat(called.people()).isEmpty();
    assertThat(browser.get(called.at("")).body()).contains("I looked &lt;script").doesNotContain(Called.PLACE);
  }

  @Test
  void givesUpADraftThatNobodyConfirms(Product product, FoundedLocal local) {
    var called = Called.rapid(local, 1);
    var second = local.person(Role.ORGANISER);
    product.clock().advance(Duration.ofHours(7));
    assertThat(called.<Confirmation>as(second, () -> Called.part(Reinforcements.class).confirm(called.id())))
        .isInstanceOf(Confirmation.Over.class);
    Called.round(local);
    assertThat(called.is().state()).isEqualTo(Reinforcement.State.OVER);
    assertThat(called.is().told().place()).isEmpty();
  }

  @Test
  void lastsAsLongAfterItBeginsWhereItWasCalledForTheNightBefore(Product product, FoundedLocal local) {
    UUID maria = Called.ready(local);
    var zone = ZoneId.of("America/New_York");
    var evening = Called.now().atZone(zone).toLocalDate().plusDays(1).atTime(20, 0).atZone(zone).toInstant();
    product.clock().advance(Duration.between(Called.now(), evening));
    Instant five = evening.plus(Duration.ofHours(9));
    var usual = Called.of(Reinforcement.Urgency.RAPID, 1, Optional.empty());
    var called = Called.made(local, new Reinforcements.NewCall(usual.urgency(), usual.need(), 1, usual.title(),
        usual.area(), usual.place(), new Reinforcement.When(five, five.plus(Duration.ofHours(2)), zone), usual.ties()));
    called.as(local.person(Role.ORGANISER), () -> Called.part(Reinforcements.class).confirm(called.id()));
    product.clock().advance(Duration.ofHours(8));
    Called.round(local);
    assertThat(called.yes(maria)).as("at four").isEqualTo(Asked.Outcome.COMING);
    assertThat(called.is().told().place()).isEqualTo(Called.PLACE);
    product.clock().advance(Duration.ofHours(6));
    assertThat(called.here(maria)).as("at ten").isEqualTo(Asked.Outcome.HERE);
    product.clock().advance(Duration.ofHours(1));
    Called.round(local);
    assertThat(called.is().told().place()).as("six hours after it began").isEmpty();
  }

  @Test
  void tellsTheAddressOnlyToWhoeverComes(Product product, FoundedLocal local) {
    var maria = Called.readyMember(local);
    var called = Called.rapidOut(local, 1);
    String before = maria.visitor().get(called.at("")).body();
    assertThat(before).contains(Called.TITLE, Called.AREA, "One person is needed").doesNotContain(Called.PLACE);
    assertThat(maria.visitor().get(local.path("")).body()).contains("Can you come?").doesNotContain(Called.PLACE);
    assertThat(maria.visitor().post(called.at("/answer"), "say", "yes").status()).isEqualTo(303);
    assertThat(maria.visitor().get(called.at("")).body()).contains(Called.PLACE);
    var third = local.withPasskey(local.person(Role.ORGANISER)).visitor();
    assertThat(third.get(called.at("")).body()).as("an organiser who neither called nor comes")
        .contains(Called.TITLE)
        .doesNotContain(Called.PLACE);
    var unasked = local.person(Role.MEMBER).visitor();
    assertThat(unasked.get(called.at("")).status()).isEqualTo(404);
    assertThat(unasked.post(called.at("/answer"), "say", "yes").status()).isEqualTo(404);
    product.clock().advance(Duration.ofHours(6));
    assertThat(maria.visitor().get(called.at("")).body()).as("expired, and no round came by")
        .doesNotContain(Called.PLACE);
  }

  @Test
  void reachesEverybodyWhoKnowsWhereWithACorrection(FoundedLocal local) {
    var maria = Called.readyMember(local);
    var ben = Called.readyMember(local);
    var called = Called.rapidOut(local, 2);
    called.yes(maria.id());
    called.no(maria.id());
    var founder = local.withPasskey(local.founder()).visitor();
    founder.post(called.at("/word"), "how", "false-alarm", "word", "It was the <b>gas</b> company");
    assertThat(called.is().state()).isEqualTo(Reinforcement.State.FALSE_ALARM);
    assertThat(called.is().told().place()).isEmpty();
    assertThat(maria.visitor().get(local.path("")).body()).as("also whoever withdrew after reading the address")
        .contains("Something is different");
    assertThat(maria.visitor().get(called.at("")).body()).contains("false alarm", "&lt;b&gt;gas");
    assertThat(ben.visitor().get(called.at("")).body()).as("everybody who was asked reads it").contains("False alarm");
    assertThat(ben.visitor().get(local.path("")).body()).doesNotContain("Something is different", "Can you come?");
    maria.visitor().post(called.at("/read"));
    assertThat(maria.visitor().get(local.path("")).body()).doesNotContain("Something is different");
  }

  @Test
  void listsWhatAPersonMaySeeBehindManyCallsThatTheyMayNot(FoundedLocal local) {
    var site = Called.place(local, "1 Quill Row", Optional.empty());
    local.write(() -> {
      for (int i = 0; i < 100; i++) {
        Called.part(Reinforcements.class).call(Called.of(Reinforcement.Urgency.RAPID, 1, Optional.of(site)));
      }
      return true;
    });
    var called = Called.now(local, 1);
    var own = local.withPasskey(local.person(new Reach.Sites(java.util.Set.of(site)), Role.ORGANISER)).visitor();
    String list = local.path("reinforcements");
    assertThat(local.person(Role.MEMBER).visitor().get(list).body().split("Zebra picket", -1)).hasSize(2);
    assertThat(local.person(Role.MEMBER).visitor().get(list).body()).contains(called.id().toString());
    assertThat(own.get(list).body().split("Zebra picket", -1)).as("of their own place").hasSize(101);
  }

  @Test
  void isRunByOrganisersOfItsPlaceAlone(FoundedLocal local) {
    var site = Called.place(local, "1 Quill Row", Optional.empty());
    var elsewhere = Called.place(local, "2 Elm Street", Optional.empty());
    var called = Called.made(local, Called.of(Reinforcement.Urgency.RAPID, 1, Optional.of(site)));
    var other = local.withPasskey(local.person(new Reach.Sites(java.util.Set.of(elsewhere)), Role.ORGANISER)).visitor();
    var own = local.withPasskey(local.person(new Reach.Sites(java.util.Set.of(site)), Role.ORGANISER)).visitor();
    assertThat(other.get(called.at("")).status()).isEqualTo(404);
    assertThat(other.post(called.at("/confirm")).status()).isEqualTo(404);
    assertThat(other.get(called.at("/people")).status()).isEqualTo(404);
    assertThat(other.post(called.at("/word"), "how", "refuse", "word", "no").status()).isEqualTo(404);
    assertThat(own.post(called.at("/confirm")).status()).isEqualTo(303);
    assertThat(called.is().state()).isEqualTo(Reinforcement.State.LIVE);
  }
}
