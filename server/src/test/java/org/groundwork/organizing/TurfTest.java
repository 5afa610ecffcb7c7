// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.groundwork.platform.access.Mandates;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import java.sql.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.groundwork.roll.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;

/** Doors taken along on a phone: only those asked for, and what is written down comes back each once. */
@ExtendWith(ProductExtension.class)
class TurfTest {
  private static final ZoneId ZONE = ZoneId.of("America/New_York");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static Page take(Elm elm, FoundedLocal.Person who, String... parts) {
    var fields = new ArrayList<String>();
    List.of(parts).forEach(part -> fields.addAll(List.of("part", part)));
    return who.visitor().post(elm.at("turf"), fields.toArray(String[]::new));
  }

  private static String turf(Page taken) { return JSON.readTree(taken.body()).get("turf").asString(); }

  private static Map<String, String> record(Elm elm, String door, String outcome, String... more) {
    var record = new java.util.TreeMap<>(Map.of("id", UUID.randomUUID().toString(), "unit", elm.unit(door).toString(),
        "outcome", outcome, "heldAt", Instant.now(Product.shared().clock()).toString()));
    for (int at = 0; at < more.length; at += 2) {
      record.put(more[at], more[at + 1]);
    }
    return record;
  }

  private static Page handOver(Elm elm, FoundedLocal.Person who, String turf, List<Map<String, String>> records) {
    return who.visitor()
        .post(elm.local().path("turf/" + turf + "/hand-over"), "records", JSON.writeValueAsString(records));
  }

