// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.groundwork.campaign.StepKind;
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
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who was there: noted by a host, or said at the door. */
@ExtendWith(ProductExtension.class)
class AttendanceTest {

  private static String door(Planned planned) {
    return "/r/" + planned.local().handle() + "/here/"
        + planned.local().write(() -> Planned.part(Invitations.class).open(planned.id(), Invitations.Kind.DOOR));
  }

  private static Planned now(FoundedLocal local) {
    return Planned.in(local, Duration.ofMinutes(10), OptionalInt.empty(), false);
  }

  private static Page here(Visitor visitor, String door, String name) {
    return visitor.post(door, "once", Planned.once(visitor.get(door)), "name", name);
  }

  @Test
  void whoeverChecksInTwiceCountsOnce(Product product, FoundedLocal local) {
    var planned = now(local);
    String door = door(planned);
    planned.comes("Ana");
    var member = local.person(Role.MEMBER);
    planned.comes(member.id());
    var phone = product.visitor();
    for (int twice = 0; twice < 2; twice++) {
      assertThat(here(phone, door, "  ana ").body()).contains("Good that you are here");
      assertThat(here(member.visitor(), door, "").body()).contains("Good that you are here");
    }
    assertThat(planned.now().attended()).isEqualTo(2);
    assertThat(planned.signUps()).hasSize(2);
  }

  @Test
  void whoeverTheHostNotedAndWhoThenChecksInCountsOnce(Product product, FoundedLocal local) {
    var planned = now(local);
    String door = door(planned);
    planned.comes("Ana");
    product.clock().advance(Duration.ofMinutes(11));
    planned.organiser()
        .post(planned.at("/people/mark"), "who", planned.called("Ana").id().toString(), "was", "attended");
    here(product.visitor(), door, "Ana");
    assertThat(planned.now().attended()).isEqualTo(1);
    here(product.visitor(), door, "Ana"); // another phone: another Ana
    assertThat(planned.now().attended()).isEqualTo(2);
  }

  private static UUID late(Planned planned) {
    var whole = planned.now().when();
    var late = new Action.When(whole.ends().minus(Duration.ofMinutes(30)), whole.ends(), whole.zone());
    return planned.local()
        .write(() -> Planned.part(Actions.class)
            .addShift(planned.id(), new Actions.NewShift("Late", late, OptionalInt.empty(), OptionalInt.empty())))
        .orElseThrow();
  }

  @Test
  void whoeverSaidThatTheyComeToAShiftIsNotedInThatOne(Product product, FoundedLocal local) {
    var planned = now(local);
    String door = door(planned);
    UUID late = late(planned);
    var member = local.person(Role.MEMBER);
    local.write(() -> Planned.part(SignUps.class).come(late, new SignUp.Who.Member(member.id())));
    local.write(() -> Planned.part(SignUps.class)
        .come(late, new SignUp.Who.Visitor("Ana", "", Locale.ENGLISH, "token of Ana")));
    product.clock().advance(Duration.ofMinutes(30));
    var phone = product.visitor();
    for (int twice = 0; twice < 2; twice++) {
      here(member.visitor(), door, "");
      here(phone, door, "Ana");
    }
    assertThat(planned.signUps()).hasSize(2)
        .allMatch(in -> in.shift().equals(late) && in.state() == SignUp.State.ATTENDED
            && in.minutes().orElse(0) == 30);
  }

  @Test
  void whoeverSaidNothingIsNotedInTheShiftThatBeganLast(Product product, FoundedLocal local) {
    var planned = now(local);
    String door = door(planned);
    UUID late = late(planned);
    product.clock().advance(Duration.ofMinutes(30));
    here(product.visitor(), door, "Early bird");
    assertThat(planned.called("Early bird").shift()).isEqualTo(planned.shift());
    product.clock().advance(Duration.ofMinutes(80));
    here(product.visitor(), door, "Night owl");
    assertThat(planned.called("Night owl").shift()).isEqualTo(late);
    product.clock().advance(Duration.ofHours(1));
    assertThat(planned.now().onNow(product.clock().instant()).when().ends()).as("after the end, the last")
        .isEqualTo(planned.now().when().ends());
  }

