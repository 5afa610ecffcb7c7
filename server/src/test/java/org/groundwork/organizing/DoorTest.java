// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.groundwork.platform.access.Role;
import org.groundwork.roll.Charts;
import org.groundwork.roll.People;
import org.groundwork.roll.PersonRecords;
import org.groundwork.roll.Sites;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** At a door: one household, three taps, and nothing on the screen that the person who opens must not read. */
@ExtendWith(ProductExtension.class)
class DoorTest {
  private static final String HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>{0}${x}";

  @Test
  void showsOneHouseholdWithoutNeighboursAndWithoutJudgements(FoundedLocal local) {
    var elm = Elm.in(local);
    UUID maria = elm.person("Maria Quillfeather", "2B");
    elm.person("Juan Ostrander", "2A");
    judged(elm, maria, "Signed the zebra letter");

    Page door = elm.steward().visitor().get(elm.at("doors/" + elm.unit("2B")));

    assertThat(door.status()).isEqualTo(200);
    assertThat(door.body()).contains("Maria Quillfeather").doesNotContain("Ostrander", "zebra", "Active", "With us");
    assertThat(elm.steward().visitor().get(elm.at("doors")).body()).contains("2B")
        .doesNotContain("Quillfeather", "Ostrander");
  }

  @Test
  void keepsFromTheHouseholdWhoIsTheBosssAndWhatCameOfTheLastKnock(FoundedLocal local) {
    var elm = Elm.in(local);
    elm.person("Maria", "2B");
    elm.person("The cousin", "2B", true);
    var steward = elm.steward();
    elm.knock(steward, UUID.randomUUID(), "2B", "outcome", "other-language", "language", "Bangla");
    Product.shared().clock().advance(Duration.ofMinutes(1));
    elm.knock(steward, UUID.randomUUID(), "2B", "outcome", "refused");

    String door = steward.visitor().get(elm.at("doors/" + elm.unit("2B"))).body();

    assertThat(door).contains("The cousin", "Language: Bangla").doesNotContain("class=\"tag\"");
    String open = door.replaceAll("(?s)<details.*?</details>", "").replaceAll("(?s)<form.*?</form>", "");
    assertThat(open).doesNotContain("Refused", "not a good moment", "Last time");
    assertThat(door).contains("Last time", "not a good moment");
  }

  private static void judged(Elm elm, UUID person, String act) {
    elm.local().write(() -> {
      Elm.part(Assessments.class)
          .assess(elm.site(), person, Levels.first(1), act, java.time.LocalDate.now(
              Product.shared().clock()));
      return true;
    });
  }

  @ParameterizedTest
  @ValueSource(strings = {"not-home", "refused"})
  void takesOneTapAtADoorWhereThatSaysEverything(String outcome) {
    var elm = Elm.in(Product.shared().found("Elm"));
    elm.person("Maria", "2B");
    UUID id = UUID.randomUUID();

    var steward = elm.steward();
    Page written = elm.knock(steward, id, "2B", "outcome", outcome);

    assertThat(written.status()).isEqualTo(303);
    assertThat(elm.held(id).orElseThrow().outcome().key()).isEqualTo(outcome);
    assertThat(steward.visitor().follow(written).body()).contains("Written down.", "Take it back");
    assertThat(elm.steward().visitor().follow(written).body()).as("somebody else’s").doesNotContain("Written down.");
  }

  @Test
  void countsAConversationThatIsSentTwiceOnce(FoundedLocal local) throws Exception {
    var elm = Elm.in(local);
    UUID maria = elm.person("Maria", "2B");
    var steward = elm.steward();
    UUID id = UUID.randomUUID();
    Callable<Integer> send = () -> elm.knock(steward, id, "2B", "outcome", "talked", "who", maria.toString(), "note",
        "Wants to sign").status();
    steward.visitor().get(elm.at("doors"));

    try (var many = Executors.newFixedThreadPool(4)) {
      for (var sent : many.invokeAll(List.of(send, send, send, send))) {
        assertThat(sent.get()).isEqualTo(303);
      }
    }

    assertThat(local.read(() -> Elm.part(Conversations.class).with(maria, 10))).hasSize(1);
  }

