// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action;

import static org.groundwork.action.PicketRowsTest.tap;
import static org.groundwork.action.PicketRowsTest.wish;
import static org.groundwork.action.PicketRowsTest.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.groundwork.action.PicketRowsTest.tap;
import static org.groundwork.action.PicketRowsTest.wish;
import static org.groundwork.action.PicketRowsTest.written;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import javax.imageio.ImageIO;
import org.groundwork.campaign.StepKind;
import org.groundwork.platform.access.Reach;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.audit.Audited;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.Upload;
import org.groundwork.support.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** At the gates: who sees to which, what is counted with one tap, what happened and is never changed, what is handed over. */
@ExtendWith(ProductExtension.class)
class PicketTest {
  private static final List<String> AT_THE_GATE = List.of("/picket/count", "/picket/hand-over", "/picket/need",
      "/picket/wish", "/picket/wish/brought", "/picket/wish/end");
  private static final List<String> PREPARING = List.of("/picket/plan", "/picket/gates", "/picket/gates/end",
      "/picket/captains");

  static Picket of(AtARung at) { return at.local().read(() -> Planned.part(Pickets.class).of(at.planned().id())); }

  static UUID gate(AtARung at, String name) {
    return at.local().write(() -> Planned.part(Gates.class).add(at.planned().id(), name)).orElseThrow();
  }

  static void keeps(AtARung at, UUID gate, UUID captain) {
    assertThat(at.planned()
        .organiser()
        .post(at.planned().at("/picket/captains"), "gate", gate.toString(), "captain", captain.toString())
        .status()).isEqualTo(303);
  }

  static int count(AtARung at, UUID gate, Picket.Tally tally) {
    var now = of(at).gates().stream().filter(one -> one.id().equals(gate)).findFirst().orElseThrow();
    return tally == Picket.Tally.DELIVERIES ? now.deliveries() : now.people();
  }

  private static byte[] picture() throws IOException {
    var out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", out);
    return out.toByteArray();
  }

  private static Page happens(Visitor visitor, AtARung at, String once, UUID gate, String told, List<Upload> photos) {
    return visitor.upload(at.planned().at("/picket/incident"), photos, "once", once, "gate", gate.toString(), "kind",
        "car", "told", told, "plate", "<b>KX 12", "hour", "");
  }

  private static List<Picket.Incident> log(AtARung at) {
    return at.local()
        .read(() -> Planned.part(Incidents.class).at(of(at).gates().stream().map(Picket.Gate::id).toList(), 50));
  }

  @Test
  void isPreparedGateByGate(FoundedLocal local) {
    var at = AtARung.in(local, StepKind.PICKET, Duration.ofDays(2), false);
    UUID ana = at.neighbour("Ana", false);
    UUID boss = at.neighbour("Hasper", true);
    var host = at.planned().organiser();
    assertThat(host.get(at.planned().at("/picket")).body()).contains("There is no gate yet");
    String once = UUID.randomUUID().toString();
    for (int twice = 0; twice < 2; twice++) {
      host.post(at.planned().at("/picket/gates"), "once", once, "name", "<script>Dock");
    }
    assertThat(of(at).gates()).singleElement().matches(gate -> gate.name().equals("<script>Dock"));
    assertThat(host.post(at.planned().at("/picket/gates"), "once", UUID.randomUUID().toString(), "name", "").status())
        .isEqualTo(422);
    UUID dock = of(at).gates().getFirst().id();
    keeps(at, dock, ana);
    var refused = host.post(at.planned().at("/picket/captains"), "gate", dock.toString(), "captain", boss.toString());
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("captain-error").doesNotContain("<option value=\"" + boss);
    assertThat(host.post(at.planned().at("/picket/plan"), "version", "0", "line", "The kerb", "permit", "",
        "observers", "555 0199", "minors", "Until eight", "needs", "water", "needs", "heat", "needs", "gold").status())
        .isEqualTo(303);
    assertThat(of(at).needs()).containsOnlyKeys(Picket.Need.WATER, Picket.Need.HEAT).containsValue(false);
    assertThat(of(at).rules().orElseThrow().by()).isEqualTo(local.founder().id());
    String page = host.get(at.planned().at("/picket")).body();
    assertThat(page).contains("&lt;script&gt;Dock", "Captain: Ana.", "The kerb", "555 0199", "Until eight",
        "Nobody has written down whether one is needed", "Written down by").doesNotContain("<script>Dock");
    host.post(at.planned().at("/picket/need"), "need", "water", "brought", "yes");
    assertThat(of(at).needs().get(Picket.Need.WATER)).isTrue();
    host.post(at.planned().at("/picket/plan"), "version", "1", "line", "The kerb", "needs", "water");
    assertThat(of(at).needs()).as("what was brought stays so")
        .containsExactly(Map.entry(Picket.Need.WATER,
            true));
    var stale = host.post(at.planned().at("/picket/plan"), "version", "1", "line", "Typed late");
    assertThat(stale.status()).isEqualTo(422);
    assertThat(stale.body()).contains("Somebody else changed this while you wrote", "Typed late");
    host.post(at.planned().at("/picket/gates/end"), "gate", dock.toString());
    assertThat(of(at).gates()).isEmpty();
  }

