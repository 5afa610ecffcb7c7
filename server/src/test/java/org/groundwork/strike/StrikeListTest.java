// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.groundwork.campaign.StepKind;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.database.DatabaseRole;
import org.groundwork.roll.PersonMerge;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.StatementLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is on strike: sealed, read by the committee and each person of themselves; any duty and any excuse count the same. */
@ExtendWith(ProductExtension.class)
class StrikeListTest {
  private static LocalDate today() { return RentStrike.today(); }

  private static <T> T part(Class<T> type) { return Product.shared().bean(type); }

  /** Everything the database has of the local, before and after somebody said it: nobody is named by what was added. */
  @Test
  void leavesNothingInTheDatabaseThatTellsWhoSaidThatTheyAreOut(Product product, FoundedLocal local)
      throws SQLException {
    var strike = RentStrike.begun(local, 1, StepKind.STRIKE);
    var member = strike.member(Role.MEMBER);
    member.visitor().get(strike.path(""));
    var before = dump(product, local);
    member.visitor().post(strike.path("/out"));
    member.visitor().post(strike.path("/excused"), "reason", "pregnant");
    member.visitor().get(strike.path(""));

    var after = dump(product, local);
    var written = new HashMap<String, Set<String>>();
    after.forEach((table, rows) -> {
      var more = new HashSet<>(rows);
      more.removeAll(before.getOrDefault(table, Set.of()));
      if (!more.isEmpty()) {
        written.put(table, more);
      }
    });
    // what was noted before is sealed a second later, and the clock's own work goes on; neither is about who speaks
    written.keySet()
        .removeAll(Set.of("platform.audit_seal", "platform.audit_head", "platform.audit_pending", "platform.job"));
    assertThat(written.keySet()).containsExactlyInAnyOrder("strike.striker", "strike.striker_day");
    assertThat(written.toString()).doesNotContain(member.id().toString(), member.account().toString(), "pregnant");
    assertThat(strike.list()).extracting(Striker::person).containsExactly(member.id());
  }

  private static Map<String, Set<String>> dump(Product product, FoundedLocal local) throws SQLException {
    var all = new HashMap<String, Set<String>>();
    try (Connection owner = product.connection(DatabaseRole.OWNER);
        var statement = owner.createStatement();
        var tables = owner.createStatement()) {
      var found = tables.executeQuery("""
          select c.table_schema || '.' || c.table_name from information_schema.columns c
          join information_schema.tables t using (table_schema, table_name)
          where c.column_name = 'local_id' and t.table_type = 'BASE TABLE'""");
      while (found.next()) {
        String table = found.getString(1);
        var rows = statement.executeQuery(
            "select t::text from " + table + " t where t.local_id = '" + local.id().value() + "'");
        var set = new HashSet<String>();
        while (rows.next()) {
          set.add(rows.getString(1));
        }
        all.put(table, set);
      }
    }
    return all;
  }

  @Test
  void letsPeopleSayItThemselves(FoundedLocal local) {
    var strike = RentStrike.begun(local, 0, StepKind.STRIKE);
    var visitor = strike.member(Role.MEMBER).visitor();
    assertThat(visitor.get(local.path("")).body()).contains("Your workplace is on strike");
    assertThat(visitor.get(strike.path("")).body()).contains("I am out").doesNotContain("I went back");
    for (int twice = 0; twice < 2; twice++) {
      assertThat(visitor.post(strike.path("/out")).status()).isEqualTo(303);
    }
    assertThat(strike.list()).hasSize(1);
    assertThat(visitor.get(local.path("")).body()).doesNotContain("Your workplace is on strike");
    assertThat(visitor.get(strike.path("")).body()).contains("You are on strike", "You have no duty today",
        "<b>1</b> day on strike", "<b>0</b> of them");

    assertThat(visitor.post(strike.path("/excused"), "reason", "lazy").body()).contains("reason-error");
    assertThat(visitor.post(strike.path("/excused"), "reason", "carer").status()).isEqualTo(303);
    assertThat(visitor.get(strike.path("")).body()).contains("Excused: caring for somebody", "<b>1</b> of them",
        "Nobody asks for proof");

    visitor.post(strike.path("/back"));
    assertThat(strike.list().getFirst().out(today())).isFalse();
    visitor.post(strike.path("/out"));
    assertThat(strike.list().getFirst().out(today())).isTrue();
    assertThat(strike.list()).as("one person").hasSize(1);
  }

