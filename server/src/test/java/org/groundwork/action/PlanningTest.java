// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.groundwork.platform.access.Reach;
import org.groundwork.platform.access.Role;
import org.groundwork.roll.SiteKind;
import org.groundwork.roll.Sites;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Planning an action with its form, and changing it. */
@ExtendWith(ProductExtension.class)
class PlanningTest {

  private static Page plan(FoundedLocal local, Visitor by, String... fields) {
    String at = local.path("actions/plan");
    var all = new java.util.ArrayList<>(List.of("once", Planned.once(by.get(at)), "version", "0", "title",
        "March <b>", "place", "The gate"));
    all.addAll(List.of(fields));
    return by.post(at, all.toArray(String[]::new));
  }

  private static List<Action> toCome(FoundedLocal local) {
    return local.read(() -> Planned.part(Actions.class).toCome(50));
  }

  private static LocalDate day(int ahead) { return LocalDate.now(Product.shared().clock()).plusDays(ahead); }

  @Test
  void plansOneActionHoweverOftenTheFormIsSent(FoundedLocal local) {
    var organiser = local.withPasskey(local.founder()).visitor();
    String once = Planned.once(organiser.get(local.path("actions/plan")));
    for (int twice = 0; twice < 2; twice++) {
      assertThat(organiser.post(local.path("actions/plan"), "once", once, "title", "March <b>", "place", "The gate",
          "day", day(9).toString(), "from", "22:00", "until", "02:00", "needed", "8").status()).isEqualTo(303);
    }
    assertThat(toCome(local)).singleElement().satisfies(action -> {
      assertThat(action.when().length()).as("over midnight").isEqualTo(Duration.ofHours(4));
      assertThat(action.shifts()).singleElement().matches(shift -> shift.needed().orElse(0) == 8);
    });
    var page = organiser.get(local.path("actions/" + toCome(local).getFirst().id()));
    assertThat(page.body()).contains("March &lt;b&gt;").doesNotContain("March <b>");
    assertThat(organiser.get(local.path("actions")).body()).contains("March &lt;b&gt;");
  }

  @Test
  void refusesAnHourThatTheClocksSkip(FoundedLocal local) {
    var organiser = local.withPasskey(local.founder()).visitor();
    var rules = Planned.ZONE.getRules();
    var change = rules.nextTransition(Product.shared().clock().instant());
    change = change.isGap() ? change : rules.nextTransition(change.getInstant());
    String night = change.getDateTimeBefore().toLocalDate().toString(); // from 2 to 3 in the morning
    var refused = plan(local, organiser, "day", night, "from", "02:30", "until", "05:00");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("The clocks skip this hour", "value=\"02:30\"", "value=\"The gate\"");
    assertThat(plan(local, organiser, "day", night, "from", "01:30", "until", "05:00").status()).isEqualTo(303);
    assertThat(toCome(local).getFirst().when().length()).as("one hour of that night is missing")
        .isEqualTo(Duration.ofMinutes(150));
    assertThat(toCome(local).getFirst().when().starts())
        .isEqualTo(change.getInstant().minus(Duration.ofMinutes(30)));
  }

  @Test
  void refusesWhatIsMissingAndWhatOneDoesNotOrganise(FoundedLocal local) {
    UUID site = local.write(() -> Planned.part(Sites.class).add(SiteKind.BUILDING, "1 Elm", Optional.empty()));
    UUID other = local.write(() -> Planned.part(Sites.class).add(SiteKind.BUILDING, "2 Oak", Optional.empty()));
    var ofElm = local.withPasskey(local.person(new Reach.Sites(Set.of(site)), Role.ORGANISER)).visitor();
    var when = new String[]{"day", day(5).toString(), "from", "18:00", "until", "19:00"};
    var nowhere = plan(local, ofElm, when);
    assertThat(nowhere.status()).isEqualTo(422);
    assertThat(nowhere.body()).contains("site-error");
    assertThat(plan(local, ofElm, "day", day(5).toString(), "from", "18:00", "until", "19:00", "site",
        other.toString()).status()).isEqualTo(422);
    assertThat(plan(local, ofElm, "day", day(5).toString(), "from", "18:00", "until", "19:00", "site",
        site.toString()).status()).isEqualTo(303);
    var missing = plan(local, ofElm, "title", "", "day", "x", "from", "25:00");
    assertThat(missing.status()).isEqualTo(422);
    assertThat(missing.body()).contains("day-error", "from-error", "until-error");
  }

