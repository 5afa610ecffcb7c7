// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.groundwork.platform.access.Role;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Saying that one comes: with the invitation and no account, or as a member with one tap. */
@ExtendWith(ProductExtension.class)
class RsvpTest {

  @Test
  void takesAnAnswerWithoutAnAccountAndGivesALinkToChangeIt(FoundedLocal local) {
    var planned = Planned.tomorrow(local);
    var ana = Product.shared().visitor();
    var form = ana.get(planned.link());
    assertThat(form.status()).isEqualTo(200);
    assertThat(form.body()).contains(Planned.TITLE, Planned.PLACE, "two steps", "<title>Appointment</title>")
        .doesNotContain("<title>" + Planned.TITLE);
    var answered = planned.rsvp(ana, "Ana");
    assertThat(answered.body()).contains("You said that you come");
    String own = Planned.own(answered);
    var elsewhere = Product.shared().visitor();
    var exchanged = elsewhere.get(own);
    assertThat(exchanged.location()).as("the address bar forgets the link").hasValue(planned.coming());
    assertThat(exchanged.header("Set-Cookie").orElse("")).contains("HttpOnly", "SameSite=Lax",
        "Path=" + planned.coming());
    var shown = elsewhere.get(planned.coming());
    assertThat(shown.body()).contains("You said that you come", Planned.PLACE)
        .doesNotContain(own.substring(own.lastIndexOf('/') + 1));
    assertThat(shown.header("Referrer-Policy")).hasValue("no-referrer");
    ana.follow(own);
    assertThat(planned.now().coming()).isEqualTo(1);
    String of = planned.called("Ana").id().toString();
    assertThat(ana.post(planned.coming() + "/withdraw", "of", of).status()).isEqualTo(303);
    assertThat(ana.get(planned.coming()).body()).contains("You are not expected");
    assertThat(planned.now().coming()).isZero();
    ana.post(planned.coming() + "/again", "of", of);
    assertThat(planned.now().coming()).isEqualTo(1);
  }

  @Test
  void aPageLeftOpenChangesNothingOfWhoeverOpenedTheirLinkAfterwards(FoundedLocal local) {
    var planned = Planned.tomorrow(local);
    var shared = Product.shared().visitor();
    String anas = Planned.own(planned.rsvp(shared, "Ana"));
    String bens = Planned.own(planned.rsvp(shared, "Ben"));
    shared.follow(anas);
    shared.follow(bens);
    shared.post(planned.coming() + "/withdraw", "of", planned.called("Ana").id().toString());
    assertThat(planned.now().coming()).as("her page was not the last").isEqualTo(2);
    assertThat(shared.post(planned.coming() + "/withdraw", "of", "x").status()).isEqualTo(404);
    shared.post(planned.coming() + "/withdraw", "of", planned.called("Ben").id().toString());
    assertThat(planned.called("Ben").state()).isEqualTo(SignUp.State.WITHDRAWN);
    assertThat(Product.shared().visitor().get(planned.coming()).status()).as("without a link").isEqualTo(404);
    assertThat(Product.shared().visitor().follow(planned.coming() + "/" + "0".repeat(43)).status()).isEqualTo(404);
  }

  @Test
  void answersAFormSentTwiceWithTheSameLinkAndCountsItOnce(FoundedLocal local) {
    var planned = Planned.tomorrow(local);
    var ana = Product.shared().visitor();
    String once = Planned.once(ana.get(planned.link()));
    var first = ana.post(planned.link(), "once", once, "name", "Ana");
    var second = ana.post(planned.link(), "once", once, "name", "Ana");
    assertThat(Planned.own(second)).isEqualTo(Planned.own(first));
    assertThat(planned.signUps()).hasSize(1);
  }

  @Test
  void keepsWhatWasTypedWhenItIsRefusedAndWhenTheLanguageChanges(FoundedLocal local) {
    var planned = Planned.tomorrow(local);
    var ana = Product.shared().visitor();
    String once = Planned.once(ana.get(planned.link()));
    var refused = ana.post(planned.link(), "once", once, "name", "", "contact", "\"><script>alert(1)");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("name-error", "&#34;>&lt;script>").doesNotContain("\"><script>alert");
    var spanish = ana.post(planned.link(), "once", once, "name", "Ana", "in-language", "es");
    assertThat(spanish.body()).contains("lang=\"es\"", "value=\"Ana\"", "¿Cómo te llamamos?");
    assertThat(planned.signUps()).isEmpty();
  }

