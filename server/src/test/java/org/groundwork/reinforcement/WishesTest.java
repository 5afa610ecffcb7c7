// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.reinforcement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.groundwork.platform.access.Reach;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.history.ChangeSets;
import org.groundwork.roll.OwnData;
import org.groundwork.roll.People;
import org.groundwork.roll.PersonMerge;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A steward asks for people; the organisers of the place make a call of it or say why not. */
@ExtendWith(ProductExtension.class)
class WishesTest {
  private static final String WHY = "They bring <i>zebras</i> at nine";
  private static final String WHERE = "9 Quillfeather Gate";

  /** A building with its steward and its organiser. */
  private record Place(FoundedLocal local, UUID site, FoundedLocal.Person steward, FoundedLocal.Person organiser) {
    static Place in(FoundedLocal local) {
      UUID site = Called.place(local, "1 Elm", Optional.empty());
      return new Place(local, site, officer(local, Role.STEWARD, site), officer(local, Role.ORGANISER, site));
    }

    Page ask(String... otherwise) { return steward.visitor().post(at("/new"), typed(site, otherwise)); }

    UUID asked() {
      assertThat(ask().status()).isEqualTo(303);
      return own().getFirst().id();
    }

    List<Wish> own() { return local.read(() -> Called.part(Wishes.class).of(steward.id())); }

    Wish now(UUID id) { return local.read(() -> Called.part(Wishes.class).byId(id)).orElseThrow(); }

    String at(String rest) { return local.path("reinforcements/wishes" + rest); }

    List<Reinforcement> calls() { return local.read(() -> Called.part(Reinforcements.class).goingOn()); }
  }

  private static FoundedLocal.Person officer(FoundedLocal local, Role role, UUID site) {
    return local.withPasskey(local.person(new Reach.Sites(Set.of(site)), Role.MEMBER, role));
  }

  private static String tomorrow() {
    return LocalDate.ofInstant(Called.now(), ZoneId.of("America/New_York")).plusDays(1).toString();
  }

  private static String[] typed(UUID site, String... otherwise) {
    var fields = new ArrayList<>(List.of("once", UUID.randomUUID().toString(), "site", site.toString(), "urgency",
        "today", "place", WHERE, "why", WHY, "day", tomorrow(), "from", "18:00", "until", "20:00"));
    for (int i = 0; i < otherwise.length; i += 2) {
      fields.set(fields.indexOf(otherwise[i]) + 1, otherwise[i + 1]);
    }
    return fields.toArray(String[]::new);
  }

  private static String[] call(UUID wish, UUID site) {
    return new String[]{"once", UUID.randomUUID().toString(), "wish", wish.toString(), "urgency", "today", "need",
        "bodies", "wanted", "3", "title", Called.TITLE, "area", Called.AREA, "place", WHERE, "day", tomorrow(), "from",
        "18:00", "until", "20:00", "site", site.toString()};
  }

  @Test
  void standsOnTheFirstScreenOfTheOrganisersAndBecomesACallWithOneTap(FoundedLocal local) {
    var place = Place.in(local);
    UUID id = place.asked();
    Visitor organiser = place.organiser().visitor();

    assertThat(organiser.get(local.path("")).body()).contains("A steward asks for people", "wishes/" + id)
        .doesNotContain("zebras", WHERE);
    assertThat(local.person(Role.MEMBER).visitor().get(local.path("")).body())
        .doesNotContain("A steward asks for people");
    assertThat(place.steward().visitor().get(local.path("")).body()).doesNotContain("A steward asks for people");
    assertThat(organiser.get(local.path("reinforcements")).body()).contains("Stewards ask for people",
        "They bring &lt;i&gt;zebras").doesNotContain("<i>zebras", WHERE);
    assertThat(organiser.get(place.at("/" + id)).body()).contains("Somebody asks for people at 1 Elm", WHERE,
        "reinforcements/new?wish=" + id);
    assertThat(place.calls()).as("nobody is asked yet").isEmpty();

    Page draft = organiser.get(local.path("reinforcements/new?wish=" + id));
    assertThat(draft.body()).contains("value=\"today\" checked", "value=\"" + WHERE + "\"", "value=\"18:00\"",
        "value=\"" + tomorrow() + "\"", "They bring &lt;i&gt;zebras", "value=\"" + place.site() + "\" selected");
    assertThat(organiser.post(local.path("reinforcements/new"), call(id, place.site())).status()).isEqualTo(303);

    assertThat(place.calls()).hasSize(1);
    assertThat(place.now(id)).matches(wish -> wish.place().isEmpty() && wish.why().isEmpty()
        && wish.call().equals(Optional.of(place.calls().getFirst().id())));
    assertThat(organiser.get(local.path("")).body()).doesNotContain("A steward asks for people");
    assertThat(place.steward().visitor().get(place.at("/" + id)).body()).contains("A call was made",
        "reinforcements/" + place.calls().getFirst().id());
  }