  @Test
  void savesOverNobodyElsesChange(FoundedLocal local) {
    var planned = Planned.tomorrow(local);
    var organiser = planned.organiser();
    long version = planned.now().version();
    String[] fields = {"version", Long.toString(version), "title", "Ours", "place", "Elsewhere", "day",
        day(6).toString(), "from", "18:00", "until", "19:00"};
    assertThat(organiser.post(planned.at("/change"), fields).status()).isEqualTo(303);
    fields[3] = "Theirs";
    var second = organiser.post(planned.at("/change"), fields);
    assertThat(second.status()).isEqualTo(422);
    assertThat(second.body()).contains("value=\"Theirs\"", "version\" value=\"" + planned.now().version());
    assertThat(planned.now().told().title()).isEqualTo("Ours");
    assertThat(planned.now().shifts().getFirst().when()).as("the only shift moved along")
        .isEqualTo(planned.now().when());
  }

  @Test
  void addsShiftsWithinTheHoursOfTheWhole(FoundedLocal local) {
    var organiser = local.withPasskey(local.founder()).visitor();
    plan(local, organiser, "day", day(5).toString(), "from", "08:00", "until", "20:00");
    var action = toCome(local).getFirst();
    String at = local.path("actions/" + action.id() + "/shift");
    String once = Planned.once(organiser.get(at));
    assertThat(organiser.post(at, "once", once, "name", "Gate", "day", day(5).toString(), "from", "07:00", "until",
        "10:00").status()).isEqualTo(422);
    assertThat(organiser.post(at, "once", once, "name", "Gate", "day", day(5).toString(), "from", "08:00", "until",
        "10:00", "capacity", "3").status()).isEqualTo(303);
    assertThat(local.read(() -> Planned.part(Actions.class).byId(action.id())).orElseThrow().shifts()).hasSize(2);
    String link = "/r/" + local.handle() + "/come/"
        + local.write(() -> Planned.part(Invitations.class).open(action.id(), Invitations.Kind.LINK));
    var stranger = Product.shared().visitor();
    assertThat(stranger.get(link).body()).contains("When will you come?", "Gate");
    assertThat(stranger.post(link, "once", UUID.randomUUID().toString(), "name", "Ana").status()).isEqualTo(422);
  }

  @Test
  void takesNobodyForAShiftThatIsOver(FoundedLocal local) {
    var planned = Planned.in(local, Duration.ofMinutes(30), OptionalInt.empty(), false);
    var whole = planned.now().when();
    var early = new Action.When(whole.starts(), whole.starts().plus(Duration.ofMinutes(30)), Planned.ZONE);
    UUID shift = local.write(() -> Planned.part(Actions.class)
        .addShift(planned.id(), new Actions.NewShift("Early", early, OptionalInt.empty(), OptionalInt.empty())))
        .orElseThrow();
    var stranger = Product.shared().visitor();
    assertThat(stranger.get(planned.link()).body()).contains(shift.toString());
    Product.shared().clock().advance(Duration.ofMinutes(70));
    assertThat(stranger.get(planned.link()).body()).contains(planned.shift().toString())
        .doesNotContain(shift.toString());
    assertThat(stranger.post(planned.link(), "once", UUID.randomUUID().toString(), "name", "Ana", "shift",
        shift.toString()).body()).contains("This is over");
    assertThat(planned.signUps()).isEmpty();
  }

  private static Action planned(FoundedLocal local, Visitor organiser, LocalDate on) {
    plan(local, organiser, "day", on.toString(), "from", "08:00", "until", "20:00");
    var action = toCome(local).getFirst();
    var zone = action.when().zone();
    var late = new Action.When(on.atTime(16, 0).atZone(zone).toInstant(), action.when().ends(), zone);
    local.write(() -> Planned.part(Actions.class)
        .addShift(action.id(), new Actions.NewShift("Late", late, OptionalInt.empty(), OptionalInt.empty())));
    return action;
  }

  private static Page change(FoundedLocal local, Visitor organiser, UUID id, LocalDate on, String from, String until) {
    long version = local.read(() -> Planned.part(Actions.class).byId(id)).orElseThrow().version();
    return organiser.post(local.path("actions/" + id + "/change"), "version", Long.toString(version), "title", "March",
        "place", "The gate", "day", on.toString(), "from", from, "until", until);
  }

  private static String hours(FoundedLocal local, UUID id, int shift) {
    var when = local.read(() -> Planned.part(Actions.class).byId(id)).orElseThrow().shifts().get(shift).when();
    return when.starts().atZone(when.zone()).toLocalDateTime() + " " + when.ends().atZone(when.zone()).toLocalTime();
  }

