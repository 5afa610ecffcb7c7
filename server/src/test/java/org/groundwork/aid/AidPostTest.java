// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.groundwork.platform.access.Accounts;
import org.groundwork.platform.access.FounderRecord;
import org.groundwork.platform.access.Mandates;
import org.groundwork.platform.access.Reach;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.jobs.JobState;
import org.groundwork.platform.jobs.JobView;
import org.groundwork.platform.jobs.Jobs;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.roll.People;
import org.groundwork.roll.PersonRecords;
import org.groundwork.roll.SafeContact;
import org.groundwork.support.AtOnce;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The committee learns in time that somebody asked, whoever asked that there is an answer, and nobody else anything. */
@ExtendWith(ProductExtension.class)
class AidPostTest {
  private static final ZoneId ZONE = ZoneId.of("America/New_York");
  private static final String[] TELLING = {"hardship", "the fund", "money", "Zebra", "rent", "10,000", "100.00", "/aid",
      "Somebody Else"};

  /** A local whose whole committee can be written to, with their addresses in its order. */
  private record Mailed(AidLocal aid, List<String> addresses) {
    static Mailed in(FoundedLocal local) {
      var aid = AidLocal.of(local);
      return new Mailed(aid, aid.committee().stream().map(each -> address(local, each.id())).toList());
    }

    FoundedLocal local() { return aid.local(); }

    /** How many letters each of the committee got. */
    List<Long> got() {
      return addresses.stream().map(AidPostTest::letters).toList();
    }

    void waitFor(Long... letters) {
      Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> got().equals(List.of(letters)));
    }