  private static long held(Elm elm) {
    return elm.local()
        .read(() -> Elm.part(Weeks.class)
            .at(elm.site(), Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z")))
        .stream()
        .mapToLong(of -> of.week().talked())
        .sum();
  }

  @Test
  void holdsTheDoorsAskedForAndNothingElse(FoundedLocal local) {
    var elm = Elm.in(local);
    UUID maria = elm.person("Maria Quillfeather", "2B");
    elm.person("Juan Ostrander", "3A");
    local.write(() -> {
      Elm.part(Assessments.class)
          .assess(elm.site(), maria, Levels.first(1), "zebra act", java.time.LocalDate.now(
              Product.shared().clock()));
      return true;
    });
    var steward = elm.steward();
    elm.knock(steward, UUID.randomUUID(), "2B", "outcome", "talked", "who", maria.toString(), "note", "zebra note");

    Page taken = take(elm, steward, "2");

    assertThat(taken.header("Content-Type")).contains("application/json");
    assertThat(taken.header("Cache-Control")).contains("no-store");
    assertThat(taken.body()).contains("Maria Quillfeather", "2B", "\"last\":\"talked\"")
        .doesNotContain("Ostrander", "3A", "zebra");
    assertThat(take(elm, steward, "No such floor").status()).isEqualTo(303);
    assertThat(take(elm, steward).status()).isEqualTo(303);
  }

  @Test
  void handsOverFiveHundredTalksOnceThoughTheConnectionBreaks(FoundedLocal local) throws Exception {
    var elm = Elm.in(local);
    UUID maria = elm.person("Maria", "2B");
    var steward = elm.steward();
    String turf = turf(take(elm, steward, "1", "2", "3"));
    var records = new ArrayList<Map<String, String>>();
    for (int at = 0; at < 500; at++) {
      records.add(at % 2 == 0
          ? record(elm, "1A", "not-home")
          : record(elm, "2B", "talked", "who", maria.toString(), "note", "Talk " + at));
    }
    steward.visitor().get(elm.at("doors"));

    for (int from = 0; from < 500; from += 50) {
      var some = List.copyOf(records.subList(from, from + 50));
      try (var two = Executors.newFixedThreadPool(2)) { // the answer was lost: the phone sends the same again, at once
        Callable<Page> send = () -> handOver(elm, steward, turf, some);
        for (var sent : two.invokeAll(List.of(send, send))) {
          assertThat(JSON.readTree(sent.get().body()).get("results")).hasSize(50)
              .allMatch(result -> result.get("state").asString().equals("done"));
        }
      }
    }

    assertThat(local.read(() -> Elm.part(Conversations.class).with(maria, 1000))).hasSize(250);
    assertThat(held(elm)).isOne(); // one person, however often they were talked to
  }

  @Test
  void saysWhichWereRefusedAndTakesTheOthers(FoundedLocal local) {
    var elm = Elm.in(local);
    elm.person("Maria", "2B");
    var steward = elm.steward();
    String turf = turf(take(elm, steward, "2"));
    var bad = record(elm, "2B", "talked");
    var gone = record(elm, "2B", "not-home");
    gone.put("unit", UUID.randomUUID().toString());

    var results = JSON.readTree(handOver(elm, steward, turf, List.of(bad, gone, record(elm, "2A", "refused"))).body())
        .get("results");

    assertThat(results.valueStream().map(result -> result.get("state").asString())).containsExactly("refused",
        "refused",
        "done");
    assertThat(results.get(0).get("why").asString()).isEqualTo("talk.who.choose");
    assertThat(results.get(1).get("why").asString()).isEqualTo("turf.gone");
  }

  @Test
  void takesNothingFromAPhoneThatHadToLetGo(FoundedLocal local) {
    var elm = Elm.in(local);
    UUID maria = elm.person("Maria", "2B");
    var steward = elm.steward();
    String turf = turf(take(elm, steward, "2"));
    var organiser = elm.organiser();
    assertThat(organiser.visitor().get(elm.at("turf")).body()).contains("Let go");

    assertThat(organiser.visitor().post(elm.at("turf/" + turf + "/revoke")).status()).isEqualTo(303);

    assertThat(steward.visitor().get(local.path("turf/" + turf)).body()).contains("data-state=\"let-go\"");
    assertThat(handOver(elm, steward, turf, List.of(record(elm, "2B", "talked", "who", maria.toString()))).status())
        .isEqualTo(404);
    assertThat(held(elm)).isZero();
  }

  @Test
  void takesThingsBackForAWeekAndFromTheOneWhoTookThemAlong(FoundedLocal local) {
    var elm = Elm.in(local);
    UUID maria = elm.person("Maria", "2B");
    var steward = elm.steward();
    var other = elm.steward();
    String turf = turf(take(elm, steward, "2"));
    var one = record(elm, "2B", "talked", "who", maria.toString());

    assertThat(handOver(elm, other, turf, List.of(one)).status()).isEqualTo(404);
    Product.shared().clock().advance(Duration.ofDays(7));
    assertThat(handOver(elm, elm.local().withPasskey(steward), turf, List.of(one)).status()).isEqualTo(200);
    Product.shared().clock().advance(Duration.ofDays(2));
    assertThat(handOver(elm, elm.local().withPasskey(steward), turf, List.of(record(elm, "2A", "refused"))).status())
        .isEqualTo(404);
    var heldAt = local.read(() -> Elm.part(Conversations.class).with(maria, 1)).getFirst().heldAt();
    assertThat(Duration.between(heldAt, Product.shared().clock().instant())).isGreaterThan(Duration.ofDays(8));
  }

  @Test
  void countsTomorrowFromTheEveningItWasSaid(FoundedLocal local) {
    var elm = Elm.in(local);
    elm.person("Maria", "2B");
    var steward = elm.steward();
    String turf = turf(take(elm, steward, "2"));
    var tomorrow = record(elm, "2B", "come-back", "back", "tomorrow");
    var step = record(elm, "2A", "talked", "name", "Juan", "next", "Meet", "nextOn", today().plusDays(1).toString());
    var said = today();

    Product.shared().clock().advance(Duration.ofDays(3));
    var results = handOver(elm, local.withPasskey(steward), turf, List.of(tomorrow, step)).body();

    assertThat(results).doesNotContain("refused");
    var back = elm.held(UUID.fromString(tomorrow.get("id"))).orElseThrow().back().at().orElseThrow();
    assertThat(back.atZone(ZONE).toLocalDate()).isEqualTo(said.plusDays(1));
    assertThat(back.atZone(ZONE).getHour()).isEqualTo(19);
  }

  @Test
  void takesADepartmentForNoHousehold(FoundedLocal local) {
    var work = Elm.laundry(local);
    UUID maria = work.person("Maria", "Ironing, Day");
    UUID juan = work.person("Juan", "Ironing, Day");
    var steward = work.steward();
    var taken = JSON.readTree(take(work, steward, "Ironing, Day").body());
    assertThat(taken.get("homes").asBoolean()).isFalse();
    local.write(() -> Elm.part(Stewards.class).give(work.site(), List.of(maria, juan), steward.id()));

    var results = JSON.readTree(handOver(work, steward, taken.get("turf").asString(),
        List.of(record(work, "Ironing, Day", "moved", "who", "all"),
            record(work, "Ironing, Day", "come-back", "back", "today")))
        .body()).get("results");

    assertThat(results.valueStream().map(result -> result.get("state").asString())).containsExactly("refused", "done");
    assertThat(local.read(() -> Elm.part(People.class).at(work.site()))).hasSize(2);
    assertThat(local.read(() -> Elm.part(Agreed.class).with(List.of(maria, juan), Within.ALL))).isEmpty();
  }

  private static LocalDate today() { return LocalDate.now(Product.shared().clock().withZone(ZONE)); }

  @Test
  void believesNoClockThatRunsAhead(FoundedLocal local) {
    var elm = Elm.in(local);
    UUID maria = elm.person("Maria", "2B");
    var steward = elm.steward();
    String turf = turf(take(elm, steward, "2"));
    var ahead = record(elm, "2B", "talked", "who", maria.toString());
    ahead.put("heldAt", "2099-01-01T00:00:00Z");
    var senseless = record(elm, "2A", "not-home");
    senseless.put("heldAt", "yesterday, I think");

    assertThat(handOver(elm, steward, turf, List.of(ahead, senseless)).status()).isEqualTo(200);

    assertThat(local.read(() -> Elm.part(Conversations.class).with(maria, 1)).getFirst().heldAt())
        .isBeforeOrEqualTo(Product.shared().clock().instant());
  }

  @Test
  void refusesWhatIsNoListOfTalksAndWhoseMandateEnded(FoundedLocal local) {
    var elm = Elm.in(local);
    var steward = elm.steward();
    String turf = turf(take(elm, steward, "2"));
    String path = local.path("turf/" + turf + "/hand-over");
    for (String senseless : List.of("", "{", "[1,2]", "{\"id\":\"x\"}", "[" + "{},".repeat(50) + "{}]", "null")) {
      assertThat(steward.visitor().post(path, "records", senseless).status()).as(senseless).isEqualTo(404);
    }
    local.write(() -> {
      var mandates = Elm.part(Mandates.class);
      mandates.inForce(steward.id()).forEach(mandate -> mandates.end(mandate.id()));
      return true;
    });
    assertThat(handOver(elm, steward, turf, List.of(record(elm, "2A", "refused"))).status()).isEqualTo(403);
  }

  private static UUID field(Elm elm, String kind, String name, String seenBy) {
    elm.organiser()
        .visitor()
        .post(elm.local().path("fields"), "kind", kind, "name", name, "choices", kind.equals("choice") ? "S\nM\nL" : "",
            "purpose", "To order", "keptDays", "30", "seenBy", seenBy);
    return elm.local()
        .read(() -> Elm.part(Fields.class).inUse())
        .stream()
        .filter(made -> made.said().name().equals(name))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private static Map<UUID, Fields.Value> holds(Elm elm, UUID person) {
    return elm.local().read(() -> Elm.part(Fields.class).of(person));
  }

  @Test
  void asksTheOwnFieldsThatTheCallerSeesAndTakesNoValueAlong(FoundedLocal local) {
    var elm = Elm.in(local);
    UUID maria = elm.person("Maria", "2B");
    UUID shirt = field(elm, "choice", "Shirt <b>", "stewards");
    UUID hidden = field(elm, "yes-no", "Zebra list", "organisers");
    elm.organiser().visitor().post(local.path("people/" + maria + "/fields"), "f-" + shirt, "3");

    var fields = JSON.readTree(take(elm, elm.steward(), "2").body()).get("fields");

    assertThat(fields).singleElement().satisfies(asked -> {
      assertThat(asked.get("name").asString()).isEqualTo("f-" + shirt);
      assertThat(asked.get("label").asString()).isEqualTo("Shirt <b>");
      assertThat(asked.get("choices")).hasSize(3);
      assertThat(asked.has("value")).isFalse();
    });
    assertThat(take(elm, elm.organiser(), "2").body()).contains("Zebra list", hidden.toString());
  }

  @Test
  void handsOwnFieldsOverWithTheSameChecks(FoundedLocal local) {
    var elm = Elm.in(local);
    UUID maria = elm.person("Maria", "2B");
    UUID shirt = field(elm, "choice", "Shirt", "stewards");
    UUID lease = field(elm, "date", "Lease ends", "stewards");
    UUID badge = field(elm, "yes-no", "Badge", "stewards");
    UUID hidden = field(elm, "yes-no", "Zebra list", "organisers");
    var steward = elm.steward();
    String turf = turf(take(elm, steward, "2"));
    String who = maria.toString();

    var results = JSON.readTree(handOver(elm, steward, turf,
        List.of(record(elm, "2B", "talked", "who", who, "f-" + shirt, "4"),
            record(elm, "2B", "talked", "who", who, "f-" + lease, "soon"),
            record(elm, "2B", "talked", "who", who, "f-" + badge, "<script>"),
            record(elm, "2B", "talked", "who", who, "f-" + shirt, "2", "f-" + lease, "2027-03-01", "f-" + badge, "no"),
            record(elm, "2B", "talked", "who", who, "f-" + hidden, "yes", "f-" + badge, "")))
        .body()).get("results");

    assertThat(results.valueStream().map(result -> result.get("state").asString())).containsExactly("refused",
        "refused", "refused", "done", "done");
    assertThat(results.get(0).get("text").asString()).contains("3");
    assertThat(results.get(3).get("why").asString()).isEmpty();
    assertThat(results.get(4).get("why").asString()).isEqualTo("turf.field-gone");
    assertThat(holds(elm, maria)).containsOnly(Map.entry(shirt, new Fields.Value.Chosen(2)),
        Map.entry(lease, new Fields.Value.Day(java.time.LocalDate.of(2027, 3, 1))),
        Map.entry(badge, new Fields.Value.YesNo(false)));
    assertThat(local.read(() -> Elm.part(Conversations.class).with(maria, 10))).as("what was refused is not there")
        .hasSize(2);
  }

  @Test
  void believesNoClockThatIsYearsBehindAboutAField(FoundedLocal local) {
    var elm = Elm.in(local);
    UUID maria = elm.person("Maria", "2B");
    UUID lease = field(elm, "yes-no", "Lease", "stewards");
    var steward = elm.steward();
    String turf = turf(take(elm, steward, "2"));
    var late = record(elm, "2B", "talked", "who", maria.toString(), "f-" + lease, "yes");
    late.put("heldAt", Product.shared().clock().instant().minus(Duration.ofDays(61)).toString());
    var senseless = record(elm, "2B", "talked", "who", maria.toString(), "f-" + lease, "no");
    senseless.put("heldAt", "2001-01-01T00:00:00Z");

    handOver(elm, steward, turf, List.of(senseless, late));

    assertThat(local.read(() -> Elm.part(JdbcClient.class)
        .sql("select min(said_at) from organizing.field_value where local_id = ?")
        .param(local.id().value())
        .query(Timestamp.class)
        .single()
        .toInstant())).isAfter(Product.shared().clock().instant().minus(Duration.ofDays(61)));
  }

  @Test
  void leavesOutAFieldThatIsAskedNoMoreAndTakesTheTalk(FoundedLocal local) {
    var elm = Elm.in(local);
    UUID maria = elm.person("Maria", "2B");
    UUID shirt = field(elm, "choice", "Shirt", "stewards");
    var steward = elm.steward();
    String turf = turf(take(elm, steward, "2"));
    elm.organiser().visitor().post(local.path("fields/" + shirt + "/retire"));

    var result = JSON.readTree(handOver(elm, steward, turf,
        List.of(record(elm, "2B", "talked", "who", maria.toString(), "f-" + shirt, "2"))).body()).get("results").get(0);

    assertThat(result.get("state").asString()).isEqualTo("done");
    assertThat(result.get("text").asString()).contains("not asked any more");
    assertThat(holds(elm, maria)).isEmpty();
    assertThat(held(elm)).isOne();
  }

  @Test
  void whatWasSaidLaterStaysWhicheverPhoneComesFirst(FoundedLocal local) {
    var elm = Elm.in(local);
    UUID maria = elm.person("Maria", "2B");
    UUID shirt = field(elm, "choice", "Shirt", "stewards");
    var steward = elm.steward();
    var other = elm.steward();
    String first = turf(take(elm, steward, "2"));
    String second = turf(take(elm, other, "2"));
    var seven = record(elm, "2B", "talked", "who", maria.toString(), "f-" + shirt, "1");
    Product.shared().clock().advance(Duration.ofMinutes(60));
    var eight = record(elm, "2B", "talked", "who", maria.toString(), "f-" + shirt, "2");
    Product.shared().clock().advance(Duration.ofMinutes(60));

    handOver(elm, other, second, List.of(eight));
    var late = JSON.readTree(handOver(elm, steward, first, List.of(seven)).body()).get("results").get(0);

    assertThat(late.get("why").asString()).isEqualTo("turf.field-later");
    assertThat(holds(elm, maria)).containsEntry(shirt, new Fields.Value.Chosen(2));

    Product.shared().clock().advance(Duration.ofMinutes(1));
    elm.organiser().visitor().post(local.path("people/" + maria + "/fields"), "f-" + shirt, "3");
    var ahead = record(elm, "2B", "talked", "who", maria.toString(), "f-" + shirt, "1");
    ahead.put("heldAt", "2099-01-01T00:00:00Z");
    Product.shared().clock().advance(Duration.ofMinutes(1));
    assertThat(JSON.readTree(handOver(elm, steward, first, List.of(ahead)).body())
        .get("results")
        .get(0)
        .get("why")
        .asString()).as("a clock that runs ahead says it now").isEmpty();
    elm.organiser().visitor().post(local.path("people/" + maria + "/fields"), "f-" + shirt, "3");
    assertThat(holds(elm, maria)).as("and not for ever").containsEntry(shirt, new Fields.Value.Chosen(3));
  }

  private static String mark(Page taken, UUID person) {
    return JSON.readTree(taken.body())
        .get("doors")
        .valueStream()
        .flatMap(door -> door.get("people").valueStream())
        .filter(somebody -> somebody.get("id").asString().equals(person.toString()))
        .findFirst()
        .orElseThrow()
        .get("mark")
        .asString();
  }

  @Test
  void whatWasEmptiedMeanwhileStaysEmptyAndIsToldByName(FoundedLocal local) {
    var elm = Elm.in(local);
    UUID maria = elm.person("Maria", "2B");
    UUID shirt = field(elm, "choice", "Shirt <b>", "stewards");
    UUID badge = field(elm, "yes-no", "Badge", "stewards");
    String at = local.path("people/" + maria + "/fields");
    elm.organiser().visitor().post(at, "f-" + shirt, "3");
    var steward = elm.steward();
    Page taken = take(elm, steward, "2");
    var talk = record(elm, "2B", "talked", "who", maria.toString(), "f-" + shirt, "2", "f-" + badge, "yes", "mark",
        mark(taken, maria));
    Product.shared().clock().advance(Duration.ofMinutes(10));
    elm.organiser().visitor().post(at, "f-" + shirt, "");
    assertThat(holds(elm, maria)).isEmpty();

    var result = JSON.readTree(handOver(elm, steward, turf(taken), List.of(talk)).body()).get("results").get(0);

    assertThat(result.get("state").asString()).isEqualTo("done");
    assertThat(result.get("why").asString()).isEqualTo("turf.field-later");
    assertThat(result.get("text").asString()).contains("Shirt <b>", "or it was emptied").doesNotContain("Badge");
    assertThat(holds(elm, maria)).containsOnly(Map.entry(badge, new Fields.Value.YesNo(true)));
    assertThat(held(elm)).isOne();

    Page again = take(elm, steward, "2"); // nothing is held now, so what is said now counts
    var later = record(elm, "2B", "talked", "who", maria.toString(), "f-" + shirt, "1", "mark", mark(again, maria));
    assertThat(JSON.readTree(handOver(elm, steward, turf(again), List.of(later)).body())
        .get("results")
        .get(0)
        .get("why")
        .asString()).isEmpty();
    assertThat(holds(elm, maria)).containsEntry(shirt, new Fields.Value.Chosen(1));
  }

  @Test
  void carriesAMarkOfWhatIsHeldThatSaysNothingToThePhone(FoundedLocal local) {
    var elm = Elm.in(local);
    UUID maria = elm.person("Maria", "2B");
    UUID juan = elm.person("Juan", "2B");
    UUID badge = field(elm, "yes-no", "Badge", "stewards");
    elm.organiser().visitor().post(local.path("people/" + maria + "/fields"), "f-" + badge, "yes");
    var steward = elm.steward();
    Page taken = take(elm, steward, "2");
    assertThat(mark(taken, maria)).hasSameSizeAs(mark(taken, juan));
    assertThat(mark(take(elm, steward, "2"), juan)).as("two marks of nothing").isNotEqualTo(mark(taken, juan));

    for (String wrong : List.of(mark(taken, maria), "<script>", "AAAA", "x".repeat(9_000))) {
      var talk = record(elm, "2B", "talked", "who", juan.toString(), "f-" + badge, "no", "mark", wrong);
      assertThat(JSON.readTree(handOver(elm, steward, turf(taken), List.of(talk)).body())
          .get("results")
          .get(0)
          .get("why")
          .asString()).isEmpty();
      assertThat(holds(elm, juan)).containsEntry(badge, new Fields.Value.YesNo(false));
      Product.shared().clock().advance(Duration.ofMinutes(1));
      elm.organiser().visitor().post(local.path("people/" + juan + "/fields"), "f-" + badge, "");
    }
  }

  @Test
  void keepsTheLaterOfTwoThatArriveAtOnce(FoundedLocal local) throws Exception {
    var elm = Elm.in(local);
    UUID maria = elm.person("Maria", "2B");
    UUID shirt = field(elm, "choice", "Shirt", "stewards");
    var steward = elm.steward();
    var other = elm.steward();
    String first = turf(take(elm, steward, "2"));
    String second = turf(take(elm, other, "2"));
    for (int round = 0; round < 10; round++) {
      var early = record(elm, "2B", "talked", "who", maria.toString(), "f-" + shirt, "1");
      Product.shared().clock().advance(Duration.ofSeconds(5));
      var late = record(elm, "2B", "talked", "who", maria.toString(), "f-" + shirt, "2");
      Product.shared().clock().advance(Duration.ofSeconds(5));
      try (var two = Executors.newFixedThreadPool(2)) {
        List<Callable<Page>> both = List.of(() -> handOver(elm, steward, first, List.of(early)),
            () -> handOver(elm, other, second, List.of(late)));
        for (var sent : two.invokeAll(both)) {
          assertThat(sent.get().status()).isEqualTo(200);
        }
      }
      assertThat(holds(elm, maria)).as("round " + round).containsEntry(shirt, new Fields.Value.Chosen(2));
    }
  }

  @Test
  void keepsAnEmptyPageForWhereThereIsNoSignal(Product product) {
    var stranger = product.visitor();
    assertThat(stranger.get("/offline").body()).contains("/assets/offline.js").doesNotContain("/l/");
    assertThat(stranger.get("/sw.js").header("Content-Type").orElseThrow()).contains("javascript");
    assertThat(stranger.get("/app.webmanifest").body()).contains("\"short_name\":\"Doors\"");
  }
}
