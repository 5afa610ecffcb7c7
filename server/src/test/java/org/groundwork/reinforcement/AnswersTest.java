// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.reinforcement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.ids.Ids;
import org.groundwork.roll.OwnData;
import org.groundwork.roll.PersonForgotten;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people answer, what they are then told, and what is left of it. */
@ExtendWith(ProductExtension.class)
class AnswersTest {

  @Test
  void countsOneYesForTwoAndPutsWhoeverComesTooLateInLine(FoundedLocal local) {
    for (int i = 0; i < 3; i++) {
      Called.ready(local);
    }
    var called = Called.now(local, 1);
    var people = called.people();
    assertThat(called.yes(people.get(0))).isEqualTo(Asked.Outcome.COMING);
    assertThat(called.yes(people.get(0))).isEqualTo(Asked.Outcome.COMING);
    assertThat(called.yes(people.get(1))).isEqualTo(Asked.Outcome.WAITING);
    assertThat(called.yes(people.get(2))).isEqualTo(Asked.Outcome.WAITING);
    assertThat(called.of(people.get(1)).knowsPlace()).as("whoever waits does not know where").isFalse();
    assertThat(called.no(people.get(0))).isEqualTo(Asked.Outcome.WITHDRAWN);
    assertThat(called.of(people.get(1)).state()).as("the first in line moves up").isEqualTo(Asked.State.COMING);
    assertThat(called.of(people.get(1)).knowsPlace()).isTrue();
    assertThat(called.of(people.get(2)).state()).isEqualTo(Asked.State.WAITING);
    assertThat(called.is().counts().yes()).isOne();
  }

  @Test
  void isThereOnceAndOnlyIfTheySaidYes(FoundedLocal local) {
    UUID maria = Called.ready(local);
    UUID ben = Called.ready(local);
    var called = Called.now(local, 2);
    called.yes(maria);
    assertThat(called.here(ben)).isEqualTo(Asked.Outcome.OVER);
    assertThat(called.here(maria)).isEqualTo(Asked.Outcome.HERE);
    assertThat(called.here(maria)).isEqualTo(Asked.Outcome.HERE);
    assertThat(called.no(maria)).as("whoever is there does not withdraw").isEqualTo(Asked.Outcome.HERE);
    assertThat(called.is().counts().here()).isOne();
    UUID row = called.of(ben).id();
    assertThat(local.<Boolean>write(() -> Called.part(Answers.class).seen(called.id(), row))).isTrue();
    assertThat(local.<Boolean>write(() -> Called.part(Answers.class).seen(called.id(), UUID.randomUUID()))).isFalse();
    assertThat(called.is().counts().here()).isEqualTo(2);
  }

  @Test
  void showsNobodyWhoWaitsWhereBecauseTheySayThatTheyAreThere(FoundedLocal local) {
    UUID maria = Called.ready(local);
    var ben = Called.readyMember(local);
    var called = Called.now(local, 1);
    called.yes(maria);
    assertThat(called.yes(ben.id())).isEqualTo(Asked.Outcome.WAITING);
    assertThat(called.here(ben.id())).isEqualTo(Asked.Outcome.OVER);
    ben.visitor().post(called.at("/answer"), "say", "here");
    assertThat(called.of(ben.id()).state()).isEqualTo(Asked.State.WAITING);
    assertThat(ben.visitor().get(called.at("")).body()).doesNotContain(Called.PLACE);
    assertThat(called.is().counts().yes()).isOne();
  }

  @Test
  void reachesWhoeverTheHostSawWithACorrection(FoundedLocal local) {
    UUID maria = Called.ready(local);
    var called = Called.now(local, 1);
    UUID row = called.of(maria).id();
    local.<Boolean>write(() -> Called.part(Answers.class).seen(called.id(), row));
    assertThat(called.of(maria).knowsPlace()).isTrue();
    local.write(() -> Called.part(Reinforcements.class).correct(called.id(), "The other gate"));
    var told = local.read(() -> Called.part(JdbcClient.class)
        .sql("select knows_place and seen_at is null from reinforcement.asked where local_id = ? and id = ?")
        .params(local.id().value(), row)
        .query(Boolean.class)
        .single());
    assertThat(told).as("asked to read it").isTrue();
  }

  @Test
  void givesAFreePlaceToWhoeverWaitsBeforeWhoeverComesNow(FoundedLocal local) {
    UUID maria = Called.ready(local);
    UUID ben = Called.ready(local);
    UUID late = Called.ready(local);
    var called = Called.now(local, 1);
    called.yes(maria);
    assertThat(called.yes(ben)).isEqualTo(Asked.Outcome.WAITING);
    local.write(() -> {
      Called.part(ForgottenByCalls.class).forget(maria);
      return true;
    });
    assertThat(called.yes(late)).isEqualTo(Asked.Outcome.WAITING);
    assertThat(called.of(ben).state()).isEqualTo(Asked.State.COMING);
    assertThat(called.is().counts().yes()).isOne();
  }

  @Test
  void letsSomebodyComeWhoWasNotAskedButNotToARapidCall(FoundedLocal local) {
    UUID maria = Called.member(local, Optional.empty());
    assertThat(Called.now(local, 1).yes(maria)).isEqualTo(Asked.Outcome.COMING);
    assertThat(Called.rapidOut(local, 1).yes(maria)).isEqualTo(Asked.Outcome.OVER);
  }

