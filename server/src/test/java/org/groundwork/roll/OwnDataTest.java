// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.groundwork.platform.access.Accounts;
import org.groundwork.platform.access.Mandates;
import org.groundwork.platform.access.Reach;
import org.groundwork.platform.access.Role;
import org.groundwork.support.Product;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Everybody sees, takes along and puts right what is held about them, leaves by themselves and has it deleted. */
class OwnDataTest {
  private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");
  private final House.Member founder = House.found("Ana");
  private final UUID site = founder.building("1 Elm Street", 6);

  @Test
  void showsAllThatIsHeldAsItIsWritten() {
    var member = member("Maria");
    founder.browser().get(founder.at("people/" + member.person()));
    founder.browser().get(founder.at("people/" + member.person()));
    founder.does(() -> House.part(SafeContact.class)
        .set(member.person(), new SafeContact.Rules(0, java.util.EnumSet.of(SafeContact.Channel.TEXT), List.of(), true,
            false, "ask for her sister")));
    String page = member.browser().get(founder.at("me")).bodyWithoutTokens();
    assertThat(page).contains("Maria", "555 0101", "maria@example.org", "turns to &lt;b&gt;her sister&lt;/b&gt;",
        "1 Elm Street", "3B", "ask for her sister", "Member", "How often", "Offices");
    assertThat(page).doesNotContain("turns to <b>", "Ana");
    assertThat(page.substring(page.indexOf("How often"))).containsPattern("(?s)\\A.{0,60}<dd>2</dd>.*<dd>1</dd>");
  }

  @Test
  void givesItAsAFileForProgramsAndAsATable() {
    var member = member("=Maria");
    var browser = member.browser();
    var file = browser.get(founder.at("me/file"));
    assertThat(file.header("Content-Type")).hasValue("application/json;charset=UTF-8");
    assertThat(file.header("Content-Disposition")).hasValue("attachment; filename=\"my-data.json\"");
    var json = JsonMapper.builder().build().readTree(file.body());
    assertThat(json.at("/person/0/name").asString()).isEqualTo("=Maria");
    assertThat(json.at("/person/0/state").asString()).isEqualTo("member");
    assertThat(json.at("/places/0/unit").asString()).isEqualTo("3B");
    assertThat(json.at("/memberships/0/state").asString()).isEqualTo("active");
    assertThat(json.at("/offices/0/role").asString()).isEqualTo("member");
    assertThat(json.at("/looks/0/times").asInt(-1)).isZero();
    var table = browser.get(founder.at("me/file?form=csv"));
    assertThat(table.body()).startsWith("\uFEFF").contains("You,1,Name,'=Maria\r\n");
    assertThat(String.join("\n", founder.audited())).contains("own-data-fetched").doesNotContain("Maria");
  }

  @Test
  void asksAgainOnAPhoneThatWasSignedInAWhileAgo() {
    var member = member("Maria");
    var browser = member.browser();
    assertThat(browser.get(founder.at("me")).status()).isEqualTo(200);
    Product.shared().clock().advance(Duration.ofMinutes(11));
    for (String path : List.of("me", "me/change", "me/reach", "me/leave", "me/forget")) {
      assertThat(browser.get(founder.at(path)).location()).as(path).hasValue("/sign-in?next=" + founder.at("me"));
    }
    assertThat(browser.get(founder.at("me/file")).body()).doesNotContain("Maria");
    assertThat(browser.get(founder.at("")).status()).as("nothing else asks").isEqualTo(200);
    var typed = browser.post(founder.at("me/change"), "version", "2", "name", "Maria L", "language", "en");
    assertThat(typed.location()).as("typed before the ten minutes were over")
        .hasValue(founder.at("me?done=saved"));
    Product.shared().clock().advance(Duration.ofMinutes(30));
    assertThat(browser.post(founder.at("me/forget")).location()).hasValue("/sign-in?next=" + founder.at("me"));
    assertThat(founder.record(member.person()).known().name()).isEqualTo("Maria L");
  }

  @Test
  void isThereForNobodyElse() {
    var other = House.found("Otto");
    for (String path : List.of("me", "me/file", "me/change", "me/reach", "me/leave", "me/forget")) {
      assertThat(other.browser().get(founder.at(path)).status()).as(path).isEqualTo(404);
      assertThat(House.stranger().get(founder.at(path)).location()).as(path)
          .hasValueSatisfying(to -> assertThat(to).startsWith("/sign-in"));
    }
    for (String path : List.of("me/change", "me/reach", "me/leave", "me/forget")) {
      assertThat(other.browser().post(founder.at(path)).status()).as(path).isEqualTo(404);
    }
  }

  @Test
  void putsItRightAndShowsBothWhereAnOrganiserWasFaster() {
    var member = member("Maria");
    var browser = member.browser();
    String form = founder.at("me/change");
    String seen = version(browser.get(form).body());
    founder.does(() -> House.part(PersonRecords.class)
        .save(member.person(), Long.parseLong(seen), known("Maria", "555 9999"), true));
    var conflict = browser.post(form, "version", seen, "name", "María", "phone", "555 0102", "language", "es",
        "agreed", "on");
    assertThat(conflict.status()).isEqualTo(409);
    assertThat(conflict.body()).contains("Somebody else changed this meanwhile", "555 9999", "555 0102", "María");
    var saved = browser.post(form, "version", version(conflict.body()), "name", "María", "phone", "555 0102",
        "language", "es");
    assertThat(saved.location()).hasValue(founder.at("me?done=saved"));
    var now = founder.record(member.person());
    assertThat(now.known().phone()).contains("555 0102");
    assertThat(now.known().remark()).as("the organisers' remark stays").contains("her sister");
    assertThat(now.agreedOn()).as("no longer agrees").isEmpty();
    assertThat(founder.does(() -> House.part(PersonRecords.class).language(member.person()))).contains("es");
    var refused = browser.post(form, "version", "1", "name", "<script>", "phone", "call", "language", "xx");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("language-error", "phone-error", "value=\"&lt;script>\"")
        .doesNotContain("<script>\"");
  }