  @Test
  void countsADutyAndAnExcuseTheSame(FoundedLocal local) {
    var strike = RentStrike.begun(local, 2, StepKind.STRIKE);
    UUID ana = strike.people().get(0);
    UUID juan = strike.people().get(1);
    strike.sayOut(ana, today().minusDays(3));
    strike.sayOut(juan, today().minusDays(3));
    var organiser = strike.organiser();
    String day = strike.path("/list/day");
    for (int back = 0; back < 3; back++) {
      String on = today().minusDays(back).toString();
      assertThat(organiser.post(day, "person", ana.toString(), "day", on, "what", "duty-kitchen", "shift", "night")
          .status()).isEqualTo(303);
      assertThat(organiser.post(day, "person", juan.toString(), "day", on, "what", "excused-disabled").status())
          .isEqualTo(303);
    }
    assertThat(strike.list()).extracting(striker -> striker.daysThatCount(today())).containsExactly(3, 3);
    assertThat(strike.list()).extracting(striker -> striker.daysOut(today())).containsExactly(4L, 4L);
    Page list = organiser.get(strike.path("/list?day=" + today().minusDays(1)));
    assertThat(list.body()).contains("Kitchen, night", "Excused: disabled",
        "4 days on strike, 3 with a duty or excused");

    organiser.post(day, "person", ana.toString(), "day", today().toString(), "what", "duty-phones", "shift", "evening");
    organiser.post(day, "person", juan.toString(), "day", today().toString(), "what", "nothing");
    assertThat(strike.list()).extracting(striker -> striker.daysThatCount(today())).containsExactlyInAnyOrder(3, 2);
    for (String wrong : List.of("duty-golf", "excused-lazy", "")) {
      assertThat(organiser.post(day, "person", ana.toString(), "day", today().toString(), "what", wrong).status())
          .isEqualTo(404);
    }
    assertThat(organiser.post(day, "person", ana.toString(), "day", today().minusDays(4).toString(), "what",
        "duty-picket").status()).as("not out yet that day").isEqualTo(404);
    assertThat(organiser.post(day, "person", UUID.randomUUID().toString(), "day", today().toString(), "what",
        "duty-picket").status()).isEqualTo(404);
  }

  @Test
  void givesADutyToSeveralAtOnceAndLosesNoTick(FoundedLocal local) {
    var strike = RentStrike.begun(local, 4, StepKind.STRIKE);
    strike.people().subList(0, 3).forEach(person -> strike.sayOut(person, today()));
    String ana = strike.people().get(0).toString();
    String juan = strike.people().get(1).toString();
    var organiser = strike.organiser();
    String day = strike.path("/list/day");
    Page nobody = organiser.post(day, "day", today().toString(), "what", "duty-kitchen", "shift", "evening");
    assertThat(nobody.status()).isEqualTo(422);
    assertThat(nobody.body()).contains("who-error", "value=\"duty-kitchen\" selected", "value=\"evening\" selected");
    Page wrong = organiser.post(day, "day", "someday", "person", ana, "person", juan, "what", "duty-kitchen");
    assertThat(wrong.body()).contains("value=\"" + ana + "\" checked", "value=\"" + juan + "\" checked");
    assertThat(organiser.post(day, "day", today().toString(), "person", ana, "person",
        strike.people().get(3).toString(), "what", "duty-kitchen").status()).as("one is not out").isEqualTo(404);
    assertThat(strike.list()).allMatch(striker -> striker.days().isEmpty());
    organiser.post(day, "day", today().toString(), "person", ana, "person", juan, "what", "duty-kitchen", "shift",
        "evening");
    assertThat(strike.list()).filteredOn(striker -> striker.on(today()).isPresent())
        .extracting(striker -> striker.person().toString())
        .containsExactlyInAnyOrder(ana, juan);

    String left = strike.people().get(3).toString();
    Page refused = organiser.post(strike.path("/list/out"), "since", "someday", "person", left);
    assertThat(refused.body()).contains("value=\"" + left + "\" checked", "value=\"someday\"");
  }

  @Test
  void countsNoDayOnWhichSomebodyIsNotOut(FoundedLocal local) {
    var strike = RentStrike.begun(local, 1, StepKind.STRIKE);
    UUID ana = strike.people().getFirst();
    strike.sayOut(ana, today().minusDays(3));
    for (int day = -2; day < 3; day++) {
      LocalDate on = today().plusDays(day);
      local.write(() -> part(StrikeList.class).on(strike.step(), ana, on,
          new Striker.What.Duty(Striker.Task.PICKET, Striker.Shift.MORNING)));
    }
    assertThat(strike.list().getFirst().daysThatCount(today())).as("what is to come does not count yet").isEqualTo(3);
    assertThat(strike.list().getFirst().daysThatCount(today().minusDays(1))).as("it ended yesterday").isEqualTo(2);
    local.write(() -> part(StrikeList.class).back(strike.step(), ana, today()));
    assertThat(strike.list().getFirst().days()).as("back at work").hasSize(2);
    strike.sayOut(ana, today().plusDays(1));
    assertThat(strike.list().getFirst().days()).hasSize(2);
  }