  @Test
  void aCaptainSeesTheirOwnGateAroundTheDayAndNoOther(Product product, FoundedLocal local) throws IOException {
    var at = AtARung.in(local, StepKind.PICKET, Duration.ofDays(2), false);
    UUID dock = gate(at, "Dock");
    UUID front = gate(at, "Front door");
    var captain = local.person(Role.MEMBER);
    at.planned().comes(captain.id());
    keeps(at, dock, captain.id());
    String picket = at.planned().at("/picket");
    assertThat(captain.visitor().get(picket).status()).as("days before").isEqualTo(404);
    product.clock().advance(Duration.ofHours(47));
    var phone = local.withPasskey(captain).visitor();
    assertThat(phone.get(at.planned().at("")).body()).contains(picket, "To your gate");
    assertThat(phone.get(picket).body()).contains("Dock").doesNotContain("Front door", picket + "/plan");
    assertThat(phone.post(picket + "/count", "gate", front.toString(), "what", "people", "once",
        UUID.randomUUID().toString()).status()).isEqualTo(404);
    assertThat(phone.post(picket + "/hand-over", "gate", front.toString(), "shift", at.planned().shift().toString(),
        "version", "0", "text", "x").status()).isEqualTo(404);
    assertThat(happens(phone, at, UUID.randomUUID().toString(), front, "At the only gate I see", List.of()).status())
        .isEqualTo(303);
    assertThat(log(at)).singleElement().matches(one -> one.gate().equals(dock), "the gate they see to");
    happens(at.planned().organiser(), at, UUID.randomUUID().toString(), front, "At the front",
        List.of(new Upload("files", "a.png", picture())));
    assertThat(phone.get(picket).body()).contains("At the only gate I see").doesNotContain("At the front");
    var other = log(at).stream().filter(one -> one.gate().equals(front)).findFirst().orElseThrow();
    UUID photo = local.read(() -> Planned.part(Incidents.class).photos(other.id())).getFirst().id();
    String address = picket + "/incidents/" + other.id() + "/photos/" + photo;
    assertThat(phone.get(address).status()).isEqualTo(404);
    var shown = at.planned().organiser().get(address);
    assertThat(shown.status()).isEqualTo(200);
    assertThat(shown.header("Content-Type").orElse("")).startsWith("image/png");
    assertThat(String.join("\n", Audited.in(local))).contains("picket-photo-seen", "picket-incident")
        .doesNotContain("At the front");
    product.clock().advance(Duration.ofHours(28));
    assertThat(local.withPasskey(captain).visitor().get(picket).status()).as("a day after").isEqualTo(404);
  }

