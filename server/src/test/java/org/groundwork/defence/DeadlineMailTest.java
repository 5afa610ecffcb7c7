// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.defence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.groundwork.platform.access.Mandates;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.jobs.JobState;
import org.groundwork.platform.jobs.JobView;
import org.groundwork.platform.jobs.Jobs;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.roll.People;
import org.groundwork.roll.PersonRecords;
import org.groundwork.roll.SafeContact;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever works on a case is written to before its day: seven days, two days, on the day; each once, and nothing after. */
@ExtendWith(ProductExtension.class)
class DeadlineMailTest {
  private static final String NAME = "Maria Zebra";

  /** A case of Maria's, with her steward and the founder who can be mailed. */
  private record Mailed(Gate gate, UUID hit, String stewardsMail, FoundedLocal.Person steward) {}

  private static <T> T part(Class<T> type) { return Gate.part(type); }

  private static Mailed in(FoundedLocal local) {
    var gate = Gate.in(local);
    UUID maria = gate.neighbour(NAME);
    var steward = gate.stewardOf(maria);
    String mail = reachable(gate, steward.id());
    reachable(gate, local.founder().id());
    reachable(gate, maria);
    reachable(gate, gate.officer(Role.STEWARD, gate.site()).id());
    reachable(gate, gate.officer(Role.ORGANISER, Gate.building(local, "9 Oak")).id());
    reachable(gate, gate.member("Ben").id());
    return new Mailed(gate, gate.hit(maria), mail, steward);
  }

  private static String reachable(Gate gate, UUID person) {
    String mail = "m" + UUID.randomUUID() + "@example.org";
    gate.local().write(() -> {
      var record = part(PersonRecords.class).find(person).orElseThrow();
      var known = part(People.class).known(person).orElseThrow();
      part(PersonRecords.class).save(person, record.version(),
          new People.Known(known.name(), known.phone(), Optional.of(mail), known.remark()), true);
      return true;
    });
    return mail;
  }

  private static void due(Mailed mailed, LocalDate on) {
    mailed.gate().local().write(() -> part(Cases.class).due(mailed.hit(), on, "The <b>lawyer</b> says so"));
  }

  private static DeadlineMail mail(Clock clock) {
    return new DeadlineMail(part(JdbcClient.class), part(Transactions.class), clock, part(Locals.class),
        part(CaseWorkers.class), new CaseLetters(clock, part(CaseLetters.class).post()));
  }

  /** A round while the clock shows this; how many letters were written. */
  private static int round(Mailed mailed, Instant at) {
    var mail = mail(Clock.fixed(at, ZoneOffset.UTC));
    var local = mailed.gate().local();
    return local.read(mail::due).stream().mapToInt(hit -> local.write(() -> mail.tell(hit))).sum();
  }

  private static Instant in(int days) { return Product.shared().clock().instant().plus(Duration.ofDays(days)); }

  private static Instant at(String there) { return LocalDateTime.parse(there).atZone(Gate.ZONE).toInstant(); }

  @Test
  void writesOnEachOfTheThreeDaysOnceToTheStewardAndTheOrganisers(FoundedLocal local) {
    var mailed = in(local);
    due(mailed, Gate.today().plusDays(9));

    assertThat(List.of(round(mailed, in(0)), round(mailed, in(1)))).as("too early").containsOnly(0);
    assertThat(round(mailed, in(2))).as("seven days before").isEqualTo(2);
    assertThat(round(mailed, in(2))).as("once").isZero();
    assertThat(round(mailed, in(5))).isZero();
    assertThat(round(mailed, in(7))).as("two days before").isEqualTo(2);
    assertThat(round(mailed, in(8))).isZero();
    assertThat(round(mailed, in(9))).as("on the day").isEqualTo(2);
    assertThat(List.of(round(mailed, in(9)), round(mailed, in(10)), round(mailed, in(40)))).containsOnly(0);
  }