  @Test
  void forgetsTheAddressWhenItExpiresAndStaysExpiredWhenTheClockGoesBack(Product product, FoundedLocal local) {
    UUID maria = Called.ready(local);
    UUID ben = Called.ready(local);
    var called = Called.rapidOut(local, 2);
    called.yes(maria);
    assertThat(called.is().told().place()).isEqualTo(Called.PLACE);
    product.clock().advance(Duration.ofHours(6));
    assertThat(called.yes(ben)).as("expired before any round came by").isEqualTo(Asked.Outcome.OVER);
    assertThat(called.is().told().place()).isEmpty();
    assertThat(stored(local, called)).as("the column is empty").isZero();
    assertThat(at(local, called, Called.now().minus(Duration.ofHours(5)), ben)).isEqualTo(Asked.Outcome.OVER);
    assertThat(called.is().state()).isEqualTo(Reinforcement.State.OVER);
    assertThat(called.is().live(Called.now().minus(Duration.ofHours(5)))).isFalse();
  }

  private static int stored(FoundedLocal local, Called called) {
    return local.read(() -> Called.part(JdbcClient.class)
        .sql("select count(place) from reinforcement.call where local_id = ? and id = ?")
        .params(local.id().value(), called.id())
        .query(Integer.class)
        .single());
  }

  /** Somebody says yes where the clock shows another moment. */
  private static Asked.Outcome at(FoundedLocal local, Called called, Instant moment, UUID person) {
    var answers = new Answers(Called.part(JdbcClient.class), Called.part(Ids.class),
        Clock.fixed(moment, ZoneOffset.UTC), Called.part(ReinforcementRows.class), Called.part(Waves.Tell.class));
    return local.write(() -> answers.yes(called.id(), person));
  }

  @Test
  void losesThePeopleAMonthLaterAndKeepsTheCounts(Product product, FoundedLocal local) {
    UUID maria = Called.ready(local);
    Called.ready(local);
    var called = Called.now(local, 2);
    called.yes(maria);
    called.here(maria);
    product.clock().advance(Duration.ofDays(29));
    Called.round(local);
    assertThat(called.people()).hasSize(2);
    product.clock().advance(Duration.ofDays(2));
    Called.round(local);
    assertThat(called.people()).isEmpty();
    assertThat(called.is().counts().here()).isOne();
    assertThat(called.is().counts().asked()).isEqualTo(2);
  }

  @Test
  void tellsAPersonWhatIsHeldAndForgetsItWithThem(FoundedLocal local) {
    UUID maria = Called.ready(local, Optional.empty(), "11226", Reinforcement.Need.DRIVERS.bit());
    UUID ben = Called.ready(local);
    var called = Called.now(local, 2);
    called.yes(maria);
    called.here(maria);
    called.yes(ben);
    var own = local.read(() -> Called.part(OwnReinforcements.class).about(maria));
    assertThat(own).extracting(OwnData.Section::name).containsExactly("can-be-called", "calls-for-people");
    assertThat(own.getFirst().entries().getFirst().facts()).extracting(OwnData.Fact::name)
        .contains("day", "can", "area");
    for (UUID person : java.util.List.of(maria, ben)) {
      local.write(() -> {
        Called.part(ForgottenByCalls.class).forget(person);
        return true;
      });
    }
    assertThat(local.read(() -> Called.part(OwnReinforcements.class).about(maria))).isEmpty();
    assertThat(called.is().counts().here()).as("somebody was there").isOne();
    assertThat(called.is().counts().asked()).as("what Ben said is gone").isOne();
    assertThat(PersonForgotten.class).isAssignableFrom(ForgottenByCalls.class);
  }

  @Test
  void tellsPlacesApartOnlyFromFivePeopleOnAndNobodyByName(FoundedLocal local) {
    UUID here = Called.place(local, "1 Quill Row", Optional.empty());
    UUID there = Called.place(local, "2 Elm Street", Optional.empty());
    UUID mine = Called.member(local, Optional.empty());
    Called.lives(local, mine, here, false);
    for (int i = 0; i < 5; i++) {
      UUID person = Called.ready(local);
      Called.lives(local, person, there, false);
    }
    var called = Called.made(local, Called.of(Reinforcement.Urgency.NOW, 5, Optional.of(here)));
    var people = called.people();
    assertThat(people).hasSize(5);
    people.subList(0, 4).forEach(person -> {
      called.yes(person);
      called.here(person);
    });
    var counts = Called.part(Reciprocity.class);
    assertThat(local.read(counts::places)).as("four are too few").isEmpty();
    assertThat(local.<Integer>read(() -> counts.cameToMine(mine))).isZero();
    called.yes(people.get(4));
    called.here(people.get(4));
    assertThat(local.read(counts::places))
        .containsExactly(new Reciprocity.Between(there, "2 Elm Street", here, "1 Quill Row", 1, 5));
    assertThat(local.<Integer>read(() -> counts.cameToMine(mine))).isEqualTo(5);
    assertThat(local.withPasskey(local.founder()).visitor().get(local.path("reinforcements/together")).body())
        .contains("1 Quill Row", "2 Elm Street");
    assertThat(local.<Integer>read(() -> counts.cameMyself(people.get(0)))).isOne();
    assertThat(local.<Integer>read(() -> counts.cameMyself(mine))).isZero();
  }
}
