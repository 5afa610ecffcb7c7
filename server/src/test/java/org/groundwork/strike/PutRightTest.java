// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.files.Pictures;
import org.groundwork.platform.money.Money;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.Upload;
import org.groundwork.support.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What was written down wrong about a home is put right: another line stands in its place, and it stays to be read. */
@ExtendWith(ProductExtension.class)
class PutRightTest {
  private static LocalDate today() { return RentStrike.today(); }

  private static <T> T part(Class<T> type) { return Product.shared().bean(type); }

  private static UUID paid(RentStrike strike, UUID row, long cents) {
    strike.local()
        .write(
            () -> part(Happenings.class).happened(strike.row(row), new Happenings.New(Happening.Kind.PAYMENT, today(),
                "", Optional.of(new Money(cents, RentStrike.USD)), Optional.empty()), Optional.empty()));
    return strike.local().read(() -> part(Happenings.class).to(row)).getFirst().id();
  }

  private static List<Long> paid(RentStrike strike) {
    return strike.lines().stream().map(line -> line.paid().minor()).toList();
  }

  private static Page right(Visitor by, RentStrike strike, UUID row, UUID wrong, String amount) {
    Page form = by.get(strike.unitPath(row, "/note?kind=payment&instead=" + wrong));
    return by.post(strike.unitPath(row, "/note"), "once", RentStrike.once(form), "kind", "payment", "on",
        today().toString(), "amount", amount, "instead", wrong.toString());
  }