  @Test
  void countsATapOnceAndEveryTapOfMany(FoundedLocal local) throws Exception {
    var at = AtARung.now(local, StepKind.PICKET);
    UUID dock = gate(at, "Dock");
    var host = at.planned().organiser();
    String page = host.get(at.planned().at("/picket")).body();
    assertThat(page).contains("deliveries turned away", "A person");
    var taps = new ArrayList<Callable<Integer>>();
    String nervous = UUID.randomUUID().toString();
    for (int tap = 0; tap < 20; tap++) {
      String own = UUID.randomUUID().toString();
      taps.add(() -> host.twin()
          .post(at.planned().at("/picket/count"), "gate", dock.toString(), "what", "deliveries", "once", own)
          .status());
      taps.add(() -> host.twin()
          .post(at.planned().at("/picket/count"), "gate", dock.toString(), "what", "people", "once", nervous)
          .status());
    }
    var start = new CountDownLatch(1);
    try (var threads = Executors.newFixedThreadPool(10)) {
      var running = taps.stream().map(tap -> threads.submit(() -> {
        start.await();
        return tap.call();
      })).toList();
      start.countDown();
      for (var one : running) {
        assertThat(one.get()).isEqualTo(303);
      }
    }
    assertThat(count(at, dock, Picket.Tally.DELIVERIES)).isEqualTo(20);
    assertThat(count(at, dock, Picket.Tally.PEOPLE)).isEqualTo(1);
    for (int slip = 0; slip < 3; slip++) {
      host.post(at.planned().at("/picket/count"), "gate", dock.toString(), "what", "people", "less", "yes", "once",
          UUID.randomUUID().toString());
    }
    assertThat(count(at, dock, Picket.Tally.PEOPLE)).as("never below none").isZero();
    assertThat(host.post(at.planned().at("/picket/gates/end"), "gate", dock.toString()).status())
        .as("a gate with something on it stays")
        .isEqualTo(422);
  }

  @Test
  void addsWhatHappenedAndNeverChangesIt(Product product, FoundedLocal local) throws IOException {
    var at = AtARung.now(local, StepKind.PICKET);
    UUID dock = gate(at, "Dock");
    var host = at.planned().organiser();
    String once = UUID.randomUUID().toString();
    var refused = host.upload(at.planned().at("/picket/incident"),
        List.of(new Upload("files", "a.png", picture()),
            new Upload("files", "b.png", "MZ no".getBytes(StandardCharsets.UTF_8))),
        "once",
        once, "gate", dock.toString(), "kind", "", "told", "", "plate", "KX 12", "hour", "25:99");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("kind-error", "told-error", "hour-error", "files-error", "value=\"KX 12\"",
        "One photo goes with it");
    assertThat(log(at)).isEmpty();
    for (int twice = 0; twice < 2; twice++) {
      assertThat(happens(host, at, once, dock, "<script>It drove at us", List.of()).status()).isEqualTo(303);
    }
    assertThat(log(at)).singleElement()
        .matches(one -> one.told().equals("<script>It drove at us")
            && one.plate().equals("<b>KX 12") && one.by().equals(Optional.of(local.founder().id())));
    assertThat(local.read(() -> Planned.part(Incidents.class).photos(log(at).getFirst().id()))).hasSize(1);
    String page = host.get(at.planned().at("/picket")).body();
    assertThat(page).contains("&lt;script&gt;It drove at us", "&lt;b&gt;KX 12")
        .doesNotContain("<script>It drove",
            "<b>KX 12");
    for (String change : List.of("update action.incident set kind = 'other' where local_id = ?",
        "delete from action.incident where local_id = ?")) {
      assertThat(catchThrowable(() -> local.write(() -> Planned
          .part(JdbcClient.class)
          .sql(change)
          .param(local.id().value())
          .update()))).as("the database refuses it").isNotNull();
    }
    assertThat(log(at)).hasSize(1);
  }