  @Test
  void keepsWhatWasTalkedAbout(FoundedLocal local) {
    var elm = Elm.in(local);
    UUID maria = elm.person("Maria", "2B");
    UUID id = UUID.randomUUID();

    elm.knock(elm.steward(), id, "2B", "outcome", "talked", "who", maria.toString(), "prepared", "yes", "note", HOSTILE,
        "next", "Bring the letter", "nextOn", "2031-01-01");
    assertThat(elm.held(id)).isEmpty(); // too far ahead
    elm.knock(elm.steward(), id, "2B", "outcome", "talked", "who", maria.toString(), "prepared", "yes", "note", HOSTILE,
        "next", "Bring the letter");

    var talk = elm.held(id).orElseThrow().talk();
    assertThat(talk.prepared()).isTrue();
    assertThat(talk.note()).isEqualTo(HOSTILE);
    assertThat(talk.next().orElseThrow().step()).isEqualTo("Bring the letter");
    assertThat(elm.organiser().visitor().get(local.path("people/" + maria + "/standing")).body())
        .contains("&lt;script&gt;alert(1)")
        .doesNotContain("<script>alert(1)");
  }

  @Test
  void showsNotesToTheSitesOrganisersAlone(FoundedLocal local) {
    var elm = Elm.in(local);
    UUID maria = elm.person("Maria", "2B");
    var steward = elm.steward();
    elm.knock(steward, UUID.randomUUID(), "2B", "outcome", "talked", "who", maria.toString(), "note", "zebra secret");

    for (String path : List.of(elm.at("doors/" + elm.unit("2B")), local.path("people/" + maria),
        local.path("my-people"),
        elm.at("doors"))) {
      assertThat(steward.visitor().get(path).body()).as(path).doesNotContain("zebra secret");
    }
    assertThat(steward.visitor().get(local.path("people/" + maria + "/standing")).status()).isEqualTo(403);
  }

  @Test
  void asksWhoItWasAndKeepsEverythingTyped(FoundedLocal local) {
    var elm = Elm.in(local);
    elm.person("Maria", "2B");
    elm.person("Her uncle", "2B");

    Page again = elm.knock(elm.steward(), UUID.randomUUID(), "2B", "outcome", "talked", "note", "Keep me");

    assertThat(again.status()).isEqualTo(422);
    assertThat(again.body()).contains("Say who it was.", "Keep me", "Her uncle");
  }

  @Test
  void entersSomebodyNewAtTheDoor(FoundedLocal local) {
    var elm = Elm.in(local);
    UUID id = UUID.randomUUID();

    assertThat(elm.knock(elm.steward(), id, "3A", "outcome", "talked", "name", "").status()).isEqualTo(422);
    elm.knock(elm.steward(), id, "3A", "outcome", "talked", "name", "Old man, nights");

    UUID person = elm.held(id).orElseThrow().person().orElseThrow();
    assertThat(local.read(() -> Elm.part(PersonRecords.class).places(person)).getFirst().unitLabel()).contains("3A");
  }

  @Test
  void endsThePlaceOfWhoeverMovedAndTakesTheBossSideOutOfTheDenominator(FoundedLocal local) {
    var elm = Elm.in(local);
    UUID gone = elm.person("Gone", "1A");
    UUID cousin = elm.person("Cousin", "1B");

    elm.knock(elm.steward(), UUID.randomUUID(), "1A", "outcome", "moved", "who", gone.toString());
    elm.knock(elm.steward(), UUID.randomUUID(), "1B", "outcome", "boss-side", "who", cousin.toString());

    var chart = local.read(() -> Elm.part(Charts.class).of(Elm.part(Sites.class).byId(elm.site()).orElseThrow()));
    assertThat(chart.known()).isZero();
    assertThat(chart.total()).isEqualTo(5);
  }

