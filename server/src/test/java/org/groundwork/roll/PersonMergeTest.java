// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.groundwork.platform.access.Reach;
import org.groundwork.platform.access.Role;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Records that may be one human: found with a reason, made one, parted again. */
class PersonMergeTest {
  private final House.Member founder = House.found("Ana");
  private final UUID site = founder.building("1 Elm Street", 6);

  @Test
  void findsPairsByNumberAddressAndCloseNamesWithTheReason() {
    founder.contact(site, "3B", known("Maria", "555-0101", ""));
    founder.contact(site, "4C", known("Pedro", "5550101", ""));
    founder.contact(site, "2A", known("Lena", "", "Lena@Example.org"));
    founder.contact(site, "2B", known("Helena", "", "lena@example.org"));
    founder.contact(site, "5A", known("Juan Perez", "", ""));
    founder.contact(site, "5A", known("Juan Peres", "", ""));
    founder.contact(site, "", known("Oksana", "", ""));
    founder.contact(site, "6A", known("Oksanna", "", ""));
    founder.contact(site, "6B", known("Mohamed", "", ""));
    founder.contact(site, "6C", known("Mohamed", "", ""));
    assertThat(pairs()).extracting(pair -> pair.one().name() + "/" + pair.two().name(), PersonDuplicates.Pair::reason)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("Maria/Pedro", PersonDuplicates.Reason.SAME_PHONE),
            org.assertj.core.groups.Tuple.tuple("Lena/Helena", PersonDuplicates.Reason.SAME_MAIL),
            org.assertj.core.groups.Tuple.tuple("Juan Perez/Juan Peres", PersonDuplicates.Reason.SAME_UNIT),
            org.assertj.core.groups.Tuple.tuple("Oksana/Oksanna", PersonDuplicates.Reason.SAME_SITE));
  }

  @Test
  void asksNoMoreAboutTwoPeopleWhoShareANumber() {
    UUID one = founder.contact(site, "3B", known("Maria", "555 0101", ""));
    UUID two = founder.contact(site, "3B", known("Pedro", "555 0101", ""));
    var browser = founder.browser();
    assertThat(browser.get(founder.at("people/twice")).body()).contains("The same phone number");
    browser.post(founder.at("people/twice"), "one", two.toString(), "two", one.toString(), "act", "two");
    assertThat(pairs()).isEmpty();
  }

  /** Who stands for each of these records now, as other modules read it. */
  private List<UUID> now(UUID... records) {
    return founder.does(() -> List.of(records)
        .stream()
        .map(record -> House.part(JdbcClient.class)
            .sql("select person_id from roll.api_person_now where local_id = ? and id = ?")
            .params(founder.local().id().value(), record)
            .query(UUID.class)
            .single())
        .toList());
  }

  @Test
  void saysWhoStandsForARecordOverAnyNumberOfMerges() {
    var records = List.of("2A", "2B", "2C", "3A", "3B")
        .stream()
        .map(door -> founder.contact(site, door, known("Maria " + door, "", "")))
        .toList();
    UUID last = records.getLast();
    var sets = new java.util.ArrayList<UUID>();
    for (int at = 0; at < 4; at++) {
      UUID into = records.get(at + 1);
      UUID other = records.get(at);
      sets.add(founder.does(() -> House.part(PersonMerge.class).merge(into, other)).orElseThrow());
    }
    assertThat(now(records.toArray(UUID[]::new))).containsOnly(last);

    assertThat(founder.does(() -> House.part(PersonMerge.class).undo(sets.get(3)))).isTrue();
    assertThat(now(records.toArray(UUID[]::new))).containsExactly(records.get(3), records.get(3), records.get(3),
        records.get(3), last);
    assertThat(founder.does(() -> House.part(PersonMerge.class).undo(sets.get(2)))).isTrue();
    assertThat(now(records.toArray(UUID[]::new))).containsExactly(records.get(2), records.get(2), records.get(2),
        records.get(3), last);
  }

  @Test
  void restoresBothRecordsExactlyWhenAMergeIsTakenBack() {
    UUID one = founder.contact(site, "3B", known("Maria", "", ""));
    UUID two = founder.contact(site, "4C", known("Maria L", "555 0101", "m@example.org"));
    var before = List.of(content(one), content(two));
    var browser = founder.browser();
    browser.post(founder.at("people/twice"), "one", one.toString(), "two", two.toString(), "act", "merge");
    var merged = founder.record(one);
    assertThat(merged.known().phone()).contains("555 0101");
    assertThat(founder.does(() -> House.part(PersonRecords.class).places(one))).hasSize(2);
    assertThat(browser.get(founder.at("people/" + two)).status()).isEqualTo(404);
    assertThat(browser.get(founder.at("people")).body()).doesNotContain(">Maria L<");
    String page = browser.get(founder.at("people/" + one)).body();
    assertThat(page).contains("Also written down as Maria L");
    UUID set = founder.does(() -> House.part(PersonMerge.class).into(one)).getFirst().changeSet();
    browser.post(founder.at("people/" + one + "/part"), "set", set.toString());
    assertThat(List.of(content(one), content(two))).isEqualTo(before);
    assertThat(browser.post(founder.at("people/" + one + "/part"), "set", set.toString()).status()).isEqualTo(409);
  }

  @Test
  void keepsWhatWasWrittenSinceWhenAMergeIsTakenBack() {
    UUID one = founder.contact(site, "3B", known("Maria", "", ""));
    UUID two = founder.contact(site, "4C", known("Maria L", "555 0101", ""));
    UUID set = founder.does(() -> House.part(PersonMerge.class).merge(one, two)).orElseThrow();
    founder.does(() -> House.part(PersonRecords.class)
        .save(one, founder.record(one).version(),
            known("Maria", "555 9999", ""), true));
    assertThat(founder.does(() -> House.part(PersonMerge.class).undo(set))).isTrue();
    assertThat(founder.record(one).known().phone()).contains("555 9999");
    assertThat(founder.record(two).mergedInto()).isEmpty();
    assertThat(founder.does(() -> House.part(PersonRecords.class).places(two))).hasSize(1);
  }

  @Test
  void keepsTheRecordThatHasJoinedAndRefusesTwoMembers() {
    UUID contact = founder.contact(site, "3B", known("Ana", "", ""));
    assertThat(founder.does(() -> House.part(PersonMerge.class).merge(contact, founder.person()))).isPresent();
    assertThat(founder.record(founder.person()).mergedInto()).isEmpty();
    assertThat(founder.record(contact).mergedInto()).contains(founder.person());
    var member = founder.with(new Reach.WholeLocal(), Role.MEMBER);
    assertThat(founder.does(() -> House.part(PersonMerge.class).merge(founder.person(), member.person()))).isEmpty();
  }

  @Test
  void refusesToPartARecordThatWasItselfMergedOn() {
    UUID one = founder.contact(site, "3B", known("Maria", "", ""));
    UUID two = founder.contact(site, "4C", known("Maria L", "", ""));
    UUID three = founder.contact(site, "5C", known("Maria Lo", "", ""));
    UUID first = founder.does(() -> House.part(PersonMerge.class).merge(one, two)).orElseThrow();
    UUID second = founder.does(() -> House.part(PersonMerge.class).merge(three, one)).orElseThrow();
    assertThat(founder.does(() -> House.part(PersonMerge.class).undo(first))).isFalse();
    assertThat(founder.does(() -> House.part(PersonMerge.class).undo(second))).isTrue();
    assertThat(founder.does(() -> House.part(PersonMerge.class).undo(first))).isTrue();
    assertThat(founder.does(() -> House.part(Contacts.class).delete(two))).isTrue();
  }

  @Test
  void makesOneMergeOfTwoThatComeAtOnceFromBothSides() throws Exception {
    UUID one = founder.contact(site, "3B", known("Maria", "", ""));
    UUID two = founder.contact(site, "4C", known("Maria L", "", ""));
    try (var threads = Executors.newFixedThreadPool(2)) {
      Callable<Optional<UUID>> there = () -> founder.does(() -> House.part(PersonMerge.class).merge(one, two));
      Callable<Optional<UUID>> back = () -> founder.does(() -> House.part(PersonMerge.class).merge(two, one));
      int merges = 0;
      for (var outcome : threads.invokeAll(List.of(there, back))) {
        merges += outcome.get().isPresent() ? 1 : 0;
      }
      assertThat(merges).isEqualTo(1);
    }
  }

  @Test
  void obeysTheStrictestRulesOfRecordsMadeOne() {
    UUID one = founder.contact(site, "3B", known("Maria", "", ""));
    UUID two = founder.contact(site, "3B", known("Maria L", "", ""));
    founder.does(() -> {
      var safe = House.part(SafeContact.class);
      safe.set(one, new SafeContact.Rules(0, Set.of(SafeContact.Channel.CALL, SafeContact.Channel.TEXT), List.of(),
          true, true, ""));
      safe.set(two, new SafeContact.Rules(0, Set.of(SafeContact.Channel.TEXT), List.of(), true, false, ""));
      House.part(PersonMerge.class).merge(one, two);
      return House.part(PersonRecords.class).save(one, 2, known("Maria", "", ""), true);
    });
    var noon = java.time.Instant.parse("2026-03-02T17:00:00Z");
    assertThat(founder.does(() -> House.part(SafeContact.class).mayReach(one, SafeContact.Channel.CALL, noon)))
        .isEqualTo(new SafeContact.Answer.NotThisWay());
    assertThat(founder.does(() -> House.part(SafeContact.class).mayReach(one, SafeContact.Channel.TEXT, noon)))
        .isEqualTo(new SafeContact.Answer.Yes(true, false));
  }

  private List<PersonDuplicates.Pair> pairs() {
    return founder.does(() -> House.part(PersonDuplicates.class).pairs(Optional.empty(), Optional.of(site)));
  }

  /** Everything of a record and its places but the marks of who changed it when. */
  private String content(UUID person) {
    return founder.does(() -> House.part(JdbcClient.class)
        .sql("""
        select (to_jsonb(p) - 'version' - 'changed_at' - 'changed_by')::text || coalesce((
          select string_agg((to_jsonb(q) - 'version' - 'changed_at' - 'changed_by')::text, ' ' order by q.id)
          from roll.position q where q.local_id = p.local_id and q.person_id = p.id), '')
        from roll.person p where p.local_id = ? and p.id = ?""")
        .params(founder.local().id().value(), person)
        .query(String.class)
        .single());
  }

  private static People.Known known(String name, String phone, String mail) {
    return new People.Known(name, Optional.of(phone).filter(p -> !p.isEmpty()),
        Optional.of(mail).filter(m -> !m.isEmpty()), "");
  }
}