  @Test
  void setsTheirOwnRules() {
    var member = member("Maria");
    assertThat(member.browser()
        .post(founder.at("me/reach"), "version", "0", "text", "on", "from", "18", "until",
            "21", "neutral", "on")
        .location()).hasValue(founder.at("me?done=rules"));
    assertThat(founder.does(() -> House.part(SafeContact.class).of(member.person()).channels()))
        .containsExactly(SafeContact.Channel.TEXT);
  }

  @Test
  void leavesByThemselvesAndStillSeesWhatIsKeptForAYear() {
    var member = member("Maria");
    var browser = member.browser();
    assertThat(browser.get(founder.at("me/leave")).body()).contains("Your membership ends today", "Kept for one year");
    assertThat(browser.post(founder.at("me/leave")).location()).hasValue(founder.at("me?done=left-self"));
    assertThat(founder.record(member.person()).state()).isEqualTo(PersonState.LEFT);
    assertThat(founder.record(member.person()).forgetOn()).hasValueSatisfying(day -> assertThat(day)
        .isEqualTo(java.time.LocalDate.now(Product.shared().clock()).plusYears(1)));
    assertThat(founder.does(() -> House.part(Consent.class).mayBeWritten(member.person()))).isFalse();
    assertThat(founder.does(() -> House.part(Mandates.class).inForce(member.person()))).isEmpty();
    assertThat(browser.get(founder.at("")).status()).isEqualTo(403);
    assertThat(browser.get(founder.at("me")).body()).contains("Maria", "Left").doesNotContain(founder.at("me/leave"));
    assertThat(browser.post(founder.at("me/leave")).status()).as("sent twice").isEqualTo(303);
  }

  @Test
  void keepsTheLastWhoAdministers() {
    assertThat(founder.browser().get(founder.at("me/leave")).body()).contains("You are the last who administers");
    assertThat(founder.browser().post(founder.at("me/leave")).status()).isEqualTo(409);
    assertThat(founder.browser().post(founder.at("me/forget")).status()).isEqualTo(409);
    assertThat(founder.record(founder.person()).state()).isEqualTo(PersonState.MEMBER);
  }

  @Test
  void deletesAMemberWithEveryImageAndWhatTheLogSaysOfThem() {
    var member = member("Maria");
    founder.browser().get(founder.at("people/" + member.person()));
    var browser = member.browser();
    assertThat(browser.get(founder.at("me/forget")).body()).contains("Deleted at once", "What stays");
    var gone = browser.post(founder.at("me/forget"));
    assertThat(gone.status()).isEqualTo(200);
    assertThat(gone.body()).contains("Nothing is held about you here any more");
    assertThat(founder.does(() -> House.part(PersonRecords.class).find(member.person()))).isEmpty();
    assertThat(rows("select count(*) from roll.position where local_id = ? and person_id = ?", member)).isZero();
    assertThat(rows("select count(*) from roll.membership where local_id = ? and person_id = ?", member)).isZero();
    assertThat(rows("select count(*) from platform.change where local_id = ? and row_id = ? and before is not null",
        member)).isZero();
    assertThat(String.join("\n", founder.audited())).doesNotContainPattern("(?m)^person\n" + member.person())
        .contains("person-erased\nerased-person\n" + member.person());
    assertThat(browser.get(founder.at("me")).status()).as("no person of this local any more").isEqualTo(404);
    assertThat(House.part(Accounts.class).localsOf(member.self().account())).isEmpty();
  }

  @Test
  void keepsInTheLogWhatAnOfficerDid() {
    var officer = founder.with(new Reach.WholeLocal(), Role.MEMBER, Role.ORGANISER);
    UUID maria = founder.contact(site, "Maria", "1A");
    officer.browser().get(founder.at("people/" + maria));
    assertThat(officer.browser().post(founder.at("me/forget")).status()).isEqualTo(200);
    assertThat(String.join("\n", founder.audited()))
        .contains("person-seen\nperson\n" + maria + "\n" + officer.person());
  }

  private long rows(String sql, House.Member of) {
    return founder.does(() -> House.part(JdbcClient.class)
        .sql(sql)
        .params(founder.local().id().value(), of.person())
        .query(Long.class)
        .single());
  }

  /** A member with a place, a number, an address and a remark, at version 2. */
  private House.Member member(String name) {
    var member = founder.with(new Reach.WholeLocal(), Role.MEMBER);
    founder.does(() -> {
      var unit = House.part(Sites.class).units(site).stream().filter(u -> u.label().equals("3B")).findFirst();
      UUID set = House.part(org.groundwork.platform.history.ChangeSets.class).open("test");
      House.part(People.class).place(set, member.person(), site, unit.map(Sites.Unit::id), false);
      return House.part(PersonRecords.class).save(member.person(), 1, known(name, "555 0101"), true);
    });
    return member;
  }

  private static People.Known known(String name, String phone) {
    return new People.Known(name, Optional.of(phone), Optional.of("maria@example.org"),
        "turns to <b>her sister</b>");
  }

  private static String version(String page) {
    var found = VERSION.matcher(page);
    assertThat(found.find()).isTrue();
    return found.group(1);
  }
}
