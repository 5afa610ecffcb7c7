// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.groundwork.campaign.Campaigns;
import org.groundwork.campaign.Ladder;
import org.groundwork.campaign.StepKind;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.history.ChangeSets;
import org.groundwork.roll.People;
import org.groundwork.roll.SiteMerge;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A rent strike from its first day to its end, as its pages let one keep it. */
@ExtendWith(ProductExtension.class)
class RentStrikeTest {
  private static LocalDate today() { return RentStrike.today(); }

  private static <T> T part(Class<T> type) { return Product.shared().bean(type); }

  @Test
  void beginsWithTheMembersDecisionOnTheRungThatIsNow(FoundedLocal local) {
    UUID site = RentStrike.building(local, "9 Oak");
    UUID campaign = RentStrike.campaign(local, site, StepKind.RENT_STRIKE);
    UUID step = local.read(() -> part(Ladder.class).of(campaign)).getFirst().step().id();
    var strike = new RentStrike(local, campaign, site, step, List.of());
    var organiser = strike.organiser();
    Page undecided = organiser.get(strike.path(""));
    assertThat(undecided.body()).contains("It begins with the members’ decision", "/steps/" + step + "/change")
        .doesNotContain("name=\"due\"");
    assertThat(organiser.post(strike.path("/begin"), "on", today().toString(), "due", "1").status()).isEqualTo(422);

    strike.decide();
    assertThat(organiser.get(strike.path("")).body()).contains("The yard, 14 to 2", "name=\"due\"",
        "Seven days, says the clinic", "Nothing here is legal advice");
    Page wrong = organiser.post(strike.path("/begin"), "on", "yesterday", "due", "32");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body()).contains("on-error", "due-error", "value=\"yesterday\"", "value=\"32\"");
    assertThat(local.person(Role.MEMBER).visitor().get(strike.path("")).status()).as("not begun").isEqualTo(404);
    assertThat(organiser.post(strike.path("/begin"), "on", today().toString(), "due", "31").status()).isEqualTo(303);
    assertThat(organiser.post(strike.path("/begin"), "on", today().minusDays(9).toString(), "due", "5").status())
        .as("twice")
        .isEqualTo(303);

