// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.groundwork.platform.access.Reach;
import org.groundwork.platform.access.Role;
import org.groundwork.support.Product;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One person: corrected by two at once, moved, marked, reached safely, gone. */
class PersonTest {
  private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");
  private final House.Member founder = House.found("Ana");
  private final UUID site = founder.building("1 Elm Street", 6);

  @Test
  void savesWhatIsKnownAndKeepsTheRowFromBefore() {
    UUID maria = founder.contact(site, "Maria", "3B");
    var browser = founder.browser();
    String form = founder.at("people/" + maria + "/change");
    var saved = browser.post(form, "version", version(browser.get(form).body()), "name", "María López", "phone",
        "+1 (555) 010-1234", "mail", "", "remark", "nights", "agreed", "on");
    assertThat(saved.location()).contains(founder.at("people/" + maria + "?done=saved"));
    assertThat(browser.follow(saved).body()).contains("María López", "tel:+15550101234", "nights",
        "Agreed to be written to.");
    assertThat(founder.record(maria).version()).isEqualTo(2);
    assertThat(images(maria)).singleElement().asString().contains("\"version\": 1").doesNotContain("Maria");
  }

  @Test
  void showsBothVersionsToTheSecondOfTwoOrganisersAndLosesNothing() {
    UUID maria = founder.contact(site, "Maria", "3B");
    String form = founder.at("people/" + maria + "/change");
    var first = founder.browser();
    var second = founder.browser();
    String seen = version(second.get(form).body());
    first.post(form, "version", version(first.get(form).body()), "name", "Maria", "phone", "555 0101");
    var conflict = second.post(form, "version", seen, "name", "Maria L.", "remark", "turns to her sister");
    assertThat(conflict.status()).isEqualTo(409);
    assertThat(conflict.body()).contains("Somebody else changed this meanwhile", "555 0101", "Maria L.",
        "turns to her sister");
    assertThat(founder.record(maria).known()).isEqualTo(
        new People.Known("Maria", Optional.of("555 0101"), Optional.empty(), ""));
    var again = second.post(form, "version", version(conflict.body()), "name", "Maria L.", "phone", "555 0101",
        "remark", "turns to her sister");
    assertThat(again.status()).isEqualTo(303);
    assertThat(founder.record(maria).known().remark()).isEqualTo("turns to her sister");
  }

  @Test
  void letsExactlyOneOfManySavesAtOnceThrough() throws Exception {
    UUID maria = founder.contact(site, "Maria", "3B");
    try (var threads = Executors.newFixedThreadPool(6)) {
      Callable<PersonRecords.Saved> save = () -> founder.does(() -> House.part(PersonRecords.class)
          .save(maria, 1, new People.Known("Maria", Optional.empty(), Optional.empty(), "x"), false));
      var outcomes = threads.invokeAll(List.of(save, save, save, save, save, save));
      int saved = 0;
      for (var outcome : outcomes) {
        saved += outcome.get() instanceof PersonRecords.Saved.Yes ? 1 : 0;
      }
      assertThat(saved).isEqualTo(1);
    }
    assertThat(founder.record(maria).version()).isEqualTo(2);
  }

  @Test
  void refusesWhatCannotBeReadBesideItsFieldAndKeepsWhatWasTyped() {
    UUID maria = founder.contact(site, "Maria", "3B");
    var refused = founder.browser()
        .post(founder.at("people/" + maria + "/change"), "version", "1", "name", "", "phone", "call me", "mail",
            "nowhere", "remark", "kept");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("id=\"name-error\"", "id=\"phone-error\"", "id=\"mail-error\"", "call me",
        "nowhere", "kept");
  }