  private static Planned twoShifts(FoundedLocal local) {
    var starts = Product.shared().clock().instant().plus(Duration.ofMinutes(10));
    var change = starts.plus(Duration.ofHours(1));
    var whole = new Action.When(starts, starts.plus(Duration.ofHours(2)), Planned.ZONE);
    UUID id = local.write(() -> Planned.part(Actions.class)
        .plan(Planned.plan(whole, false), new Actions.NewShift("Early",
            new Action.When(starts, change, Planned.ZONE), OptionalInt.empty(), OptionalInt.empty())));
    local.write(() -> Planned.part(Actions.class)
        .addShift(id, new Actions.NewShift("Late", new Action.When(change, whole.ends(), Planned.ZONE),
            OptionalInt.empty(), OptionalInt.empty())));
    UUID shift = local.read(() -> Planned.part(Actions.class).byId(id)).orElseThrow().shifts().getFirst().id();
    return new Planned(local, id, shift, "");
  }

  private static List<UUID> shifts(Planned planned, String name) {
    return planned.signUps()
        .stream()
        .filter(in -> in.name().equals(name) && in.state() == SignUp.State.ATTENDED)
        .map(SignUp::shift)
        .toList();
  }

  @Test
  void whoeverStaysForTheNextShiftIsNotedInBoth(Product product, FoundedLocal local) {
    var planned = twoShifts(local);
    String door = door(planned);
    UUID early = planned.shift();
    UUID late = planned.now().shifts().getLast().id();
    var member = local.person(Role.MEMBER);
    local.write(() -> Planned.part(SignUps.class).come(early, new SignUp.Who.Member(member.id())));
    local.write(() -> Planned.part(SignUps.class)
        .come(early, new SignUp.Who.Visitor("Cleo", "", Locale.ENGLISH, "token of Cleo")));
    var phone = product.visitor();
    var leaves = product.visitor();
    product.clock().advance(Duration.ofMinutes(15));
    here(member.visitor(), door, "");
    here(phone, door, "Ana");
    here(leaves, door, "Ben");
    planned.organiser()
        .post(planned.at("/people/mark"), "who", planned.called("Cleo").id().toString(), "was",
            "attended");
    assertThat(planned.signUps()).hasSize(4).allMatch(in -> in.shift().equals(early));

    product.clock().advance(Duration.ofHours(1));
    for (int twice = 0; twice < 2; twice++) {
      here(member.visitor(), door, "");
      here(phone, door, "Ana");
    }
    here(product.visitor(), door, "Cleo"); // whom the host had noted in the first
    assertThat(shifts(planned, "")).as("the member").containsExactlyInAnyOrder(early, late);
    assertThat(shifts(planned, "Ana")).containsExactlyInAnyOrder(early, late);
    assertThat(shifts(planned, "Cleo")).containsExactlyInAnyOrder(early, late);

    product.clock().advance(Duration.ofHours(1));
    here(member.visitor(), door, "");
    here(phone, door, "Ana");
    here(leaves, door, "Ben");
    assertThat(shifts(planned, "Ben")).as("after the end nobody is noted in a shift more").containsExactly(early);
    assertThat(planned.signUps()).hasSize(7);
  }

  @Test
  void whoeverJustTurnsUpIsAddedOrOnlyCounted(Product product, FoundedLocal local) {
    var planned = now(local);
    String door = door(planned);
    assertThat(here(product.visitor(), door, "Nobody expected").body())
        .as("the answer tells nothing")
        .contains("Good that you are here");
    var member = local.person(Role.MEMBER);
    here(member.visitor(), door, "");
    product.clock().advance(Duration.ofMinutes(11));
    var host = planned.organiser();
    String once = Planned.once(host.get(planned.at("/people")));
    for (int twice = 0; twice < 2; twice++) {
      host.post(planned.at("/people/add"), "once", once, "shift", planned.shift().toString(), "name", "Fio", "more",
          "7");
    }
    assertThat(planned.now().attended()).isEqualTo(10);
    assertThat(planned.signUps()).hasSize(3);
    assertThat(host.get(planned.at("/people")).body()).contains("Nobody expected", "Fio", "Somebody");
  }