  @Test
  void speaksAtWorkOfTheOneWhoWasChosenAndOfNobodyElse(FoundedLocal local) {
    var work = Elm.laundry(local);
    UUID maria = work.person("Maria", "Ironing, Day");
    work.person("Juan Ostrander", "Ironing, Day");
    var steward = work.steward().visitor();
    String unit = work.unit("Ironing, Day").toString();

    for (String outcome : List.of("talked", "moved", "come-back")) {
      var page = steward.get(work.at("talk?outcome=" + outcome + "&unit=" + unit + "&who=" + maria));
      assertThat(page.body()).as(outcome)
          .contains("name=\"who\" value=\"" + maria + "\"", "Maria", "Somebody else")
          .doesNotContain("Ostrander", "type=\"radio\" id=\"who");
    }
    var refused = steward.post(work.at("talk"), "id", UUID.randomUUID().toString(), "unit", unit, "outcome", "talked",
        "who", maria.toString(), "nextOn", "2031-01-01");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("Maria").doesNotContain("Ostrander");
    UUID id = UUID.randomUUID();
    steward.post(work.at("talk"), "id", id.toString(), "unit", unit, "outcome", "talked", "who", maria.toString());
    assertThat(work.held(id).orElseThrow().person()).contains(maria);
  }

  @Test
  void tellsOfNoColleagueWhatAnotherOfTheDepartmentSaid(FoundedLocal local) {
    var work = Elm.laundry(local);
    UUID maria = work.person("Maria", "Ironing, Day");
    UUID juan = work.person("Juan Ostrander", "Ironing, Day");
    var steward = work.steward();
    work.knock(steward, UUID.randomUUID(), "Ironing, Day", "outcome", "other-language", "who", juan.toString(),
        "language", "Bangla");
    String door = work.at("doors/" + work.unit("Ironing, Day"));

    assertThat(steward.visitor().get(door + "?person=" + juan).body()).contains("Language: Bangla", "Last time");
    assertThat(steward.visitor().get(door + "?person=" + maria).body()).doesNotContain("Bangla", "Last time");
    assertThat(steward.visitor().get(door).body()).doesNotContain("Bangla", "Last time");
  }

  @Test
  void entersSomebodyNewAtWork(FoundedLocal local) {
    var work = Elm.laundry(local);
    work.person("Juan Ostrander", "Ironing, Day");
    var steward = work.steward().visitor();
    String link = steward.get(work.at("doors/" + work.unit("Ironing, Day")))
        .body()
        .replaceAll("(?s).*href=\"([^\"]*who=new[^\"]*)\".*", "$1")
        .replace("&amp;", "&");
    assertThat(link).containsOnlyOnce("who=");

    assertThat(steward.get(link).body()).contains("name=\"who\" value=\"new\"", "What to call them")
        .doesNotContain("Ostrander");
    UUID id = UUID.randomUUID();
    steward.post(work.at("talk"), "id", id.toString(), "unit", work.unit("Ironing, Day").toString(), "outcome",
        "talked", "who", "new", "name", "Night cleaner");
    assertThat(local.read(() -> Elm.part(PersonRecords.class).find(work.held(id).orElseThrow().person().orElseThrow()))
        .orElseThrow()
        .known()
        .name()).isEqualTo("Night cleaner");
  }

  @Test
  void comesBackWhenItWasSaid(FoundedLocal local) {
    var elm = Elm.in(local);
    elm.person("Maria", "2B");
    UUID id = UUID.randomUUID();

    assertThat(elm.knock(elm.steward(), id, "2B", "outcome", "come-back").status()).isEqualTo(422);
    elm.knock(elm.steward(), id, "2B", "outcome", "come-back", "back", "tomorrow");

    var back = elm.held(id).orElseThrow().back().at().orElseThrow();
    assertThat(Duration.between(Product.shared().clock().instant(), back)).isBetween(
        Duration.ofHours(19).minusHours(19),
        Duration.ofHours(43));
    assertThat(elm.steward().visitor().get(elm.at("doors")).body()).contains("Come back");
  }

  @Test
  void takesBackWhatOneWroteDownOneselfAndNothingElse(FoundedLocal local) {
    var elm = Elm.in(local);
    elm.person("Maria", "2B");
    var steward = elm.steward();
    UUID id = UUID.randomUUID();
    elm.knock(steward, id, "2B", "outcome", "not-home");

    assertThat(elm.organiser().visitor().post(elm.at("talk/" + id + "/take-back")).status()).isEqualTo(409);
    assertThat(steward.visitor().post(elm.at("talk/" + id + "/take-back")).status()).isEqualTo(303);

    assertThat(elm.held(id)).isEmpty();
  }

