// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.Reach;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.jobs.JobState;
import org.groundwork.platform.jobs.Jobs;
import org.groundwork.platform.jobs.RecurringStart;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.support.Product;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is kept no longer goes by itself, every day, with every image and every record that was merged into it. */
class ForgettingTest {
  private final House.Member founder = House.found("Ana");
  private final UUID site = founder.building("1 Elm Street", 6);

  @Test
  void isStartedEveryNight() {
    assertThat(Product.shared().beans(RecurringStart.class).values())
        .anySatisfy(start -> {
          assertThat(start.name()).isEqualTo("daily-forgetting");
          assertThat(start.cron()).isEqualTo("0 15 3 * * *");
        });
  }

  @Test
  void deletesWhoseDayHasComeAndKeepsWhoJoinedOrWasTalkedTo() {
    UUID silent = founder.contact(site, "Silent", "1A");
    UUID merged = founder.contact(site, "Silent S", "1A");
    UUID joined = founder.contact(site, "Joined", "1B");
    UUID talked = founder.contact(site, "Talked", "1C");
    founder.merge(silent, merged);
    founder.does(() -> {
      var changes = House.part(org.groundwork.platform.history.ChangeSets.class);
      House.part(Memberships.class).join(changes.open("test"), joined, Memberships.Kind.MEMBER);
      return true;
    });
    var member = founder.with(new Reach.WholeLocal(), Role.MEMBER);
    founder.does(() -> House.part(Departure.class).leave(member.person()));
    Product.shared().clock().advance(Duration.ofDays(190));
    var today = java.time.LocalDate.now(Product.shared().clock());
    founder.does(() -> {
      House.part(Contacts.class).talkedTo(talked, today.minusDays(10));
      return true;
    });
    ran();
    assertThat(there(silent)).isFalse();
    assertThat(there(merged)).as("the record merged into it").isFalse();
    assertThat(List.of(there(joined), there(talked), there(member.person()))).containsOnly(true);
    assertThat(founder.does(() -> House.part(JdbcClient.class)
        .sql("select count(*) from platform.change where local_id = ? and row_id = any(?) and before is not null")
        .params(founder.local().id().value(), new UUID[]{silent, merged})
        .query(Long.class)
        .single())).isZero();
    Product.shared().clock().advance(Duration.ofDays(180));
    ran();
    assertThat(there(talked)).isFalse();
    assertThat(there(member.person())).as("a year after leaving").isFalse();
    assertThat(there(joined)).isTrue();
    assertThat(String.join("\n", founder.audited())).contains("contact-deleted", "left-deleted");
  }

  @Test
  void startsOncePerDay() {
    var day = new DailyForgetting.Today(java.time.LocalDate.now(Product.shared().clock()));
    var local = new Locals.Entry(founder.local().id(), founder.local().handle());
    assertThat(start().start(local, day)).isEqualTo(start().start(local, day));
  }

  @Test
  void keepsTheStrictestRulesOfRecordsMergedOneIntoAnother() {
    UUID first = founder.contact(site, "Maria", "3B");
    UUID second = founder.contact(site, "Maria L", "3B");
    UUID third = founder.contact(site, "Maria Lopez", "3B");
    founder.does(() -> House.part(SafeContact.class)
        .set(first, new SafeContact.Rules(0, EnumSet.of(SafeContact.Channel.TEXT), List.of(), true, false, "")));
    founder.merge(second, first);
    founder.merge(third, second);
    founder.does(() -> House.part(PersonRecords.class)
        .save(third, founder.record(third).version(),
            new People.Known("Maria", Optional.of("555"), Optional.empty(), ""), true));
    assertThat(founder.does(() -> House.part(SafeContact.class)
        .mayReach(third, SafeContact.Channel.CALL, Product.shared().clock().instant())))
        .isEqualTo(new SafeContact.Answer.NotThisWay());
  }

  @Test
  void deletesMoreThanItLooksUpAtOnce() {
    int many = Forgetting.AT_ONCE + 3;
    var people = new java.util.ArrayList<UUID>();
    for (int i = 0; i < many; i++) {
      people.add(founder.contact(site, "Somebody " + i, "1A"));
    }
    Product.shared().clock().advance(Duration.ofDays(190));
    ran();
    assertThat(people).noneMatch(this::there);
  }

  private void ran() {
    var day = new DailyForgetting.Today(java.time.LocalDate.now(Product.shared().clock()));
    UUID job = start().start(new Locals.Entry(founder.local().id(), founder.local().handle()), day);
    await().atMost(Duration.ofSeconds(30))
        .until(() -> founder.does(() -> House.part(Jobs.class)
            .view(Optional.of(founder.local().id()), job)
            .orElseThrow()
            .state()) == JobState.DONE);
  }

  private boolean there(UUID person) {
    return founder.does(() -> House.part(PersonRecords.class).find(person)).isPresent();
  }

  private static DailyStart start() {
    return new DailyStart(House.part(Jobs.class), House.part(DailyForgetting.class), House.part(Locals.class),
        House.part(Transactions.class), Product.shared().clock());
  }
}