  @Test
  void isDeclinedWithASentenceThatTheStewardReads(FoundedLocal local) {
    var place = Place.in(local);
    UUID id = place.asked();
    Visitor organiser = place.organiser().visitor();

    Page empty = organiser.post(place.at("/" + id + "/decline"), "answer", " ");
    assertThat(empty.status()).isEqualTo(422);
    assertThat(empty.body()).contains("answer-error", WHERE);
    assertThat(organiser.post(place.at("/" + id + "/decline"), "answer", "<b>Enough</b> are there").status())
        .isEqualTo(303);
    assertThat(organiser.follow(organiser.post(place.at("/" + id + "/decline"), "answer", "Other")).body())
        .contains("Somebody had answered it already");

    assertThat(place.steward().visitor().get(local.path("")).body()).contains("There is no call for people");
    String month = LocalDate.parse(tomorrow()).format(DateTimeFormatter.ofPattern("MMMM", Locale.of("es")));
    assertThat(place.steward().visitor().speaking("es").get(local.path("")).body())
        .as("the day as the reader's language writes it")
        .contains("No hay llamado de gente", " de " + month + " de ");
    place.steward().visitor().speaking("en");
    assertThat(place.steward().visitor().get(place.at("/" + id)).body()).contains("&lt;b&gt;Enough")
        .doesNotContain("<b>Enough", "Other", WHERE, "Make a call of it");
    Page late = organiser.post(local.path("reinforcements/new"), call(id, place.site()));
    assertThat(late.status()).isEqualTo(422);
    assertThat(late.body()).contains("Somebody else has answered", "value=\"" + Called.TITLE + "\"",
        "name=\"wish\" value=\"\"");
    assertThat(place.calls()).isEmpty();
  }

  /** Of a call and a refusal at once there is one. */
  @Test
  void isAnsweredOnceWhereTwoAnswerAtOnce(FoundedLocal local) throws Exception {
    for (int turn = 0; turn < 5; turn++) {
      var place = Place.in(Product.shared().found());
      UUID id = place.asked();
      var start = new CountDownLatch(1);
      var other = place.local().withPasskey(place.local().founder()).visitor();
      Callable<Integer> calls = () -> {
        start.await();
        return place.organiser()
            .visitor()
            .post(place.local().path("reinforcements/new"), call(id, place.site()))
            .status();
      };
      Callable<Integer> declines = () -> {
        start.await();
        return other.post(place.at("/" + id + "/decline"), "answer", "No").status();
      };
      try (var threads = Executors.newFixedThreadPool(2)) {
        var one = threads.submit(calls);
        var two = threads.submit(declines);
        start.countDown();
        assertThat(one.get()).isEqualTo(place.now(id).state() == Wish.State.CALLED ? 303 : 422);
        assertThat(two.get()).isEqualTo(303);
      }
      assertThat(place.calls()).hasSize(place.now(id).state() == Wish.State.CALLED ? 1 : 0);
    }
  }

  @Test
  void refusesBesideTheFieldAndLosesNothing(FoundedLocal local) {
    var place = Place.in(local);
    UUID elsewhere = Called.place(local, "9 Oak", Optional.empty());
    Page refused = place.ask("site", elsewhere.toString(), "urgency", "never", "place", "", "day", "soon", "why",
        "<script>kept");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("site-error", "urgency-error", "place-error", "day-error",
        "&lt;script&gt;kept", "value=\"soon\"").doesNotContain("<script>kept");
    assertThat(place.ask("day", LocalDate.parse(tomorrow()).minusDays(3).toString()).body()).contains("until-error");
    assertThat(place.own()).isEmpty();

    String once = UUID.randomUUID().toString();
    place.ask("once", once);
    place.ask("once", once);
    assertThat(place.own()).hasSize(1);
    for (int more = 1; more < Wishes.MOST_OPEN; more++) {
      assertThat(place.ask().status()).isEqualTo(303);
    }
    Page many = place.ask();
    assertThat(many.status()).isEqualTo(422);
    assertThat(many.body()).contains("You have asked 5 times", "zebras");
    assertThat(place.own()).hasSize(Wishes.MOST_OPEN);
  }