  @Test
  void saysNeitherWhoNorWhereNorWhat(FoundedLocal local) {
    var mailed = in(local);
    due(mailed, Gate.today().plusDays(7));
    local.write(() -> part(SafeContact.class).set(local.founder().id(),
        new SafeContact.Rules(0, EnumSet.of(SafeContact.Channel.TEXT), List.of(), true, false, "")));

    assertThat(round(mailed, in(0))).as("the founder wants none").isOne();
    Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> letters(mailed.stewardsMail()) > 0);
    assertThat(letters(mailed.stewardsMail())).isOne();
    String page = Product.shared().visitor().get("/dev/mail").body();
    int found = page.indexOf(mailed.stewardsMail());
    assertThat(page.substring(page.lastIndexOf("<li", found), page.indexOf("</li>", found)))
        .contains("A message for you", "must be done by", "7 days are left", mailed.hit().toString())
        .doesNotContain("Maria", "Zebra", "Quillfeather", "hours", "lawyer", Gate.PICKET);
  }

  private static long letters(String address) {
    return Product.shared().visitor().get("/dev/mail").body().split(address, -1).length - 1L;
  }

  @Test
  void makesUpForWhatWasMissedAndWritesAnewOfAnotherDay(FoundedLocal local) {
    var mailed = in(local);
    due(mailed, Gate.today().plusDays(5));
    assertThat(round(mailed, in(0))).as("five days left: the first letter is late").isEqualTo(2);
    assertThat(round(mailed, in(1))).isZero();
    due(mailed, Gate.today().plusDays(5));
    assertThat(round(mailed, in(1))).as("the same day said again").isZero();
    due(mailed, Gate.today().plusDays(6));
    assertThat(round(mailed, in(1))).as("another day").isEqualTo(2);
    assertThat(round(mailed, in(5))).as("a day before").isEqualTo(2);
  }

  @Test
  void writesNothingOnceItIsMetOrEnded(FoundedLocal local) {
    var met = in(local);
    due(met, Gate.today().plusDays(2));
    local.write(() -> part(Cases.class).met(met.hit()));
    assertThat(round(met, in(0))).isZero();
    due(met, Gate.today().plusDays(2));
    assertThat(round(met, in(0))).as("to be met anew").isEqualTo(2);

    local.write(() -> part(Cases.class).close(met.hit(), Case.Outcome.UNDONE, ""));
    assertThat(round(met, in(2))).isZero();
    local.write(() -> part(Cases.class).reopen(met.hit()));
    assertThat(round(met, in(2))).as("open again, on the day").isEqualTo(2);
  }

  @Test
  void writesNothingTwiceWhenTheClockGoesBack(FoundedLocal local) {
    var mailed = in(local);
    due(mailed, Gate.today().plusDays(9));
    assertThat(round(mailed, in(7))).isEqualTo(2);
    assertThat(round(mailed, in(2))).as("seven days before, again").isZero();
    assertThat(round(mailed, in(7))).isZero();
    assertThat(round(mailed, in(9))).isEqualTo(2);
    assertThat(round(mailed, in(2))).isZero();
  }

  /** Days are the local's own: one of 23 hours is a day, and so is one of 25. */
  @Test
  void countsTheDaysOfThePlaceWhereClocksChange(FoundedLocal local) {
    var spring = in(local);
    due(spring, LocalDate.parse("2027-03-15")); // clocks go forward on the 14th
    assertThat(round(spring, at("2027-03-07T23:59"))).as("eight days before").isZero();
    assertThat(round(spring, at("2027-03-08T00:01"))).isEqualTo(2);
    assertThat(round(spring, at("2027-03-12T23:59"))).isZero();
    assertThat(round(spring, at("2027-03-13T00:01"))).isEqualTo(2);
    assertThat(round(spring, at("2027-03-14T23:59"))).isZero();
    assertThat(round(spring, at("2027-03-15T23:50"))).as("ten minutes before it is over").isEqualTo(2);
    assertThat(round(spring, at("2027-03-16T00:01"))).isZero();

    var autumn = in(Product.shared().found());
    due(autumn, LocalDate.parse("2027-11-08")); // clocks go back on the 7th
    assertThat(round(autumn, at("2027-10-31T23:59"))).isZero();
    assertThat(round(autumn, at("2027-11-01T00:01"))).isEqualTo(2);
    assertThat(round(autumn, at("2027-11-05T23:59"))).isZero();
    assertThat(round(autumn, at("2027-11-06T00:01"))).isEqualTo(2);
    assertThat(round(autumn, at("2027-11-07T23:59"))).isZero();
    assertThat(round(autumn, at("2027-11-08T00:01"))).isEqualTo(2);
  }

  @Test
  void writesToNobodyWhoseMandateHasEnded(FoundedLocal local) {
    var mailed = in(local);
    due(mailed, Gate.today().plusDays(2));
    local.write(() -> {
      part(Mandates.class).inForce(mailed.steward().id()).forEach(held -> part(Mandates.class).end(held.id()));
      return true;
    });
    assertThat(round(mailed, in(0))).as("the founder alone").isOne();
  }

  /** Two rounds and the one who meets it, at once: each letter once, and none after it is met. */
  @Test
  void writesOnceWhereTwoRoundsAndAnEndMeet(FoundedLocal local) throws Exception {
    for (int turn = 0; turn < 5; turn++) {
      var mailed = in(Product.shared().found());
      var there = mailed.gate().local();
      due(mailed, Gate.today().plusDays(2));
      var start = new CountDownLatch(1);
      var mail = part(DeadlineMail.class);
      try (var threads = Executors.newFixedThreadPool(3)) {
        Callable<Integer> tell = () -> {
          start.await();
          return there.write(() -> mail.tell(mailed.hit()));
        };
        Callable<Boolean> meet = () -> {
          start.await();
          return there.write(() -> part(Cases.class).met(mailed.hit()));
        };
        var one = threads.submit(tell);
        var other = threads.submit(tell);
        var met = threads.submit(meet);
        start.countDown();
        assertThat(one.get() + other.get()).isIn(0, 2);
        assertThat(met.get()).isTrue();
      }
      assertThat(there.read(mail::due)).isEmpty();
    }
  }

  @Test
  void goesRoundAsAJob(FoundedLocal local) {
    var mailed = in(local);
    due(mailed, Gate.today().plusDays(2));
    var jobs = part(Jobs.class);
    String hour = UUID.randomUUID().toString();
    UUID job = local
        .write(() -> jobs.startOnce(hour, part(DeadlineMail.class), new DeadlineMail.Hour(hour)));
    Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> view(local, job).state() == JobState.DONE);
    assertThat(view(local, job).counts()).containsEntry("written", 2L);
    assertThat(mailed.gate().organiser().get(local.path("cases/" + mailed.hit())).body())
        .contains("are written to seven days before");
  }

  private static JobView view(FoundedLocal local, UUID job) {
    return local.read(() -> part(Jobs.class).view(Optional.of(local.id()), job)).orElseThrow();
  }
}
