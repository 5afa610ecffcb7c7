// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.defence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.groundwork.action.Action;
import org.groundwork.action.Actions;
import org.groundwork.campaign.Campaign;
import org.groundwork.campaign.Campaigns;
import org.groundwork.campaign.StepKind;
import org.groundwork.campaign.StrengthTests;
import org.groundwork.organizing.Stewards;
import org.groundwork.platform.access.Reach;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.history.ChangeSets;
import org.groundwork.roll.Layout;
import org.groundwork.roll.People;
import org.groundwork.roll.PersonRecords;
import org.groundwork.roll.SiteKind;
import org.groundwork.roll.Sites;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.Product;
import org.groundwork.support.Visitor;
import org.groundwork.target.TargetKind;
import org.groundwork.target.Targets;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An open fight at a building, whose first rung is a picket and whose second a march.
 *
 * @param picket a risky rung
 * @param march another
 * @param letter one at which nobody is hit back at
 */
record Gate(FoundedLocal local, UUID site, UUID campaign, UUID picket, UUID march, UUID letter) {
  static final String TITLE = "Zebra gate";
  static final String PICKET = "We stand at the stable";
  static final ZoneId ZONE = ZoneId.of("America/New_York");
  private static final Pattern ONCE = Pattern.compile("name=\"once\" value=\"([^\"]+)\"");

  static Gate in(FoundedLocal local) {
    UUID site = building(local, "17 Quillfeather Row");
    UUID campaign = local.write(() -> {
      UUID target = part(Targets.class).name(TargetKind.LANDLORD, Optional.of("Quenby Ostrander"), Optional.empty(),
          Optional.empty());
      var campaigns = part(Campaigns.class);
      UUID made = campaigns.draft(TITLE, target, Optional.of(site), Optional.empty());
      campaigns.ask(made, List.of(new Campaigns.NewDemand("Withdraw it", "A letter", today().plusDays(40))));
      campaigns.plan(made, List.of(new Campaigns.NewStep(PICKET, OptionalInt.empty(), StepKind.PICKET),
          new Campaigns.NewStep("We go in", OptionalInt.empty(), StepKind.MARCH),
          new Campaigns.NewStep("We write", OptionalInt.empty(), StepKind.LETTER)));
      campaigns.open(made);
      return made;
    });
    var plan = local.read(() -> part(Campaigns.class).byId(campaign)).orElseThrow().core().plan();
    return new Gate(local, site, campaign, plan.get(0).id(), plan.get(1).id(), plan.get(2).id());
  }

  static UUID building(FoundedLocal local, String name) {
    return local.write(() -> {
      UUID made = part(Sites.class).add(SiteKind.BUILDING, name, Optional.empty());
      part(Sites.class).layOut(made, Layout.ofHomes(1, 6, List.of("A", "B", "C", "D")));
      return made;
    });
  }

  static <T> T part(Class<T> type) { return Product.shared().bean(type); }

  static LocalDate today() { return LocalDate.now(Product.shared().clock().withZone(ZONE)); }

  static void nextDay(int days) { Product.shared().clock().advance(Duration.ofDays(days)); }

  /** Somebody on the chart without an account. */
  UUID neighbour(String name) {
    return local.write(() -> {
      UUID set = part(ChangeSets.class).open("test");
      UUID person = part(People.class).addContact(set, new People.Known(name, Optional.of("555 0100 22"),
          Optional.empty(), ""));
      part(People.class).place(set, person, site, Optional.empty(), false);
      return person;
    });
  }

  /** A member of the building with an account. */
  FoundedLocal.Person member(String name) {
    var person = local.person(Role.MEMBER);
    local.write(() -> {
      part(People.class).place(part(ChangeSets.class).open("test"), person.id(), site, Optional.empty(), false);
      return rename(person.id(), name);
    });
    return person;
  }

  private static boolean rename(UUID person, String name) {
    var record = part(PersonRecords.class).find(person).orElseThrow();
    part(PersonRecords.class).save(person, record.version(),
        new People.Known(name, Optional.empty(), Optional.empty(), ""), true);
    return true;
  }

