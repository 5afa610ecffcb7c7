// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.reinforcement;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.database.DatabaseRole;
import org.groundwork.platform.history.ChangeSets;
import org.groundwork.platform.jobs.Jobs;
import org.groundwork.roll.People;
import org.groundwork.roll.PersonMerge;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whom a call asks, in which order, and how it widens. */
@ExtendWith(ProductExtension.class)
class WavesTest {
  private static final ZoneId ZONE = ZoneId.of("America/New_York");

  /** Puts two places that are in a register into one network of the local. */
  private static void oneNetwork(FoundedLocal local, String... registered) throws SQLException {
    try (var owner = Product.shared().connection(DatabaseRole.OWNER);
        var statement = owner.prepareStatement("insert into target.local_network values (?, ?, ?)")) {
      for (String site : registered) {
        statement.setObject(1, local.id().value());
        statement.setString(2, site);
        statement.setString(3, "n-" + registered[0]);
        statement.executeUpdate();
      }
    }
  }

  @Test
  void asksThoseOfThePlaceThenOfTheSameOwnerThenOfTheSamePartOfTownThenTheRest(FoundedLocal local) throws SQLException {
    String one = "r" + UUID.randomUUID();
    String two = "r" + UUID.randomUUID();
    UUID here = Called.place(local, "1 Quill Row", Optional.of(one));
    UUID sister = Called.place(local, "2 Elm Street", Optional.of(two));
    oneNetwork(local, one, two);
    UUID rest = Called.ready(local, Optional.empty(), "Elsewhere", 0);
    UUID near = Called.ready(local, Optional.empty(), "quillfeather-heights", 0);
    UUID same = Called.ready(local, Optional.of(sister), "Elsewhere", 0);
    UUID own = Called.ready(local, Optional.of(here), "", 0);
    var called = Called.made(local, Called.of(Reinforcement.Urgency.NOW, 1, Optional.of(here)));
    assertThat(called.people()).as("three for the one who is needed, in this order").containsExactly(own, same, near);
    assertThat(called.more()).isEqualTo(1);
    assertThat(called.people()).containsExactly(own, same, near, rest);
    assertThat(called.asked()).extracting(Asked::wave).containsExactly(1, 1, 1, 2);
    assertThat(called.more()).as("nobody is left").isZero();
  }

  @Test
  void asksThreeTimesTheNeedLessThoseWhoSaidYesAndNobodyTwice(FoundedLocal local) {
    for (int i = 0; i < 20; i++) {
      Called.ready(local);
    }
    var called = Called.now(local, 4);
    assertThat(called.people()).hasSize(12).doesNotHaveDuplicates();
    called.yes(called.people().get(0));
    called.yes(called.people().get(0));
    called.yes(called.people().get(1));
    assertThat(called.more()).as("8 are left, 10 would be asked").isEqualTo(8);
    assertThat(called.people()).hasSize(20).doesNotHaveDuplicates();
  }

  @Test
  void asksOneWaveForTwoTaps(FoundedLocal local) {
    for (int i = 0; i < 12; i++) {
      Called.ready(local);
    }
    var called = Called.now(local, 1);
    assertThat(local.<Integer>write(() -> Called.part(Waves.class).next(called.id(), 1))).isEqualTo(3);
    assertThat(local.<Integer>write(() -> Called.part(Waves.class).next(called.id(), 1))).isZero();
    assertThat(called.people()).hasSize(6);
  }

  @Test
  void asksNobodyWhenEnoughAreComing(FoundedLocal local) {
    for (int i = 0; i < 8; i++) {
      Called.ready(local);
    }
    var called = Called.now(local, 1);
    called.yes(called.people().getFirst());
    assertThat(called.more()).isZero();
  }

  @Test
  void asksOnlyThoseWhoCanAndMay(FoundedLocal local) {
    UUID site = Called.place(local, "3 Quill Row", Optional.empty());
    UUID medic = Called.ready(local, Optional.of(site), "", Reinforcement.Need.MEDICS.bit());
    UUID driver = Called.ready(local, Optional.of(site), "", Reinforcement.Need.DRIVERS.bit());
    UUID boss = Called.ready(local, Optional.of(site), "", 15);
    Called.lives(local, boss, site, true);
    UUID left = Called.ready(local, Optional.of(site), "", 15);
    local.write(() -> Called.part(JdbcClient.class)
        .sql("update roll.membership set state = 'left' where local_id = ? and person_id = ?")
        .params(local.id().value(), left)
        .update());
    UUID caller = local.founder().id();
    Called.ready(local, caller, Optional.of(site), "", 15);
    var usual = Called.of(Reinforcement.Urgency.NOW, 5, Optional.of(site));
    var called = Called.made(local, new Reinforcements.NewCall(usual.urgency(), Reinforcement.Need.MEDICS, 5,
        usual.title(), usual.area(), usual.place(), usual.when(), usual.ties()));
    assertThat(called.people()).containsExactly(medic).doesNotContain(driver, boss, left, caller);
  }