  @Test
  void keepsHoursAndWhoDidNotCome(Product product, FoundedLocal local) {
    var planned = now(local);
    planned.comes("Ana");
    planned.comes("Ben");
    var host = planned.organiser();
    product.clock().advance(Duration.ofMinutes(11));
    String mark = planned.at("/people/mark");
    host.post(mark, "who", planned.called("Ana").id().toString(), "was", "attended");
    assertThat(planned.called("Ana").minutes()).as("as long as the shift").hasValue(120);
    host.post(mark, "who", planned.called("Ana").id().toString(), "was", "attended", "hours", "1,5");
    assertThat(planned.called("Ana").minutes()).hasValue(90);
    host.post(mark, "who", planned.called("Ana").id().toString(), "was", "attended", "hours", "45 min");
    assertThat(planned.called("Ana").minutes()).hasValue(45);
    var unread = host.post(mark, "who", planned.called("Ana").id().toString(), "was", "attended", "hours", "<b>long");
    assertThat(unread.status()).isEqualTo(422);
    assertThat(unread.body()).contains("h-" + planned.called("Ana").id() + "-error", "value=\"&lt;b>long\"");
    assertThat(planned.called("Ana").minutes()).as("the whole shift is not booked for it").hasValue(45);
    host.post(mark, "who", planned.called("Ana").id().toString(), "was", "attended", "hours", "1:30");
    host.post(mark, "who", planned.called("Ben").id().toString(), "was", "no-show");
    assertThat(host.get(planned.at("/people")).body()).contains("1:30", "Did not come");
    host.post(mark, "who", planned.called("Ben").id().toString(), "was", "coming");
    assertThat(planned.called("Ben").state()).isEqualTo(SignUp.State.COMING);
    String version = Long.toString(planned.now().version());
    assertThat(host.post(planned.at("/heads"), "version", version, "inPosition", "12", "otherSites", "", "supporters",
        "x").status()).isEqualTo(422);
    assertThat(host.post(planned.at("/heads"), "version", version, "inPosition", "12", "otherSites", "3", "supporters",
        "0").status()).isEqualTo(303);
    assertThat(planned.now().heads().total()).hasValue(15);
    host.post(planned.at("/held"));
    assertThat(planned.now().state()).isEqualTo(Action.State.HELD);
    assertThat(String.join("\n", Audited.in(local))).contains("action-people-seen", "action-attendance",
        "action-counted", "action-held").doesNotContain("Ana", "Ben");
  }

  @Test
  void theDoorOpensAWhileBeforeAndShutsAWhileAfter(Product product, FoundedLocal local) {
    var planned = Planned.in(local, Duration.ofHours(5), OptionalInt.empty(), false);
    String door = door(planned);
    assertThat(product.visitor().get(door).status()).isEqualTo(404);
    product.clock().advance(Duration.ofHours(3));
    assertThat(product.visitor().get(door).status()).isEqualTo(200);
    product.clock().advance(Duration.ofHours(8));
    assertThat(product.visitor().get(door).status()).isEqualTo(404);
    var open = now(local);
    String other = door(open);
    open.organiser().post(open.at("/door/end"));
    assertThat(product.visitor().get(other).status()).isEqualTo(404);
  }