  @Test
  void handsOverToTheNextShift(Product product, FoundedLocal local) {
    var at = AtARung.now(local, StepKind.PICKET);
    UUID dock = gate(at, "Dock");
    var whole = at.planned().now().when();
    var late = new Action.When(whole.ends().minus(Duration.ofMinutes(30)), whole.ends(), whole.zone());
    local.write(() -> Planned.part(Actions.class)
        .addShift(at.planned().id(), new Actions.NewShift("Late", late, OptionalInt.empty(), OptionalInt.empty())));
    UUID early = at.planned().shift();
    UUID last = at.planned().now().shifts().getLast().id();
    var captain = local.person(Role.MEMBER);
    at.planned().comes(captain.id());
    var host = at.planned().organiser();
    host.post(at.planned().at("/picket/captains"), "gate", dock.toString(), "shift", early.toString(), "relief",
        captain.id().toString());
    String over = at.planned().at("/picket/hand-over");
    var phone = captain.visitor();
    assertThat(phone.post(over, "gate", dock.toString(), "shift", early.toString(), "version", "0", "text",
        "<script>The manager counts us").status()).isEqualTo(303);
    var stale = host.post(over, "gate", dock.toString(), "shift", early.toString(), "version", "0", "text",
        "Typed late");
    assertThat(stale.status()).isEqualTo(422);
    assertThat(stale.body()).contains("Typed late", "&lt;script&gt;The manager counts us");
    assertThat(phone.post(over, "gate", dock.toString(), "shift", early.toString(), "version", "1", "text",
        "x".repeat(2001)).status()).isEqualTo(422);
    var watch = of(at).gates().getFirst().in(early).orElseThrow();
    assertThat(watch.handedOver().orElseThrow().by()).hasValue(captain.id());
    UUID ana = at.neighbour("Ana", false);
    host.post(at.planned().at("/picket/captains"), "gate", dock.toString(), "shift", last.toString(), "captain",
        ana.toString());
    assertThat(host.get(at.planned().at("/picket")).body()).as("before the change of shift")
        .contains("Nobody sees to this gate yet")
        .doesNotContain("Captain: Ana", "From the shift before");
    product.clock().advance(Duration.ofHours(2).plusMinutes(9));
    assertThat(host.get(at.planned().at("/picket")).body()).as("after it")
        .contains("Late: ", "Captain: Ana", "From the shift before", "&lt;script&gt;The manager counts us",
            "name=\"shift\" value=\"" + last + "\"");
    host.post(at.planned().at("/picket/captains"), "gate", dock.toString(), "shift", last.toString(), "captain",
        captain.id().toString());
    assertThat(of(at).gates().getFirst().keptBy(captain.id())).isTrue();
  }