  @Test
  void asksOnlyThoseWhoCanAtThatHour(FoundedLocal local) {
    Instant friday = Called.now()
        .atZone(ZONE)
        .with(TemporalAdjusters.next(DayOfWeek.FRIDAY))
        .withHour(19)
        .withMinute(0)
        .toInstant();
    UUID evenings = Called.member(local, Optional.empty());
    Called.say(local, evenings, new Ready(Optional.empty(), "",
        Slots.of(EnumSet.of(DayOfWeek.FRIDAY), EnumSet.of(Slots.Part.EVENING)), 0));
    UUID mornings = Called.member(local, Optional.empty());
    Called.say(local, mornings, new Ready(Optional.empty(), "",
        Slots.of(EnumSet.of(DayOfWeek.FRIDAY), EnumSet.of(Slots.Part.MORNING)), 0));
    UUID otherDay = Called.member(local, Optional.empty());
    Called.say(local, otherDay, new Ready(Optional.empty(), "",
        Slots.of(EnumSet.of(DayOfWeek.SATURDAY), EnumSet.of(Slots.Part.EVENING)), 0));
    UUID takenBack = Called.ready(local);
    local.write(() -> {
      Called.part(ReadyList.class).takeBack(takenBack);
      return true;
    });
    var usual = Called.of(Reinforcement.Urgency.PLANNED, 5, Optional.empty());
    var called = Called.made(local, new Reinforcements.NewCall(usual.urgency(), usual.need(), 5, usual.title(),
        usual.area(), usual.place(), new Reinforcement.When(friday, friday.plus(Duration.ofHours(2)), ZONE),
        usual.ties()));
    assertThat(called.people()).containsExactly(evenings);
  }

  @Test
  void asksNobodyMoreOftenThanTwiceAWeekOverAllCalls(Product product, FoundedLocal local) {
    UUID person = Called.ready(local);
    assertThat(Called.now(local, 1).people()).containsExactly(person);
    assertThat(Called.rapidOut(local, 1).people()).as("urgent ones count too").containsExactly(person);
    assertThat(Called.now(local, 1).people()).isEmpty();
    product.clock().advance(Duration.ofDays(8));
    assertThat(Called.now(local, 1).people()).containsExactly(person);
  }

  @Test
  void beginsItsRoundAtAnotherPlaceEachTimeAndAtTheSameForOneCall(FoundedLocal local) {
    for (int i = 0; i < 24; i++) {
      Called.ready(local);
    }
    var first = new HashSet<UUID>();
    for (int i = 0; i < 6; i++) {
      var called = Called.now(local, 1);
      first.add(called.people().getFirst());
      assertThat(ranked(called)).as("the round goes on where this call's begins")
          .isEqualTo(inTurn(called))
          .isNotEmpty();
    }
    assertThat(first).as("different people come first").hasSizeGreaterThan(1);
  }

  /** Who is still to be asked, in the order of the lots from where the call's round begins. */
  private static List<UUID> inTurn(Called called) {
    return called.local()
        .read(() -> Called.part(JdbcClient.class)
            .sql("""
                select r.person_id from reinforcement.ready r where r.local_id = :local
                  and r.person_id not in (select a.person_id from reinforcement.asked a
                    where a.local_id = :local and a.call_id = :call)
                  and (select count(*) from reinforcement.asked a
                    where a.local_id = :local and a.person_id = r.person_id) < 2
                order by r.lot < :start, r.lot, r.person_id""")
            .param("local", called.local().id().value())
            .param("call", called.id())
            .param("start", (int) called.id().getLeastSignificantBits())
            .query((rs, i) -> rs.getObject(1, UUID.class))
            .list());
  }

  private static List<UUID> ranked(Called called) {
    return called.local()
        .read(() -> Called.part(Waves.class)
            .bound(Called.part(JdbcClient.class).sql(Waves.RANK), called.is(), 50)
            .query((rs, i) -> rs.getObject(1, UUID.class))
            .list());
  }

  @Test
  void asksAMergedPersonOnceAndByTheRecordThatStands(FoundedLocal local) {
    UUID person = Called.ready(local);
    UUID twin = local.write(() -> Called.part(People.class)
        .addContact(Called.part(ChangeSets.class).open("test"),
            new People.Known("Neighbour", Optional.empty(), Optional.empty(), "")));
    Called.ready(local, twin, Optional.empty(), "", 0);
    assertThat(local.write(() -> Called.part(PersonMerge.class).merge(person, twin))).isPresent();
    var called = Called.now(local, 3);
    assertThat(called.people()).hasSize(1);
    assertThat(local.read(() -> Called.part(ReadyList.class).of(called.people().getFirst()))).isPresent();
  }