    assertThat(strike.now().rent().orElseThrow().due()).isEqualTo(new DueDays(31));
    assertThat(strike.now().begun()).isEqualTo(today());
  }

  @Test
  void waitsForTheLadder(FoundedLocal local) {
    UUID site = RentStrike.building(local, "9 Oak");
    UUID campaign = RentStrike.campaign(local, site, StepKind.OTHER);
    UUID later = local.read(() -> part(Ladder.class).of(campaign)).getLast().step().id();
    var strike = new RentStrike(local, campaign, site, later, List.of());
    var rung = strike.rung();
    local.write(() -> part(Ladder.class).save(later, rung.version(),
        new Ladder.Details(StepKind.RENT_STRIKE, Optional.empty(), List.of(), "", "",
            org.groundwork.campaign.Rung.Needs.nothing(), Optional.empty())));
    strike.decide();
    var organiser = strike.organiser();

    assertThat(organiser.get(strike.path("")).body()).contains("when the plan has come to this rung")
        .doesNotContain("name=\"due\"");
    Page refused = organiser.post(strike.path("/begin"), "on", today().toString(), "due", "1");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(local.read(() -> part(Strikes.class).of(later))).isEmpty();
  }

  @Test
  void isLedToFromItsRungAndKeepsItInThePlan(FoundedLocal local) {
    var strike = RentStrike.planned(local, 1, StepKind.RENT_STRIKE);
    var pages = part(StrikeRungPages.class);
    assertThat(strike.organiser().get(local.path("campaigns/" + strike.campaign() + "/steps/" + strike.step())).body())
        .contains(strike.path(""));
    assertThat(local.read(() -> pages.keeps(strike.step()))).isFalse();
    strike.begin(today());
    assertThat(local.read(() -> pages.keeps(strike.step()))).isTrue();
    assertThat(strike.organiser().get(local.path("strikes")).body()).contains("We keep it", "Zebra rise");
    assertThat(local.read(() -> pages.of(part(Ladder.class).of(strike.campaign()).getLast()))).isEmpty();
  }

  @Test
  void writesAHomeDownAndReckonsWhatItWithheld(FoundedLocal local) {
    var strike = RentStrike.begun(local, 3);
    var organiser = strike.organiser();
    var unit = strike.unit(0);
    LocalDate since = YearMonth.from(today()).minusMonths(2).atDay(1);
    assertThat(organiser.get(strike.path("/units")).body()).contains(">1A", "6D", "nobody known");
    String form = strike.path("/units/new?unit=" + unit.id());
    assertThat(organiser.get(form).body()).contains("1A withholds its rent", "Neighbour 0");
    Page refused = organiser.post(form, "contact", strike.people().get(1).toString(), "since", "2026-02-30", "monthly",
        "a lot", "held", "mattress");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("contact-error", "since-error", "monthly-error", "held-error",
        "value=\"a lot\"", "value=\"2026-02-30\"");
    assertThat(organiser.post(form, "since", since.toString(), "monthly", "0", "held", "own").body())
        .contains("monthly-error");

    String[] typed = {"contact", strike.people().get(0).toString(), "since", since.toString(), "monthly", "1,234.50",
        "held", "lawyer"};
    Page joined = organiser.post(form, typed);
    assertThat(joined.status()).isEqualTo(303);
    assertThat(organiser.post(form, typed).location()).as("sent twice").isEqualTo(joined.location());

    long months = new DueDays(1).between(since, today());
    var line = strike.lines().getFirst();
    assertThat(strike.lines()).hasSize(1);
    assertThat(line.months()).isEqualTo(months);
    assertThat(line.withheld().minor()).isEqualTo(123_450 * months);
    Page page = organiser.follow(joined);
    assertThat(page.body()).contains("Neighbour 0", "With a lawyer",
        line.withheld().written(java.util.Locale.ENGLISH));
    assertThat(organiser.get(strike.path("")).body()).contains("<b>1</b> home withholds",
        line.withheld().written(java.util.Locale.ENGLISH), "#units", "plate\">1A");
  }

  @Test
  void takesPartialPaymentsOffAndKeepsRepairsAndOffers(FoundedLocal local) {
    var strike = RentStrike.begun(local, 1);
    UUID row = strike.joins(0, YearMonth.from(today()).minusMonths(2).atDay(1), 100_000);
    var organiser = strike.organiser();
    long before = strike.lines().getFirst().withheld().minor();

    String once = RentStrike.once(organiser.get(strike.unitPath(row, "/note?kind=payment")));
    for (int twice = 0; twice < 2; twice++) {
      assertThat(organiser.post(strike.unitPath(row, "/note"), "once", once, "kind", "payment", "on",
          today().toString(), "amount", "250.25").status()).isEqualTo(303);
    }
    assertThat(strike.lines().getFirst().withheld().minor()).isEqualTo(before - 25_025);

    Page empty = organiser.post(strike.unitPath(row, "/note"), "once", once, "kind", "offer", "on",
        today().plusDays(2).toString(), "amount", "x");
    assertThat(empty.status()).isEqualTo(422);
    assertThat(empty.body()).contains("what-error", "on-error", "amount-error", "answered together");
    organiser.post(strike.unitPath(row, "/note"), "once", UUID.randomUUID().toString(), "kind", "repair", "on",
        today().toString(), "what", "<script>boiler</script>");
    organiser.post(strike.unitPath(row, "/note"), "once", UUID.randomUUID().toString(), "kind", "offer", "on",
        today().toString(), "what", "A month free if <b>you</b> stop", "amount", "1500", "until",
        today().plusDays(5).toString());

    Page page = organiser.get(strike.unitPath(row, ""));
    assertThat(page.body()).contains("&lt;script&gt;boiler", "A month free if &lt;b&gt;you", "$1,500", "Not answered",
        "An offer to one is answered together").doesNotContain("<script>boiler", "<b>you</b>");
    String offer = page.body().replaceAll("(?s).*name=\"offer\" value=\"([^\"]+)\".*", "$1");
    assertThat(organiser.post(strike.unitPath(row, "/reply"), "offer", offer, "reply", "together").status())
        .isEqualTo(303);
    assertThat(organiser.get(strike.unitPath(row, "")).body()).contains("We answer together");
    assertThat(organiser.post(strike.unitPath(row, "/reply"), "offer", offer, "reply", "sold").status()).isEqualTo(404);
    assertThat(organiser.post(strike.unitPath(row, "/reply"), "offer", UUID.randomUUID().toString(), "reply", "taken")
        .status()).isEqualTo(404);
  }

  @Test
  void notesEveryLookAtHomesInTheLog(FoundedLocal local) {
    var strike = RentStrike.begun(local, 1);
    UUID row = strike.joins(0, today().minusDays(60), 100_000);
    var organiser = strike.organiser();
    organiser.get(strike.unitPath(row, "/change"));
    assertThat(organiser.post(strike.unitPath(row, "/change"), "version", "1").status()).isEqualTo(422);
    assertThat(organiser.post(strike.unitPath(row, "/leave"), "version", "1").status()).isEqualTo(422);
    assertThat(organiser.post(strike.unitPath(row, "/leave"), "version", "9", "on", today().toString(), "because",
        "paid").status()).isEqualTo(409);
    String form = strike.path("/units/new?unit=" + strike.unit(0).id());
    assertThat(organiser.post(form, "since", today().toString(), "monthly", "7", "held", "own").status())
        .isEqualTo(409);
    assertThat(organiser.get(local.path("audit")).body().split("looked at a home on rent strike", -1)).hasSize(6);

    organiser.get(strike.path(""));
    organiser.get(strike.path("/agreement"));
    assertThat(organiser.post(strike.path("/agreement"), "version", "1").status()).isEqualTo(422);
    assertThat(organiser.get(local.path("audit")).body().split("looked at the homes of", -1)).hasSize(4);
  }

  @Test
  void letsAHomeTakeItBackBeforeItsFirstDay(FoundedLocal local) {
    var strike = RentStrike.begun(local, 1);
    LocalDate first = today().plusDays(20);
    UUID row = strike.joins(0, first, 100_000);
    var organiser = strike.organiser();
    assertThat(organiser.get(strike.unitPath(row, "")).body()).contains("value=\"" + first + "\"");
    assertThat(organiser.post(strike.unitPath(row, "/leave"), "version", "1", "on", first.toString(), "because",
        "other").status()).isEqualTo(303);
    assertThat(strike.row(row).withholds()).isFalse();
    assertThat(strike.lines().getFirst().months()).isZero();
  }

  @Test
  void sealsEverySumOfAHome(FoundedLocal local) {
    var strike = RentStrike.begun(local, 1);
    UUID row = strike.joins(0, today().minusDays(60), 98_765);
    var stored = local.read(() -> part(JdbcClient.class)
        .sql("select monthly from strike.withholding where local_id = ? and id = ?")
        .params(local.id().value(), row)
        .query((rs, i) -> new String(rs.getBytes(1), java.nio.charset.StandardCharsets.ISO_8859_1))
        .single());
    assertThat(stored).doesNotContain("98765");
    assertThat(strike.row(row).monthly().minor()).isEqualTo(98_765);
  }

  @Test
  void showsBothValuesToTheSecondOfTwoWhoChangeAHome(FoundedLocal local) {
    var strike = RentStrike.begun(local, 1);
    UUID row = strike.joins(0, today().minusDays(60), 100_000);
    var one = strike.organiser();
    var other = strike.organiser();
    String change = strike.unitPath(row, "/change");
    String version = RentStrike.version(one.get(change));
    other.get(change);
    assertThat(one.post(change, "version", version, "since", today().minusDays(50).toString(), "monthly", "1111",
        "held", "court").status()).isEqualTo(303);

    Page late = other.post(change, "version", version, "since", today().minusDays(40).toString(), "monthly", "2222",
        "held", "common");
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.body()).contains("Somebody else wrote this down meanwhile", "$1,111", "Paid in to a court",
        "value=\"2222\"", "value=\"common\" checked");
    assertThat(strike.row(row).monthly().minor()).isEqualTo(111_100);
    assertThat(other.post(change, "version", RentStrike.version(late), "since", today().minusDays(40).toString(),
        "monthly", "2222", "held", "common").status()).isEqualTo(303);
    assertThat(strike.row(row).monthly().minor()).isEqualTo(222_200);

    Page stale = one.post(strike.unitPath(row, "/leave"), "version", version, "on", today().toString(), "because",
        "paid");
    assertThat(stale.status()).isEqualTo(409);
    assertThat(stale.body()).contains("Somebody changed this home meanwhile");
    assertThat(strike.row(row).left()).isEmpty();
  }

  @Test
  void letsAHomeLeaveAndJoinAgainWithoutLosingWhatWas(FoundedLocal local) {
    var strike = RentStrike.begun(local, 1);
    LocalDate since = YearMonth.from(today()).minusMonths(2).atDay(1);
    UUID row = strike.joins(0, since, 100_000);
    var organiser = strike.organiser();
    LocalDate left = YearMonth.from(today()).minusMonths(1).atDay(1);
    String version = Long.toString(strike.row(row).version());
    assertThat(organiser.post(strike.unitPath(row, "/leave"), "version", version, "on",
        since.minusDays(1).toString()).body()).contains("on-error", "because-error");
    for (int twice = 0; twice < 2; twice++) {
      assertThat(organiser.post(strike.unitPath(row, "/leave"), "version", version, "on", left.toString(), "because",
          "paid").status()).isEqualTo(303);
    }
    assertThat(strike.lines().getFirst().months()).as("the month it paid does not count").isEqualTo(1);
    assertThat(organiser.get(strike.unitPath(row, "/change")).status()).isEqualTo(404);

    UUID again = strike.joins(0, today(), 50_000);
    assertThat(strike.lines()).extracting(line -> line.unit().id()).containsExactlyInAnyOrder(row, again);
    assertThat(organiser.get(strike.path("")).body()).contains("<b>1</b> home withholds", "Paid");
  }

  @Test
  void countsNoMonthTwiceOfAHomeThatJoinsAgain(FoundedLocal local) {
    var strike = RentStrike.begun(local, 1);
    LocalDate since = YearMonth.from(today()).minusMonths(2).atDay(1);
    LocalDate left = YearMonth.from(today()).minusMonths(1).atDay(1);
    UUID row = strike.joins(0, since, 100_000);
    local.write(() -> part(RentBook.class).leave(strike.row(row), 1,
        new Withholding.Left(left, Withholding.Because.PAID)));
    var organiser = strike.organiser();
    String form = strike.path("/units/new?unit=" + strike.unit(0).id());
    assertThat(organiser.get(form).body()).contains("value=\"" + today() + "\"")
        .doesNotContain("value=\"" + strike.now().begun() + "\"");
    String early = left.minusDays(1).toString();
    Page refused = organiser.post(form, "since", early, "monthly", "1000", "held", "own");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("since-error", "no month counts twice", "value=\"" + early + "\"");
    Page joined = organiser.post(form, "since", left.toString(), "monthly", "1000", "held", "own");
    assertThat(joined.status()).isEqualTo(303);

    Page moved = organiser.post(joined.location().orElseThrow() + "/change", "version", "1", "since", since.toString(),
        "monthly",
        "1000", "held", "own");
    assertThat(moved.status()).isEqualTo(422);
    assertThat(moved.body()).contains("since-error", "no month counts twice");
    assertThat(RentLine.total(strike.lines(), RentStrike.USD).minor())
        .isEqualTo(100_000 * new DueDays(1).between(since, today()));
  }

  @Test
  void keepsTheRowOfTheHomeWhenItsContactMoves(FoundedLocal local) {
    var strike = RentStrike.begun(local, 1);
    UUID row = strike.joins(0, today().minusDays(60), 100_000);
    UUID person = strike.people().getFirst();
    local.write(() -> {
      part(JdbcClient.class).sql("update roll.position set until = ? where local_id = ? and person_id = ?")
          .params(java.sql.Date.valueOf(today()), local.id().value(), person)
          .update();
      return part(People.class).place(part(ChangeSets.class).open("test"), person, strike.site(),
          Optional.of(strike.unit(5).id()), false);
    });
    Page page = strike.organiser().get(strike.unitPath(row, ""));
    assertThat(page.body()).contains("plate\">1A", "Neighbour 0 does not live here any more");
    assertThat(strike.organiser().get(strike.path("")).body()).contains("Moved");
    assertThat(strike.row(row).withholds()).isTrue();
  }

  @Test
  void followsTheSiteWhenTwoRecordsOfItBecomeOne(FoundedLocal local) {
    var strike = RentStrike.begun(local, 1);
    UUID row = strike.joins(0, today().minusDays(60), 100_000);
    UUID twin = RentStrike.building(local, "17 Quillfeather Row East");
    assertThat(local.write(() -> part(SiteMerge.class).merge(twin, strike.site()))).isPresent();

    Page page = strike.organiser().get(strike.path(""));
    assertThat(page.body()).contains("plate\">1A", "Neighbour 0").doesNotContain("Moved");
    var unit = local.read(() -> part(org.groundwork.roll.Sites.class).units(twin)).getFirst();
    var written = local.write(() -> part(RentBook.class).join(strike.step(), unit.id(), unit.label(),
        new RentBook.Facts(Optional.empty(), today(), new org.groundwork.platform.money.Money(1, RentStrike.USD),
            Withholding.Held.OWN)));
    assertThat(written).as("the same door").isInstanceOf(RentBook.Written.Already.class);
    assertThat(strike.row(row).withholds()).isTrue();
  }

  @Test
  void endsWithAnAgreementAndThenNothingCanBeChanged(FoundedLocal local) {
    var strike = RentStrike.begun(local, 2);
    UUID one = strike.joins(0, YearMonth.from(today()).minusMonths(2).atDay(1), 100_000);
    UUID two = strike.joins(1, YearMonth.from(today()).minusMonths(2).atDay(1), 100_000);
    var organiser = strike.organiser();
    String agreement = strike.path("/agreement");
    Page form = organiser.get(agreement);
    assertThat(form.body()).contains("have withheld");
    String version = RentStrike.version(form);
    assertThat(organiser.post(agreement, "version", version, "text", "", "on", today().toString(), "paid", "-3")
        .body()).contains("text-error", "paid-error");
    assertThat(organiser.post(agreement, "version", version, "text", "Rise <i>withdrawn</i>", "on",
        today().toString(), "paid", "2500", "kept", "1500", "signed", one.toString(), "signed",
        UUID.randomUUID().toString()).status()).isEqualTo(303);
    Page late = organiser.post(agreement, "version", version, "text", "Mine", "on", today().toString());
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.body()).contains("Rise &lt;i&gt;withdrawn", "$2,500", ">Mine</textarea>");
    assertThat(strike.row(one).signed()).isTrue();
    assertThat(strike.row(two).signed()).isFalse();
    assertThat(organiser.get(strike.path("/ending")).body()).contains("One home has not signed");

    for (int twice = 0; twice < 2; twice++) {
      assertThat(organiser.post(strike.path("/ending"), "on", today().toString()).status()).isEqualTo(303);
    }
    var frozen = strike.row(one);
    assertThat(organiser.post(strike.unitPath(one, "/change"), "version", Long.toString(frozen.version()), "since",
        today().toString(), "monthly", "1", "held", "own").status()).isEqualTo(404);
    assertThat(organiser.post(strike.unitPath(one, "/leave"), "version", Long.toString(frozen.version()), "on",
        today().toString(), "because", "other").status()).isEqualTo(404);
    assertThat(organiser.post(strike.unitPath(one, "/note"), "once", UUID.randomUUID().toString(), "kind", "payment",
        "on", today().toString(), "amount", "1").status()).isEqualTo(404);
    assertThat(organiser.get(strike.path("/units")).status()).isEqualTo(404);
    assertThat(strike.row(one)).isEqualTo(frozen);
    assertThat(local.write(() -> part(RentBook.class).signed(strike.step(), Set.of(two)))).isFalse();
    assertThat(organiser.get(strike.path("")).body()).contains("Rise &lt;i&gt;withdrawn", "$1,500")
        .doesNotContain("button--next");
    assertThat(local.person(Role.MEMBER).visitor().get(strike.path("")).body()).as("a sum over two homes")
        .contains("Rise &lt;i&gt;withdrawn")
        .doesNotContain("$1,500", "$2,500");
  }

  @Test
  void tellsMembersNumbersAndOneSumAMonthOverFiveHomesOrMore(FoundedLocal local) {
    var strike = RentStrike.begun(local, 6);
    LocalDate since = YearMonth.from(today()).minusMonths(2).atDay(1);
    for (int home = 0; home < 4; home++) {
      strike.joins(home, since, 100_000);
    }
    var member = local.person(Role.MEMBER).visitor();
    var round = part(StrikeRound.class);
    run(local, round);
    assertThat(member.get(strike.path("")).body()).contains("Fewer than five homes")
        .doesNotContain("Neighbour", "plate", "$", "<b>4</b>");

    strike.joins(4, since, 100_000);
    run(local, round);
    run(local, round);
    long months = new DueDays(1).between(since, today());
    String sum = new org.groundwork.platform.money.Money(500_000 * months, RentStrike.USD)
        .written(java.util.Locale.ENGLISH);
    local.write(() -> part(Strikes.class).agree(strike.step(), strike.now().version(),
        new Strike.Agreement("Rise withdrawn", today(), Optional.empty(),
            Optional.of(new org.groundwork.platform.money.Money(654_300, RentStrike.USD)))));
    assertThat(member.get(strike.path("")).body()).contains("<b>5</b> homes withhold", sum, "$6,543")
        .doesNotContain("Neighbour", "plate", "Home by home");

    strike.joins(5, since, 777_700);
    assertThat(member.get(strike.path("")).body()).as("nobody subtracts yesterday from today")
        .contains("<b>6</b> homes withhold", sum);
  }

  /** What one home does shows in no difference of two sums; what nobody or five did may. */
  @Test
  void leavesOutAMonthWhoseDifferenceWouldTellOneRent(FoundedLocal local) {
    var strike = RentStrike.begun(local, 12);
    LocalDate first = YearMonth.from(today()).minusMonths(1).atDay(1);
    for (int home = 0; home < 6; home++) {
      strike.joins(home, first, 100_000);
    }
    LocalDate month = YearMonth.from(today()).atDay(2);
    run(local, part(StrikeRound.class), month);
    run(local, part(StrikeRound.class), month.plusMonths(1));
    assertThat(months(strike)).as("the same homes").containsExactly(1_800_000L, 1_200_000L);

    UUID one = strike.joins(6, month.plusMonths(1), 777_700);
    run(local, part(StrikeRound.class), month.plusMonths(2));
    local.write(() -> part(RentBook.class).leave(strike.row(one), 1,
        new Withholding.Left(month.plusMonths(2), Withholding.Because.PAID)));
    run(local, part(StrikeRound.class), month.plusMonths(3));
    assertThat(months(strike)).as("one joined, and left").hasSize(2);

    for (int home = 7; home < 11; home++) {
      strike.joins(home, month.plusMonths(3), 100_000);
    }
    run(local, part(StrikeRound.class), month.plusMonths(4));
    assertThat(months(strike)).as("five did something").hasSize(3).first().isEqualTo(3_600_000L + 777_700 + 400_000);

    var leaving = strike.lines().stream().map(RentLine::unit).filter(Withholding::withholds).limit(9).toList();
    leaving.forEach(unit -> local.write(() -> part(RentBook.class).leave(unit, unit.version(),
        new Withholding.Left(month.plusMonths(4), Withholding.Because.PAID))));
    run(local, part(StrikeRound.class), month.plusMonths(5));
    assertThat(months(strike)).as("the difference is the rent of one").hasSize(3);
  }

  private static List<Long> months(RentStrike strike) {
    return strike.local()
        .read(() -> part(MonthlySums.class).of(strike.now()))
        .stream()
        .map(month -> month.withheld().minor())
        .toList();
  }

  static void run(FoundedLocal local, StrikeRound round) { run(local, round, today()); }

  private static void run(FoundedLocal local, StrikeRound round, LocalDate day) {
    local.as(local.founder(), () -> {
      round.run(new org.groundwork.support.StepByStep(), new StrikeRound.Day(day));
      return true;
    });
  }

  @Test
  void hasNoPageForARungOfAnotherKindOrAFightWithoutASite(FoundedLocal local) {
    UUID site = RentStrike.building(local, "9 Oak");
    UUID campaign = RentStrike.campaign(local, site, StepKind.PICKET);
    UUID step = local.read(() -> part(Ladder.class).of(campaign)).getFirst().step().id();
    var organiser = local.withPasskey(local.founder()).visitor();
    assertThat(organiser.get(local.path("strikes/" + step)).status()).isEqualTo(404);
    assertThat(organiser.get(local.path("strikes/" + UUID.randomUUID())).status()).isEqualTo(404);
    UUID draft = local.write(() -> {
      UUID made = part(Campaigns.class).draft("Draft", part(Campaigns.class).byId(campaign)
          .orElseThrow()
          .core()
          .target(), Optional.of(site), Optional.empty());
      part(Campaigns.class).plan(made, List.of(new Campaigns.NewStep("Keep it", OptionalInt.empty(),
          StepKind.RENT_STRIKE)));
      return made;
    });
    UUID planned = local.read(() -> part(Ladder.class).of(draft)).getFirst().step().id();
    assertThat(organiser.get(local.path("strikes/" + planned)).status()).as("a draft").isEqualTo(404);
  }
}
