// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.files.Pictures;
import org.groundwork.platform.files.FileStore;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.NextStep;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.Upload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Papers that come to homes on rent strike, the days by which they must be answered, and hearings. */
@ExtendWith(ProductExtension.class)
class StrikePapersTest {
  private static <T> T part(Class<T> type) { return Product.shared().bean(type); }

  private static Upload photo(String name) { return new Upload("files", name, Pictures.png(40, 30)); }

  private static Page paper(FoundedLocal.Person who, RentStrike strike, UUID row, int days, String kind) {
    var visitor = who.visitor();
    String once = RentStrike.once(visitor.get(strike.unitPath(row, "/paper")));
    return visitor.upload(strike.unitPath(row, "/paper"), photo("<b>letter.png"), "once", once, "kind", kind,
        "received", RentStrike.today().toString(), "answerBy", RentStrike.today().plusDays(days).toString());
  }

  @Test
  void keepsThePaperItsPhotoAndItsDay(FoundedLocal local) {
    var strike = RentStrike.begun(local, 1);
    UUID row = strike.joins(0, RentStrike.today().minusDays(60), 100_000);
    var organiser = local.withPasskey(local.founder());
    assertThat(paper(organiser, strike, row, 5, "pay-or-quit").status()).isEqualTo(303);

    Page unit = organiser.visitor().get(strike.unitPath(row, ""));
    assertThat(unit.body()).contains("5 days left", "Pay or leave", "&lt;b&gt;letter.png", "data-alarm=\"soon\"")
        .doesNotContain("<b>letter.png");
    String file = unit.body().replaceAll("(?s).*href=\"([^\"]+/papers/[^\"]+)\".*", "$1");
    Page picture = organiser.visitor().get(file);
    assertThat(picture.status()).isEqualTo(200);
    assertThat(picture.header("Content-Type")).contains("image/png");
    assertThat(organiser.visitor().get(file.substring(0, file.lastIndexOf('/') + 1) + UUID.randomUUID()).status())
        .isEqualTo(404);

    String notice = unit.body().replaceAll("(?s).*name=\"paper\" value=\"([^\"]+)\".*", "$1");
    for (int twice = 0; twice < 2; twice++) {
      assertThat(organiser.visitor().post(strike.unitPath(row, "/answered"), "paper", notice).status()).isEqualTo(303);
    }
    assertThat(organiser.visitor().get(strike.unitPath(row, "")).body()).contains("Answered on")
        .doesNotContain("5 days left");
    assertThat(local.read(() -> part(Notices.class).open(strike.step()))).isEmpty();
  }

  @Test
  void losesNothingThatWasTypedOrSentAndIsKeptOnce(FoundedLocal local) {
    var strike = RentStrike.begun(local, 1);
    UUID row = strike.joins(0, RentStrike.today().minusDays(60), 100_000);
    var visitor = strike.organiser();
    String path = strike.unitPath(row, "/paper");
    String once = RentStrike.once(visitor.get(path));
    Page refused = visitor.upload(path, photo("letter.png"), "once", once, "kind", "fine", "received",
        RentStrike.today().plusDays(1).toString(), "answerBy", "soon");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("kind-error", "received-error", "answerBy-error", "value=\"soon\"",
        "“letter.png” is kept");
    Page program = visitor.upload(path, new Upload("files", "run.png", new byte[]{'M', 'Z', 0, 1}), "once", once,
        "kind", "eviction", "received", RentStrike.today().toString(), "answerBy", RentStrike.today().toString());
    assertThat(program.status()).isEqualTo(422);
    assertThat(program.body()).contains("files-error", "run.png", "value=\"eviction\" checked");

    for (int twice = 0; twice < 2; twice++) {
      assertThat(visitor.upload(path, List.of(), "once", once, "kind", "eviction", "received",
          RentStrike.today().toString(), "answerBy", RentStrike.today().toString()).status()).isEqualTo(303);
    }
    var papers = local.read(() -> part(Notices.class).to(row));
    assertThat(papers).hasSize(1);
    assertThat(local.read(() -> part(Notices.class).filesOf(papers.getFirst().id()))).extracting(FileStore.Kept::name)
        .containsExactly("letter.png");
  }

