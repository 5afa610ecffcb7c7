// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.groundwork.campaign.StepKind;
import org.groundwork.platform.access.Reach;
import org.groundwork.platform.access.Role;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whose pages are not there: another site's organisers, stewards of others, members, another local. */
@ExtendWith(ProductExtension.class)
class StrikeDenialsTest {
  private static final String TODAY = RentStrike.today().toString();

  private static List<String> unitPages(RentStrike strike, UUID row) {
    return List.of(strike.unitPath(row, ""), strike.unitPath(row, "/change"), strike.unitPath(row, "/note?kind=offer"),
        strike.unitPath(row, "/paper"), strike.unitPath(row, "/hearing"),
        strike.unitPath(row, "/hearings/" + hearing(strike, row).id()));
  }

  /** The hearing of a unit that has one from now on. */
  private static Hearing hearing(RentStrike strike, UUID row) {
    var hearings = RentStrike.part(Hearings.class);
    if (strike.local().read(() -> hearings.of(row)).isEmpty()) {
      strike.local()
          .write(() -> hearings.heard(strike.row(row), Product.shared().clock().instant().plus(Duration.ofDays(3)),
              "Room 4", Optional.empty()));
    }
    return strike.local().read(() -> hearings.of(row)).getFirst();
  }

  private static void writesNothing(Visitor visitor, RentStrike strike, UUID row, int status) {
    String once = UUID.randomUUID().toString();
    var all = new ArrayList<Integer>();
    all.add(visitor.post(strike.unitPath(row, "/change"), "version", "1", "since", TODAY, "monthly", "1", "held",
        "own").status());
    all.add(visitor.post(strike.unitPath(row, "/leave"), "version", "1", "on", TODAY, "because", "paid").status());
    all.add(visitor.post(strike.unitPath(row, "/note"), "once", once, "kind", "repair", "on", TODAY, "what", "x")
        .status());
    all.add(visitor.post(strike.unitPath(row, "/reply"), "offer", once, "reply", "taken").status());
    all.add(visitor.post(strike.unitPath(row, "/answered"), "paper", once).status());
    all.add(visitor.post(strike.unitPath(row, "/hearing"), "once", once, "day", TODAY, "time", "10:00", "place", "x")
        .status());
    all.add(visitor.upload(strike.unitPath(row, "/paper"), List.of(), "once", once, "kind", "other", "received", TODAY,
        "answerBy", TODAY).status());
    var hearing = hearing(strike, row);
    all.add(visitor.post(strike.unitPath(row, "/cross"), "line", "hearing", "id", hearing.id().toString()).status());
    all.add(visitor.post(strike.unitPath(row, "/hearings/" + hearing.id()), "result", "x").status());
    assertThat(all).containsOnly(status);
    assertThat(hearing(strike, row)).as("as it was").isEqualTo(hearing);
  }

  @Test
  void showsAStewardTheirOwnPeoplesHomesAndNoOther(FoundedLocal local) {
    var strike = RentStrike.begun(local, 3);
    UUID own = strike.joins(0, RentStrike.today().minusDays(60), 100_000);
    UUID others = strike.joins(1, RentStrike.today().minusDays(60), 345_600);
    var steward = strike.stewardOf(List.of(strike.people().get(0), strike.people().get(2))).visitor();

    assertThat(steward.get(strike.path("")).bodyWithoutTokens()).contains("Homes of your people", "Neighbour 0")
        .doesNotContain("Neighbour 1", "3,456", "1B", "agreement", "/ending");
    assertThat(steward.get(strike.unitPath(own, "")).status()).isEqualTo(200);
    unitPages(strike, others).forEach(path -> assertThat(steward.get(path).status()).as(path).isEqualTo(404));
    writesNothing(steward, strike, others, 404);
    assertThat(steward.get(strike.path("/units")).body()).contains("1C").doesNotContain(">1D", ">1B");
    String foreign = strike.path("/units/new?unit=" + strike.unit(3).id());
    assertThat(steward.get(foreign).status()).isEqualTo(404);
    assertThat(steward.post(foreign, "since", TODAY, "monthly", "1", "held", "own").status()).isEqualTo(404);
    String mine = strike.path("/units/new?unit=" + strike.unit(2).id());
    assertThat(steward.post(mine, "contact", "", "since", TODAY, "monthly", "1", "held", "own").body())
        .contains("contact-error");
    assertThat(steward.post(mine, "contact", strike.people().get(2).toString(), "since", TODAY, "monthly", "1", "held",
        "own").status()).isEqualTo(303);
    assertThat(steward.get(strike.path("/agreement")).status()).isEqualTo(403);
    assertThat(steward.post(strike.path("/begin"), "on", TODAY, "due", "1").status()).isEqualTo(403);
  }

