// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.gifts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.groundwork.roll.OwnData;
import org.groundwork.roll.PersonForgotten;
import org.groundwork.roll.PersonInUse;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is kept of a member's gifts for themself, and what stays when their record is deleted: the sum and the day. */
final class GiftsForgotten implements PersonForgotten, PersonInUse, OwnData {
  private static final int MOST = 500;
  private final JdbcClient jdbc;
  private final Gifts gifts;

  GiftsForgotten(JdbcClient jdbc, Gifts gifts) {
    this.jdbc = jdbc;
    this.gifts = gifts;
  }

  @Override
  public void forget(UUID person) {
    jdbc.sql("""
        update gifts.gift set person_id = null, note = null, because = null,
          giver_index = case when giver is null then null else giver_index end
        where local_id = ? and person_id = ?""")
        .params(Scope.local(), person)
        .update();
    jdbc.sql("update gifts.gift set recorded_by = null where local_id = ? and recorded_by = ?")
        .params(Scope.local(), person)
        .update();
  }

  @Override
  public boolean inUse(Collection<UUID> people) {
    return jdbc.sql("""
        select exists (select 1 from gifts.gift where local_id = :local
          and (person_id in (select unnest(:people::uuid[])) or recorded_by in (select unnest(:people::uuid[]))))""")
        .param("local", Scope.local())
        .param("people", people.toArray(UUID[]::new))
        .query(Boolean.class)
        .single();
  }

  @Override
  public int order() { return 61; }

  @Override
  public List<Section> about(UUID person) {
    var entries = new ArrayList<Entry>();
    for (Gift gift : gifts.of(person, MOST)) {
      entries.add(new Entry(List.of(new Fact("on", "own.gifts.on", new Day(gift.on())),
          new Fact("amount-minor", "own.gifts.amount", new Count(gift.amount())),
          new Fact("state", "own.gifts.state",
              new Word(gift.state().key(), STATES.getOrDefault(gift.state(), "gifts.state.held"))),
          new Fact("note", "own.gifts.note", new Text(gift.note())))));
    }
    return entries.isEmpty() ? List.of() : List.of(new Section("gifts", "own.gifts", entries));
  }

  @Override
  public List<String> stays() { return List.of("own.gifts.stays"); }

  private static final java.util.Map<Gift.State, String> STATES = java.util.Map.of(Gift.State.TAKEN,
      "gifts.state.taken",
      Gift.State.HELD, "gifts.state.held", Gift.State.TO_RETURN, "gifts.state.to-return", Gift.State.RETURNED,
      "gifts.state.returned");
}