  @Test
  void letsPeopleTakeItBackAndTheStrikeBeCalledOffBeforeItsFirstDay(FoundedLocal local) {
    var strike = RentStrike.planned(local, 0, StepKind.STRIKE);
    strike.begin(today().plusDays(9));
    var visitor = strike.member(Role.MEMBER).visitor();
    visitor.post(strike.path("/out"));
    assertThat(strike.list()).hasSize(1);
    assertThat(visitor.get(strike.path("")).body()).contains("You are on strike from", "I take that back")
        .doesNotContain("I am out");
    visitor.post(strike.path("/back"));
    assertThat(strike.list()).isEmpty();
    assertThat(visitor.get(strike.path("")).body()).contains("I am out");

    var organiser = strike.organiser();
    String first = today().plusDays(9).toString();
    assertThat(organiser.get(strike.path("/ending")).body()).contains("value=\"" + first + "\"");
    assertThat(organiser.post(strike.path("/ending"), "on", today().plusDays(10).toString()).status()).isEqualTo(422);
    assertThat(organiser.post(strike.path("/ending"), "on", first).status()).isEqualTo(303);
    assertThat(strike.now().goesOn()).isFalse();
  }

  @Test
  void letsTheCommitteeWriteDownWhoIsOnTheChart(FoundedLocal local) {
    var strike = RentStrike.begun(local, 2, StepKind.STRIKE);
    UUID boss = RentStrike.person(local, strike.site(), "<i>Super</i>", Optional.of(0), true);
    UUID hostile = RentStrike.person(local, strike.site(), "<script>Ana", Optional.of(1), false);
    var organiser = strike.organiser();
    assertThat(organiser.get(strike.path("/list")).body()).contains("Neighbour 0", "&lt;script&gt;Ana")
        .doesNotContain("Super", "<script>Ana");
    Page nobody = organiser.post(strike.path("/list/out"), "since", "tomorrow", "person", boss.toString());
    assertThat(nobody.status()).isEqualTo(422);
    assertThat(nobody.body()).contains("person-error", "since-error");
    for (int twice = 0; twice < 2; twice++) {
      assertThat(organiser.post(strike.path("/list/out"), "since", today().toString(), "person", hostile.toString(),
          "person", strike.people().get(0).toString(), "person", boss.toString()).status()).isEqualTo(303);
    }
    assertThat(strike.list()).extracting(Striker::person)
        .containsExactlyInAnyOrder(hostile, strike.people().get(0));
    assertThat(organiser.get(strike.path("/list")).body()).contains("&lt;script&gt;Ana").doesNotContain("<script>Ana");
  }

  @Test
  void notesEveryLookAtTheListInTheLog(FoundedLocal local) {
    var strike = RentStrike.begun(local, 1, StepKind.STRIKE);
    var organiser = strike.organiser();
    organiser.get(strike.path("/list"));
    organiser.get(strike.path("/list"));
    assertThat(organiser.get(local.path("audit")).body().split("looked at who is on a strike", -1)).hasSize(3);
    assertThat(organiser.post(strike.path("/list/out"), "since", "x").status()).isEqualTo(422);
    assertThat(organiser.post(strike.path("/list/day"), "day", "x", "person", strike.people().getFirst().toString())
        .status()).isEqualTo(422);
    assertThat(organiser.get(local.path("audit")).body().split("looked at who is on a strike", -1))
        .as("a refused form shows it too")
        .hasSize(5);
  }

  private static String told(RentStrike strike) {
    RentStrikeTest.run(strike.local(), part(StrikeRound.class));
    return strike.local().person(Role.MEMBER).visitor().get(strike.path("")).body();
  }

  @Test
  void tellsMembersOnceADayAndNoNumberBelowFive(FoundedLocal local) {
    var strike = RentStrike.begun(local, 22, StepKind.STRIKE);
    strike.people().subList(0, 4).forEach(person -> strike.sayOut(person, today()));
    assertThat(told(strike)).contains("told from five on").doesNotContain("Ironing", "of 27 are out");
    strike.people().subList(4, 7).forEach(person -> strike.sayOut(person, today()));
    var member = local.person(Role.MEMBER).visitor();
    assertThat(member.get(strike.path("")).body()).as("not at once").doesNotContain("of 27 are out");
    assertThat(told(strike)).contains("<b>7</b> of 27 are out")
        .as("four of Ironing, three of Folding")
        .doesNotContain("Ironing", "Folding");
    assertThat(strike.organiser().get(strike.path("")).body()).as("the committee")
        .contains(strike.path("/list") + "\"><b>7</b>", "Ironing", "4 of 12", "3 of 15");
    strike.sayOut(strike.people().get(7), today());
    assertThat(told(strike)).as("one more").contains("<b>7</b> of 27 are out");
    strike.people().subList(8, 20).forEach(person -> strike.sayOut(person, today()));
    assertThat(told(strike)).contains("<b>20</b> of 27 are out", "Ironing", "10 of 12", "Folding", "10 of 15");
  }

