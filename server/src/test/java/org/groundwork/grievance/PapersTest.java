// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.groundwork.platform.access.Reach;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.audit.Audited;
import org.groundwork.platform.files.FileStore;
import org.groundwork.platform.history.ChangeSets;
import org.groundwork.platform.jobs.JobState;
import org.groundwork.platform.jobs.Jobs;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.roll.People;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.StepByStep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A paper with a date has an owner, and whoever owns it hears of it in time, once each time. */
@ExtendWith(ProductExtension.class)
class PapersTest {
  private static final LocalDate TODAY = LocalDate.of(2027, 3, 10);

  private static <T> T part(Class<T> type) { return Product.shared().bean(type); }

  private static UUID report(FoundedLocal local) {
    return local.write(() -> part(Grievances.class).report(new NewGrievance(GrievanceKind.EVICTION, Optional.empty(),
        Optional.empty(), Optional.empty(), "Here", Optional.empty(), Optional.empty(), "told", "", Locale.ENGLISH,
        NewGrievance.CameBy.FORM), Optional.empty()));
  }

  private static LocalDate today() {
    return LocalDate.now(Product.shared().clock().withZone(ZoneId.of("America/New_York")));
  }

  private static UUID paper(FoundedLocal local, LocalDate due, UUID owner) {
    UUID grievance = report(local);
    return local.write(() -> part(Papers.class).add(grievance, "Letter", due, owner));
  }

  /** Alarms whose notices are noted, or not taken. */
  private static PaperAlarms alarms(OwnerNotice notice) {
    return new PaperAlarms(part(JdbcClient.class), part(Transactions.class), Product.shared().clock(),
        part(Grievances.class), part(FileStore.class), notice);
  }

  /** One morning's round. */
  private static int round(FoundedLocal local, PaperAlarms alarms, LocalDate day) {
    int told = 0;
    for (var due : local.read(() -> alarms.due(day))) {
      told += local.write(() -> alarms.tell(due)) ? 1 : 0;
    }
    return told;
  }

  @Test
  void hangsAPaperOnAReportAndGivesItToSomebodyElse(FoundedLocal local) {
    UUID grievance = report(local);
    var other = local.person(Role.ORGANISER);
    var visitor = local.withPasskey(local.founder()).visitor();
    String at = local.path("grievances/" + grievance + "/paper");
    String once = PublicForm.once(visitor.get(at));
    var refused = visitor.post(at, "once", once, "title", "\"><script>alert(1)", "due", "2999-01-01", "owner",
        "nobody");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("due-error", "owner-error", "value=\"&#34;>&lt;script>alert(1)\"")
        .doesNotContain("\"><script>alert");
    String due = today().plusDays(10).toString();
    for (int twice = 0; twice < 2; twice++) {
      assertThat(visitor.post(at, "once", once, "title", "Letter of February", "due", due, "owner",
          local.founder().id().toString()).status()).isEqualTo(303);
    }
    var paper = local.read(() -> part(Papers.class).open(10));
    assertThat(paper).hasSize(1);
    assertThat(visitor.get(local.path("grievances/" + grievance)).body()).contains("Letter of February",
        "data-alarm=\"soon\"");
    String change = local.path("papers/" + paper.getFirst().id());
    assertThat(visitor.post(change, "version", "1", "due", due, "owner", other.id().toString()).status())
        .isEqualTo(303);
    var second = visitor.post(change, "version", "1", "due", today().plusDays(3).toString(), "owner",
        local.founder().id().toString());
    assertThat(second.status()).isEqualTo(409);
    assertThat(second.body()).contains("Somebody else changed this", today().plusDays(3).toString());
    assertThat(local.read(() -> part(Papers.class).open(10)).getFirst().owner()).isEqualTo(other.id());
    assertThat(visitor.post(change + "/answered").status()).isEqualTo(303);
    assertThat(visitor.get(change).status()).isEqualTo(404);
    assertThat(local.read(() -> part(Papers.class).open(10))).isEmpty();
  }

  @Test
  void writesDownWhoLookedAtPapersAndTalks(FoundedLocal local) {
    UUID paper = paper(local, today().plusDays(5), local.founder().id());
    UUID grievance = local.read(() -> part(Papers.class).byId(paper)).orElseThrow().grievance();
    var visitor = local.founder().visitor();
    for (String page : List.of("papers", "papers/" + paper, "grievances/" + grievance + "/talk")) {
      assertThat(visitor.get(local.path(page)).status()).as(page).isEqualTo(200);
    }
    var audited = Audited.in(local);
    for (String act : List.of("papers-listed", "paper-seen", "grievance-seen")) {
      assertThat(audited).filteredOn(entry -> entry.contains(act)).as(act).hasSize(1);
    }
  }