  @Test
  void aPaymentTypedWrongGivesWayToAnother(FoundedLocal local) {
    var strike = RentStrike.begun(local, 1);
    UUID row = strike.joins(0, today().minusDays(60), 100_000);
    UUID wrong = paid(strike, row, 990_000);
    var organiser = strike.organiser();
    assertThat(organiser.get(strike.unitPath(row, "/note?kind=payment&instead=" + wrong)).body())
        .contains("value=\"9900\"", "Cross it out");
    assertThat(right(organiser, strike, row, wrong, "<script>").body()).contains("amount-error", wrong.toString());
    assertThat(right(organiser, strike, row, wrong, "99").status()).isEqualTo(303);
    assertThat(paid(strike)).containsExactly(9_900L);
    Page unit = organiser.get(strike.unitPath(row, ""));
    assertThat(unit.body()).contains("<s>", "$9,900", "$99", "Put right</span>");
    assertThat(organiser.get(strike.unitPath(row, "/note?kind=payment&instead=" + wrong)).status()).isEqualTo(404);
    String once = UUID.randomUUID().toString();
    right2(organiser, strike, row, wrong, once);
    Page late = right2(organiser, strike, row, wrong, once); // by a nervous thumb
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.body()).contains("put this line right or crossed it out meanwhile", "value=\"500\"",
        strike.unitPath(row, "")).doesNotContain("name=\"instead\"");
    assertThat(paid(strike)).as("put right once").containsExactly(9_900L);
    assertThat(organiser.post(strike.unitPath(row, "/note"), "once", RentStrike.once(late), "kind", "payment", "on",
        today().toString(), "amount", "500").status()).as("another payment after all").isEqualTo(303);
    assertThat(paid(strike)).containsExactly(59_900L);
  }

  private static Page right2(Visitor by, RentStrike strike, UUID row, UUID wrong, String once) {
    return by.post(strike.unitPath(row, "/note"), "once", once, "kind", "payment", "on",
        today().toString(), "amount", "500", "instead", wrong.toString());
  }

  @Test
  void whoeverIsSecondToPutAPaperOrAHearingRightIsToldAndLosesNothing(FoundedLocal local) {
    var strike = RentStrike.begun(local, 1);
    UUID row = strike.joins(0, today().minusDays(60), 100_000);
    var organiser = strike.organiser();
    local.write(() -> part(Notices.class).received(strike.row(row), new Notices.New(Notice.Kind.EVICTION, today(),
        today().plusDays(1)), UUID.randomUUID(), Optional.empty()));
    UUID paper = local.read(() -> part(Notices.class).to(row)).getFirst().id();
    organiser.post(strike.unitPath(row, "/cross"), "line", "notice", "id", paper.toString());
    var photo = new Upload("files", "letter.png", Pictures.png(40, 30));
    Page late = organiser.upload(strike.unitPath(row, "/paper"), photo, "once", UUID.randomUUID().toString(), "kind",
        "no-renewal", "received", today().toString(), "answerBy", today().plusDays(4).toString(), "instead",
        paper.toString());
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.body()).contains("put this line right or crossed it out meanwhile", "value=\"no-renewal\" checked",
        "value=\"" + today().plusDays(4) + "\"", "letter.png");
    assertThat(local.read(() -> part(Notices.class).open(strike.step()))).isEmpty();
    assertThat(organiser.upload(strike.unitPath(row, "/paper"), List.of(), "once", RentStrike.once(late), "kind",
        "no-renewal", "received", today().toString(), "answerBy", today().plusDays(4).toString()).status())
        .isEqualTo(303);
    UUID saved = local.read(() -> part(Notices.class).open(strike.step())).getFirst().id();
    assertThat(local.read(() -> part(Notices.class).filesOf(saved))).as("its photo").hasSize(1);

    local.write(() -> part(Hearings.class).heard(strike.row(row),
        Product.shared().clock().instant().plus(Duration.ofDays(3)), "Room 4", Optional.empty()));
    UUID hearing = hearings(strike, row).getFirst().id();
    organiser.post(strike.unitPath(row, "/cross"), "line", "hearing", "id", hearing.toString());
    Page moved = organiser.post(strike.unitPath(row, "/hearing"), "once", UUID.randomUUID().toString(), "day",
        today().plusDays(8).toString(), "time", "09:00", "place", "Room 7", "instead", hearing.toString());
    assertThat(moved.status()).isEqualTo(409);
    assertThat(moved.body()).contains("put this line right or crossed it out meanwhile", "value=\"Room 7\"");
    assertThat(local.read(() -> part(Hearings.class).toCome(strike.step()))).isEmpty();
  }

  @Test
  void whatNeverWasIsCrossedOutWithItsAuthor(FoundedLocal local) {
    var strike = RentStrike.begun(local, 2);
    UUID row = strike.joins(0, today().minusDays(60), 100_000);
    UUID other = strike.joins(1, today().minusDays(60), 100_000);
    UUID wrong = paid(strike, row, 50_000);
    var organiser = strike.organiser();
    organiser.post(strike.unitPath(other, "/cross"), "line", "happening", "id", wrong.toString());
    assertThat(paid(strike)).as("a line of another home").containsExactly(50_000L, 0L);
    for (int twice = 0; twice < 2; twice++) {
      assertThat(organiser.post(strike.unitPath(row, "/cross"), "line", "happening", "id", wrong.toString()).status())
          .isEqualTo(303);
    }
    assertThat(paid(strike)).containsExactly(0L, 0L);
    assertThat(organiser.get(strike.unitPath(row, "")).body()).contains("Crossed out", "<s>");
    assertThat(organiser.get(local.path("audit")).body()).contains("crossed out a line about");
    assertThat(organiser.post(strike.unitPath(row, "/cross"), "line", "strike", "id", wrong.toString()).status())
        .isEqualTo(404);
    var steward = strike.stewardOf(List.of(strike.people().get(1)));
    assertThat(steward.visitor()
        .post(strike.unitPath(row, "/cross"), "line", "happening", "id", wrong.toString())
        .status()).as("not of their people").isEqualTo(404);
  }

  @Test
  void aPaperWithAWrongDayRingsOnItsRightDay(FoundedLocal local) {
    var strike = RentStrike.begun(local, 1);
    UUID row = strike.joins(0, today().minusDays(60), 100_000);
    local.write(() -> part(Notices.class).received(strike.row(row), new Notices.New(Notice.Kind.EVICTION, today(),
        today().plusDays(1)), UUID.randomUUID(), Optional.empty()));
    UUID wrong = local.read(() -> part(Notices.class).to(row)).getFirst().id();
    var organiser = strike.organiser();
    String path = strike.unitPath(row, "/paper");
    Page form = organiser.get(path + "?instead=" + wrong);
    assertThat(form.body()).contains("value=\"" + today().plusDays(1) + "\"", "value=\"eviction\" checked");
    assertThat(organiser.upload(path, List.of(), "once", RentStrike.once(form), "kind", "eviction", "received",
        today().toString(), "answerBy", today().plusDays(9).toString(), "instead", wrong.toString()).status())
        .isEqualTo(303);
    assertThat(organiser.get(strike.path("")).body()).contains("9 days left").doesNotContain("One day left");
    assertThat(organiser.get(local.path("")).body()).contains("9 days left to answer a paper");
    assertThat(organiser.get(strike.unitPath(row, "")).body()).contains("9 days left", "<s>", "Put right</span>");
  }

  @Test
  void aHearingIsMovedAndSaysWhatCameOfIt(FoundedLocal local) {
    var strike = RentStrike.begun(local, 1);
    UUID row = strike.joins(0, today().minusDays(60), 100_000);
    var at = Product.shared().clock().instant().plus(Duration.ofDays(3));
    local.write(() -> part(Hearings.class).heard(strike.row(row), at, "Room 4", Optional.empty()));
    UUID first = hearings(strike, row).getFirst().id();
    var organiser = strike.organiser();
    String path = strike.unitPath(row, "/hearing");
    Page form = organiser.get(path + "?instead=" + first);
    assertThat(form.body()).contains("value=\"Room 4\"");
    organiser.post(path, "once", RentStrike.once(form), "day", today().plusDays(8).toString(), "time", "09:00",
        "place", "Room 7", "instead", first.toString());
    assertThat(organiser.get(strike.path("")).body()).contains("Room 7").doesNotContain("Room 4");
    assertThat(organiser.get(strike.unitPath(row, "")).body()).contains("Room 7", "Hearings that were", "Room 4</s>");

    UUID second = local.read(() -> part(Hearings.class).toCome(strike.step())).getFirst().id();
    Product.shared().clock().advance(Duration.ofDays(9));
    var later = strike.organiser();
    assertThat(later.get(strike.path("")).body()).as("over").doesNotContain("Room 7");
    String result = strike.unitPath(row, "/hearings/" + second);
    assertThat(later.post(result, "result", "").body()).contains("result-error");
    assertThat(later.post(result, "result", "Put off <b>").status()).isEqualTo(303);
    assertThat(later.get(strike.unitPath(row, "")).body()).contains("Put off &lt;b&gt;").doesNotContain("Put off <b>");
    assertThat(later.get(strike.unitPath(row, "/hearings/" + first)).status()).as("it was moved").isEqualTo(404);
    later.post(path, "once", UUID.randomUUID().toString(), "day", today().plusDays(8).toString(), "time", "09:00",
        "place", "Room 9", "instead", second.toString());
    assertThat(later.get(strike.unitPath(row, "")).body()).as("what came of it stays to be read")
        .contains("Room 9", "Room 7</s>: Put off &lt;b&gt;");
  }

  @Test
  void whatWasWrittenOnALineGoesOverToTheOneInItsPlace(FoundedLocal local) {
    var strike = RentStrike.begun(local, 1);
    UUID row = strike.joins(0, today().minusDays(60), 100_000);
    var organiser = strike.organiser();
    local.write(() -> part(Notices.class).received(strike.row(row), new Notices.New(Notice.Kind.EVICTION, today(),
        today().plusDays(1)), UUID.randomUUID(), Optional.empty()));
    UUID paper = local.read(() -> part(Notices.class).to(row)).getFirst().id();
    organiser.post(strike.unitPath(row, "/answered"), "paper", paper.toString());
    organiser.upload(strike.unitPath(row, "/paper"), List.of(), "once", UUID.randomUUID().toString(), "kind", "other",
        "received", today().toString(), "answerBy", today().plusDays(2).toString(), "instead", paper.toString());
    assertThat(local.read(() -> part(Notices.class).to(row))).filteredOn(one -> one.crossed().isEmpty())
        .singleElement()
        .satisfies(one -> assertThat(one.answered()).contains(today()));
    assertThat(organiser.get(local.path("")).body()).as("rings no more").doesNotContain("to answer a paper");

    local.write(() -> part(Happenings.class).happened(strike.row(row), new Happenings.New(Happening.Kind.OFFER, today(),
        "A month off", Optional.empty(), Optional.of(today())), Optional.empty()));
    UUID offer = local.read(() -> part(Happenings.class).to(row)).getFirst().id();
    organiser.post(strike.unitPath(row, "/reply"), "offer", offer.toString(), "reply", "together");
    organiser.post(strike.unitPath(row, "/note"), "once", UUID.randomUUID().toString(), "kind", "offer", "on",
        today().toString(), "what", "Two months off", "until", today().toString(), "instead", offer.toString());
    assertThat(local.read(() -> part(Happenings.class).to(row))).filteredOn(one -> one.crossed().isEmpty())
        .singleElement()
        .satisfies(one -> assertThat(((Happening.Offer) one).reply()).isEqualTo(Happening.Reply.TOGETHER));
    assertThat(organiser.get(local.path("")).body()).doesNotContain("An offer to");
  }

  private static List<Hearing> hearings(RentStrike strike, UUID row) {
    return strike.local().read(() -> part(Hearings.class).of(row));
  }
}
