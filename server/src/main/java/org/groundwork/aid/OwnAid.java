// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.roll.OwnData;

/** What is kept of somebody's requests and strike pay, for themself. */
final class OwnAid implements OwnData {
  private final Requests requests;
  private final StrikeShares shares;
  private final ForgottenByAid kept;

  OwnAid(Requests requests, StrikeShares shares, ForgottenByAid kept) {
    this.requests = requests;
    this.shares = shares;
    this.kept = kept;
  }

  @Override
  public int order() { return 62; }

  @Override
  public List<Section> about(UUID person) {
    var sections = new ArrayList<Section>();
    var asked = requests.of(person).stream().map(OwnAid::entry).toList();
    if (!asked.isEmpty()) {
      sections.add(new Section("aid-requests", "own.aid.requests", asked));
    }
    var paid = shares.of(person, kept.steps()).stream().map(OwnAid::entry).toList();
    if (!paid.isEmpty()) {
      sections.add(new Section("strike-pay", "own.aid.strike", paid));
    }
    return sections;
  }

  @Override
  public List<String> stays() { return List.of("own.aid.stays"); }

  private static Entry entry(Request request) {
    var facts = new ArrayList<Fact>();
    facts.add(new Fact("state", "own.aid.state",
        new Word(request.state().key(), "aid.state." + request.state().key())));
    request.wish().ifPresent(wish -> {
      facts.add(new Fact("amount-minor", "own.aid.amount", new Count(wish.amount())));
      facts.add(new Fact("at", "own.aid.at", new Moment(wish.askedAt())));
      wish.told()
          .category()
          .ifPresent(what -> facts.add(new Fact("category", "own.aid.category",
              new Word(what.key(), "aid.category." + what.key()))));
      text(wish.told().payee()).ifPresent(to -> facts.add(new Fact("payee", "own.aid.payee", to)));
      text(wish.told().words()).ifPresent(words -> facts.add(new Fact("words", "own.aid.words", words)));
    });
    request.decision().ifPresent(decision -> {
      facts.add(new Fact("granted-minor", "own.aid.granted", new Count(decision.granted())));
      text(decision.answer()).ifPresent(answer -> facts.add(new Fact("answer", "own.aid.answer", answer)));
    });
    request.paidOn().ifPresent(day -> facts.add(new Fact("paid", "own.aid.paid", new Day(day))));
    return new Entry(facts);
  }

  private static Entry entry(StrikeShare share) {
    return new Entry(List.of(new Fact("amount-minor", "own.aid.amount", new Count(share.amount())),
        new Fact("days", "own.aid.days", new Count(share.days().size())),
        new Fact("last", "own.aid.until", new Day(share.days().getLast()))));
  }

  private static Optional<Value> text(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(new Text(text));
  }
}