  @Test
  void changesTheReliefAndKeepsTheCaptain(FoundedLocal local) {
    var at = AtARung.in(local, StepKind.PICKET, Duration.ofDays(2), false);
    UUID ana = at.neighbour("Ana", false);
    UUID ben = at.neighbour("Ben", false);
    UUID boss = at.neighbour("Hasper", true);
    gate(at, "Front door");
    UUID dock = gate(at, "Dock");
    String captains = at.planned().at("/picket/captains");
    var host = at.planned().organiser();
    keeps(at, dock, ana);
    host.post(captains, "gate", dock.toString(), "captain", "", "relief", ben.toString());
    assertThat(watch(at, dock).captain()).hasValue(ana);
    assertThat(watch(at, dock).relief()).hasValue(ben);
    var refused = host.post(captains, "gate", dock.toString(), "captain", ben.toString(), "relief", boss.toString());
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).as("what was chosen is chosen still")
        .contains("value=\"" + dock + "\" selected", "value=\"" + ben + "\" selected")
        .doesNotContain("value=\"" + ana + "\" selected");
    assertThat(watch(at, dock).captain()).hasValue(ana);
    host.post(captains, "gate", dock.toString(), "captain", "nobody", "relief", "");
    assertThat(watch(at, dock).captain()).isEmpty();
    assertThat(watch(at, dock).relief()).hasValue(ben);
  }

  private static Picket.Watch watch(AtARung at, UUID gate) {
    return of(at).gates()
        .stream()
        .filter(one -> one.id().equals(gate))
        .findFirst()
        .flatMap(one -> one.in(at.planned().shift()))
        .orElseThrow();
  }

  @Test
  void keepsAGateAtWhichSomethingWasHandedOver(FoundedLocal local) {
    var at = AtARung.now(local, StepKind.PICKET);
    UUID dock = gate(at, "Dock");
    UUID front = gate(at, "Front door");
    keeps(at, front, at.neighbour("Ana", false));
    local.write(() -> Planned.part(Gates.class)
        .handOver(dock, at.planned().shift(), 0, "The manager counts us", Optional.empty()));
    var host = at.planned().organiser();
    var refused = host.post(at.planned().at("/picket/gates/end"), "gate", dock.toString());
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("Something was written down at this gate");
    assertThat(of(at).gates().getFirst().in(at.planned().shift()).flatMap(Picket.Watch::handedOver)).isPresent();
    assertThat(host.post(at.planned().at("/picket/gates/end"), "gate", front.toString()).status())
        .as("a captain alone keeps no gate")
        .isEqualTo(303);
    assertThat(of(at).gates()).singleElement().matches(gate -> gate.id().equals(dock));
  }

  @Test
  void readsThePhotosOfManyIncidentsAtOnce(FoundedLocal local) throws IOException {
    var at = AtARung.now(local, StepKind.PICKET);
    UUID dock = gate(at, "Dock");
    var host = at.planned().organiser();
    var photo = List.of(new Upload("files", "a.png", picture()));
    happens(host, at, UUID.randomUUID().toString(), dock, "First", photo);
    int one = Planned.asks(host, at.planned().at("/picket")).size();
    happens(host, at, UUID.randomUUID().toString(), dock, "Second", photo);
    happens(host, at, UUID.randomUUID().toString(), dock, "Third", List.of());
    assertThat(Planned.asks(host, at.planned().at("/picket"))).hasSize(one);
    assertThat(host.get(at.planned().at("/picket")).body().split("/photos/", -1)).as("two photos").hasSize(3);
  }

  @Test
  void datesWhatHoldsByTheDayOfTheLocal(Product product, FoundedLocal local) {
    var at = AtARung.in(local, StepKind.PICKET, Duration.ofDays(2), false);
    product.clock().advance(Duration.ofHours(14)); // two in the morning in UTC, the evening before in New York
    local.write(() -> Planned.part(Pickets.class)
        .prepare(at.planned().id(), 0, new Pickets.Told("The kerb", "", "", ""), Set.of()));
    var on = of(at).rules().orElseThrow().on();
    product.clock().advance(Duration.ofHours(10));
    assertThat(on).isEqualTo(LocalDate.now(product.clock().withZone(ZoneOffset.UTC)).minusDays(1));
  }

  @Test
  void writesNobodyDownWhereOnlyNumbersAreKept(Product product, FoundedLocal local) throws IOException {
    var at = AtARung.in(local, StepKind.PICKET, Duration.ofMinutes(10), false);
    UUID dock = gate(at, "Dock");
    UUID ana = at.neighbour("Ana", false);
    keeps(at, dock, ana);
    local.write(() -> Planned.part(Gates.class)
        .handOver(dock, at.planned().shift(), 0, "Note", Optional.of(local.founder().id())));
    var host = at.planned().organiser();
    happens(host, at, UUID.randomUUID().toString(), dock, "A lorry", List.of());
    assertThat(log(at)).singleElement().matches(one -> one.by().equals(Optional.of(local.founder().id())));
    assertThat(host.get(at.planned().at("/picket")).body()).contains("Written down by");
    tap(host, at, dock, "deliveries", "Parcel Co");
    wish(host, at, "", "Ladder");
    assertThat(written(at)).isEqualTo(2);
    at.change(Optional.of(at.step()), true);
    tap(host, at, dock, "people", "");
    wish(host, at, "", "Batteries");
    assertThat(written(at)).as("who counted, and who said what is needed").isZero();
    assertThat(log(at)).singleElement().matches(one -> one.by().isEmpty());
    assertThat(local.read(() -> Planned.part(JdbcClient.class)
        .sql(
            "select count(*) from action.gate_shift where local_id = ? and (changed_by is not null or handed_over is null)")
        .param(local.id().value())
        .query(Integer.class)
        .single())).as("who wrote what was handed over").isZero();
    local.write(() -> Planned.part(Incidents.class)
        .add(at.planned().id(), UUID.randomUUID(), new Incidents.New(dock, product.clock().instant(),
            Picket.Kind.CAR, "While it was changed", "", Optional.of(local.founder().id()))));
    assertThat(host.get(at.planned().at("/picket")).body()).contains("A lorry", "While it was changed")
        .doesNotContain("Written down by");
    var watch = of(at).gates().getFirst().in(at.planned().shift()).orElseThrow();
    assertThat(watch.captain()).isEmpty();
    assertThat(watch.handedOver().flatMap(Picket.HandOver::by)).isEmpty();
    assertThat(host.get(at.planned().at("/picket/plan")).body()).contains("nobody is written down as captain")
        .doesNotContain("Ana");
    assertThat(host.post(at.planned().at("/picket/captains"), "gate", dock.toString(), "captain", ana.toString())
        .status()).isEqualTo(422);
    happens(host, at, UUID.randomUUID().toString(), dock, "A van", List.of());
    assertThat(log(at)).filteredOn(one -> one.told().equals("A van"))
        .singleElement()
        .matches(one -> one.by().isEmpty());
  }

  @Test
  void isOnlyForThoseWhoRunItAndForAPicket(FoundedLocal local, FoundedLocal foreign) throws IOException {
    var at = AtARung.now(local, StepKind.PICKET);
    var march = AtARung.now(local, StepKind.MARCH);
    UUID dock = gate(at, "Dock");
    var elsewhere = local.withPasskey(local.person(new Reach.Sites(Set.of(UUID.randomUUID())), Role.ORGANISER));
    var member = local.person(Role.MEMBER);
    assertThat(elsewhere.visitor().get(at.planned().at("/picket")).status()).isEqualTo(404);
    assertThat(member.visitor().get(at.planned().at("/picket")).status()).isEqualTo(404);
    assertThat(at.planned().organiser().get(march.planned().at("/picket")).status()).isEqualTo(404);
    assertThat(happens(member.visitor(), at, UUID.randomUUID().toString(), dock, "x",
        List.of(new Upload("files", "a.png", picture()))).status()).isEqualTo(404);
    assertThat(log(at)).isEmpty();
    UUID spare = gate(at, "Spare");
    UUID ana = at.neighbour("Ana", false);
    local.write(() -> Planned.part(Pickets.class)
        .prepare(at.planned().id(), 0, new Pickets.Told("The kerb", "", "", ""), Set.of(Picket.Need.WATER)));
    wish(at.planned().organiser(), at, "", "Ladder");
    var before = of(at);
    var wishes = wishes(at);
    var posts = posts(at, dock, spare, ana, wishes.getFirst().id());
    assertThat(posts.keySet()).containsAll(AT_THE_GATE).containsAll(PREPARING);
    posts.forEach((rest, fields) -> {
      assertThat(elsewhere.visitor().post(at.planned().at(rest), fields).status()).as(rest).isEqualTo(404);
      assertThat(member.visitor().post(at.planned().at(rest), fields).status()).as(rest)
          .isEqualTo(PREPARING.contains(rest) ? 403 : 404);
      assertThat(foreign.founder().visitor().post(foreign.path("actions/" + at.planned().id() + rest), fields).status())
          .as(rest)
          .isEqualTo(404);
    });
    assertThat(of(at)).isEqualTo(before);
    assertThat(wishes(at)).isEqualTo(wishes);
    var host = at.planned().organiser();
    posts.forEach((rest, fields) -> assertThat(host.post(at.planned().at(rest), fields).status())
        .as("by whoever runs it: " + rest)
        .isEqualTo(303));
  }

  private static List<Picket.Wish> wishes(AtARung at) {
    return at.local().read(() -> Planned.part(Wishes.class).of(at.planned().id()));
  }

  /** Everything that can be sent, with fields that whoever runs it may send. */
  private static Map<String, String[]> posts(AtARung at, UUID dock, UUID spare, UUID ana, UUID wish) {
    var posts = new LinkedHashMap<String, String[]>();
    String gate = dock.toString();
    posts.put("/picket/count", new String[]{"gate", gate, "what", "people", "once", UUID.randomUUID().toString()});
    posts.put("/picket/hand-over",
        new String[]{"gate", gate, "shift", at.planned().shift().toString(), "version", "0", "text", "x"});
    posts.put("/picket/need", new String[]{"need", "water", "brought", "yes"});
    posts.put("/picket/wish", new String[]{"at", "", "wish", "Batteries", "once", UUID.randomUUID().toString()});
    posts.put("/picket/wish/brought", new String[]{"wish", wish.toString(), "brought", "yes"});
    posts.put("/picket/wish/end", new String[]{"wish", wish.toString()});
    posts.put("/picket/plan", new String[]{"version", "1", "line", "The other kerb", "needs", "heat"});
    posts.put("/picket/gates", new String[]{"once", UUID.randomUUID().toString(), "name", "Yard"});
    posts.put("/picket/gates/end", new String[]{"gate", spare.toString()});
    posts.put("/picket/captains", new String[]{"gate", gate, "captain", ana.toString()});
    return posts;
  }
}