  @Test
  void showsWhatIsOverdue(FoundedLocal local) {
    paper(local, today().minusDays(2), local.founder().id());
    assertThat(local.founder().visitor().get(local.path("papers")).body()).contains("data-alarm=\"late\"",
        "2 days ago");
    assertThat(local.founder().visitor().get(local.path("")).body()).contains("A paper was due 2 days ago");
  }

  @Test
  void showsAnOrganiserOfOtherSitesOnlyTheirOwn(FoundedLocal local, FoundedLocal foreign) {
    var elsewhere = local.withPasskey(local.person(new Reach.Sites(Set.of(UUID.randomUUID())), Role.ORGANISER));
    UUID theirs = paper(local, today().plusDays(5), elsewhere.id());
    UUID others = paper(local, today().plusDays(6), local.founder().id());
    assertThat(elsewhere.visitor().get(local.path("papers")).body()).contains(theirs.toString())
        .doesNotContain(others.toString());
    var own = elsewhere.visitor().get(local.path("papers/" + theirs));
    assertThat(own.status()).isEqualTo(200);
    assertThat(own.body()).as("nobody is chosen unasked").contains("<option value=\"\" selected");
    for (String rest : List.of("", "/answered")) {
      assertThat(elsewhere.visitor().post(local.path("papers/" + others + rest)).status()).isEqualTo(404);
      assertThat(foreign.founder().visitor().post(foreign.path("papers/" + others + rest)).status()).isEqualTo(404);
    }
    assertThat(elsewhere.visitor().get(local.path("papers/" + others)).status()).isEqualTo(404);
  }

  @Test
  void tellsTheOwnerAWeekBeforeADayBeforeAndWhenItHasPassedOnceEach(FoundedLocal local) {
    paper(local, TODAY, local.founder().id());
    var told = new ArrayList<LocalDate>();
    LocalDate[] on = {TODAY};
    var alarms = alarms((owner, due) -> told.add(on[0]));
    for (LocalDate day = TODAY.minusDays(20); day.isBefore(TODAY.plusDays(20)); day = day.plusDays(1)) {
      on[0] = day;
      round(local, alarms, day);
      round(local, alarms, day);
    }
    assertThat(told).containsExactly(TODAY.minusDays(7), TODAY.minusDays(1), TODAY.plusDays(1));
  }

  @Test
  void tellsOfThePaperBehindFiveHundredOldOnes(FoundedLocal local) {
    paper(local, TODAY, local.founder().id());
    local.write(() -> {
      var jdbc = part(JdbcClient.class);
      jdbc.sql("""
          insert into grievance.paper (local_id, id, grievance_id, title, due_on, owner_id, changed_at)
          select p.local_id, gen_random_uuid(), p.grievance_id, p.title, date '2026-01-01', p.owner_id, p.changed_at
          from grievance.paper p, generate_series(1, 500) where p.local_id = ?""").param(local.id().value()).update();
      return jdbc.sql("""
          insert into grievance.paper_alarm (local_id, paper_id, stage, owner_id, due_on, told_at)
          select p.local_id, p.id, 'late', p.owner_id, p.due_on, p.changed_at from grievance.paper p
          where p.local_id = ? and p.due_on = date '2026-01-01'""").param(local.id().value()).update();
    });
    assertThat(local.read(() -> alarms((owner, due) -> true).due(TODAY.minusDays(7)))).extracting(PaperAlarms.Due::on)
        .containsExactly(TODAY);
  }

