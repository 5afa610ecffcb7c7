// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;

/** Doors taken along on a phone: only those asked for, and what is written down comes back each once. */
@ExtendWith(ProductExtension.class)
class TurfTest {
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
        .read(() -> Elm.part(Conversations.class)
            .weekAt(elm.site(), Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z")))
        .stream()
        .mapToLong(Conversations.Week::talked)
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

  @Test
  void keepsAnEmptyPageForWhereThereIsNoSignal(Product product) {
    var stranger = product.visitor();
    assertThat(stranger.get("/offline").body()).contains("/assets/turf.js").doesNotContain("/l/");
    assertThat(stranger.get("/sw.js").header("Content-Type").orElseThrow()).contains("javascript");
    assertThat(stranger.get("/app.webmanifest").body()).contains("\"short_name\":\"Doors\"");
  }
}
