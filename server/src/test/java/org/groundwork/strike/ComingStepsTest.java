// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.money.Money;
import org.groundwork.roll.Sites;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A hearing of a home, and the last day of an offer to it alone, stand on the first screens of all whom they concern. */
@ExtendWith(ProductExtension.class)
class ComingStepsTest {
  private static LocalDate today() { return RentStrike.today(); }

  private static <T> T part(Class<T> type) { return Product.shared().bean(type); }

  private static UUID home(RentStrike strike, UUID contact) {
    Sites.Unit unit = strike.unit(0);
    return ((RentBook.Written.Yes) strike.local()
        .write(() -> part(RentBook.class).join(strike.step(), unit.id(), unit.label(), new RentBook.Facts(
            Optional.of(contact), today().minusDays(60), new Money(100_000, RentStrike.USD), Withholding.Held.OWN))))
        .id();
  }

  private static void heard(RentStrike strike, UUID row, int days) {
    strike.local()
        .write(() -> part(Hearings.class).heard(strike.row(row),
            Product.shared().clock().instant().plus(Duration.ofDays(days)), "Room <b>4 & 5", Optional.empty()));
  }

  private static String first(FoundedLocal local, FoundedLocal.Person who) {
    return local.withPasskey(who).visitor().get(local.path("")).body();
  }

  @Test
  void aHearingStandsThereForTheHouseholdItsStewardAndOrganisers(FoundedLocal local) {
    var strike = RentStrike.begun(local, 1);
    var household = strike.member(Role.MEMBER);
    UUID row = home(strike, household.id());
    heard(strike, row, 8);
    assertThat(first(local, household)).as("more than a week").doesNotContain("is heard");
    heard(strike, row, 1);
    assertThat(first(local, household)).contains("Your home is heard tomorrow", strike.path(""))
        .doesNotContain(strike.unitPath(row, ""));
    assertThat(household.visitor().get(strike.path("")).body())
        .contains("Your home", "Hearing: Room &lt;b&gt;4 &amp; 5")
        .doesNotContain("Room <b>", "Home by home");
    assertThat(first(local, strike.stewardOf(List.of(household.id())))).contains("1A is heard tomorrow",
        strike.unitPath(row, ""));
    assertThat(first(local, local.founder())).contains("1A is heard tomorrow");
    assertThat(first(local, strike.stewardOf(List.of()))).doesNotContain("is heard");
    var neighbour = local.person(Role.MEMBER);
    assertThat(first(local, neighbour)).doesNotContain("is heard");
    assertThat(neighbour.visitor().get(strike.path("")).body()).doesNotContain("Your home", "Room");
  }

  @Test
  void aCallForPeopleKnowsTheHourAndThePlace(FoundedLocal local) {
    var strike = RentStrike.begun(local, 1);
    UUID row = strike.joins(0, today().minusDays(60), 100_000);
    heard(strike, row, 1);
    var organiser = strike.organiser();
    String link = organiser.get(strike.unitPath(row, ""))
        .body()
        .replaceAll("(?s).*href=\"([^\"]*reinforcements/new[^\"]*)\".*", "$1")
        .replace("&amp;", "&");
    var hearing = local.read(() -> part(Hearings.class).of(row)).getFirst();
    var at = hearing.at().atZone(java.time.ZoneId.of("America/New_York"));
    assertThat(organiser.get(link).body()).contains("value=\"Room &lt;b", "4 &amp; 5\"",
        "value=\"" + at.toLocalDate() + "\"",
        "value=\"" + at.toLocalTime().truncatedTo(java.time.temporal.ChronoUnit.MINUTES) + "\"");
    assertThat(organiser.get(local.path("reinforcements/new?when=soon&where=")).status()).isEqualTo(200);
  }