  @Test
  void movesSomebodyToAnotherDoorAndRefusesOneThatIsNotThere() {
    UUID maria = founder.contact(site, "Maria", "3B");
    UUID held = place(maria).id();
    String form = founder.at("people/" + maria + "/places/" + held);
    assertThat(moved(form, 1, site.toString(), "9Z").status()).isEqualTo(422);
    assertThat(moved(form, 1, UUID.randomUUID().toString(), "4A").status()).isEqualTo(422);
    moved(form, 1, site.toString(), "4-a");
    assertThat(place(maria).unitLabel()).contains("4A");
    assertThat(place(maria).id()).as("put right on the day it was written down").isEqualTo(held);
    backdate(held);
    moved(form, 2, site.toString(), "5A");
    assertThat(place(maria).unitLabel()).contains("5A");
    assertThat(place(maria).id()).as("a dated fact once it has lasted").isNotEqualTo(held);
  }

  @Test
  void showsThePlaceAsItIsNowToTheSecondOfTwoWhoChangeIt() {
    UUID maria = founder.contact(site, "Maria", "3B");
    UUID held = place(maria).id();
    String form = founder.at("people/" + maria + "/places/" + held);
    backdate(held);
    moved(form, 1, site.toString(), "4A");
    var conflict = moved(form, 1, site.toString(), "5C");
    assertThat(conflict.status()).isEqualTo(409);
    assertThat(conflict.body()).contains("Somebody else changed this meanwhile", "1 Elm Street, 4A", "value=\"5C\"");
    assertThat(founder.browser().post(form + "/boss-side", "version", "1", "marked", "true").status()).isEqualTo(409);
    assertThat(founder.browser().post(form + "/end", "version", "1").status()).isEqualTo(409);
    assertThat(place(maria).bossSide()).isFalse();
    assertThat(place(maria).unitLabel()).contains("4A");
  }

  private org.groundwork.support.Page moved(String form, long version, String to, String unit) {
    return founder.browser().post(form, "version", Long.toString(version), "site", to, "unit", unit);
  }

  @Test
  void takesTheBossSideOutOfEveryCountAndOutOfWhoMayBeWritten() {
    UUID maria = founder.contact(site, "Maria", "3B");
    UUID zed = founder.contact(site, "1A", new People.Known("Zed", Optional.of("555"), Optional.empty(), ""));
    founder.does(() -> House.part(PersonRecords.class)
        .save(zed, 1,
            new People.Known("Zed", Optional.of("5550"), Optional.empty(), ""), true));
    assertThat(mayBeWritten(zed)).isTrue();
    var before = chart();
    founder.browser()
        .post(founder.at("people/" + zed + "/places/" + place(zed).id() + "/boss-side"), "version", "1", "marked",
            "true");
    assertThat(before.known()).isEqualTo(2);
    assertThat(before.total()).isEqualTo(24);
    assertThat(chart().known()).isEqualTo(1);
    assertThat(chart().total()).isEqualTo(23);
    assertThat(founder.does(() -> House.part(Charts.class).countOurs(site))).isEqualTo(1);
    assertThat(mayBeWritten(zed)).isFalse();
    assertThat(founder.browser().get(founder.at("people")).body()).contains("Maria").doesNotContain(">Zed<");
    assertThat(maria).isNotEqualTo(zed);
  }

  @Test
  void endsMembershipMandatesAndMessagesWhenAMemberLeaves() {
    var member = founder.with(new Reach.WholeLocal(), Role.MEMBER, Role.ORGANISER);
    assertThat(mayBeWritten(member.person())).isTrue();
    assertThat(member.browser().get(member.at("people")).status()).isEqualTo(200);
    String leave = founder.at("people/" + member.person() + "/leave");
    assertThat(founder.browser().get(leave).body()).contains("Membership ends today");
    founder.browser().post(leave);
    assertThat(founder.record(member.person()).state()).isEqualTo(PersonState.LEFT);
    assertThat(mayBeWritten(member.person())).isFalse();
    assertThat(member.browser().get(member.at("people")).status()).isEqualTo(403);
    assertThat(founder.browser().get(founder.at("people?state=left")).body()).contains(member.person().toString());
  }