    /** A round while the clock shows this; how many letters were written. */
    int round(Instant at) {
      var reminders = reminders(Clock.fixed(at, ZoneOffset.UTC));
      return local().read(reminders::due).stream().mapToInt(id -> local().write(() -> reminders.tell(id))).sum();
    }
  }

  private static AidReminders reminders(Clock clock) {
    var post = AidLocal.part(AidPost.class);
    return new AidReminders(AidLocal.part(JdbcClient.class), AidLocal.part(Transactions.class), clock,
        AidLocal.part(Locals.class), AidLocal.part(Requests.class), new AidPost(clock, post.deciders(), post.ways()));
  }

  private static String address(FoundedLocal local, UUID person) {
    String mail = "m" + UUID.randomUUID() + "@example.org";
    return local.write(() -> {
      var records = AidLocal.part(PersonRecords.class);
      var known = AidLocal.part(People.class).known(person).orElseThrow();
      records.save(person, records.find(person).orElseThrow().version(),
          new People.Known("Somebody Else", known.phone(), Optional.of(mail), known.remark()), true);
      return mail;
    });
  }

  private static String post() { return Product.shared().visitor().get("/dev/mail").body(); }

  private static long letters(String address) { return post().split(address, -1).length - 1L; }

  /** The latest letter to an address, as a page shows it. */
  private static String letter(String address) {
    String page = post();
    int found = page.indexOf(address);
    assertThat(found).as("a letter to " + address).isPositive();
    return page.substring(page.lastIndexOf("<li", found), page.indexOf("</li>", found));
  }

  private static NewWish wish(boolean urgent, PayWay way) {
    var plain = AidLocal.wish(10_000);
    return new NewWish(10_000, way, urgent, Optional.empty(), plain.told());
  }

  private static UUID asks(Mailed mailed, FoundedLocal.Person person, boolean urgent, PayWay way) {
    return ((Asked.Yes) mailed.aid().asks(person, wish(urgent, way))).request();
  }

  private static Instant asked(Mailed mailed, UUID request) {
    return mailed.aid().request(request).wish().orElseThrow().askedAt();
  }

  @Test
  void whatCannotWaitIsToldAtOnceToAllWhoMayDecideAndSaysNothing(FoundedLocal local) {
    var mailed = Mailed.in(local);
    var member = mailed.aid().member();
    String treasurers = address(local, mailed.aid().treasurer().id());
    String other = address(local, mailed.aid().member().id());
    assertThat(mailed.aid()
        .as(member, () -> AidLocal.part(Committee.class)
            .keepFrom(member.id(), Set.of(mailed.aid().committee().get(3).id()))))
        .isTrue();
    UUID request = asks(mailed, member, true, PayWay.CASH);
    mailed.waitFor(1L, 1L, 1L, 0L);
    assertThat(letter(mailed.addresses().getFirst()))
        .contains("A message for you", "something that cannot wait", "Sign in", "/l/" + local.handle())
        .doesNotContain(TELLING)
        .doesNotContain(request.toString(), member.id().toString());
    assertThat(mailed.aid().asks(member, wish(true, PayWay.CASH))).as("asked twice").isInstanceOf(Asked.No.class);

    asks(mailed, mailed.aid().committee().getFirst(), false, PayWay.CASH);
    mailed.waitFor(1L, 2L, 2L, 1L); // not whoever asks
    assertThat(letter(mailed.addresses().get(3))).contains("Something waits for your answer")
        .doesNotContain("cannot wait")
        .doesNotContain(TELLING);
    assertThat(List.of(letters(treasurers), letters(other))).containsOnly(0L);
  }

  @Test
  void isToldInTheirOwnLanguageAndNotToWhoWantsNoMail(FoundedLocal local) {
    var mailed = Mailed.in(local);
    local.write(() -> AidLocal.part(SafeContact.class)
        .set(mailed.aid().committee().getFirst().id(),
            new SafeContact.Rules(0, EnumSet.of(SafeContact.Channel.TEXT), List.of(), true, false, "")));
    UUID account = AidLocal.part(Accounts.class).openWithoutDevice("es");
    UUID fifth = local.write(() -> {
      UUID person = AidLocal.part(FounderRecord.class).enter("Somebody");
      AidLocal.part(Mandates.class).affiliate(account, person);
      return person;
    });
    var spanish = new FoundedLocal.Person(account, fifth, Product.shared().visitor());
    local.give(spanish, Role.AID_COMMITTEE, new Reach.WholeLocal());
    String mail = address(local, fifth);
    asks(mailed, mailed.aid().member(), true, PayWay.CASH);
    Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> letters(mail) == 1);
    assertThat(letter(mail)).contains("Alguien pidió algo que no puede esperar").doesNotContain(TELLING);
    mailed.waitFor(0L, 1L, 1L, 1L);
  }

  @Test
  void whatNobodyDecidedIsRemindedOfOnceWhenAThirdOfTheTimeIsLeft(FoundedLocal local) {
    var mailed = Mailed.in(local);
    UUID request = asks(mailed, mailed.aid().member(), true, PayWay.CASH);
    mailed.waitFor(1L, 1L, 1L, 1L);
    Instant at = asked(mailed, request);
    assertThat(mailed.round(at.plus(Duration.ofHours(16)).minusSeconds(60))).isZero();
    mailed.aid().yes(2, request, 10_000);
    assertThat(mailed.round(at.plus(Duration.ofHours(16)).plusSeconds(60))).as("whose word is missing").isEqualTo(3);
    assertThat(List.of(mailed.round(at.plus(Duration.ofHours(17))), mailed.round(at.plus(Duration.ofHours(40)))))
        .as("once")
        .containsOnly(0);
    mailed.waitFor(2L, 2L, 1L, 2L);
    assertThat(letter(mailed.addresses().getFirst())).contains("still waits for an answer that cannot wait")
        .doesNotContain(TELLING);
  }

  @Test
  void whatCanWaitIsRemindedOfByDayAndEverybodyWhereNoTwoAgree(FoundedLocal local) {
    var mailed = Mailed.in(local);
    UUID request = asks(mailed, mailed.aid().member(), false, PayWay.CASH); // to be decided within 72 hours
    for (int member = 0; member < 4; member++) {
      mailed.aid().yes(member, request, 1_000 + member);
    }
    var third = asked(mailed, request).plus(Duration.ofDays(2)).atZone(ZONE);
    assertThat(mailed.round(third.minusMinutes(1).toInstant())).isZero();
    var next = third.toLocalDate().plusDays(1);
    assertThat(mailed.round(next.atTime(3, 0).atZone(ZONE).toInstant())).as("at night").isZero();
    assertThat(mailed.round(next.atTime(12, 0).atZone(ZONE).toInstant())).isEqualTo(4);
    assertThat(mailed.round(next.atTime(13, 0).atZone(ZONE).toInstant())).isZero();
  }

  @Test
  void nobodyIsRemindedOfWhatIsDecidedOrTakenBackAndOfWhatIsAskedAnewAgain(FoundedLocal local) {
    var mailed = Mailed.in(local);
    UUID decided = mailed.aid().granted(mailed.aid().member(), 5_000);
    var member = mailed.aid().member();
    UUID back = mailed.aid().asked(member, 5_000);
    mailed.aid().as(member, () -> AidLocal.part(Requests.class).withdraw(back));
    Instant late = asked(mailed, decided).atZone(ZONE)
        .toLocalDate()
        .plusDays(20)
        .atTime(12, 0)
        .atZone(ZONE)
        .toInstant();
    assertThat(mailed.round(late)).isZero();
    mailed.aid().asked(member, 5_000);
    assertThat(mailed.round(late)).as("late, and still once").isEqualTo(4);
    assertThat(mailed.round(late)).isZero();
  }

  @Test
  void whoAskedIsToldThatThereIsAnAnswerAndNothingMore(FoundedLocal local) {
    var mailed = Mailed.in(local);
    var member = mailed.aid().member();
    var quiet = mailed.aid().member();
    String theirs = address(local, member.id());
    String none = address(local, quiet.id());
    local.write(() -> AidLocal.part(SafeContact.class)
        .set(quiet.id(),
            new SafeContact.Rules(0, EnumSet.of(SafeContact.Channel.CALL), List.of(), true, false, "")));
    UUID refused = asks(mailed, quiet, false, PayWay.CASH);
    UUID request = asks(mailed, member, false, PayWay.TRANSFER);
    assertThat(member.visitor().get(local.path("")).body()).doesNotContain("There is an answer to what you asked");
    mailed.aid().yes(0, request, 10_000);
    mailed.aid().no(0, refused);
    mailed.aid().no(1, refused);
    mailed.aid().yes(1, request, 10_000);
    Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> letters(theirs) == 1);
    assertThat(letter(theirs)).contains("A message for you", "There is an answer for you")
        .doesNotContain(TELLING)
        .doesNotContain(local.handle(), "granted", "committee");
    assertThat(List.of(member, quiet)).allSatisfy(
        who -> assertThat(who.visitor().get(local.path("")).body()).contains("There is an answer to what you asked"));
    mailed.aid()
        .as(mailed.aid().treasurer(), () -> AidLocal.part(AidPayments.class)
            .pay(request, AidLocal.part(AidPayments.class).name(request), PaidFrom.CASH, AidLocal.today()));
    assertThat(mailed.aid().request(request).state()).isEqualTo(Request.State.PAID);
    Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> letters(theirs) == 2);
    assertThat(letters(none)).as("who wants no mail").isZero();
  }

  @Test
  void whoCannotSignInAndWhoFetchedCashGetNoLetter(FoundedLocal local) {
    var mailed = Mailed.in(local);
    var member = mailed.aid().member();
    UUID cash = mailed.aid().granted(member, 5_000);
    String theirs = address(local, member.id()); // since it was decided
    mailed.aid()
        .as(mailed.aid().treasurer(), () -> AidLocal.part(AidPayments.class)
            .pay(cash, AidLocal.part(AidPayments.class).name(cash), PaidFrom.CASH, AidLocal.today()));
    UUID nobody = local.write(() -> AidLocal.part(FounderRecord.class).enter("Somebody"));
    address(local, nobody);
    UUID theirRequest = local
        .write(() -> ((Asked.Yes) AidLocal.part(Requests.class).ask(nobody, wish(false, PayWay.CASH), Optional.empty()))
            .request());
    assertThat(local.<Boolean>write(() -> AidLocal.part(AidPost.class).answered(mailed.aid().request(theirRequest))))
        .as("no account to read it with")
        .isFalse();
    assertThat(local.<Boolean>write(() -> AidLocal.part(AidPost.class).answered(mailed.aid().request(cash)))).isTrue();
    Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> letters(theirs) > 0);
    assertThat(letters(theirs)).as("none for the cash").isOne();
  }

  /** Two rounds and the two who decide, at once: each letter once, and none after it is decided. */
  @Test
  void remindsOnceWhereTwoRoundsAndADecisionMeet(FoundedLocal local) throws Exception {
    var mailed = Mailed.in(local);
    for (int turn = 0; turn < 4; turn++) {
      UUID request = asks(mailed, mailed.aid().member(), true, PayWay.CASH);
      mailed.aid().no(0, request);
      var reminders = reminders(Clock.fixed(asked(mailed, request).plus(Duration.ofHours(20)), ZoneOffset.UTC));
      var work = new ArrayList<Callable<Integer>>();
      work.add(() -> local.write(() -> reminders.tell(request)));
      work.add(() -> local.write(() -> reminders.tell(request)));
      work.add(() -> mailed.aid().no(1, request) instanceof Said.Decided ? -1 : -2);
      var done = AtOnce.all(work);
      assertThat(done.get(2)).isEqualTo(-1);
      assertThat(done.get(0) + done.get(1)).as("once, or not at all").isIn(0, 3);
      assertThat(local.read(reminders::due)).doesNotContain(request);
    }
  }

  @Test
  void goesRoundAsAJobThatTellsNoNumbers(FoundedLocal local) {
    var mailed = Mailed.in(local);
    UUID request = asks(mailed, mailed.aid().member(), true, PayWay.CASH);
    Product.shared().clock().advance(Duration.ofHours(17));
    var jobs = AidLocal.part(Jobs.class);
    assertThat(local.<Boolean>write(() -> AidLocal.part(AidReminders.class).start(jobs))).isTrue();
    String hour = UUID.randomUUID().toString();
    UUID job = local
        .write(() -> jobs.startOnce(hour, AidLocal.part(AidReminders.class), new AidReminders.Hour(hour)));
    Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> view(local, job).state() == JobState.DONE);
    assertThat(view(local, job).counts()).isEmpty();
    mailed.waitFor(2L, 2L, 2L, 2L);
    assertThat(local.read(AidLocal.part(AidReminders.class)::due)).doesNotContain(request);
    assertThat(local.<Boolean>write(() -> AidLocal.part(AidReminders.class).start(jobs))).isFalse();
  }

  private static JobView view(FoundedLocal local, UUID job) {
    return local.read(() -> AidLocal.part(Jobs.class).view(Optional.of(local.id()), job)).orElseThrow();
  }
}