  /** Somebody with an office at sites. */
  FoundedLocal.Person officer(Role role, UUID... sites) {
    var person = local.person(new Reach.Sites(Set.of(sites)), Role.MEMBER, role);
    return local.withPasskey(person);
  }

  /** A steward of the building, responsible for these people. */
  FoundedLocal.Person stewardOf(UUID... people) {
    var steward = officer(Role.STEWARD, site);
    local.write(() -> part(Stewards.class).give(site, List.of(people), steward.id()));
    return steward;
  }

  /** The founder, who organises the whole local, in a browser of their own. */
  Visitor organiser() {
    return local.withPasskey(local.founder()).visitor();
  }

  /** The same person's browser, signed in anew: sessions end while a test's days go by. */
  Visitor again(FoundedLocal.Person person) {
    return local.withPasskey(person).visitor();
  }

  void did(UUID step, LocalDate on, UUID... people) {
    local.write(() -> {
      part(StrengthTests.class).did(step, List.of(people), on);
      return true;
    });
  }

  /** An action of the picket that ended just now; its one shift. */
  UUID held(boolean countOnly) {
    Instant now = Product.shared().clock().instant();
    var when = new Action.When(now.minus(Duration.ofHours(2)), now.minus(Duration.ofMinutes(1)), ZONE);
    UUID id = local.write(() -> part(Actions.class).plan(new Actions.Plan(Optional.of(campaign), Optional.of(site),
        new Action.Told("At the stable gate", "", "Row", "", "", "", ""), when, countOnly),
        new Actions.NewShift("", when, OptionalInt.empty(), OptionalInt.empty())));
    local.write(() -> part(JdbcClient.class)
        .sql("update action.action set step_id = ? where local_id = ? and id = ?")
        .params(picket, local.id().value(), id)
        .update());
    return id;
  }

  UUID shiftOf(UUID action) {
    return local.read(() -> part(Actions.class).byId(action)).orElseThrow().shifts().getFirst().id();
  }

  /** A case of somebody, written down by the founder, that answers the picket. */
  UUID hit(UUID person) {
    return local.write(() -> part(Cases.class).open(new Cases.NewCase(person, Optional.of(site),
        Case.About.step(campaign, picket), Case.Kind.HOURS, today(), "They cut zebra hours", Optional.empty())));
  }

  Case now(UUID id) { return local.read(() -> part(Cases.class).byId(id)).orElseThrow(); }

  List<Care.Need> needs(UUID id) { return local.read(() -> part(Care.class).ofCase(id)); }

  AllRight.Count count() { return local.read(() -> part(AllRight.class).ofStep(picket)); }

  Campaign fight() { return local.read(() -> part(Campaigns.class).byId(campaign)).orElseThrow(); }

  /** Everything that the form for a case sends, a picket's blow of today, with some of it otherwise. */
  Page open(Visitor by, String who, String... otherwise) {
    var fields = new ArrayList<>(List.of("once", UUID.randomUUID().toString(), "who", who, "kind", "dismissal", "word",
        "Zebra was let go", "on", today().toString(), "about", "step-" + picket, "deadline", ""));
    for (int at = 0; at < otherwise.length; at += 2) {
      int place = fields.indexOf(otherwise[at]);
      fields.set(place + 1, otherwise[at + 1]);
    }
    return by.post(local.path("cases/new"), fields.toArray(String[]::new));
  }

  String at(UUID hit, String rest) { return local.path("cases/" + hit + rest); }

  static String once(Page page) {
    var found = ONCE.matcher(page.body());
    assertThat(found.find()).as("a form in " + page.body()).isTrue();
    return found.group(1);
  }

  /** The case that a form led to. */
  static UUID opened(Page page) {
    String where = page.location().orElseThrow(() -> new AssertionError(page.status() + " " + page.body()));
    return UUID.fromString(where.replaceAll(".*/cases/([0-9a-f-]{36}).*", "$1"));
  }
}