  @Test
  void tellsOfThePaperBehindMoreThanFiveHundredWhoseOwnersCannotBeReached(FoundedLocal local) {
    UUID reached = local.person(Role.ORGANISER).id();
    paper(local, TODAY, local.founder().id());
    local.write(() -> part(JdbcClient.class).sql("""
        insert into grievance.paper (local_id, id, grievance_id, title, due_on, owner_id, changed_at)
        select p.local_id, gen_random_uuid(), p.grievance_id, p.title, date '2026-01-01' + (n % 3)::integer, p.owner_id,
          p.changed_at
        from grievance.paper p, generate_series(1, 1001) n where p.local_id = ?""").param(local.id().value()).update());
    paper(local, TODAY.plusDays(1), reached);
    var tried = new ArrayList<UUID>();
    var told = new ArrayList<LocalDate>();
    var alarms = alarms((owner, due) -> {
      tried.add(owner);
      return owner.equals(reached) && told.add(due);
    });
    local.as(local.founder(), () -> {
      alarms.run(new StepByStep(), new PaperAlarms.Day(TODAY));
      return true;
    });
    assertThat(told).containsExactly(TODAY.plusDays(1));
    assertThat(tried).as("each once").hasSize(1003);
  }

  @Test
  void tellsOnlyTheNearestWhereTheServerWasOff(FoundedLocal local) {
    paper(local, TODAY, local.founder().id());
    var told = new ArrayList<UUID>();
    var alarms = alarms((owner, due) -> told.add(owner));
    assertThat(round(local, alarms, TODAY.minusDays(1))).isEqualTo(1);
    assertThat(round(local, alarms, TODAY)).isZero();
    assertThat(told).hasSize(1);
  }

  @Test
  void tellsWhoTakesItOverAndWhoseDayWasMoved(FoundedLocal local) {
    var other = local.person(Role.ORGANISER);
    UUID paper = paper(local, TODAY, local.founder().id());
    var told = new ArrayList<UUID>();
    var alarms = alarms((owner, due) -> told.add(owner));
    round(local, alarms, TODAY.minusDays(6));
    local.write(() -> part(Papers.class).change(paper, 1, TODAY, other.id()));
    round(local, alarms, TODAY.minusDays(6));
    local.write(() -> part(Papers.class).change(paper, 2, TODAY.plusDays(30), other.id()));
    round(local, alarms, TODAY.minusDays(6));
    round(local, alarms, TODAY.plusDays(25));
    assertThat(told).containsExactly(local.founder().id(), other.id(), other.id());
    local.write(() -> part(Papers.class).answered(paper));
    assertThat(round(local, alarms, TODAY.plusDays(40))).isZero();
  }

  @Test
  void triesAgainTomorrowWhereTheOwnerCannotBeReached(FoundedLocal local) {
    paper(local, TODAY, local.founder().id());
    assertThat(round(local, alarms((owner, due) -> false), TODAY.minusDays(7))).isZero();
    assertThat(round(local, alarms((owner, due) -> true), TODAY.minusDays(6))).isEqualTo(1);
  }

  @Test
  void writesToNobodyWhoHasNotAgreedOrHasNoMail(FoundedLocal local) {
    UUID person = local.write(() -> part(People.class).addContact(part(ChangeSets.class).open("test"),
        new People.Known("Ana", Optional.empty(), Optional.of("ana@example.org"), "")));
    assertThat(local.write(() -> part(OwnerNotice.class).send(person, TODAY))).isFalse();
    assertThat(local.write(() -> part(OwnerNotice.class).send(local.founder().id(), TODAY))).isFalse();
  }

  @Test
  void goesRoundOnceADayAsAJob(Product product, FoundedLocal local) {
    paper(local, today().plusDays(1), local.founder().id());
    var jobs = part(Jobs.class);
    var kind = part(PaperAlarms.class);
    var day = new PaperAlarms.Day(today());
    UUID job = local.write(() -> jobs.startOnce(day.on().toString(), kind, day));
    await().atMost(Duration.ofSeconds(30))
        .until(() -> local.read(() -> jobs.view(Optional.of(local.id()), job)).orElseThrow().state() == JobState.DONE);
    var view = local.read(() -> jobs.view(Optional.of(local.id()), job)).orElseThrow();
    assertThat(view.counts()).containsEntry("not-reached", 1L);
    assertThat(local.write(() -> jobs.startOnce(day.on().toString(), kind, day))).isEqualTo(job);
    new DailyRound(jobs, kind, part(Locals.class), part(Transactions.class), product.clock()).run();
    new DailyRound(jobs, kind, part(Locals.class), part(Transactions.class), product.clock()).run();
    assertThat(local.read(() -> part(JdbcClient.class)
        .sql("select count(*) from platform.job where local_id = ? and kind = 'paper-alarms'")
        .param(local.id().value())
        .query(Long.class)
        .single())).isEqualTo(1);
  }
}