  /** The nearest day first, red under three days, for organisers and the home's own steward, nobody else. */
  @Test
  void ringsForWhoeverMayReadItTheNearestDayFirst(FoundedLocal local) {
    var strike = RentStrike.begun(local, 2);
    UUID one = strike.joins(0, RentStrike.today().minusDays(60), 100_000);
    UUID two = strike.joins(1, RentStrike.today().minusDays(60), 100_000);
    var organiser = local.withPasskey(local.founder());
    paper(organiser, strike, one, 9, "no-renewal");
    paper(organiser, strike, two, 2, "eviction");
    var steward = strike.stewardOf(List.of(strike.people().getFirst()));

    Page page = organiser.visitor().get(strike.path(""));
    assertThat(page.body().indexOf("2 days left")).isPositive().isLessThan(page.body().indexOf("9 days left"));
    assertThat(page.body()).contains("data-alarm=\"late\"");
    assertThat(step(local, organiser)).extracting(NextStep.Step::urgency).isEqualTo(97);
    assertThat(step(local, organiser).path()).endsWith(two.toString());
    assertThat(step(local, steward).path()).endsWith(one.toString());
    assertThat(step(local, steward).urgency()).isLessThan(97);
    assertThat(organiser.visitor().get(local.path("")).body())
        .contains("2 days left to answer a paper that came to 1B");
    assertThat(next(local, local.person(Role.MEMBER))).isEmpty();
    assertThat(next(local, strike.stewardOf(List.of()))).isEmpty();
  }

  /** However many papers of another strike nobody crossed off. */
  @Test
  void losesNoDayBehindManyOldPapers(FoundedLocal local) {
    var other = RentStrike.begun(local, 1);
    UUID old = other.joins(0, RentStrike.today().minusDays(60), 100_000);
    var strike = RentStrike.begun(local, 1);
    UUID row = strike.joins(0, RentStrike.today().minusDays(60), 100_000);
    local.write(() -> {
      for (int paper = 0; paper < 501; paper++) {
        part(Notices.class).received(other.row(old), new Notices.New(Notice.Kind.OTHER, RentStrike.today(),
            RentStrike.today().minusDays(30)), UUID.randomUUID(), Optional.empty());
      }
      return true;
    });
    paper(local.withPasskey(local.founder()), strike, row, 2, "eviction");
    assertThat(strike.organiser().get(strike.path("")).body()).contains("2 days left");
    assertThat(step(local, strike.stewardOf(strike.people())).path()).endsWith(row.toString());
  }

  private static NextStep.Step step(FoundedLocal local, FoundedLocal.Person who) {
    return next(local, who).orElseThrow();
  }

  private static Optional<NextStep.Step> next(FoundedLocal local, FoundedLocal.Person who) {
    return local.as(who, () -> part(Transactions.class)
        .read(() -> part(StrikeSteps.class).paper(Callers.actor())));
  }

  @Test
  void keepsHearingsAndAsksForCompany(FoundedLocal local) {
    var strike = RentStrike.begun(local, 1);
    UUID row = strike.joins(0, RentStrike.today().minusDays(60), 100_000);
    var visitor = strike.organiser();
    String path = strike.unitPath(row, "/hearing");
    String once = RentStrike.once(visitor.get(path));
    LocalDate skips = theClocksSkipAnHour();
    Page refused = visitor.post(path, "once", once, "day", skips.toString(), "time", "02:30", "place", "");
    assertThat(refused.status()).as("the clocks skip it").isEqualTo(422);
    assertThat(refused.body()).contains("time-error", "place-error", "value=\"02:30\"");
    for (int twice = 0; twice < 2; twice++) {
      assertThat(visitor.post(path, "once", once, "day", skips.toString(), "time", "10:30", "place",
          "Room <script>4</script>").status()).isEqualTo(303);
    }
    Page page = visitor.get(strike.path(""));
    assertThat(page.body()).containsOnlyOnce(
        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(Locale.US).format(skips))
        .contains("10:30", "Room &lt;script&gt;4", "reinforcements/new?campaign=" + strike.campaign());
  }

  /** The next night in which an hour is skipped. */
  private static LocalDate theClocksSkipAnHour() {
    var rules = RentStrike.ZONE.getRules();
    var change = rules.nextTransition(RentStrike.today().atStartOfDay(RentStrike.ZONE).toInstant());
    return (change.isGap() ? change : rules.nextTransition(change.getInstant())).getDateTimeBefore().toLocalDate();
  }
}
