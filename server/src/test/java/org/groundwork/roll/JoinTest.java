// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.Reach;
import org.groundwork.platform.access.Role;
import org.groundwork.roll.internal.JoinFormAccess;
import org.groundwork.support.Page;
import org.groundwork.support.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asking to join: open only if the local says so, the same to everybody, decided with care. */
class JoinTest {
  private static final String KNOWN = "+1 555 010 1234";
  private final House.Member founder = House.found("Ana");
  private final UUID site = founder.building("1 Elm Street", 6);
  private final String form = "/r/" + founder.local().handle() + "/join";

  @Test
  void looksLikeNoPageWhileItIsShut() {
    assertThat(House.stranger().get(form).status()).isEqualTo(404);
    assertThat(House.stranger().get(form).bodyWithoutTokens().replace(founder.local().handle(), "0123456789"))
        .isEqualTo(House.stranger().get("/r/0123456789/join").bodyWithoutTokens());
    assertThat(asked(House.stranger(), "name", "Maria").status()).isEqualTo(404);
    assertThat(waiting()).isEmpty();
  }

  @Test
  void explainsBothKindsAndAsksForPositionAndConflicts() {
    open();
    for (var page : List.of(House.stranger().get(form), House.stranger().speaking("es").get(form))) {
      assertThat(page.body()).contains("value=\"member\"", "value=\"supporter\"", "name=\"place\"", "name=\"hires\"",
          "name=\"fires\"", "name=\"manages\"", "name=\"lets\"");
    }
    assertThat(House.stranger().get(form).body()).contains("You decide with the others", "You pay and help");
  }

  @Test
  void answersByteForByteTheSameToThoseWeKnowAndThoseWeDoNot() {
    open();
    founder.contact(site, "3B", new People.Known("Maria", Optional.of(KNOWN), Optional.of("maria@example.org"), ""));
    var member = founder.with(new Reach.WholeLocal(), Role.MEMBER);
    founder.does(() -> House.part(PersonRecords.class)
        .save(member.person(), 1, new People.Known("Juan", Optional.of("555 0999"), Optional.empty(), ""), true));
    var answers = new ArrayList<String>();
    for (var fields : List.of(new String[]{"name", "Maria", "phone", KNOWN, "mail", "maria@example.org"},
        new String[]{"name", "Juan", "phone", "555 0999", "mail", ""},
        new String[]{"name", "Nobody", "phone", "555 0444", "mail", "nobody@example.org"})) {
      var visitor = House.stranger();
      Page answer = asked(visitor, fields);
      answers.add(answer.status() + answer.comparableHeaders() + answer.bodyWithoutTokens()
          + visitor.follow(answer).bodyWithoutTokens());
    }
    assertThat(answers).hasSize(3).allMatch(answers.getFirst()::equals);
    assertThat(waiting()).hasSize(3);
  }

  @Test
  void offersThePlaceTheyGaveAndPutsThemThere() {
    open();
    asked(House.stranger(), "name", "Maria", "place", "1 elm st., 3 B, back stairs");
    asked(House.stranger(), "name", "Nobody", "place", "Somewhere else");
    var waiting = waiting();
    String maria = founder.at("joining/" + waiting.getFirst().id());
    assertThat(founder.browser().get(maria).body()).contains("value=\"" + site + "\" selected")
        .containsPattern("id=\"unit\"[^>]*value=\"3B\"");
    String nobody = founder.browser().get(founder.at("joining/" + waiting.getLast().id())).body();
    assertThat(nobody).doesNotContain("selected=\"\"").containsPattern("id=\"unit\"[^>]*value=\"\"");
    var refused = founder.browser().post(maria + "/accept", "site", site.toString(), "unit", "9Z");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("value=\"9Z\"", "There is no such door");
    assertThat(founder.browser().post(maria + "/accept", "site", site.toString(), "unit", "3B").status())
        .isEqualTo(303);
    assertThat(founder.browser().get(founder.at("sites/" + site)).body()).contains("1 of 24 homes known", "Maria");
  }

