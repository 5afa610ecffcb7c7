// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.pledge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.groundwork.organizing.Reply;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Open cards: read by the person's steward and the organisers of the site. Runs inside the caller's transaction. */
public final class OpenCards implements Seal {
  /** What was said no longer ago than this is being said now, on this server's clock. */
  private static final Duration NOW = Duration.ofMinutes(1);
  private final JdbcClient jdbc;
  private final Clock clock;

  OpenCards(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public SealKind kind() { return SealKind.OPEN; }

  @Override
  public boolean keep(UUID step, Said said) {
    Instant now = clock.instant();
    Instant at = said.at().truncatedTo(ChronoUnit.MICROS);
    // a clock moved back must not make a withdrawal older than the pledge it withdraws
    boolean beingSaid = !at.isBefore(now.minus(NOW));
    return jdbc.sql("""
        insert into pledge.card (local_id, step_id, person_id, reply, at_least, said_at, taken_by, arrived_at)
        values (:local, :step, :person, :reply, :atLeast::integer, :at, :by, :now)
        on conflict (local_id, step_id, person_id) do update set reply = excluded.reply, at_least = excluded.at_least,
          said_at = greatest(excluded.said_at, pledge.card.said_at), taken_by = excluded.taken_by,
          arrived_at = excluded.arrived_at, again = null, again_at = null, again_by = null
        where excluded.said_at >= pledge.card.said_at or (:beingSaid and pledge.card.said_at > :now)""")
        .param("local", local())
        .param("step", step)
        .param("person", said.person())
        .param("reply", said.reply().key())
        .param("atLeast", said.atLeast().isPresent() ? said.atLeast().getAsInt() : null)
        .param("at", Timestamp.from(at))
        .param("by", said.takenBy())
        .param("now", Timestamp.from(now))
        .param("beingSaid", beingSaid)
        .update() == 1;
  }

  @Override
  public List<Said> answers(UUID step) {
    return jdbc.sql("""
        select distinct on (n.person_id) n.person_id, c.reply, c.at_least, c.said_at, c.taken_by from pledge.card c
        join roll.api_person_now n on n.local_id = c.local_id and n.id = c.person_id
        where c.local_id = ? and c.step_id = ? order by n.person_id, c.said_at desc, c.arrived_at desc, c.person_id""")
        .params(local(), step)
        .query(OpenCards::read)
        .list();
  }

  /** What these people last answered. */
  List<Said> answers(UUID step, Collection<UUID> people) {
    return jdbc.sql("""
        select distinct on (n.person_id) n.person_id, c.reply, c.at_least, c.said_at, c.taken_by from roll.api_person_now n
        join pledge.card c on c.local_id = n.local_id and c.person_id = n.id
        where n.local_id = ? and n.person_id in (select unnest(?::uuid[])) and c.local_id = ? and c.step_id = ?
        order by n.person_id, c.said_at desc, c.arrived_at desc, c.person_id""")
        .params(local(), people.toArray(UUID[]::new), local(), step)
        .query(OpenCards::read)
        .list();
  }

  /** Every answer of one person and of the records merged into theirs, rung by rung, the latest first. */
  List<Answered> of(UUID person) {
    return jdbc.sql("""
        select c.step_id, n.person_id, c.reply, c.at_least, c.said_at, c.taken_by, c.again from roll.api_person_now n
        join pledge.card c on c.local_id = n.local_id and c.person_id = n.id
        where n.local_id = ? and n.person_id = ? and c.local_id = ? order by c.said_at desc, c.step_id""")
        .params(local(), person, local())
        .query((rs, i) -> new Answered(rs.getObject("step_id", UUID.class), read(rs, i),
            Optional.ofNullable(rs.getString("again")).flatMap(AskedAgain.Came::of)))
        .list();
  }

  /** An answer, the rung it is for, and what came of asking once more. */
  record Answered(UUID step, Said said, Optional<AskedAgain.Came> again) {}

  @Override
  public void destroy(UUID step) {
    jdbc.sql("delete from pledge.card where local_id = ? and step_id = ?").params(local(), step).update();
  }

  /** Gives the holder of a code the card of this person; an earlier code of theirs leads nowhere then. */
  void code(UUID step, UUID person, byte[] hash) {
    jdbc.sql("update pledge.card set code_hash = ? where local_id = ? and step_id = ? and person_id = ?")
        .params(hash, local(), step, person)
        .update();
  }

  /** Whose card a code is for. */
  public record Own(UUID step, UUID person) {}

  /**
   * The card behind a code, with the person as who they are now, also one that was destroyed on the last day while its
   * holder is to be told; empty for one that never was or has gone.
   */
  Optional<Own> behind(byte[] hash) {
    return jdbc.sql("""
        select c.step_id, n.person_id from pledge.card c
        join roll.api_person_now n on n.local_id = c.local_id and n.id = c.person_id
        where c.local_id = :local and c.code_hash = :hash
        union all
        select f.step_id, n.person_id from pledge.follow_up f
        join roll.api_person_now n on n.local_id = f.local_id and n.id = f.person_id
        where f.local_id = :local and f.code_hash = :hash
        limit 1""")
        .param("local", local())
        .param("hash", hash)
        .query((rs, i) -> new Own(rs.getObject(1, UUID.class), rs.getObject(2, UUID.class)))
        .optional();
  }

  private static Said read(ResultSet rs, int row) throws SQLException {
    int atLeast = rs.getInt("at_least");
    return new Said(rs.getObject("person_id", UUID.class), Reply.of(rs.getString("reply")).orElseThrow(),
        atLeast == 0 ? OptionalInt.empty() : OptionalInt.of(atLeast), rs.getTimestamp("said_at").toInstant(),
        rs.getObject("taken_by", UUID.class));
  }

  private static UUID local() { return Tenancy.current().value(); }
}