  @Test
  void aHostWritesDownThatSomebodyComesAndThatSomebodyWasThere(Product product, FoundedLocal local) {
    var at = AtARung.now(local, StepKind.PICKET);
    var planned = at.planned();
    UUID maria = at.neighbour("Maria <script>Ruiz", false);
    UUID ben = at.neighbour("Ben", false);
    UUID boss = at.neighbour("Hasper", true);
    var host = planned.organiser();
    String add = planned.at("/people/add");
    assertThat(host.get(planned.at("/people")).body()).contains("Maria &lt;script&gt;Ruiz", "Ben")
        .doesNotContain("Hasper", "<script>Ruiz");
    String once = Planned.once(host.get(planned.at("/people")));
    for (int twice = 0; twice < 2; twice++) {
      assertThat(host.post(add, "once", once, "shift", planned.shift().toString(), "person", maria.toString()).status())
          .isEqualTo(303);
    }
    host.post(add, "once", UUID.randomUUID().toString(), "shift", planned.shift().toString(), "name", "Fio");
    assertThat(AtARung.of(planned, maria).state()).isEqualTo(SignUp.State.COMING);
    assertThat(planned.called("Fio").state()).isEqualTo(SignUp.State.COMING);
    for (String not : List.of(boss.toString(), UUID.randomUUID().toString(), "x")) {
      var refused = host.post(add, "once", UUID.randomUUID().toString(), "shift", planned.shift().toString(), "person",
          not);
      assertThat(refused.status()).isEqualTo(422);
      assertThat(refused.body()).contains("person-error");
    }
    var both = host.post(add, "once", UUID.randomUUID().toString(), "shift", planned.shift().toString(), "person",
        ben.toString(), "name", "Also <b>Ben");
    assertThat(both.status()).isEqualTo(422);
    assertThat(both.body()).contains("name-error", "value=\"" + ben + "\" selected", "value=\"Also &lt;b>Ben\"");
    assertThat(planned.signUps()).hasSize(2);
    product.clock().advance(Duration.ofMinutes(11));
    for (UUID person : List.of(maria, ben)) {
      host.post(add, "once", UUID.randomUUID().toString(), "shift", planned.shift().toString(), "person",
          person.toString());
      assertThat(AtARung.of(planned, person).state()).isEqualTo(SignUp.State.ATTENDED);
    }
    assertThat(planned.signUps()).hasSize(3);
    assertThat(at.did()).as("being there is what the rung asks").containsExactlyInAnyOrder(maria, ben);
    assertThat(local.read(() -> Planned.part(JdbcClient.class)
        .sql("select count(*) from action.sign_up where local_id = ? and came_by = 'organiser'")
        .param(local.id().value())
        .query(Integer.class)
        .single())).isEqualTo(3);
  }

  private static Page adds(Planned planned, String once, String... who) {
    var fields = new ArrayList<>(List.of("once", once, "shift", planned.shift().toString()));
    fields.addAll(List.of(who));
    return planned.organiser().post(planned.at("/people/add"), fields.toArray(String[]::new));
  }

  /** A name that cannot be written down any more is not lost without a word. */
  @Test
  void aHostIsToldWhoCannotBeWrittenDown(FoundedLocal local) {
    var held = Planned.tomorrow(local);
    UUID maria = Planned.known(local, "Maria", Optional.empty(), Optional.empty());
    local.write(() -> Planned.part(Actions.class).hold(held.id()));
    String once = UUID.randomUUID().toString();
    for (int twice = 0; twice < 2; twice++) {
      var refused = adds(held, once, "name", "Fio <b>");
      assertThat(refused.status()).isEqualTo(422);
      assertThat(refused.body()).contains("name-error", "Nobody else can be written down for this shift",
          "value=\"Fio &lt;b>\"");
    }
    assertThat(adds(held, UUID.randomUUID().toString(), "person", maria.toString()).body()).contains("person-error",
        "value=\"" + maria + "\" selected");
    var off = Planned.tomorrow(local);
    local.write(() -> Planned.part(Actions.class).cancel(off.id()));
    var calledOff = adds(off, UUID.randomUUID().toString(), "name", "Fio", "more", "3");
    assertThat(calledOff.status()).isEqualTo(422);
    assertThat(calledOff.body()).contains("add-error", "This date was called off. Nobody", "value=\"Fio\"",
        "value=\"3\"");
    var numbers = Planned.in(local, Duration.ofHours(20), OptionalInt.empty(), true);
    var onlyCounted = adds(numbers, UUID.randomUUID().toString(), "name", "Fio");
    assertThat(onlyCounted.status()).isEqualTo(422);
    assertThat(onlyCounted.body()).contains("add-error", "Only numbers are kept here, and they are counted once");

    assertThat(List.of(held, off, numbers)).allMatch(planned -> planned.signUps().isEmpty());
    assertThat(String.join("\n", Audited.in(local))).as("what was not written").doesNotContain("action-attendance");
  }

  @Test
  void notesThatSomebodySawWhoCanBeChosen(FoundedLocal local) {
    var planned = Planned.tomorrow(local);
    var numbers = Planned.in(local, Duration.ofHours(20), OptionalInt.empty(), true);
    Planned.known(local, "Maria", Optional.empty(), Optional.empty());
    numbers.organiser().get(numbers.at("/people"));
    assertThat(String.join("\n", Audited.in(local))).doesNotContain("action-people-seen");
    assertThat(planned.organiser().get(planned.at("/people")).body()).contains("Maria");
    assertThat(String.join("\n", Audited.in(local))).contains("action-people-seen");
  }

