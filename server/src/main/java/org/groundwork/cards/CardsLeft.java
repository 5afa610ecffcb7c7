// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.cards;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.groundwork.roll.PersonLeft;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whoever leaves is not charged any more: what repeats ends at Stripe, also where its first money is still on its way, and a
 * page on which something would begin to repeat is closed. They cannot reach the button for it themselves once they have left.
 */
final class CardsLeft implements PersonLeft {
  private final JdbcClient jdbc;
  private final Clock clock;
  private final CardIntents intents;
  private final CardRounds rounds;

  CardsLeft(JdbcClient jdbc, Clock clock, CardIntents intents, CardRounds rounds) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.intents = intents;
    this.rounds = rounds;
  }

  @Override
  public void left(UUID person) {
    int theirs = jdbc.sql("""
        update cards.intent i set changed_by = ?::uuid, changed_at = ?, version = i.version + 1,
          url = case when i.state = 'asked' then null else i.url end,
          state = case i.state when 'asked' then 'expired' when 'open' then 'open' else 'stopping' end
        where i.local_id = ? and i.every > 0 and i.state in ('asked', 'open', 'pending', 'running') and i.person_id in (
          select n.id from roll.api_person_now n where n.local_id = ? and n.person_id = ?)""")
        .param(CardScope.author())
        .params(Timestamp.from(clock.instant()), CardScope.local(), CardScope.local(), person)
        .update();
    if (theirs > 0 && intents.somethingToEnd()) {
      rounds.endNow();
    }
  }
}