  @Test
  void anOfferThatWaitsStandsThereUntilItIsAnswered(FoundedLocal local) {
    var strike = RentStrike.begun(local, 1);
    var household = strike.member(Role.MEMBER);
    UUID row = home(strike, household.id());
    local.write(() -> part(Happenings.class).happened(strike.row(row), new Happenings.New(Happening.Kind.OFFER, today(),
        "A month off", Optional.empty(), Optional.of(today())), Optional.empty()));
    assertThat(first(local, household)).contains("An offer to your home alone ends today");
    assertThat(household.visitor().get(strike.path("")).body()).contains("A month off", "answered together");
    assertThat(first(local, local.founder())).contains("An offer to 1A alone ends today", strike.unitPath(row, ""));
    UUID offer = local.read(() -> part(Happenings.class).to(row)).getFirst().id();
    local.write(() -> part(Happenings.class).answered(strike.row(row), offer, Happening.Reply.TOGETHER));
    assertThat(first(local, household)).doesNotContain("An offer to");
    assertThat(first(local, local.founder())).doesNotContain("An offer to");
  }

  private static UUID offered(RentStrike strike, UUID row, String what, Optional<LocalDate> until) {
    strike.local()
        .write(() -> part(Happenings.class).happened(strike.row(row), new Happenings.New(Happening.Kind.OFFER, today(),
            what, Optional.of(new Money(50_000, RentStrike.USD)), until), Optional.empty()));
    return strike.local().read(() -> part(Happenings.class).to(row)).getFirst().id();
  }

  @Test
  void offersThatWaitStandOnThePageOfTheStrikeForThoseWhoSeeTheHome(FoundedLocal local) {
    var strike = RentStrike.begun(local, 2);
    UUID mine = strike.joins(0, today().minusDays(60), 100_000);
    UUID other = strike.joins(1, today().minusDays(60), 100_000);
    UUID offer = offered(strike, mine, "Four weeks <b>off", Optional.of(today().minusDays(1)));
    offered(strike, other, "A new bath", Optional.empty());
    String waits = "Offers to one home alone, not answered yet";

    String page = strike.organiser().get(strike.path("")).body();
    assertThat(page).contains(waits, "Four weeks &lt;b&gt;off", "A new bath", "$500", "good until",
        "answered together").doesNotContain("Four weeks <b>");
    assertThat(page.indexOf("Four weeks")).as("the first last day first").isLessThan(page.indexOf("A new bath"));
    String steward = strike.stewardOf(List.of(strike.people().getFirst())).visitor().get(strike.path("")).body();
    assertThat(steward).contains(waits, "Four weeks", strike.unitPath(mine, "")).doesNotContain("A new bath");
    assertThat(strike.stewardOf(List.of()).visitor().get(strike.path("")).body()).doesNotContain(waits, "Four weeks");
    assertThat(strike.member(Role.MEMBER).visitor().get(strike.path("")).body())
        .doesNotContain(waits, "Four weeks", "A new bath");

    local.write(() -> part(Happenings.class).answered(strike.row(mine), offer, Happening.Reply.TOGETHER));
    assertThat(strike.organiser().get(strike.path("")).body()).contains(waits, "A new bath")
        .doesNotContain("Four weeks");
    assertThat(local.write(() -> part(Strikes.class).end(strike.step(), today()))).isTrue();
    assertThat(strike.organiser().get(strike.path("")).body()).as("nobody can answer it any more")
        .doesNotContain(waits);
  }

  @Test
  void anOfferThatNobodyCanAnswerAfterTheEndStandsNowhere(FoundedLocal local) {
    var strike = RentStrike.begun(local, 1);
    var household = strike.member(Role.MEMBER);
    UUID row = home(strike, household.id());
    local.write(() -> part(Happenings.class).happened(strike.row(row), new Happenings.New(Happening.Kind.OFFER, today(),
        "A month off", Optional.empty(), Optional.of(today().plusDays(1))), Optional.empty()));
    heard(strike, row, 3);
    assertThat(local.write(() -> part(Strikes.class).end(strike.step(), today()))).isTrue();
    assertThat(first(local, household)).doesNotContain("An offer to");
    assertThat(household.visitor().get(strike.path("")).body()).as("courts do not stop with it")
        .contains("Hearing: Room")
        .doesNotContain("A month off");
    assertThat(first(local, local.founder())).doesNotContain("An offer to");
  }
}