  @Test
  void asksOnceHoweverOftenItIsSent() {
    open();
    String once = UUID.randomUUID().toString();
    for (int time = 0; time < 3; time++) {
      assertThat(House.stranger().post(form, "once", once, "kind", "member", "name", "Maria").location())
          .hasValue(form + "/thanks");
    }
    assertThat(waiting()).hasSize(1);
    assertThat(House.stranger().post(form, "once", "forged", "kind", "member", "name", "Maria").status())
        .isEqualTo(404);
  }

  @Test
  void refusesBesideEachFieldAndKeepsWhatWasTyped() {
    open();
    String hostile = "\"><script>alert(1)</script>";
    var refused = asked(House.stranger(), "kind", hostile, "name", hostile, "phone", hostile, "mail", hostile, "place",
        hostile, "hires", hostile);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("kind-error", "phone-error", "mail-error")
        .contains("&lt;script>alert(1)&lt;/script>")
        .doesNotContain("<script>alert");
    var long1 = asked(House.stranger(), "name", "x".repeat(10_000), "place", "y".repeat(10_000));
    assertThat(long1.status()).isEqualTo(422);
    assertThat(long1.body()).contains("name-error", "place-error");
    assertThat(asked(House.stranger(), "name", "", "phone", "555 0101").body()).contains("name-error", "555 0101");
    assertThat(waiting()).isEmpty();
  }

  @Test
  void shutsTheDoorToAFormOfMegabytes() {
    open();
    var answer = asked(House.stranger(), "name", "x".repeat(3_000_000));
    assertThat(answer.status()).isBetween(400, 499);
    assertThat(waiting()).isEmpty();
  }

  @Test
  void showsHostileTextAsTextToWhoDecides() {
    open();
    String hostile = "<script>alert(1)</script>";
    asked(House.stranger(), "name", hostile, "place", hostile, "manages", "on");
    UUID id = waiting().getFirst().id();
    for (String path : List.of("joining", "joining/" + id)) {
      assertThat(founder.browser().get(founder.at(path)).body()).contains("&lt;script&gt;").doesNotContain(hostile);
    }
  }

  @Test
  void refusesAnAddressThatTheOtherSideReads() {
    RefusedDomains theirs = domain -> domain.equals("acme.example") || domain.endsWith(".acme.example");
    for (String mail : List.of("maria@acme.example", "maria@ACME.example", "maria@mail.acme.example",
        "maria@acme.example.")) {
      assertThat(JoinFormAccess.refused("Maria", mail, theirs)).as(mail).containsEntry("mail", "join.mail.refused");
    }
    assertThat(JoinFormAccess.refused("Maria", "maria@notacme.example", theirs)).isEmpty();
  }

  @Test
  void stopsAMachine() {
    open();
    founder.does(() -> {
      for (int i = 0; i < Applications.MOST_AN_HOUR; i++) {
        House.part(Applications.class)
            .enter(new Application(new UUID(0, 0), false, "Machine", Optional.empty(), Optional.empty(), "",
                java.util.Set.of(), java.time.Instant.EPOCH), Locale.ENGLISH);
      }
      return true;
    });
    assertThat(asked(House.stranger(), "name", "Maria").status()).isEqualTo(429);
    assertThat(founder.does(() -> House.part(Applications.class).count())).isEqualTo(Applications.MOST_AN_HOUR);
  }

  @Test
  void sendsConflictsToAnOrganiserFirst() {
    open();
    asked(House.stranger(), "name", "Maria", "manages", "on");
    UUID id = waiting().getFirst().id();
    var steward = founder.with(new Reach.WholeLocal(), Role.STEWARD);
    String page = founder.at("joining/" + id);
    assertThat(steward.browser().get(page).body()).contains("An organiser of the whole group talks to them first")
        .doesNotContain("Welcome them");
    assertThat(steward.browser().post(page + "/accept", "talked", "on").status()).isEqualTo(403);
    var untalked = founder.browser().post(page + "/accept");
    assertThat(untalked.status()).isEqualTo(422);
    assertThat(untalked.body()).contains("Talk with them first, then tick this", "I manage or supervise people");
    assertThat(founder.browser().post(page + "/accept", "talked", "on").status()).isEqualTo(303);
    assertThat(waiting()).isEmpty();
  }

