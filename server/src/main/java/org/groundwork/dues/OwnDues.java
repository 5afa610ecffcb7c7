// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.roll.OwnData;

/** What is kept of somebody's dues, for themself. */
final class OwnDues implements OwnData {
  private static final int MOST = 500;
  private final Plans plans;
  private final Choices choices;
  private final Charges charges;
  private final Payments payments;
  private final Waivers waivers;
  private final Talks talks;

  OwnDues(Plans plans, Choices choices, Charges charges, Payments payments, Waivers waivers, Talks talks) {
    this.plans = plans;
    this.choices = choices;
    this.charges = charges;
    this.payments = payments;
    this.waivers = waivers;
    this.talks = talks;
  }

  @Override
  public int order() { return 60; }

  @Override
  public List<Section> about(UUID person) {
    var sections = new ArrayList<Section>();
    add(sections, "dues-rate", "own.dues.rate", choices.of(person).map(this::choice).stream().toList());
    add(sections, "dues-charges", "own.dues.charges", charges.of(person, MOST).stream().map(OwnDues::charge).toList());
    add(sections, "dues-payments", "own.dues.payments",
        payments.of(person, MOST).stream().map(OwnDues::payment).toList());
    add(sections, "dues-waivers", "own.dues.waivers", waivers.of(person).stream().map(OwnDues::waiver).toList());
    add(sections, "dues-talks", "own.dues.talks",
        talks.all(person)
            .stream()
            .map(day -> new Entry(List.of(new Fact("on", "own.dues.on", new Day(day)))))
            .toList());
    return sections;
  }

  @Override
  public List<String> stays() { return List.of("own.dues.stays"); }

  private static void add(List<Section> sections, String name, String title, List<Entry> entries) {
    if (!entries.isEmpty()) {
      sections.add(new Section(name, title, entries));
    }
  }

  private Entry choice(Choices.Choice choice) {
    var facts = new ArrayList<Fact>();
    plans.open()
        .stream()
        .flatMap(plan -> plan.rates().stream())
        .filter(rate -> rate.id().equals(choice.rate()))
        .findFirst()
        .ifPresent(rate -> facts.add(new Fact("rate", "own.dues.rate.chosen", new Text(rate.name()))));
    choice.monthly().ifPresent(sum -> facts.add(new Fact("monthly-minor", "own.dues.monthly", new Count(sum))));
    facts.add(new Fact("on", "own.dues.on", new Day(choice.on())));
    return new Entry(facts);
  }

  private static Entry charge(Charge charge) {
    return new Entry(List.of(new Fact("period", "own.dues.period", new Day(charge.period())),
        new Fact("due", "own.dues.due", new Day(charge.due())),
        new Fact("months", "own.dues.months", new Count(charge.months())),
        new Fact("amount-minor", "own.dues.amount", new Count(charge.amount())),
        new Fact("settled-minor", "own.dues.settled", new Count(charge.settled())),
        new Fact("kind", "own.dues.kind", new Word(charge.kind().key(), KINDS.getOrDefault(charge.kind(), "")))));
  }

  private static final Map<Charge.Kind, String> KINDS = Map.of(Charge.Kind.DUE, "own.dues.kind.due", Charge.Kind.FREE,
      "own.dues.kind.free", Charge.Kind.WAIVED, "own.dues.kind.waived", Charge.Kind.BROUGHT, "own.dues.kind.brought");

  private static Entry payment(Payment paid) {
    var facts = new ArrayList<Fact>(List.of(new Fact("on", "own.dues.on", new Day(paid.on())),
        new Fact("amount-minor", "own.dues.amount", new Count(paid.amount())),
        new Fact("receipt", "own.dues.receipt", new Text(paid.receipt()))));
    paid.undone().ifPresent(day -> facts.add(new Fact("undone", "own.dues.undone", new Day(day))));
    Optional.of(paid.note())
        .filter(note -> !note.isEmpty())
        .ifPresent(note -> facts.add(new Fact("note", "own.dues.note", new Text(note))));
    return new Entry(facts);
  }

  private static Entry waiver(Waivers.Waiver waiver) {
    var facts = new ArrayList<Fact>(List.of(new Fact("from", "own.dues.from", new Day(waiver.from())),
        new Fact("until", "own.dues.until", new Day(waiver.until()))));
    if (!waiver.words().isEmpty()) {
      facts.add(new Fact("words", "own.dues.words", new Text(waiver.words())));
    }
    return new Entry(facts);
  }
}