  @Test
  void isNotThereForAnotherSitesOrganiserAMemberOrAnotherLocal(FoundedLocal local) {
    var strike = RentStrike.begun(local, 1);
    UUID row = strike.joins(0, RentStrike.today().minusDays(60), 345_600);
    UUID oak = RentStrike.building(local, "9 Oak");
    var other = local.withPasskey(local.person(new Reach.Sites(Set.of(oak)), Role.ORGANISER)).visitor();
    unitPages(strike, row).forEach(path -> assertThat(other.get(path).status()).as(path).isEqualTo(404));
    writesNothing(other, strike, row, 404);
    for (String rest : List.of("/agreement", "/ending", "/units")) {
      assertThat(other.get(strike.path(rest)).status()).as(rest).isEqualTo(404);
    }
    assertThat(other.post(strike.path("/agreement"), "version", "1", "text", "x", "on", TODAY).status())
        .isEqualTo(404);
    assertThat(other.post(strike.path("/ending"), "on", TODAY).status()).isEqualTo(404);
    assertThat(other.get(strike.path("")).body()).doesNotContain("Neighbour", "3,456", "plate");
    var member = local.person(Role.MEMBER).visitor();
    unitPages(strike, row).forEach(path -> assertThat(member.get(path).status()).as(path).isEqualTo(403));
    writesNothing(member, strike, row, 403);

    var elsewhere = Product.shared().found();
    var stranger = elsewhere.withPasskey(elsewhere.founder()).visitor();
    assertThat(stranger.get(elsewhere.path("strikes/" + strike.step())).status()).isEqualTo(404);
    assertThat(stranger.get(elsewhere.path("strikes/" + strike.step() + "/units/" + row)).status()).isEqualTo(404);
    var theirs = RentStrike.begun(elsewhere, 1);
    assertThat(stranger.get(theirs.unitPath(row, "")).status()).as("a row of another local").isEqualTo(404);
    var second = RentStrike.campaign(local, strike.site(), StepKind.RENT_STRIKE);
    var step = local.read(() -> Product.shared().bean(org.groundwork.campaign.Ladder.class).of(second))
        .getFirst()
        .step()
        .id();
    var twin = new RentStrike(local, second, strike.site(), step, List.of());
    twin.decide();
    twin.begin(RentStrike.today());
    assertThat(strike.organiser().get(twin.unitPath(row, "")).status()).as("a row of another strike").isEqualTo(404);
    assertThat(strike.row(row).version()).as("nobody wrote").isOne();
  }

  @Test
  void keepsTheListFromEverybodyButItsCommittee(FoundedLocal local) {
    var strike = RentStrike.begun(local, 2, StepKind.STRIKE);
    UUID person = strike.people().getFirst();
    strike.sayOut(person, RentStrike.today());
    UUID oak = RentStrike.building(local, "9 Oak");
    var other = local.withPasskey(local.person(new Reach.Sites(Set.of(oak)), Role.ORGANISER)).visitor();
    assertThat(other.get(strike.path("/list")).status()).isEqualTo(404);
    assertThat(other.post(strike.path("/list/out"), "person", person.toString(), "since", TODAY).status())
        .isEqualTo(404);
    assertThat(other.post(strike.path("/list/day"), "person", person.toString(), "day", TODAY, "what", "back").status())
        .isEqualTo(404);
    var steward = strike.stewardOf(strike.people()).visitor();
    assertThat(steward.get(strike.path("/list")).status()).isEqualTo(403);
    assertThat(steward.get(strike.path("")).body()).doesNotContain("Neighbour", "<b>1</b> of");
    var member = strike.member(Role.MEMBER).visitor();
    assertThat(member.get(strike.path("/list")).status()).isEqualTo(403);
    assertThat(member.get(strike.path("")).body()).contains("told from five on").doesNotContain("Neighbour");
    var outsider = local.person(Role.MEMBER).visitor();
    assertThat(outsider.post(strike.path("/out")).status()).as("no place there").isEqualTo(404);
    var elsewhere = Product.shared().found();
    assertThat(elsewhere.withPasskey(elsewhere.founder())
        .visitor()
        .get(elsewhere.path("strikes/" + strike.step() + "/list"))
        .status()).isEqualTo(404);
    assertThat(strike.organiser().get(strike.path("/list")).body()).contains("Neighbour 0");
  }

  @Test
  void hasNoBooksOfTheOtherKind(FoundedLocal local) {
    var rent = RentStrike.begun(local, 1);
    var organiser = rent.organiser();
    assertThat(organiser.get(rent.path("/list")).status()).isEqualTo(404);
    assertThat(organiser.post(rent.path("/out")).status()).isEqualTo(404);
    var other = Product.shared().found();
    var work = RentStrike.begun(other, 1, StepKind.STRIKE);
    assertThat(work.organiser().get(work.path("/units")).status()).isEqualTo(404);
    assertThat(work.organiser().get(work.path("/agreement")).status()).isEqualTo(404);
  }
}