  @Test
  void tellsTheSecondOfTwoThatTheFirstHasDecided() {
    open();
    asked(House.stranger(), "name", "Maria");
    String page = founder.at("joining/" + waiting().getFirst().id());
    var steward = founder.with(new Reach.WholeLocal(), Role.STEWARD);
    assertThat(steward.browser().post(page + "/accept").status()).isEqualTo(303);
    assertThat(founder.browser().post(page + "/decline").status()).isEqualTo(409);
    assertThat(founder.browser().post(page + "/accept").status()).isEqualTo(409);
  }

  @Test
  void joinsTheContactWeKnowAndKeepsTheLanguageTheyAskedIn() {
    open();
    UUID maria = founder.contact(site, "3B",
        new People.Known("Maria", Optional.of(KNOWN), Optional.empty(), "nights"));
    var visitor = House.stranger().speaking("es");
    asked(visitor, "name", "María", "phone", "+1 (555) 010-1234", "kind", "supporter");
    String page = founder.at("joining/" + waiting().getFirst().id());
    assertThat(founder.browser().get(page).body()).contains("the same number or address", maria.toString());
    founder.browser().post(page + "/accept", "who", maria.toString());
    var now = founder.record(maria);
    assertThat(now.state()).isEqualTo(PersonState.SUPPORTER);
    assertThat(now.agreedOn()).isPresent();
    assertThat(now.forgetOn()).isEmpty();
    assertThat(now.known().name()).isEqualTo("Maria");
    assertThat(founder.does(() -> House.part(PersonRecords.class).language(maria))).contains("es");
  }

  @Test
  void letsSomebodyWhoLeftComeBackAsWhoTheyWere() {
    open();
    var member = founder.with(new Reach.WholeLocal(), Role.MEMBER);
    founder.does(() -> House.part(PersonRecords.class)
        .save(member.person(), 1, new People.Known("Juan", Optional.of("555 0999"), Optional.empty(), ""), true));
    asked(House.stranger(), "name", "Juan", "phone", "555 0999");
    String page = founder.at("joining/" + waiting().getFirst().id());
    assertThat(founder.browser().get(page).body()).contains("On the roll already: Juan (Member)");
    assertThat(founder.browser().post(page + "/accept", "who", member.person().toString()).status()).isEqualTo(409);
    founder.does(() -> House.part(Departure.class).leave(member.person()));
    assertThat(founder.browser().post(page + "/accept", "who", member.person().toString()).status()).isEqualTo(303);
    var now = founder.record(member.person());
    assertThat(now.state()).isEqualTo(PersonState.MEMBER);
    assertThat(now.forgetOn()).isEmpty();
    assertThat(now.agreedOn()).isPresent();
  }

  @Test
  void keepsWhatStrangersWroteSealed() {
    open();
    asked(House.stranger(), "name", "Maria Planted", "place", "Planted Street", "mail", "planted@example.org");
    String row = founder.does(() -> House.part(JdbcClient.class)
        .sql("select encode(name, 'escape') || encode(place, 'escape') || encode(mail, 'escape') "
            + "from roll.application where local_id = ?")
        .param(founder.local().id().value())
        .query(String.class)
        .single());
    assertThat(row).doesNotContain("Planted", "planted");
  }

  private void open() {
    assertThat(founder.browser().post(founder.at("joining/form"), "open", "true").status()).isEqualTo(303);
  }

  private Page asked(Visitor visitor, String... fields) {
    var all = new ArrayList<>(List.of("once", UUID.randomUUID().toString()));
    if (!Arrays.asList(fields).contains("kind")) {
      all.addAll(List.of("kind", "member"));
    }
    all.addAll(Arrays.asList(fields));
    return visitor.post(form, all.toArray(String[]::new));
  }

  private List<Application> waiting() { return founder.does(() -> House.part(Applications.class).waiting()); }
}