  @Test
  void letsNobodyEndAnOfficeWhoDoesNotAdministerTheWholeLocal() {
    var steward = founder.with(new Reach.Sites(Set.of(site)), Role.MEMBER, Role.STEWARD);
    var officer = founder.with(new Reach.WholeLocal(), Role.MEMBER, Role.TREASURER);
    var member = founder.with(new Reach.WholeLocal(), Role.MEMBER);
    for (var somebody : List.of(officer, member)) {
      founder.does(() -> {
        var set = House.part(org.groundwork.platform.history.ChangeSets.class).open("test");
        House.part(People.class).place(set, somebody.person(), site, Optional.empty(), false);
        return true;
      });
    }
    String leave = founder.at("people/" + officer.person() + "/leave");
    assertThat(steward.browser().get(leave).body()).contains("holds an office here")
        .doesNotContain("button--danger");
    var refused = steward.browser().post(leave);
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.body()).contains("Only somebody who administers the whole group can end an office");
    assertThat(steward.browser().post(founder.at("people/" + officer.person() + "/delete")).status()).isEqualTo(403);
    assertThat(founder.record(officer.person()).state()).isEqualTo(PersonState.MEMBER);
    assertThat(steward.browser().post(founder.at("people/" + member.person() + "/leave")).status()).isEqualTo(303);
    assertThat(founder.browser().post(leave).status()).isEqualTo(303);
    assertThat(founder.record(officer.person()).state()).isEqualTo(PersonState.LEFT);
  }

  @Test
  void keepsOneOfTwoAdministratorsWhoGoAtOnce() throws Exception {
    var other = founder.with(new Reach.WholeLocal(), Role.MEMBER, Role.ADMINISTRATOR);
    var departure = House.part(Departure.class);
    try (var threads = Executors.newSingleThreadExecutor()) {
      var second = founder.does(() -> {
        assertThat(departure.leave(founder.person())).isTrue();
        var going = threads.submit(() -> other.does(() -> departure.leave(other.person())));
        assertThatThrownBy(() -> going.get(700, TimeUnit.MILLISECONDS)).as("waits for the first")
            .isInstanceOf(TimeoutException.class);
        return going;
      });
      assertThat(second.get()).isFalse();
    }
    assertThat(founder.record(other.person()).state()).isEqualTo(PersonState.MEMBER);
  }

  @Test
  void countsNoAdministratorWithoutAWayIn() {
    var other = founder.with(new Reach.WholeLocal(), Role.MEMBER, Role.ADMINISTRATOR);
    founder.does(() -> House.part(org.groundwork.platform.access.Mandates.class).part(other.person()));
    assertThat(founder.<Boolean>does(() -> House.part(Departure.class).leave(founder.person()))).isFalse();
  }

  @Test
  void makesAMemberOfAContactWhoComesInWithACard() {
    UUID site = founder.building("1 Elm Street", 2);
    UUID maria = founder.contact(site, "Maria", "1B");
    assertThat(founder.record(maria).state()).isEqualTo(PersonState.CONTACT);
    var made = founder.browser().post(founder.at("people/" + maria + "/card"));
    var code = java.util.regex.Pattern.compile("<li>([0-9A-Z]{4})</li>")
        .matcher(made.body())
        .results()
        .map(group -> group.group(1))
        .collect(java.util.stream.Collectors.joining());
    assertThat(House.stranger().post("/card", "code", code, "pin", "271828").status()).isEqualTo(303);
    var record = founder.record(maria);
    assertThat(record.state()).isEqualTo(PersonState.MEMBER);
    assertThat(record.forgetOn()).isEmpty();
    assertThat(record.agreedOn()).isPresent();
  }

  @Test
  void keepsTheLastAdministrator() {
    assertThat(founder.browser().post(founder.at("people/" + founder.person() + "/leave")).status()).isEqualTo(409);
    assertThat(founder.record(founder.person()).state()).isEqualTo(PersonState.MEMBER);
  }

  @Test
  void deletesAContactWithEveryImageAndNeverAMember() {
    UUID maria = founder.contact(site, "Maria", "3B");
    founder.does(() -> House.part(PersonRecords.class)
        .save(maria, 1,
            new People.Known("Maria L", Optional.empty(), Optional.empty(), ""), false));
    assertThat(images(maria)).isNotEmpty();
    assertThat(founder.browser().get(founder.at("people/" + maria + "/delete")).body()).contains("Delete for good");
    assertThat(founder.browser().post(founder.at("people/" + maria + "/delete")).status()).isEqualTo(303);
    assertThat(founder.browser().get(founder.at("people/" + maria)).status()).isEqualTo(404);
    assertThat(images(maria)).isEmpty();
    assertThat(founder.browser().post(founder.at("people/" + founder.person() + "/delete")).status()).isEqualTo(409);
  }

  @Test
  void forgetsAContactNobodyTalkedToAndKeepsOneSomebodyDid() {
    UUID silent = founder.contact(site, "Silent", "1A");
    UUID talked = founder.contact(site, "Talked", "1B");
    LocalDate today = LocalDate.now(Product.shared().clock());
    due(silent, today);
    due(talked, today);
    LastContact conversations = people -> Map.of(talked, today.minusDays(3));
    var forgetting = new Forgetting(House.part(JdbcClient.class), Product.shared().clock(), House.part(Contacts.class),
        House.part(Applications.class), House.part(Forgetting.Papers.class), List.of(conversations));
    assertThat(founder.does(forgetting::due)).containsExactlyInAnyOrder(silent, talked);
    assertThat(founder.does(() -> forgetting.person(silent))).isEqualTo(Forgetting.Outcome.FORGOTTEN);
    assertThat(founder.does(() -> forgetting.person(talked))).isEqualTo(Forgetting.Outcome.KEPT);
    assertThat(founder.does(() -> House.part(PersonRecords.class).find(silent))).isEmpty();
    assertThat(founder.record(talked).forgetOn()).contains(today.minusDays(3).plus(People.FORGET_AFTER));
    assertThat(founder.does(forgetting::due)).isEmpty();
    assertThat(founder.does(() -> forgetting.person(silent))).isEqualTo(Forgetting.Outcome.NOT_DUE);
  }

  @Test
  void movesTheDayOfForgettingOnlyForward() {
    UUID maria = founder.contact(site, "Maria", "3B");
    LocalDate day = founder.record(maria).forgetOn().orElseThrow();
    founder.does(() -> {
      House.part(Contacts.class).talkedTo(maria, day.minusYears(1));
      return true;
    });
    assertThat(founder.record(maria).forgetOn()).contains(day);
  }

  @Test
  void neverWritesToAContactWhoHasNotAgreed() {
    UUID maria = founder.contact(site, "3B", new People.Known("Maria", Optional.of("555"), Optional.empty(), ""));
    assertThat(mayBeWritten(maria)).isFalse();
    assertThat(reach(maria, SafeContact.Channel.TEXT, 12)).isEqualTo(new SafeContact.Answer.NotAgreed());
    assertThat(mayBeWritten(UUID.randomUUID())).isFalse();
  }

  @Test
  void reachesNobodyButAtTheDoorWhoIsToBeMetOnlyThere() {
    UUID maria = agreed("Maria");
    var browser = founder.browser();
    String form = founder.at("people/" + maria + "/reach");
    browser.post(form, "version", "0", "call", "on", "mail", "on", "from", "18:00", "until", "20:00", "voicemail", "on",
        "door", "on");
    for (var channel : SafeContact.Channel.values()) {
      assertThat(reach(maria, channel, 19)).as(channel.key()).isEqualTo(new SafeContact.Answer.NotThisWay());
    }
    assertThat(browser.get(founder.at("people/" + maria)).body()).contains("Only at the door", "Nobody calls or writes")
        .doesNotContain("href=\"tel:", "A voice message is fine", "From 18:00");
    assertThat(browser.get(form).body()).containsPattern("name=\"door\"[^>]*checked");
  }

  @Test
  void obeysChannelsHoursAndVoicemail() {
    UUID maria = agreed("Maria");
    String form = founder.at("people/" + maria + "/reach");
    var browser = founder.browser();
    assertThat(browser.post(form, "version", "0", "text", "on", "from", "18h", "until", "").status()).isEqualTo(422);
    assertThat(browser.post(form, "version", "0", "text", "on", "from", "25:00", "until", "26").status())
        .isEqualTo(422);
    browser.post(form, "version", "0", "text", "on", "from", "22", "until", "6:30", "neutral", "on", "note",
        "ask for her sister");
    assertThat(reach(maria, SafeContact.Channel.CALL, 23)).isEqualTo(new SafeContact.Answer.NotThisWay());
    assertThat(reach(maria, SafeContact.Channel.TEXT, 23)).isEqualTo(new SafeContact.Answer.Yes(true, false));
    assertThat(reach(maria, SafeContact.Channel.TEXT, 6)).isEqualTo(new SafeContact.Answer.Yes(true, false));
    assertThat(reach(maria, SafeContact.Channel.TEXT, 7)).isEqualTo(new SafeContact.Answer.NotNow());
    assertThat(browser.get(founder.at("people/" + maria)).body()).contains("ask for her sister", "From 22:00 to 06:30");
    var conflict = browser.post(form, "version", "0", "call", "on", "note", "my own words");
    assertThat(conflict.status()).as("set meanwhile").isEqualTo(409);
    assertThat(conflict.body()).contains("Somebody else changed this meanwhile", "From 22:00 to 06:30",
        "ask for her sister", "my own words", "name=\"version\" value=\"1\"");
    assertThat(browser.get(founder.at("people/" + maria)).body()).contains("ask for her sister");
    var stored = founder.does(() -> House.part(JdbcClient.class)
        .sql("select note from roll.safe_contact where local_id = ? and person_id = ?")
        .params(founder.local().id().value(), maria)
        .query(byte[].class)
        .single());
    assertThat(new String(stored, java.nio.charset.StandardCharsets.ISO_8859_1)).doesNotContain("sister");
  }

  private SafeContact.Answer reach(UUID person, SafeContact.Channel channel, int hour) {
    var at = LocalDate.of(2026, 3, 2).atTime(hour, 0).atZone(java.time.ZoneId.of("America/New_York")).toInstant();
    return founder.does(() -> House.part(SafeContact.class).mayReach(person, channel, at));
  }

  private UUID agreed(String name) {
    UUID person = founder.contact(site, name, "3B");
    founder.does(() -> House.part(PersonRecords.class)
        .save(person, 1,
            new People.Known(name, Optional.of("555 0101"), Optional.empty(), ""), true));
    return person;
  }

  private boolean mayBeWritten(UUID person) {
    return founder.does(() -> House.part(Consent.class).mayBeWritten(person));
  }

  private WallChart chart() {
    return founder.does(() -> House.part(Charts.class).of(House.part(Sites.class).byId(site).orElseThrow()));
  }

  private Person.Held place(UUID person) {
    return founder.does(() -> House.part(PersonRecords.class).places(person)).getFirst();
  }

  private void due(UUID person, LocalDate day) {
    founder.does(() -> House.part(JdbcClient.class)
        .sql("update roll.person set forget_on = ? where local_id = ? and id = ?")
        .params(java.sql.Date.valueOf(day), founder.local().id().value(), person)
        .update());
  }

  private void backdate(UUID position) {
    founder.does(() -> House.part(JdbcClient.class)
        .sql("update roll.position set since = since - 30 where local_id = ? and id = ?")
        .params(founder.local().id().value(), position)
        .update());
  }

  private List<String> images(UUID row) {
    return founder.does(() -> House.part(JdbcClient.class)
        .sql(
            "select convert_from(before, 'UTF8') from platform.change where local_id = ? and row_id = ? and before is not null")
        .params(founder.local().id().value(), row)
        .query(String.class)
        .list());
  }

  private static String version(String page) {
    var found = VERSION.matcher(page);
    assertThat(found.find()).isTrue();
    return found.group(1);
  }
}