  @Test
  void fiftyAtOnceOnAShiftOfTenAreTenWhoComeAndFortyWhoWait(FoundedLocal local) throws Exception {
    var planned = Planned.in(local, Duration.ofHours(20), OptionalInt.of(10), false);
    var ready = new CountDownLatch(50);
    var work = new ArrayList<Callable<Page>>();
    for (int at = 0; at < 50; at++) {
      String name = "Neighbour " + at;
      work.add(() -> {
        var visitor = Product.shared().visitor();
        String once = Planned.once(visitor.get(planned.link()));
        ready.countDown();
        ready.await();
        return visitor.post(planned.link(), "once", once, "name", name);
      });
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var answer : threads.invokeAll(work)) {
        assertThat(answer.get().status()).isEqualTo(200);
      }
    }
    assertThat(planned.now().coming()).isEqualTo(10);
    assertThat(planned.now().waiting()).isEqualTo(40);
    assertThat(planned.signUps()).extracting(SignUp::line)
        .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 50).boxed().toList());
  }

  @Test
  void movesUpInOrderWhenSomebodyWithdraws(FoundedLocal local) {
    var planned = Planned.in(local, Duration.ofHours(20), OptionalInt.of(2), false);
    List.of("Ana", "Ben", "Cleo", "Dario", "Eva").forEach(planned::comes);
    assertThat(planned.comes("Fio")).isEqualTo(new SignUp.Outcome.Waiting(4));
    withdraw(planned, "Cleo"); // who waits gives nobody a place
    assertThat(states(planned)).containsExactly("coming", "coming", "withdrawn", "waiting", "waiting", "waiting");
    withdraw(planned, "Ana");
    assertThat(states(planned)).containsExactly("withdrawn", "coming", "withdrawn", "coming", "waiting", "waiting");
    assertThat(planned.comes("Ana")).as("at the end of the line").isEqualTo(new SignUp.Outcome.Waiting(3));
    withdraw(planned, "Ben");
    assertThat(planned.called("Eva").state()).isEqualTo(SignUp.State.COMING);
    assertThat(planned.called("Fio").state()).isEqualTo(SignUp.State.WAITING);
    local.write(() -> {
      Planned.part(SignUps.class).limit(planned.shift(), OptionalInt.of(3));
      return true;
    });
    assertThat(planned.called("Fio").state()).isEqualTo(SignUp.State.COMING);
    assertThat(planned.called("Ana").state()).isEqualTo(SignUp.State.WAITING);
  }

  private static void withdraw(Planned planned, String name) {
    planned.local().write(() -> Planned.part(SignUps.class).withdraw(planned.called(name).id()));
  }

  private static List<String> states(Planned planned) {
    return planned.signUps().stream().map(in -> in.state().key()).toList();
  }

  @Test
  void aMemberAnswersWithOneTap(FoundedLocal local) {
    var planned = Planned.tomorrow(local);
    var member = local.person(Role.MEMBER);
    var visitor = member.visitor();
    assertThat(visitor.get(planned.link()).body()).contains("I will come").doesNotContain("name=\"name\"");
    assertThat(visitor.post(planned.link(), "once", Planned.once(visitor.get(planned.link()))).status())
        .isEqualTo(303);
    assertThat(visitor.post(planned.at("/come"), "shift", planned.shift().toString()).location().orElse(""))
        .as("again, inside")
        .contains("done=coming");
    assertThat(planned.signUps()).singleElement().extracting(in -> in.person().orElseThrow()).isEqualTo(member.id());
    assertThat(visitor.get(local.path("")).body()).contains("You said you would come: " + Planned.TITLE);
    visitor.post(planned.at("/withdraw"), "shift", planned.shift().toString());
    assertThat(planned.now().coming()).isZero();
  }

  @Test
  void anInvitationThatWasEndedIsOverOrNeverWasIsAPageThatIsNotThere(FoundedLocal local) {
    var planned = Planned.tomorrow(local);
    var stranger = Product.shared().visitor();
    assertThat(stranger.get(planned.link()).status()).isEqualTo(200);
    String never = "/r/" + local.handle() + "/come/" + "0".repeat(26);
    planned.organiser().post(planned.at("/link/end"));
    var ended = stranger.get(planned.link());
    assertThat(ended.status()).isEqualTo(404);
    var nothing = stranger.get(never);
    assertThat(ended.bodyWithoutTokens().replace(planned.link(), "")).isEqualTo(
        nothing.bodyWithoutTokens().replace(never, ""));
    var past = Planned.in(local, Duration.ofHours(1), OptionalInt.empty(), false);
    String own = Planned.own(past.rsvp(stranger, "Ana"));
    Product.shared().clock().advance(Duration.ofHours(4));
    assertThat(stranger.get(past.link()).body()).contains("This is over").doesNotContain("name=\"name\"");
    assertThat(past.rsvpLate(stranger)).isFalse();
    Product.shared().clock().advance(Duration.ofDays(3));
    assertThat(stranger.get(past.link()).status()).isEqualTo(404);
    assertThat(stranger.follow(own).status()).isEqualTo(404);
  }

  @Test
  void tellsWhoIsInvitedThatItWasCalledOff(FoundedLocal local) {
    var planned = Planned.tomorrow(local);
    var stranger = Product.shared().visitor();
    String own = Planned.own(planned.rsvp(stranger, "Ana"));
    assertThat(planned.organiser().post(planned.at("/cancel")).status()).isEqualTo(303);
    assertThat(stranger.get(planned.link()).body()).contains("called off").doesNotContain("name=\"name\"");
    assertThat(stranger.follow(own).body()).contains("called off");
  }

  @Test
  void sayingAgainThatOneComesKeepsWhatOneNeeds(FoundedLocal local) {
    var planned = Planned.tomorrow(local);
    var ana = Product.shared().visitor();
    String once = Planned.once(ana.get(planned.link()));
    ana.follow(Planned.own(ana.post(planned.link(), "once", once, "name", "Ana", "needs", "access")));
    var needs = planned.called("Ana").needs();
    assertThat(needs.access()).isTrue();
    ana.post(planned.coming() + "/again", "of", planned.called("Ana").id().toString());
    assertThat(planned.called("Ana").needs()).isEqualTo(needs);
  }

  @Test
  void aPrivateLinkOfNoLocalIsAPageThatIsNotThere(FoundedLocal local) {
    String token = "0".repeat(43);
    for (String handle : List.of("0123456789", local.handle() + "%3Bx", "x%3By", "%3B", "a%0Db")) {
      var answer = Product.shared().visitor().get("/r/" + handle + "/coming/" + token);
      assertThat(answer.status()).as(handle).isBetween(400, 404);
      assertThat(answer.header("Set-Cookie").orElse("")).as(handle).doesNotContain("gw-coming");
    }
    var nowhere = Product.shared().visitor().get("/r/" + local.handle() + "/coming/" + token);
    String own = Planned.own(Planned.tomorrow(local).rsvp(Product.shared().visitor(), "Ana"));
    var known = Product.shared().visitor().get(own);
    assertThat(cookie(known).replace(own.substring(own.lastIndexOf('/') + 1), token))
        .as("whether a link leads anywhere shows on the page behind it alone")
        .isEqualTo(cookie(nowhere));
    assertThat(nowhere.status()).isEqualTo(known.status());
    assertThat(nowhere.location()).isEqualTo(known.location());
  }

  /** The cookie that is set, without the second at which it ends: the two answers may stand on either side of one. */
  private static String cookie(Page answer) {
    return answer.header("Set-Cookie").orElseThrow().replaceFirst("Expires=[^;]+; ", "");
  }

  @Test
  void asksForTheAnswersOfAllShiftsAtOnce(FoundedLocal local) {
    var planned = Planned.tomorrow(local);
    var member = local.person(Role.MEMBER);
    planned.comes(member.id());
    int inside = Planned.asks(member.visitor(), planned.at("")).size();
    int invited = Planned.asks(member.visitor(), planned.link()).size();
    for (String name : List.of("Second", "Third")) {
      local.write(() -> Planned.part(Actions.class)
          .addShift(planned.id(), new Actions.NewShift(name, planned.now().when(), OptionalInt.empty(),
              OptionalInt.empty())));
    }
    planned.now()
        .shifts()
        .forEach(shift -> local.write(() -> Planned.part(SignUps.class)
            .come(shift.id(), new SignUp.Who.Member(member.id()), new Needs(false, true, false, ""))));
    assertThat(Planned.asks(member.visitor(), planned.at(""))).hasSize(inside);
    assertThat(Planned.asks(member.visitor(), planned.link())).hasSize(invited);
  }
}
