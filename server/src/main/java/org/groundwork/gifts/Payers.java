// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.gifts;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The names under which money comes in, for whoever takes it as something else than a gift. Runs inside the caller's
 * transaction.
 */
public final class Payers {
  private final JdbcClient jdbc;
  private final Seals seals;
  private final OtherSide other;

  Payers(JdbcClient jdbc, Seals seals, OtherSide other) {
    this.jdbc = jdbc;
    this.seals = seals;
    this.other = other;
  }

  /**
   * Whom of the other side a payer's name is like; empty if nobody, and if so many officers took money under that name after
   * they had looked at it.
   *
   * @param name at most {@value NewGift#LONGEST_NAME} characters; may be empty
   */
  public Optional<String> like(String name) { return look().like(name); }

  /** To ask for many names within one transaction: what is known of the other side is read once, and a name looked up once. */
  public Look look() {
    return new Look(other.known());
  }

  /** Holds names against the other side as it was known when it was made. */
  public final class Look {
    private final OtherSide.Known known;
    private final Map<String, Optional<String>> before = new HashMap<>();

    private Look(OtherSide.Known known) { this.known = known; }

    /** As {@link Payers#like}. */
    public Optional<String> like(String name) {
      return before.computeIfAbsent(name, each -> other.like(each, known).filter(_ -> !lookedAt(each)));
    }
  }

  private boolean lookedAt(String name) {
    return jdbc.sql("""
        select exists (select 1 from gifts.gift g
          where g.local_id = :local and g.held_for = 'other-side' and g.giver_index = :name
            and (select count(*) from gifts.verdict v
              where v.local_id = :local and v.gift_id = g.id and v.take) >= :officers)""")
        .param("local", Scope.local())
        .param("name", seals.giver(name.strip()))
        .param("officers", Gifts.OFFICERS)
        .query(Boolean.class)
        .single();
  }

  /**
   * Whether each of these entries of the books is a gift that was held against the other side as it was written down: under
   * this name, or because it is like one of theirs. A gift of nobody, or of another, says nothing of who paid.
   *
   * @param name under which it came in, at most {@value NewGift#LONGEST_NAME} characters
   */
  public boolean lookedAt(Collection<UUID> entries, String name) {
    return jdbc.sql("""
        select count(distinct entry_id)::integer from gifts.gift
        where local_id = ? and entry_id in (select unnest(?::uuid[]))
          and (giver_index = ? or held_for = 'other-side')""")
        .params(Scope.local(), entries.toArray(UUID[]::new))
        .param(seals.giver(name.strip()))
        .query(Integer.class)
        .single() == entries.stream().distinct().count();
  }
}
