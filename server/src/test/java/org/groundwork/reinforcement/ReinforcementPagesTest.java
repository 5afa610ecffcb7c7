// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.reinforcement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.groundwork.organizing.Stewards;
import org.groundwork.platform.access.Reach;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.history.ChangeSets;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.roll.People;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages of calls, in a browser without scripts. */
@ExtendWith(ProductExtension.class)
class ReinforcementPagesTest {
  private static final String HOSTILE = "<script>alert('\"')</script>";
  private static final Pattern ONCE = Pattern.compile("name=\"once\" value=\"([^\"]+)\"");

  private static Visitor organiser(FoundedLocal local) { return local.withPasskey(local.founder()).visitor(); }

  private static String once(Page page) {
    var found = ONCE.matcher(page.body());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  /** The fields of a form that is in order, with some of them otherwise. */
  private static String[] fields(String once, String... otherwise) {
    String tomorrow = LocalDate.ofInstant(Called.now(), ZoneId.of("America/New_York")).plusDays(1).toString();
    var fields = new ArrayList<>(List.of("once", once, "urgency", "planned", "need", "bodies", "wanted", "3", "title",
        Called.TITLE, "area", Called.AREA, "place", Called.PLACE, "day", tomorrow, "from", "18:00", "until", "20:00"));
    for (int i = 0; i < otherwise.length; i += 2) {
      int at = fields.indexOf(otherwise[i]);
      if (at >= 0) {
        fields.set(at + 1, otherwise[i + 1]);
      } else {
        fields.addAll(List.of(otherwise[i], otherwise[i + 1]));
      }
    }
    return fields.toArray(String[]::new);
  }

  private static String made(Page answer) {
    assertThat(answer.status()).isEqualTo(303);
    return answer.location().orElseThrow().replaceAll("\\?.*", "");
  }

  @Test
  void makesOneCallOfAFormSentTwice(FoundedLocal local) {
    var visitor = organiser(local);
    String once = once(visitor.get(local.path("reinforcements/new")));
    String call = made(visitor.post(local.path("reinforcements/new"), fields(once)));
    visitor.post(local.path("reinforcements/new"), fields(once));
    assertThat(local.read(() -> Called.part(Reinforcements.class).goingOn())).hasSize(1);
    assertThat(visitor.get(call).body()).contains(Called.TITLE, Called.PLACE, "3 people are needed");
    assertThat(visitor.get(local.path("reinforcements")).body()).contains(Called.TITLE, "0 of 3 are coming");
  }

  @Test
  void refusesBesideTheFieldAndKeepsWhatWasTyped(FoundedLocal local) {
    var visitor = organiser(local);
    String once = once(visitor.get(local.path("reinforcements/new")));
    var refused = visitor.post(local.path("reinforcements/new"),
        fields(once, "wanted", "0", "title", "Kept " + HOSTILE, "area", "near " + Called.PLACE, "urgency", "", "need",
            "tanks", "day", "2001-01-01", "site", UUID.randomUUID().toString(), "campaign", "x"));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("id=\"wanted-error\"", "id=\"area-error\"", "id=\"urgency-error\"",
        "id=\"need-error\"", "id=\"until-error\"", "id=\"site-error\"", "id=\"campaign-error\"", "Kept &lt;script")
        .doesNotContain(HOSTILE);
    assertThat(local.read(() -> Called.part(Reinforcements.class).goingOn())).isEmpty();
  }

  @Test
  void takesNoRapidCallForAWeekAhead(FoundedLocal local) {
    var visitor = organiser(local);
    String once = once(visitor.get(local.path("reinforcements/new")));
    String far = LocalDate.ofInstant(Called.now(), ZoneId.of("America/New_York")).plusDays(7).toString();
    var refused = visitor.post(local.path("reinforcements/new"), fields(once, "urgency", "rapid", "day", far));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("id=\"day-error\"");
    assertThat(visitor.post(local.path("reinforcements/new"), fields(once, "urgency", "rapid")).status())
        .isEqualTo(303);
  }

  @Test
  void takesNoPartOfTownWithoutALetterOrDigit(FoundedLocal local) {
    var visitor = organiser(local);
    String once = once(visitor.get(local.path("reinforcements/new")));
    var refused = visitor.post(local.path("reinforcements/new"), fields(once, "area", "…?!"));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("id=\"area-error\"", "…?!");
    var member = local.person(Role.MEMBER);
    var unsaid = member.visitor().post(local.path("ready"), "day", "1", "part", "night", "area", "…?!");
    assertThat(unsaid.status()).isEqualTo(422);
    assertThat(unsaid.body()).contains("id=\"area-error\"", "…?!");
    assertThat(local.read(() -> Called.part(ReadyList.class).of(member.id()))).isEmpty();
  }

  @Test
  void showsHostileTextAsText(FoundedLocal local) {
    var visitor = organiser(local);
    String once = once(visitor.get(local.path("reinforcements/new")));
    String call = made(visitor.post(local.path("reinforcements/new"),
        fields(once, "title", HOSTILE, "area", "a" + HOSTILE, "place", "b" + HOSTILE)));
    var member = Called.readyMember(local).visitor();
    for (String page : List.of(call, call + "/people", call + "/word?how=off", local.path("reinforcements"))) {
      assertThat(visitor.get(page).body()).as(page).contains("&lt;script").doesNotContain(HOSTILE);
    }
    assertThat(member.get(call).body()).contains("&lt;script").doesNotContain(HOSTILE, "b&lt;script");
    member.post(local.path("ready"), "day", "1", "part", "night", "area", HOSTILE);
    assertThat(member.get(local.path("ready")).body()).contains("&lt;script").doesNotContain(HOSTILE);
  }

  @Test
  void showsMembersNumbersAndOrganisersNames(FoundedLocal local) {
    var maria = Called.readyMember(local);
    var ben = local.person(Role.MEMBER);
    var called = Called.now(local, 2);
    maria.visitor().post(called.at("/answer"), "say", "yes");
    assertThat(ben.visitor().get(called.at("")).body()).contains("1 of 2 are coming")
        .doesNotContain("Somebody",
            Called.PLACE, called.id() + "/people");
    assertThat(ben.visitor().get(called.at("/people")).status()).isEqualTo(403);
    assertThat(local.person(Role.STEWARD).visitor().get(called.at("/people")).status()).isEqualTo(403);
    var visitor = organiser(local);
    String people = visitor.get(called.at("/people")).body();
    assertThat(people).contains("Somebody", "Is coming");
    visitor.post(called.at("/people/mark"), "who", called.of(maria.id()).id().toString(), "was", "here");
    assertThat(called.is().counts().here()).isOne();
    assertThat(visitor.post(called.at("/people/count"), "counted", "many").status()).isEqualTo(422);
    visitor.post(called.at("/people/count"), "counted", "7");
    assertThat(visitor.get(called.at("")).body()).contains("7 are there");
  }

  @Test
  void keepsOtherLocalsAndOtherPlacesOut(FoundedLocal local, Product product) {
    UUID site = Called.place(local, "1 Quill Row", Optional.empty());
    UUID elsewhere = Called.place(local, "2 Elm Street", Optional.empty());
    var called = Called.made(local, Called.of(Reinforcement.Urgency.NOW, 1, Optional.of(site)));
    var other = product.found();
    var stranger = other.withPasskey(other.founder()).visitor();
    assertThat(stranger.get(other.path("reinforcements/" + called.id())).status()).isEqualTo(404);
    assertThat(stranger.post(other.path("reinforcements/" + called.id() + "/answer"), "say", "yes").status())
        .isEqualTo(404);
    assertThat(stranger.post(other.path("reinforcements/" + called.id() + "/more"), "seen", "1").status())
        .isEqualTo(404);
    var away = local.withPasskey(local.person(new Reach.Sites(Set.of(elsewhere)), Role.ORGANISER)).visitor();
    assertThat(away.get(called.at("")).body()).as("as any member")
        .doesNotContain(Called.PLACE, called.id() + "/people");
    for (String page : List.of("/people", "/word?how=off")) {
      assertThat(away.get(called.at(page)).status()).as(page).isEqualTo(404);
    }
    for (String act : List.of("/more", "/confirm", "/people/mark", "/people/count", "/word")) {
      assertThat(away.post(called.at(act), "how", "off", "word", "x", "was", "here", "who", called.id().toString(),
          "counted", "1", "seen", "1").status()).as(act).isEqualTo(404);
    }
    assertThat(away.post(local.path("reinforcements/new"), fields(UUID.randomUUID().toString())).status())
        .as("a call of the whole local")
        .isEqualTo(422);
    assertThat(away.post(local.path("reinforcements/new"),
        fields(UUID.randomUUID().toString(), "site", site.toString())).status()).isEqualTo(422);
  }

  @Test
  void saysThatOneCanBeCalledAndTakesItBack(FoundedLocal local) {
    var member = local.person(Role.MEMBER);
    UUID home = Called.place(local, "1 Quill Row", Optional.empty());
    UUID foreign = Called.place(local, "2 Elm Street", Optional.empty());
    Called.lives(local, member.id(), home, false);
    String page = member.visitor().get(local.path("ready")).body();
    assertThat(page).contains("Nobody calls you", "1 Quill Row").doesNotContain("2 Elm Street");
    var refused = member.visitor().post(local.path("ready"), "can", "drivers", "area", "11226");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("id=\"day-error\"", "id=\"part-error\"", "value=\"11226\"");
    assertThat(member.visitor()
        .post(local.path("ready"), "day", "1", "part", "night", "site", foreign.toString())
        .status()).as("a place that is not theirs").isEqualTo(422);
    member.visitor()
        .post(local.path("ready"), "day", "1", "day", "7", "part", "night", "part", "evening", "can", "drivers", "site",
            home.toString(), "area", "11226");
    var said = local.read(() -> Called.part(ReadyList.class).of(member.id())).orElseThrow();
    assertThat(said.site()).contains(home);
    assertThat(said.can(Reinforcement.Need.DRIVERS)).isTrue();
    assertThat(Slots.days(said.slots())).hasSize(2);
    assertThat(Slots.parts(said.slots())).containsExactly(Slots.Part.EVENING, Slots.Part.NIGHT);
    assertThat(member.visitor().get(local.path("ready")).body()).contains("You can be called", "value=\"11226\"");
    local.write(() -> Called.part(JdbcClient.class)
        .sql("update reinforcement.ready set area = ? where local_id = ?")
        .params(new byte[]{0}, local.id().value())
        .update());
    assertThat(member.visitor().get(local.path("")).status()).as("a first screen opens no area").isEqualTo(200);
    member.visitor().post(local.path("ready/end"));
    assertThat(local.read(() -> Called.part(ReadyList.class).of(member.id()))).isEmpty();
  }

  @Test
  void writesNeutralMailOnceToThoseWhoAgreed(Product product, FoundedLocal local) {
    String mail = "maria" + UUID.randomUUID() + "@example.org";
    UUID maria = Called.member(local, Optional.of(mail));
    Called.ready(local, maria, Optional.empty(), "", 0);
    var called = Called.now(local, 1);
    Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> letters(product, mail) == 1);
    String page = product.visitor().get("/dev/mail").body();
    String letter = page.substring(page.lastIndexOf("<li", page.indexOf(mail)),
        page.indexOf("</li>", page.indexOf(mail)));
    assertThat(letter).contains("A message for you", "Can you come?", called.id().toString())
        .doesNotContain(Called.TITLE, Called.PLACE, Called.AREA);
    called.yes(maria);
    local.write(() -> Called.part(Reinforcements.class).correct(called.id(), "The other gate"));
    Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> letters(product, mail) == 2);
    assertThat(product.visitor().get("/dev/mail").body()).doesNotContain("The other gate");
    var post = Called.part(ReinforcementPost.class);
    assertThat(local.read(() -> post.due(called.id()))).as("nobody twice").isEmpty();
  }

  @Test
  void writesToWhoeverMovesUpOnceAlsoAfterACorrection(Product product, FoundedLocal local) {
    String mail = "ben" + UUID.randomUUID() + "@example.org";
    UUID maria = Called.ready(local);
    UUID ben = Called.member(local, Optional.of(mail));
    Called.ready(local, ben, Optional.empty(), "", 0);
    var called = Called.now(local, 1);
    Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> letters(product, mail) == 1);
    called.yes(maria);
    assertThat(called.yes(ben)).isEqualTo(Asked.Outcome.WAITING);
    local.write(() -> Called.part(Reinforcements.class).correct(called.id(), "The other gate"));
    called.no(maria);
    Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> letters(product, mail) == 2);
    String page = product.visitor().get("/dev/mail").body();
    assertThat(page).contains("You are needed now");
    var post = Called.part(ReinforcementPost.class);
    assertThat(local.read(() -> post.due(called.id()))).extracting(ReinforcementPost.Due::person)
        .doesNotContain(ben);
  }

  @Test
  void writesToNobodyAnyMoreOnceACallIsOffOrOverOrTheyAnswered(FoundedLocal local) {
    var post = Called.part(ReinforcementPost.class);
    var later = new ReinforcementPost(Called.part(JdbcClient.class), Called.part(Transactions.class),
        Clock.fixed(Called.now().plus(Duration.ofHours(5)), ZoneOffset.UTC), Called.part(ReinforcementPost.Post.class));
    assertThat(afterReadingTheList(local, post, _ -> {})).contains("not-reached");
    assertThat(afterReadingTheList(local, later, _ -> {})).as("over").isEmpty();
    assertThat(afterReadingTheList(local, post,
        due -> Called.part(Reinforcements.class).callOff(due.call(), false, "Not needed"))).as("off").isEmpty();
    assertThat(afterReadingTheList(local, post,
        due -> Called.part(Answers.class).no(due.call(), due.person()))).as("answered").isEmpty();
  }

  /** What is told to somebody who was on the list, after something happened. */
  private static Optional<String> afterReadingTheList(FoundedLocal local, ReinforcementPost post,
      Consumer<ReinforcementPost.Due> happens) {
    Called.ready(local);
    return local.write(() -> {
      UUID call = Called.part(Reinforcements.class).call(Called.of(Reinforcement.Urgency.NOW, 1, Optional.empty()));
      var due = Called.part(ReinforcementPost.class).due(call).getFirst();
      happens.accept(due);
      return post.tell(due);
    });
  }

  private static long letters(Product product, String address) {
    return product.visitor().get("/dev/mail").body().split(address, -1).length - 1L;
  }

  @Test
  void letsAnOrganiserWriteToThoseWhomNoMailReached(FoundedLocal local) {
    UUID maria = Called.ready(local);
    var called = Called.now(local, 1);
    var visitor = organiser(local);
    String people = visitor.get(called.at("/people")).body();
    assertThat(people).contains("sms:+15550100?body=Hello.%20You%20said");
    String text = people.substring(people.indexOf("sms:"), people.indexOf("\"", people.indexOf("sms:")));
    assertThat(text).contains(called.id().toString()).doesNotContain("Zebra", "Quill");
    visitor.post(called.at("/people/mark"), "who", called.of(maria).id().toString(), "was", "told");
    visitor.post(called.at("/people/mark"), "who", called.of(maria).id().toString(), "was", "told");
    assertThat(visitor.get(called.at("/people")).body()).doesNotContain("sms:");
  }

  @Test
  void listsWhoKnowsWhereUntilTheyHaveReadWhatWasPutRightAlsoAfterTheEnd(FoundedLocal local) {
    UUID maria = Called.ready(local);
    UUID mute = local.write(() -> Called.part(People.class)
        .addMember(Called.part(ChangeSets.class).open("test"),
            new People.Known("Mute Neighbour", Optional.empty(), Optional.empty(), "")));
    Called.ready(local, mute, Optional.empty(), "", 0);
    UUID silent = Called.ready(local);
    var called = Called.now(local, 2);
    called.yes(maria);
    called.yes(mute);
    var visitor = organiser(local);
    assertThat(visitor.get(called.at("/people")).body()).doesNotContain("have not read what was put right");

    visitor.post(called.at("/word"), "how", "false-alarm", "word", "It was a delivery");
    assertThat(visitor.get(called.at("")).body()).contains("<b>2</b> know where and have not read");
    String people = visitor.get(called.at("/people")).body();
    assertThat(people).contains("have not read what was put right", "Mute Neighbour", "No number, or no texts agreed",
        "sms:+15550100?body=Hello.%20It%20is%20different");
    assertThat(people.substring(people.indexOf("sms:"), people.indexOf("\"", people.indexOf("sms:"))))
        .doesNotContain("Zebra", "Quill", "delivery");
    assertThat(people.split("sms:", -1)).as("who has not answered is not told").hasSize(2);

    visitor.post(called.at("/people/mark"), "who", called.of(maria).id().toString(), "was", "corrected");
    assertThat(visitor.post(called.at("/people/mark"), "who", called.of(maria).id().toString(), "was", "corrected")
        .status()).isEqualTo(303);
    local.write(() -> {
      Called.part(Answers.class).read(called.id(), mute);
      return true;
    });
    assertThat(visitor.get(called.at("/people")).body()).doesNotContain("have not read what was put right");
    assertThat(called.of(silent).knowsPlace()).isFalse();

    visitor.post(called.at("/word"), "how", "correct", "word", "It was the wrong house");
    assertThat(visitor.get(called.at("")).body()).contains("<b>2</b> know where and have not read");
  }

  @Test
  void listsWhoMovedUpAndWasNotReached(FoundedLocal local) {
    UUID first = Called.ready(local);
    UUID second = Called.ready(local);
    var called = Called.now(local, 1);
    called.yes(first);
    called.yes(second);
    var visitor = organiser(local);
    assertThat(visitor.get(called.at("/people")).body()).doesNotContain("They have a place now");
    called.no(first);

    assertThat(visitor.get(called.at("/people")).body()).contains("They have a place now",
        "body=Hello.%20There%20is%20a%20place");
    visitor.post(called.at("/people/mark"), "who", called.of(second).id().toString(), "was", "told");
    assertThat(visitor.get(called.at("/people")).body()).doesNotContain("They have a place now");
  }

  @Test
  void asksAMemberOnceWhetherTheyCanBeCalled(FoundedLocal local) {
    var member = local.person(Role.MEMBER);
    assertThat(member.visitor().get(local.path("")).body()).contains("Can you be called when people are needed?");
    assertThat(member.visitor().get(local.path("ready")).body()).contains("Not for me");
    assertThat(member.visitor().post(local.path("ready/no")).status()).isEqualTo(303);
    assertThat(member.visitor().get(local.path("")).body()).doesNotContain("Can you be called");
    assertThat(member.visitor().get(local.path("ready")).body()).doesNotContain("Not for me");
    member.visitor().post(local.path("ready"), "day", "1", "part", "night");
    assertThat(local.read(() -> Called.part(ReadyList.class).saidNo(member.id()))).isFalse();
    var ready = Called.readyMember(local);
    assertThat(ready.visitor().get(local.path("")).body()).doesNotContain("Can you be called");
    assertThat(organiser(local).get(local.path("")).body()).doesNotContain("Can you be called");
  }

  @Test
  void saysHowManyCanBeAskedAtTheHoursInTheForm(FoundedLocal local) {
    Called.ready(local);
    Called.ready(local);
    var visitor = organiser(local);
    Page blank = visitor.get(local.path("reinforcements/new"));
    assertThat(blank.body()).contains("At these hours 2 people can be asked.");
    Page drivers = visitor.post(local.path("reinforcements/new"),
        fields(once(blank), "need", "drivers", "act", "count", "title", "Kept title"));
    assertThat(drivers.status()).isEqualTo(200);
    assertThat(drivers.body()).contains("nobody can be asked", "Kept title");
    assertThat(local.read(() -> Called.part(Reinforcements.class).goingOn())).isEmpty();
  }

  @Test
  void letsAStewardWriteDownThatSomebodyWithoutAnAccountCanBeCalled(FoundedLocal local) {
    UUID place = Called.place(local, "1 Quill Row", Optional.empty());
    UUID maria = Called.member(local, Optional.empty());
    Called.lives(local, maria, place, false);
    var signs = local.person(Role.MEMBER);
    Called.lives(local, signs.id(), place, false);
    var steward = local.withPasskey(local.person(new Reach.Sites(Set.of(place)), Role.STEWARD));
    local.write(() -> Called.part(Stewards.class).give(place, List.of(maria, signs.id()), steward.id()));
    var visitor = steward.visitor();
    String path = local.path("ready/mine/" + maria);
    assertThat(visitor.get(local.path("ready/mine")).body()).contains(path).doesNotContain(signs.id().toString());
    Page unsaid = visitor.post(path, "day", "1", "part", "night", "area", HOSTILE);
    assertThat(unsaid.status()).isEqualTo(422);
    assertThat(unsaid.body()).contains("said-error", "&lt;script").doesNotContain(HOSTILE);
    assertThat(visitor.post(path, "said", "yes").status()).isEqualTo(422);
    assertThat(visitor.post(path, "said", "yes", "day", "1", "part", "night").status()).isEqualTo(303);
    assertThat(visitor.get(local.path("ready/mine")).body()).contains("can be called</span>");
    assertThat(visitor.get(local.path("ready/mine/" + signs.id())).status()).isEqualTo(404);
    assertThat(
        visitor.post(local.path("ready/mine/" + signs.id()), "said", "yes", "day", "1", "part", "night").status())
        .isEqualTo(404);
    var other = local.withPasskey(local.person(new Reach.Sites(Set.of(place)), Role.STEWARD)).visitor();
    assertThat(other.get(path).status()).isEqualTo(404);
    assertThat(other.post(path + "/end").status()).isEqualTo(404);
    assertThat(visitor.post(path + "/end").status()).isEqualTo(303);
    assertThat(local.read(() -> Called.part(ReadyList.class).of(maria))).isEmpty();
    local.write(() -> Called.part(JdbcClient.class)
        .sql("delete from roll.position where local_id = ? and person_id = ?")
        .params(local.id().value(), maria)
        .update());
    assertThat(visitor.get(path).status()).as("who moved away is nobody's there").isEqualTo(404);
  }

  @Test
  void notesWhatSomebodyWithoutAnAccountAnswers(FoundedLocal local) {
    UUID maria = Called.ready(local);
    var signs = Called.readyMember(local);
    var called = Called.now(local, 2);
    var visitor = organiser(local);
    for (UUID person : List.of(maria, signs.id())) {
      visitor.post(called.at("/people/mark"), "who", called.of(person).id().toString(), "was", "told");
    }
    assertThat(visitor.get(called.at("/people")).body()).contains("They have no account")
        .containsOnlyOnce("value=\"comes\"");
    assertThat(visitor.post(called.at("/people/mark"), "who", called.of(signs.id()).id().toString(), "was", "comes")
        .status()).isEqualTo(303);
    assertThat(called.of(signs.id()).state()).isEqualTo(Asked.State.ASKED);
    visitor.post(called.at("/people/mark"), "who", called.of(maria).id().toString(), "was", "comes");
    assertThat(called.of(maria).state()).isEqualTo(Asked.State.COMING);
    assertThat(visitor.get(called.at("/people")).body()).doesNotContain("They have no account");
  }

  @Test
  void showsWhoeverCanBeWrittenToBehindManyWhoCannot(FoundedLocal local) {
    UUID reached = Called.ready(local);
    UUID place = Called.place(local, "1 Quill Row", Optional.empty());
    for (int i = 0; i < 41; i++) {
      UUID person = local.write(() -> Called.part(People.class)
          .addMember(Called.part(ChangeSets.class).open("test"),
              new People.Known("Neighbour", Optional.empty(), Optional.empty(), "")));
      Called.ready(local, person, Optional.of(place), "", 0);
    }
    var called = Called.made(local, Called.of(Reinforcement.Urgency.NOW, 14, Optional.of(place)));
    assertThat(called.people()).hasSize(42).last().isEqualTo(reached);
    String people = organiser(local).get(called.at("/people")).body();
    assertThat(people.split("sms:", -1)).as("the one with a number").hasSize(2);
  }

  @Test
  void standsInTheStoryOfItsFightAndAtItsCase(FoundedLocal local) {
    UUID about = UUID.randomUUID();
    var visitor = organiser(local);
    String once = once(visitor.get(local.path("reinforcements/new?about=" + about)));
    made(visitor.post(local.path("reinforcements/new"), fields(once, "about", about.toString())));
    assertThat(local.read(() -> Called.part(Reinforcements.class).about(about))).hasSize(1);
    assertThat(local.read(() -> Called.part(Reinforcements.class).about(UUID.randomUUID()))).isEmpty();
    assertThat(visitor.get(local.path("reinforcements/new?about=" + HOSTILE.replace("<", "%3C")
        .replace("\"", "%22")
        .replace(">", "%3E")
        .replace("'", "%27"))).body()).doesNotContain("script>alert");
  }
}
