// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.cards;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.groundwork.roll.OwnData;
import org.groundwork.roll.PersonForgotten;
import org.groundwork.roll.PersonInUse;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is kept of a member's payments by card for themself, and what becomes of it with their record: whatever repeats ends,
 * whatever is open closes, and nothing says any more whose it was.
 */
final class CardsForgotten implements PersonForgotten, PersonInUse, OwnData {
  private static final int MOST = 500;
  private static final Map<CardIntent.State, String> STATES = Map.of(CardIntent.State.ASKED, "card-pay.state.asked",
      CardIntent.State.OPEN, "card-pay.state.open", CardIntent.State.PENDING, "card-pay.state.pending",
      CardIntent.State.PAID, "card-pay.state.paid", CardIntent.State.RUNNING, "card-pay.state.running",
      CardIntent.State.STOPPING, "card-pay.state.stopping", CardIntent.State.STOPPED, "card-pay.state.stopped",
      CardIntent.State.FAILED, "card-pay.state.failed", CardIntent.State.EXPIRED, "card-pay.state.expired",
      CardIntent.State.REFUSED, "card-pay.state.refused");
  private final JdbcClient jdbc;
  private final Clock clock;
  private final CardIntents intents;
  private final CardRounds rounds;

  CardsForgotten(JdbcClient jdbc, Clock clock, CardIntents intents, CardRounds rounds) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.intents = intents;
    this.rounds = rounds;
  }

  @Override
  public void forget(UUID person) {
    int theirs = jdbc.sql("""
        update cards.intent set person_id = null, url = null, changed_by = null, changed_at = ?, version = version + 1,
          state = case when state = 'asked' then 'expired'
            when state = 'running' or state = 'pending' and every > 0 then 'stopping' else state end
        where local_id = ? and person_id = ?""")
        .params(Timestamp.from(clock.instant()), CardScope.local(), person)
        .update();
    jdbc.sql("update cards.payment set changed_by = null where local_id = ? and changed_by = ?")
        .params(CardScope.local(), person)
        .update();
    if (theirs > 0 && intents.somethingToEnd()) {
      rounds.endNow();
    }
  }

  @Override
  public boolean inUse(Collection<UUID> people) {
    return jdbc.sql("""
        select exists (select 1 from cards.intent where local_id = ? and person_id in (select unnest(?::uuid[])))""")
        .params(CardScope.local(), people.toArray(UUID[]::new))
        .query(Boolean.class)
        .single();
  }

  @Override
  public int order() { return 62; }

  @Override
  public List<Section> about(UUID person) {
    var entries = new ArrayList<Entry>();
    for (CardIntent each : intents.of(person, MOST)) {
      entries.add(new Entry(List.of(new Fact("at", "own.by-card.at", new Moment(each.askedAt())),
          new Fact("amount-minor", "own.by-card.amount", new Count(each.amount())),
          new Fact("every-months", "own.by-card.every", new Count(each.every())),
          new Fact("state", "own.by-card.state",
              new Word(each.state().key(), STATES.getOrDefault(each.state(), "card-pay.state.open"))),
          new Fact("at-stripe", "own.by-card.mark", new Text(each.id().toString())))));
    }
    return entries.isEmpty() ? List.of() : List.of(new Section("card-payments", "own.by-card", entries));
  }

  @Override
  public List<String> stays() { return List.of("own.by-card.stays"); }
}