  @Test
  void widensByItselfWhereItIsUrgent(Product product, FoundedLocal local) {
    for (int i = 0; i < 9; i++) {
      Called.ready(local);
    }
    var called = Called.now(local, 1);
    Called.round(local);
    assertThat(called.people()).as("not yet").hasSize(3);
    product.clock().advance(Duration.ofMinutes(21));
    Called.round(local);
    Called.round(local);
    assertThat(called.people()).hasSize(6);
    called.yes(called.people().getFirst());
    product.clock().advance(Duration.ofMinutes(21));
    Called.round(local);
    assertThat(called.people()).as("enough are coming").hasSize(6);
    assertThat(startsARound(local)).as("and nothing is due each minute").isFalse();
    called.no(called.people().getFirst());
    product.clock().advance(Duration.ofMinutes(21));
    assertThat(startsARound(local)).as("somebody is missing again").isTrue();
    Called.round(local);
    assertThat(called.people()).hasSize(9);
  }

  @Test
  void triesAgainAfterAWaveThatFoundNobody(Product product, FoundedLocal local) {
    var called = Called.now(local, 1);
    assertThat(called.people()).isEmpty();
    product.clock().advance(Duration.ofMinutes(21));
    Called.round(local);
    assertThat(called.is().times().waves()).as("nobody was asked").isZero();

    UUID late = Called.ready(local);
    product.clock().advance(Duration.ofMinutes(21));
    Called.round(local);
    assertThat(called.people()).containsExactly(late);
  }

  @Test
  void widensHourlyForTodayAndDailyForWhatIsPlanned(Product product, FoundedLocal local) {
    for (int i = 0; i < 12; i++) {
      Called.ready(local);
    }
    var usual = Called.of(Reinforcement.Urgency.PLANNED, 1, Optional.empty());
    var planned = Called.made(local, new Reinforcements.NewCall(usual.urgency(), usual.need(), 1, usual.title(),
        usual.area(), usual.place(), new Reinforcement.When(Called.now().plus(Duration.ofDays(3)),
            Called.now().plus(Duration.ofDays(3)).plus(Duration.ofHours(2)), ZONE),
        usual.ties()));
    var today = Called.made(local, Called.of(Reinforcement.Urgency.TODAY, 1, Optional.empty()));
    product.clock().advance(Duration.ofMinutes(59));
    Called.round(local);
    assertThat(today.people()).hasSize(3);
    product.clock().advance(Duration.ofMinutes(2));
    Called.round(local);
    assertThat(today.people()).hasSize(6);
    assertThat(planned.people()).hasSize(3);
    product.clock().advance(Duration.ofHours(24));
    Called.round(local);
    assertThat(planned.people()).hasSize(6);
    Called.round(local);
    assertThat(planned.people()).as("once a day").hasSize(6);
  }

  private static boolean startsARound(FoundedLocal local) {
    return local.write(() -> Called.part(ReinforcementRound.class).start(Called.part(Jobs.class)));
  }

  @Test
  void ranksByItsIndexes(FoundedLocal local) throws SQLException {
    var called = Called.now(local, 5);
    try (var owner = Product.shared().connection(DatabaseRole.OWNER); var statement = owner.createStatement()) {
      statement.execute("""
          insert into roll.person (local_id, id, name, name_tokens, state, created_at, changed_at)
          select '%1$s', gen_random_uuid(), '\\x00', '{}', 'member', now(), now() from generate_series(1, 20000)"""
          .formatted(local.id().value()));
      statement.execute("""
          insert into roll.membership (local_id, id, person_id, kind, state, since, changed_at)
          select p.local_id, gen_random_uuid(), p.id, 'member', 'active', current_date, now() from roll.person p
          where p.local_id = '%1$s' and p.name = '\\x00'""".formatted(local.id().value()));
      statement.execute("""
          insert into reinforcement.ready (local_id, person_id, slots, can, lot, changed_at)
          select p.local_id, p.id, 268435455, 0, ('x' || left(md5(p.id::text), 8))::bit(32)::int, now()
          from roll.person p where p.local_id = '%1$s' and p.name = '\\x00'""".formatted(local.id().value()));
      statement.execute("vacuum (analyze) roll.person, roll.membership, reinforcement.ready");
    }
    assertThat(ranked(called)).hasSize(50);
    var plan = new ArrayList<String>();
    local.read(() -> plan.addAll(Called.part(Waves.class)
        .bound(Called.part(JdbcClient.class).sql("explain " + Waves.RANK), called.is(), 50)
        .query(String.class)
        .list()));
    assertThat(String.join("\n", plan)).contains("ready_by_lot", "ready_in_area")
        .doesNotContain("Seq Scan on ready");
  }
}