  @Test
  void offersTheMembersOfTheLocalForADateThatIsNoPlaces(FoundedLocal local) {
    var planned = Planned.tomorrow(local);
    UUID maria = Planned.known(local, "Maria", Optional.empty(), Optional.empty());
    var host = planned.organiser();
    assertThat(host.get(planned.at("/people")).body()).contains("value=\"" + maria + "\"");
    host.post(planned.at("/people/add"), "once", UUID.randomUUID().toString(), "person", maria.toString());
    assertThat(AtARung.of(planned, maria).state()).isEqualTo(SignUp.State.COMING);
    local.write(() -> Planned.part(Actions.class).cancel(planned.id()));
    assertThat(host.get(planned.at("/people")).body()).as("called off").doesNotContain("/people/add");
  }

  @Test
  void showsNamesOnlyToThoseWhoRunIt(FoundedLocal local, FoundedLocal foreign) {
    var planned = Planned.tomorrow(local);
    planned.comes("Ana Hidden");
    var elsewhere = local.withPasskey(local.person(new Reach.Sites(Set.of(UUID.randomUUID())), Role.ORGANISER));
    var member = local.person(Role.MEMBER);
    assertThat(elsewhere.visitor().get(planned.at("/people")).status()).isEqualTo(404);
    assertThat(member.visitor().get(planned.at("/people")).status()).isEqualTo(403);
    assertThat(member.visitor().get(planned.at("")).body()).contains(Planned.TITLE)
        .doesNotContain("Ana Hidden",
            planned.token());
    assertThat(elsewhere.visitor().get(planned.at("")).body()).doesNotContain("Ana Hidden", planned.token());
    for (String rest : java.util.List.of("/people/mark", "/people/add", "/people/reminded", "/heads", "/held",
        "/cancel", "/link", "/door", "/shift", "/shift/" + planned.shift(), "/shift/" + planned.shift() + "/end")) {
      assertThat(elsewhere.visitor().post(planned.at(rest)).status()).as(rest).isEqualTo(404);
      assertThat(foreign.founder().visitor().post(foreign.path("actions/" + planned.id() + rest)).status()).as(rest)
          .isEqualTo(404);
    }
    assertThat(planned.organiser().get(planned.at("/people")).body()).contains("Ana Hidden");
  }

  @Test
  void marksNobodyOfAnotherAction(FoundedLocal local) {
    var one = now(local);
    var other = Planned.tomorrow(local);
    one.comes("Ana");
    assertThat(one.organiser()
        .post(other.at("/people/mark"), "who", one.called("Ana").id().toString(), "was", "attended")
        .status()).isEqualTo(404);
  }

  @Test
  void forgetsWhoWasThereAndKeepsThatSomebodyWas(Product product, FoundedLocal local) {
    var planned = Planned.in(local, Duration.ofMinutes(10), OptionalInt.of(1), false);
    UUID maria = Planned.known(local, "Maria", Optional.empty(), Optional.empty());
    planned.comes(maria);
    planned.comes("Ben");
    local.write(() -> {
      Planned.part(Forgotten.class).forget(maria);
      return true;
    });
    assertThat(planned.signUps()).singleElement()
        .matches(in -> in.name().equals("Ben")
            && in.state() == SignUp.State.COMING, "Ben moved up");
    UUID cleo = Planned.known(local, "Cleo", Optional.empty(), Optional.empty());
    local.write(() -> {
      Planned.part(Attendance.class).here(planned.shift(), cleo);
      Planned.part(Forgotten.class).forget(cleo);
      return true;
    });
    assertThat(planned.signUps()).filteredOn(in -> in.state() == SignUp.State.ATTENDED)
        .singleElement()
        .matches(in -> in.person().isEmpty() && in.minutes().orElse(0) == 120);
  }

  @Test
  void tellsAPersonWhatIsHeldOfThem(FoundedLocal local) {
    var planned = Planned.tomorrow(local);
    var member = local.person(Role.MEMBER);
    planned.comes(member.id());
    assertThat(member.visitor().get(local.path("me")).body()).contains("Dates you said yes to", Planned.TITLE, "Comes");
  }
}
