// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.groundwork.platform.access.Mandates;
import org.groundwork.platform.access.Reach;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.audit.Audited;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The host at a door in a basement: the list on a phone, and what comes back from it, each thing once. */
@ExtendWith(ProductExtension.class)
class WithoutASignalTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static Planned now(FoundedLocal local) {
    return Planned.in(local, Duration.ofMinutes(10), OptionalInt.empty(), false);
  }

  private static Page take(Planned planned, Visitor host) {
    host.get(planned.at("/along"));
    return host.post(planned.at("/along"));
  }

  private static String turf(Planned planned, Visitor host) {
    return JSON.readTree(take(planned, host).body()).get("turf").asString();
  }

  private static Map<String, String> record(Planned planned, String what, String... more) {
    var record = new TreeMap<>(Map.of("id", UUID.randomUUID().toString(), "what", what, "shift",
        planned.shift().toString(), "heldAt", Instant.now(Product.shared().clock()).toString()));
    for (int at = 0; at < more.length; at += 2) {
      record.put(more[at], more[at + 1]);
    }
    return record;
  }

  private static Map<String, String> here(Planned planned, String name) {
    return record(planned, "here", "who", planned.called(name).id().toString());
  }

  private static Map<String, String> head(Planned planned, String head, int more) {
    return record(planned, "head", "head", head, "more", Integer.toString(more));
  }

  /** As a phone sends it that took no names along. */
  private static Map<String, String> headOfNoList(Planned planned, String head, int more) {
    return record(planned, "head", "head", head, "listed", "nobody", "more", Integer.toString(more));
  }

  private static Page send(Planned planned, Visitor host, String turf, List<Map<String, String>> records) {
    return host.post(planned.local().path("turf/" + turf + "/hand-over"), "records", JSON.writeValueAsString(records));
  }

  private static List<JsonNode> results(Page sent) {
    assertThat(sent.status()).isEqualTo(200);
    return JSON.readTree(sent.body()).get("results").valueStream().toList();
  }

  private static JsonNode one(Planned planned, Visitor host, String turf, Map<String, String> record) {
    return results(send(planned, host, turf, List.of(record))).getFirst();
  }

  private static Visitor another(FoundedLocal local) {
    return local.withPasskey(local.person(Role.ORGANISER)).visitor();
  }

  @Test
  void holdsTheNamesOfThisActionAloneAndNothingElse(FoundedLocal local) {
    var planned = now(local);
    var other = Planned.tomorrow(local);
    planned.comes(Planned.known(local, "Maria Quillfeather", Optional.of("555 0177 11"), Optional.of("m@example.org")));
    planned.rsvp(Product.shared().visitor(), "Ana <script>");
    planned.comes("Withdrawn Wim");
    local.write(() -> Planned.part(SignUps.class).withdraw(planned.called("Withdrawn Wim").id()));
    other.comes("Juan Ostrander");
    var host = planned.organiser();

    assertThat(host.get(planned.at("/people")).body()).contains("/along");
    Page taken = take(planned, host);

    assertThat(taken.header("Content-Type")).contains("application/json");
    assertThat(taken.header("Cache-Control")).contains("no-store");
    var names = JSON.readTree(taken.body()).get("shifts").get(0).get("people");
    assertThat(names.valueStream().map(person -> person.get("name").asString())).containsExactlyInAnyOrder(
        "Maria Quillfeather", "Ana <script>");
    assertThat(taken.body()).doesNotContain("Withdrawn", "Ostrander", "555 0177 11", "555 0100 22", "example.org",
        Planned.PLACE);
    assertThat(host.get(planned.at("/along")).body()).contains("2 names, until");
    assertThat(String.join("\n", Audited.in(local))).contains("list-taken", "lists-seen")
        .doesNotContain("Quillfeather");
  }

  @Test
  void handsOverFiveHundredThingsOnceThoughTheConnectionBreaks(FoundedLocal local) throws Exception {
    var planned = now(local);
    var records = new ArrayList<Map<String, String>>();
    for (int at = 0; at < 100; at++) {
      planned.comes("Guest " + at);
    }
    planned.signUps().forEach(in -> records.add(record(planned, "here", "who", in.id().toString())));
    for (int at = 0; at < 100; at++) {
      records.add(record(planned, "turned-up", "name", "Turned up " + at));
      records.add(head(planned, "position", 1));
      records.add(head(planned, "other-sites", 1));
      records.add(head(planned, "supporters", 1));
      records.add(head(planned, "nameless", 1));
    }
    records.add(head(planned, "nameless", -1));
    records.add(head(planned, "supporters", -1));
    var founder = local.withPasskey(local.founder());
    String turf = turf(planned, founder.visitor());

    for (int from = 0; from < records.size(); from += 50) {
      var some = List.copyOf(records.subList(from, Math.min(records.size(), from + 50)));
      try (var two = Executors.newFixedThreadPool(2)) { // the answer was lost: the phone sends the same again, at once
        Callable<Page> sends = () -> send(planned, founder.visitor(), turf, some);
        for (var sent : two.invokeAll(List.of(sends, sends))) {
          assertThat(results(sent.get())).hasSize(some.size())
              .allMatch(result -> result.get("state").asString().equals("done"));
        }
      }
    }

    assertThat(planned.signUps()).hasSize(200).allMatch(in -> in.state() == SignUp.State.ATTENDED);
    assertThat(planned.now().attended()).as("by name and without; heads are of everybody and stand beside the list")
        .isEqualTo(200 + 99);
    assertThat(planned.now().heads())
        .isEqualTo(new Action.Heads(OptionalInt.of(100), OptionalInt.of(100), OptionalInt.of(99)));
  }

  @Test
  void countsOnceWhomTwoHostsAndTheDoorNotedAtOnce(Product product, FoundedLocal local) throws Exception {
    var planned = now(local);
    String door = "/r/" + local.handle() + "/here/"
        + local.write(() -> Planned.part(Invitations.class).open(planned.id(), Invitations.Kind.DOOR));
    planned.comes("Ana");
    var one = planned.organiser();
    var other = another(local);
    String first = turf(planned, one);
    String second = turf(planned, other);
    var phone = product.visitor();
    String once = Planned.once(phone.get(door));
    try (var three = Executors.newFixedThreadPool(3)) {
      List<Callable<Page>> all = List.of(
          () -> send(planned, one, first, List.of(here(planned, "Ana"), head(planned, "supporters", 1))),
          () -> send(planned, other, second, List.of(here(planned, "Ana"), head(planned, "supporters", 1))),
          () -> phone.post(door, "once", once, "name", "Ana"));
      for (var done : three.invokeAll(all)) {
        assertThat(done.get().status()).isEqualTo(200);
      }
    }
    assertThat(planned.signUps()).singleElement().matches(in -> in.state() == SignUp.State.ATTENDED);
    assertThat(planned.now().attended()).as("Ana; heads do not change the list").isEqualTo(1);
    assertThat(planned.now().heads().supporters()).hasValue(2);
  }

  @Test
  void beingSeenIsStrongerThanWhatWasSaidMeanwhile(Product product, FoundedLocal local) {
    var planned = now(local);
    List.of("Ana", "Ben", "Cleo").forEach(planned::comes);
    var host = planned.organiser();
    String turf = turf(planned, host);
    product.clock().advance(Duration.ofMinutes(11));
    local.write(() -> Planned.part(SignUps.class).withdraw(planned.called("Ana").id()));
    String mark = planned.at("/people/mark");
    host.post(mark, "who", planned.called("Ben").id().toString(), "was", "no-show");
    host.post(mark, "who", planned.called("Cleo").id().toString(), "was", "attended", "hours", "1:30");

    var withdrew = one(planned, host, turf, here(planned, "Ana"));
    var missed = one(planned, host, turf, here(planned, "Ben"));
    var noted = one(planned, host, turf, here(planned, "Cleo"));

    assertThat(withdrew.get("state").asString()).isEqualTo("done");
    assertThat(withdrew.get("why").asString()).isEqualTo("along.had-withdrawn");
    assertThat(withdrew.get("text").asString()).contains("noted as there");
    assertThat(missed.get("why").asString()).isEmpty();
    assertThat(noted.get("why").asString()).isEmpty();
    assertThat(planned.signUps()).allMatch(in -> in.state() == SignUp.State.ATTENDED);
    assertThat(planned.called("Cleo").minutes()).as("the hours that somebody typed").hasValue(90);
    assertThat(planned.called("Ana").minutes()).hasValue(120);
  }

  @Test
  void takesWhatComesAfterTheEndAndNothingOfWhatWasCalledOff(Product product, FoundedLocal local) {
    var held = now(local);
    var off = now(local);
    held.comes("Ana");
    off.comes("Ben");
    var host = held.organiser();
    String ended = turf(held, host);
    String calledOff = turf(off, host);
    product.clock().advance(Duration.ofHours(5));
    host.post(held.at("/held"));
    local.write(() -> Planned.part(Actions.class).cancel(off.id()));

    assertThat(one(held, host, ended, here(held, "Ana")).get("state").asString()).isEqualTo("done");
    for (var record : List.of(here(off, "Ben"), head(off, "position", 1), record(off, "turned-up", "name", "Cleo"))) {
      var refused = one(off, host, calledOff, record);
      assertThat(refused.get("state").asString()).isEqualTo("refused");
      assertThat(refused.get("text").asString()).contains("called off");
    }

    assertThat(held.called("Ana").state()).isEqualTo(SignUp.State.ATTENDED);
    assertThat(off.now().attended()).isZero();
    assertThat(off.now().heads().total()).isEmpty();
    assertThat(take(off, host).status()).as("of what was called off there is nothing to take").isEqualTo(303);
  }

  @Test
  void takesNoNameOfWhatIsCountOnly(FoundedLocal local) {
    var planned = Planned.in(local, Duration.ofMinutes(10), OptionalInt.empty(), true);
    planned.comes("Ana");
    var host = planned.organiser();
    var taken = JSON.readTree(take(planned, host).body());
    assertThat(taken.get("countOnly").asBoolean()).isTrue();
    assertThat(taken.get("shifts").get(0).get("people").isEmpty()).isTrue();

    assertThat(results(send(planned, host, taken.get("turf").asString(),
        List.of(headOfNoList(planned, "position", 1), headOfNoList(planned, "supporters", 1),
            headOfNoList(planned, "supporters", -1),
            record(planned, "turned-up", "name", "Xiomara Evidence")))))
        .hasSize(4);

    assertThat(planned.now().attended()).as("one, and one whose name is not kept").isEqualTo(2);
    assertThat(planned.now().heads().inPosition()).hasValue(1);
    assertThat(planned.signUps()).isEmpty();
  }

  @Test
  void letsTheNamesGoWhenOnlyNumbersAreKeptMeanwhile(FoundedLocal local) {
    var planned = now(local);
    planned.comes("Ana");
    planned.comes("Ben");
    var host = planned.organiser();
    String turf = turf(planned, host);
    var ana = here(planned, "Ana");
    var action = planned.now();
    assertThat(host.get(local.path("turf/" + turf)).body()).contains("data-names=\"stay\"");
    local.write(() -> Planned.part(Actions.class)
        .change(planned.id(), action.version(), Planned.plan(action.when(), true)));

    assertThat(host.get(local.path("turf/" + turf)).body()).contains("data-state=\"valid\"", "data-names=\"go\"");
    assertThat(one(planned, host, turf, ana).get("why").asString()).isEqualTo("along.counted");
    assertThat(one(planned, host, turf, ana).get("state").asString()).as("sent again").isEqualTo("done");
    one(planned, host, turf, head(planned, "position", 1));

    assertThat(planned.now().attended()).as("Ana, whose head was counted beside the list").isEqualTo(1);
    assertThat(planned.now().heads().inPosition()).hasValue(1);
    assertThat(planned.signUps()).isEmpty();
  }

  @Test
  void asksAgainForHeadsWhereAPhoneCountedMeanwhile(Product product, FoundedLocal local) {
    var planned = now(local);
    var host = planned.organiser();
    String turf = turf(planned, host);
    product.clock().advance(Duration.ofMinutes(11));
    String opened = Long.toString(planned.now().version());
    assertThat(host.get(planned.at("/people")).body()).contains("name=\"version\" value=\"" + opened + "\"");
    var other = another(local);
    one(planned, other, turf(planned, other), head(planned, "supporters", 1));
    one(planned, host, turf, head(planned, "supporters", 1));

    var stale = host.post(planned.at("/heads"), "version", opened, "inPosition", "12", "supporters", "1");
    assertThat(stale.status()).isEqualTo(422);
    assertThat(stale.body()).contains("Somebody else changed this while you wrote", "inPosition-error", "value=\"12\"");
    assertThat(planned.now().heads().supporters()).hasValue(2);
    assertThat(planned.now().heads().inPosition()).isEmpty();
    String now = Long.toString(planned.now().version());
    for (int twice = 0; twice < 2; twice++) {
      assertThat(host.post(planned.at("/heads"), "version", now, "inPosition", "12", "supporters", "3").status())
          .isEqualTo(303);
    }
    assertThat(planned.now().heads().total()).hasValue(15);
  }

  @Test
  void countsWhoWasForgottenMeanwhile(FoundedLocal local) {
    var planned = now(local);
    UUID maria = Planned.known(local, "Maria", Optional.empty(), Optional.empty());
    planned.comes(maria);
    var host = planned.organiser();
    String turf = turf(planned, host);
    var record = record(planned, "here", "who", planned.signUps().getFirst().id().toString());
    local.write(() -> {
      Planned.part(Forgotten.class).forget(maria);
      return true;
    });
    assertThat(one(planned, host, turf, record).get("why").asString()).isEqualTo("along.counted");
    assertThat(planned.now().attended()).isEqualTo(1);
  }

  @Test
  void takesNothingFromAPhoneThatHadToLetGo(FoundedLocal local) {
    var planned = now(local);
    planned.comes("Ana");
    var host = planned.organiser();
    String turf = turf(planned, host);
    var organiser = another(local);
    assertThat(organiser.get(planned.at("/along")).body()).contains("Let go");

    assertThat(organiser.post(planned.at("/along/" + turf + "/revoke")).status()).isEqualTo(303);

    assertThat(organiser.post(planned.at("/along/" + turf + "/revoke")).status()).as("once").isEqualTo(404);
    assertThat(host.get(local.path("turf/" + turf)).body()).contains("data-state=\"let-go\"");
    assertThat(send(planned, host, turf, List.of(here(planned, "Ana"))).status()).isEqualTo(404);
    assertThat(planned.now().attended()).isZero();
    assertThat(String.join("\n", Audited.in(local))).contains("list-revoked");
  }

  @Test
  void isNobodysButTheHostsOfThisAction(FoundedLocal local, FoundedLocal foreign) {
    var planned = now(local);
    var other = now(local);
    planned.comes("Ana Hidden");
    var host = planned.organiser();
    String turf = turf(planned, host);
    var elsewhere = local.withPasskey(local.person(new Reach.Sites(Set.of(UUID.randomUUID())), Role.ORGANISER))
        .visitor();
    for (var visitor : List.of(elsewhere, local.withPasskey(local.person(Role.STEWARD)).visitor())) {
      assertThat(visitor.get(planned.at("/along")).status()).isIn(403, 404);
      assertThat(visitor.post(planned.at("/along")).status()).isIn(403, 404);
      assertThat(visitor.post(planned.at("/along/" + turf + "/revoke")).status()).isIn(403, 404);
      assertThat(send(planned, visitor, turf, List.of(here(planned, "Ana Hidden"))).status()).isEqualTo(404);
    }
    assertThat(send(planned, another(local), turf, List.of(here(planned, "Ana Hidden"))).status())
        .as("another organiser's phone did not take it")
        .isEqualTo(404);
    var stranger = foreign.founder().visitor();
    assertThat(stranger.post(foreign.path("actions/" + planned.id() + "/along")).status()).isEqualTo(404);
    assertThat(stranger.post(foreign.path("turf/" + turf + "/hand-over"), "records",
        JSON.writeValueAsString(List.of(here(planned, "Ana Hidden")))).status()).isEqualTo(404);
    assertThat(host.post(other.at("/along/" + turf + "/revoke")).status()).as("the list of another").isEqualTo(404);
    var crossed = here(planned, "Ana Hidden");
    String theirs = turf(other, host);
    assertThat(one(other, host, theirs, crossed).get("state").asString()).as("a shift of another action")
        .isEqualTo("refused");
    assertThat(planned.now().attended()).isZero();
  }

  @Test
  void endsWithTheMandateAndAWeekAfterTheNight(FoundedLocal local) {
    var planned = now(local);
    List.of("Ana", "Ben").forEach(planned::comes);
    var organiser = local.person(Role.ORGANISER);
    String turf = turf(planned, local.withPasskey(organiser).visitor());
    Product.shared().clock().advance(Duration.ofDays(7));
    var late = local.withPasskey(organiser);
    assertThat(one(planned, late.visitor(), turf, here(planned, "Ana")).get("state").asString()).isEqualTo("done");
    Product.shared().clock().advance(Duration.ofDays(2));
    var later = local.withPasskey(organiser);
    assertThat(send(planned, later.visitor(), turf, List.of(here(planned, "Ben"))).status()).isEqualTo(404);
    String again = turf(planned, later.visitor());
    local.write(() -> {
      var mandates = Planned.part(Mandates.class);
      mandates.inForce(organiser.id()).forEach(mandate -> mandates.end(mandate.id()));
      return true;
    });
    assertThat(send(planned, later.visitor(), again, List.of(here(planned, "Ben"))).status()).isEqualTo(403);
    assertThat(planned.now().attended()).isEqualTo(1);
  }

  @Test
  void refusesWhatMakesNoSenseAndTakesTheRest(FoundedLocal local) {
    var planned = now(local);
    planned.comes("Ana");
    var host = planned.organiser();
    String turf = turf(planned, host);
    var results = results(send(planned, host, turf,
        List.of(record(planned, "shout"), record(planned, "here"), record(planned, "here", "who", "nobody"),
            record(planned, "turned-up", "name", "  "), record(planned, "turned-up", "name", "x".repeat(81)),
            head(planned, "position", 1000), record(planned, "head", "head", "bosses", "more", "1"),
            record(planned, "here", "id", "no identifier", "who", planned.called("Ana").id().toString()),
            record(planned, "turned-up", "name", "<script>alert(1)</script>"), here(planned, "Ana"))));
    assertThat(results.stream().map(result -> result.get("state").asString())).containsExactly("refused", "refused",
        "refused", "refused", "refused", "refused", "refused", "refused", "done", "done");
    assertThat(results.get(4).get("text").asString()).contains("80");
    assertThat(planned.now().attended()).isEqualTo(2);
    assertThat(planned.now().heads().total()).isEmpty();
    assertThat(host.get(planned.at("/people")).body()).contains("&lt;script&gt;alert(1)")
        .doesNotContain("<script>alert");
  }
}
