// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.roll.OwnData;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells a person for which household they are the contact, and when they were on strike. */
final class OwnStrikes implements OwnData {
  private final JdbcClient jdbc;
  private final Strikes strikes;
  private final RentBook book;
  private final StrikeList list;
  private final StrikersAsked asked;

  OwnStrikes(JdbcClient jdbc, Strikes strikes, RentBook book, StrikeList list, StrikersAsked asked) {
    this.jdbc = jdbc;
    this.strikes = strikes;
    this.book = book;
    this.list = list;
    this.asked = asked;
  }

  @Override
  public int order() { return 45; }

  @Override
  public List<Section> about(UUID person) {
    var rent = jdbc.sql("""
        select w.id from strike.withholding w
        join roll.api_person_now n on n.local_id = w.local_id and n.id = w.person_id
        where w.local_id = ? and n.person_id = ? order by w.id""")
        .params(Tenancy.current().value(), person)
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .list()
        .stream()
        .flatMap(id -> book.byId(id).stream())
        .map(OwnStrikes::household)
        .toList();
    var out = strikes.kept()
        .stream()
        .filter(strike -> strike.rent().isEmpty())
        .flatMap(strike -> Stream.concat(list.of(strike.step(), person).stream().flatMap(OwnStrikes::striker),
            asked.said(strike.step(), person).stream().map(OwnStrikes::said)))
        .toList();
    var sections = new ArrayList<Section>();
    if (!rent.isEmpty()) {
      sections.add(new Section("rent-strike", "own.rent-strike", rent));
    }
    if (!out.isEmpty()) {
      sections.add(new Section("on-strike", "own.strike", out));
    }
    return sections;
  }

  private static Entry household(Withholding unit) {
    var facts = new ArrayList<Fact>();
    facts.add(new Fact("unit", "own.rent-strike.unit", new Text(unit.label())));
    facts.add(new Fact("since", "own.strike.since", new Day(unit.since())));
    facts.add(new Fact("monthly", "own.rent-strike.monthly", new Text(java.math.BigDecimal
        .valueOf(unit.monthly().minor(), Math.max(0, unit.monthly().currency().getDefaultFractionDigits()))
        .toPlainString() + " " + unit.monthly().currency().getCurrencyCode())));
    facts.add(new Fact("held", "own.rent-strike.held", new Word(unit.held().key(),
        "rent-strike.held." + unit.held().key())));
    unit.left().ifPresent(left -> facts.add(new Fact("left", "own.rent-strike.left", new Day(left.on()))));
    return new Entry(facts);
  }

  private static Stream<Entry> striker(Striker striker) {
    return Stream.concat(striker.stints().stream().map(OwnStrikes::stint), striker.days()
        .entrySet()
        .stream()
        .map(day -> new Entry(List.of(new Fact("day", "own.strike.day", new Day(day.getKey())),
            what(day.getValue())))));
  }

  private static Entry said(String answer) {
    return new Entry(
        List.of(new Fact("all-right", "own.strike.asked", new Word(answer, "own.strike.asked." + answer))));
  }

  private static Entry stint(Striker.Stint stint) {
    var facts = new ArrayList<Fact>();
    facts.add(new Fact("since", "own.strike.since", new Day(stint.since())));
    stint.until().ifPresent(until -> facts.add(new Fact("until", "own.strike.until", new Day(until))));
    return new Entry(facts);
  }

  private static Fact what(Striker.What what) {
    return switch (what) {
      case Striker.What.Duty(var task, var _) ->
        new Fact("duty", "own.strike.duty", new Word(task.key(), "on-strike.task." + task.key()));
      case Striker.What.Excused(var reason) ->
        new Fact("excused", "own.strike.excused", new Word(reason.key(), "on-strike.reason." + reason.key()));
    };
  }

  @Override
  public List<String> stays() { return List.of("own.strike.stays"); }
}