  @Test
  void isForTheOneWhoAskedAndTheOrganisersOfThePlace(FoundedLocal local) {
    var place = Place.in(local);
    UUID id = place.asked();
    UUID oak = Called.place(local, "9 Oak", Optional.empty());
    var there = officer(local, Role.ORGANISER, oak).visitor();
    var colleague = officer(local, Role.STEWARD, place.site()).visitor();
    var stranger = Product.shared().found();
    var strange = stranger.withPasskey(stranger.founder()).visitor();

    assertThat(there.get(local.path("")).body()).doesNotContain("A steward asks for people");
    assertThat(there.get(local.path("reinforcements")).body()).doesNotContain("zebras");
    assertThat(there.get(local.path("reinforcements/new?wish=" + id)).body()).doesNotContain("zebras", WHERE);
    for (Visitor no : List.of(there, colleague)) {
      assertThat(no.get(place.at("/" + id)).status()).isEqualTo(404);
    }
    assertThat(there.post(place.at("/" + id + "/decline"), "answer", "No").status()).isEqualTo(404);
    assertThat(colleague.post(place.at("/" + id + "/decline"), "answer", "No").status()).isEqualTo(403);
    assertThat(strange.get(stranger.path("reinforcements/wishes/" + id)).status()).isEqualTo(404);
    assertThat(there.post(local.path("reinforcements/new"), call(id, oak)).status()).as("not theirs to answer")
        .isEqualTo(422);
    assertThat(place.now(id).state()).isEqualTo(Wish.State.OPEN);
    assertThat(place.calls()).isEmpty();
  }

  @Test
  void losesWhereAndWhyWhenItIsOverAndGoesAWeekLater(FoundedLocal local) {
    var place = Place.in(local);
    UUID id = place.asked();
    var own = local.read(() -> Called.part(OwnReinforcements.class).about(place.steward().id()));
    assertThat(own).extracting(OwnData.Section::name).contains("asked-for-people");

    Product.shared().clock().advance(Duration.ofDays(3));
    Called.round(local);
    assertThat(place.now(id)).matches(wish -> wish.place().isEmpty() && wish.why().isEmpty());
    assertThat(local.withPasskey(place.organiser()).visitor().get(local.path("")).body())
        .doesNotContain("A steward asks for people");
    Product.shared().clock().advance(Wishes.KEPT);
    Called.round(local);
    assertThat(place.own()).isEmpty();
  }

  /** However many more urgent ones wait elsewhere, whose words this organiser cannot open. */
  @Test
  void isNotBuriedUnderThoseOfOtherPlaces(FoundedLocal local) {
    var place = Place.in(local);
    UUID id = place.asked();
    UUID oak = Called.place(local, "9 Oak", Optional.empty());
    local.write(() -> Called.part(JdbcClient.class)
        .sql("""
            insert into reinforcement.wish (local_id, id, site_id, asked_by, asked_at, urgency, place, why, starts_at,
              ends_at, zone, state, changed_by, changed_at)
            select w.local_id, gen_random_uuid(), ?, w.asked_by, w.asked_at, 'rapid', w.place, w.why, w.starts_at,
              w.ends_at, w.zone, w.state, w.changed_by, w.changed_at
            from reinforcement.wish w cross join generate_series(1, 60) where w.local_id = ? and w.id = ?""")
        .params(oak, local.id().value(), id)
        .update());
    assertThat(place.organiser().visitor().get(local.path("")).body()).contains("A steward asks for people",
        "wishes/" + id);
    assertThat(place.organiser().visitor().get(local.path("reinforcements")).body())
        .contains("They bring &lt;i&gt;zebras");
    assertThat(local.withPasskey(local.founder()).visitor().get(local.path("")).body())
        .as("a first screen opens none")
        .contains("A steward asks for people");
  }

  @Test
  void isTheOwnOfAStewardWhoWasWrittenDownTwice(FoundedLocal local) {
    var place = Place.in(local);
    UUID id = place.asked();
    UUID twin = local.write(() -> Called.part(People.class)
        .addContact(Called.part(ChangeSets.class).open("test"),
            new People.Known("Zebra Twin", Optional.empty(), Optional.empty(), "")));
    local.write(() -> Called.part(JdbcClient.class)
        .sql("update reinforcement.wish set asked_by = ? where local_id = ? and id = ?")
        .params(twin, local.id().value(), id)
        .update());
    assertThat(place.steward().visitor().get(place.at("/" + id)).status()).isEqualTo(404);
    assertThat(local.write(() -> Called.part(PersonMerge.class).merge(place.steward().id(), twin))).isPresent();
    assertThat(place.steward().visitor().get(place.at("/" + id)).status()).isEqualTo(200);
    assertThat(place.now(id).by()).isEqualTo(place.steward().id());
  }

  @Test
  void goesWithTheOneWhoAsked(FoundedLocal local) {
    var place = Place.in(local);
    place.asked();
    local.write(() -> {
      Called.part(ForgottenByCalls.class).forget(place.steward().id());
      return true;
    });
    assertThat(place.own()).isEmpty();
  }
}