  @Test
  void movesEveryShiftAlongWithTheWhole(FoundedLocal local) {
    var organiser = local.withPasskey(local.founder()).visitor();
    LocalDate on = day(5);
    UUID id = planned(local, organiser, on).id();
    assertThat(change(local, organiser, id, on.plusDays(1), "08:00", "20:00").status()).isEqualTo(303);
    assertThat(hours(local, id, 0)).isEqualTo(on.plusDays(1) + "T08:00 20:00");
    assertThat(hours(local, id, 1)).as("another day").isEqualTo(on.plusDays(1) + "T16:00 20:00");
    assertThat(change(local, organiser, id, on.plusDays(1), "09:00", "21:00").status()).isEqualTo(303);
    assertThat(hours(local, id, 1)).as("an hour later").isEqualTo(on.plusDays(1) + "T17:00 21:00");
    assertThat(change(local, organiser, id, on.plusDays(1), "09:00", "22:00").status()).isEqualTo(303);
    assertThat(hours(local, id, 1)).as("only the whole is longer").isEqualTo(on.plusDays(1) + "T17:00 21:00");
    var refused = change(local, organiser, id, on.plusDays(1), "09:00", "18:30");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("until-error", "Late", "value=\"18:30\"");
    assertThat(hours(local, id, 0)).isEqualTo(on.plusDays(1) + "T09:00 22:00");
  }

  @Test
  void keepsTheHoursOnTheClockWhenItMovesOverTheNightTheClocksChange(FoundedLocal local) {
    var organiser = local.withPasskey(local.founder()).visitor();
    var zone = ZoneId.of("America/New_York");
    LocalDate night = zone.getRules()
        .nextTransition(Product.shared().clock().instant().plus(Duration.ofDays(3)))
        .getDateTimeBefore()
        .toLocalDate();
    UUID id = planned(local, organiser, night.minusDays(2)).id();
    assertThat(change(local, organiser, id, night.plusDays(2), "08:00", "20:00").status()).isEqualTo(303);
    assertThat(hours(local, id, 1)).isEqualTo(night.plusDays(2) + "T16:00 20:00");
  }

  @Test
  void putsAShiftRightAndTakesOneAwayInWhichNobodyIs(FoundedLocal local) {
    var organiser = local.withPasskey(local.founder()).visitor();
    LocalDate on = day(5);
    UUID id = planned(local, organiser, on).id();
    UUID first = local.read(() -> Planned.part(Actions.class).byId(id)).orElseThrow().shifts().getFirst().id();
    String at = local.path("actions/" + id + "/shift/" + first);
    assertThat(organiser.get(local.path("actions/" + id)).body()).contains(at);
    assertThat(organiser.get(at).body()).contains("value=\"08:00\"", "value=\"20:00\"", "Take this shift away");
    String[] fields = {"version", "1", "name", "", "day", on.toString(), "from", "08:00", "until", "14:00", "needed",
        "5", "capacity", "lots"};
    var refused = organiser.post(at, fields);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("name-error", "capacity-error", "value=\"lots\"", "value=\"14:00\"");
    fields[3] = "<script>Early";
    fields[13] = "9";
    assertThat(organiser.post(at, fields).status()).isEqualTo(303);
    assertThat(hours(local, id, 0)).isEqualTo(on + "T08:00 14:00");
    var shift = local.read(() -> Planned.part(Actions.class).byId(id)).orElseThrow().shifts().getFirst();
    assertThat(shift.needed()).hasValue(5);
    assertThat(shift.capacity()).hasValue(9);
    var stale = organiser.post(at, fields);
    assertThat(stale.status()).isEqualTo(422);
    assertThat(stale.body()).contains("Somebody else changed this while you wrote", "&lt;script>Early");
    var maria = local.person(Role.MEMBER);
    local.write(() -> Planned.part(SignUps.class).come(first, new SignUp.Who.Member(maria.id())));
    var inUse = organiser.post(at + "/end");
    assertThat(inUse.status()).isEqualTo(422);
    assertThat(inUse.body()).contains("Somebody is in this shift");
    local.write(() -> Planned.part(SignUps.class)
        .withdraw(Planned.part(SignUps.class).ofMember(first, maria.id()).orElseThrow().id()));
    assertThat(organiser.post(at + "/end").status()).isEqualTo(303);
    var left = local.read(() -> Planned.part(Actions.class).byId(id)).orElseThrow().shifts();
    assertThat(left).singleElement().matches(one -> one.name().equals("Late"));
    assertThat(organiser.post(local.path("actions/" + id + "/shift/" + left.getFirst().id() + "/end")).status())
        .as("one is left at least")
        .isEqualTo(422);
    assertThat(organiser.get(at).status()).as("it is gone").isEqualTo(404);
  }
}