  /** Neither what is left out nor the difference of two days is found by subtracting. */
  @Test
  void tellsNoPartThatTellsAnother(FoundedLocal local) {
    var strike = RentStrike.begun(local, 24, StepKind.STRIKE);
    for (int at = 0; at < 12; at++) {
      strike.sayOut(strike.people().get(at * 2), today()); // Ironing
    }
    strike.sayOut(strike.people().get(1), today());
    strike.sayOut(strike.people().get(3), today());
    assertThat(told(strike)).as("two of Folding would be the rest")
        .contains("<b>14</b> of 27 are out")
        .doesNotContain("12 of 12", "Folding");
    for (int at = 2; at < 12; at++) {
      strike.sayOut(strike.people().get(at * 2 + 1), today());
    }
    assertThat(told(strike)).contains("<b>24</b> of 27 are out", "12 of 12", "12 of 15");
    local.write(() -> part(StrikeList.class).back(strike.step(), strike.people().get(0), today()));
    for (int at = 0; at < 5; at++) {
      UUID back = strike.people().get(at * 2 + 1);
      local.write(() -> part(StrikeList.class).back(strike.step(), back, today()));
    }
    assertThat(told(strike)).as("one of Ironing went back")
        .contains("<b>18</b> of 27 are out")
        .doesNotContain("11 of 12", "12 of 12", "7 of 15");
  }

  @Test
  void readsNobodysDaysForAFirstScreenAndOnesOwnForOnesOwn(FoundedLocal local) {
    var strike = RentStrike.begun(local, 1, StepKind.STRIKE);
    var visitor = strike.member(Role.MEMBER).visitor();
    visitor.post(strike.path("/out"));
    assertThat(StatementLog.of(() -> visitor.get(local.path(""))).statements())
        .anyMatch(sql -> sql.contains("strike.striker "))
        .noneMatch(sql -> sql.contains("strike.striker_day"));
    assertThat(StatementLog.of(() -> visitor.get(strike.path(""))).statements())
        .filteredOn(sql -> sql.contains("strike.striker_day"))
        .isNotEmpty()
        .noneMatch(sql -> sql.contains("step_id"));
  }

  @Test
  void isOnePersonWhoseRecordsBecameOne(FoundedLocal local) {
    var strike = RentStrike.begun(local, 2, StepKind.STRIKE);
    UUID one = strike.people().get(0);
    UUID other = strike.people().get(1);
    strike.sayOut(one, today().minusDays(5));
    strike.sayOut(other, today().minusDays(3));
    local.write(() -> part(StrikeList.class).on(strike.step(), other, today(),
        new Striker.What.Excused(Striker.Reason.ILL)));
    local.write(() -> part(PersonMerge.class).merge(one, other));

    assertThat(strike.list()).hasSize(1);
    assertThat(strike.list().getFirst().daysOut(today())).isEqualTo(6);
    assertThat(local.read(() -> part(StrikeList.class).of(strike.step(), one)).orElseThrow().daysThatCount(today()))
        .isOne();
    strike.sayOut(one, today());
    assertThat(rows(local)).as("already out").isEqualTo(2);
  }

  private static long rows(FoundedLocal local) {
    return local.read(() -> part(JdbcClient.class).sql("select count(*) from strike.striker where local_id = ?")
        .param(local.id().value())
        .query(Long.class)
        .single());
  }

  @Test
  void isOutOnceHoweverManySayItAtOnce(FoundedLocal local) throws Exception {
    var strike = RentStrike.begun(local, 4, StepKind.STRIKE);
    var work = new ArrayList<Callable<Boolean>>();
    for (int times = 0; times < 4; times++) {
      strike.people()
          .forEach(person -> work.add(() -> local.write(() -> part(StrikeList.class).out(strike.step(), person,
              today()))));
    }
    try (var many = Executors.newFixedThreadPool(6)) {
      for (var one : many.invokeAll(work)) {
        assertThat(one.get()).isTrue();
      }
    }
    assertThat(rows(local)).isEqualTo(4);
  }

  @Test
  void takesNothingAfterTheEnd(FoundedLocal local) {
    var strike = RentStrike.begun(local, 2, StepKind.STRIKE);
    var member = strike.member(Role.MEMBER).visitor();
    strike.organiser().post(strike.path("/ending"), "on", today().toString());
    assertThat(member.post(strike.path("/out")).status()).isEqualTo(404);
    assertThat(member.get(strike.path("")).body()).doesNotContain("I am out");
    assertThat(local.write(() -> part(StrikeList.class).out(strike.step(), strike.people().getFirst(), today())))
        .isFalse();
    assertThat(rows(local)).isZero();
  }
}