  @Test
  void givesBackThePlaceOfWhoeverDidNotMoveAndIsNotTheBosss(FoundedLocal local) {
    var elm = Elm.in(local);
    UUID here = elm.person("Still here", "1A");
    UUID ours = elm.person("Ours", "1B");
    UUID first = elm.person("First of two", "2A");
    UUID second = elm.person("Second of two", "2A");
    var steward = elm.steward();
    var knocks = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
    elm.knock(steward, knocks.get(0), "1A", "outcome", "moved", "who", here.toString());
    elm.knock(steward, knocks.get(1), "1B", "outcome", "boss-side", "who", ours.toString());
    elm.knock(steward, knocks.get(2), "2A", "outcome", "moved", "who", "all");
    assertThat(ours(elm)).isEmpty();
    assertThat(steward.visitor().get(elm.at("doors?written=" + knocks.get(0))).body()).contains("Take it back");

    for (UUID knock : knocks) {
      assertThat(steward.visitor().post(elm.at("talk/" + knock + "/take-back")).status()).isEqualTo(303);
      assertThat(steward.visitor().post(elm.at("talk/" + knock + "/take-back")).status()).as("sent twice")
          .isEqualTo(409);
    }

    assertThat(ours(elm)).containsExactlyInAnyOrder(here, ours, first, second);
  }

  private static List<UUID> ours(Elm elm) {
    return elm.local()
        .read(() -> Elm.part(People.class).at(elm.site()))
        .stream()
        .filter(place -> !place.bossSide())
        .map(People.Place::person)
        .toList();
  }

  @Test
  void leavesAPlaceThatSomebodyElsePutRightSince(FoundedLocal local) {
    var elm = Elm.in(local);
    UUID ours = elm.person("Ours", "1B");
    var steward = elm.steward();
    UUID id = UUID.randomUUID();
    elm.knock(steward, id, "1B", "outcome", "boss-side", "who", ours.toString());
    local.write(() -> {
      var records = Elm.part(PersonRecords.class);
      records.markBossSide(records.places(ours).getFirst(), ours, false);
      return true;
    });

    assertThat(steward.visitor().post(elm.at("talk/" + id + "/take-back")).status()).isEqualTo(409);

    assertThat(elm.held(id)).isPresent();
    assertThat(ours(elm)).containsExactly(ours);
  }

  @Test
  void isNotThereForTheStewardOfAnotherSiteOrForAnotherLocalsDoor(FoundedLocal local) {
    var elm = Elm.in(local);
    var oak = new Elm(local, Elm.building(local, "9 Oak"));
    var stranger = Elm.in(Product.shared().found("Others"));
    UUID maria = elm.person("Maria", "2B");
    var steward = oak.steward();

    Stream.of(elm.at("doors"), elm.at("doors/" + elm.unit("2B")), elm.at("talk-with/" + maria),
        oak.at("doors/" + elm.unit("2B")), oak.at("talk-with/" + maria), oak.at("doors/" + stranger.unit("2B")),
        elm.at("talk?outcome=talked&unit=" + elm.unit("2B")))
        .forEach(path -> assertThat(steward.visitor().get(path).status()).as(path).isEqualTo(404));
    UUID id = UUID.randomUUID();
    assertThat(steward.visitor().post(elm.at("talk"), "id", id.toString(), "outcome", "not-home").status())
        .isEqualTo(404);
    assertThat(elm.held(id)).isEmpty();
    assertThat(local.person(Role.TREASURER).visitor().get(elm.at("doors")).status()).isEqualTo(403);
  }

  @Test
  void movesTheDayOfForgettingOfAContact(FoundedLocal local) {
    var elm = Elm.in(local);
    UUID maria = elm.person("Maria", "2B");
    Product.shared().clock().advance(Duration.ofDays(40));
    var before = forgetOn(local, maria);

    elm.knock(elm.steward(), UUID.randomUUID(), "2B", "outcome", "talked", "who", maria.toString());

    assertThat(forgetOn(local, maria).orElseThrow()).isAfter(before.orElseThrow());
    assertThat(local.read(() -> Elm.part(Conversations.class).lastTalkedTo(List.of(maria)))).containsKey(maria);
  }

  private static Optional<java.time.LocalDate> forgetOn(FoundedLocal local, UUID person) {
    return local.read(() -> Elm.part(PersonRecords.class).find(person)).orElseThrow().forgetOn();
  }
}
