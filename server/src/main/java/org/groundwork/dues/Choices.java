// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which rate each member chose. What somebody chose before is not kept, and who looks at it is the member and whoever
 * keeps the money. Runs inside the caller's transaction.
 */
public final class Choices {
  private static final String RECKONED = """
      update dues.choice c set amount = reckoned.amount, version = c.version + 1
      from unnest(?::uuid[], ?::bigint[]) as reckoned (person_id, amount)
      where c.local_id = ? and c.person_id = reckoned.person_id and c.amount <> reckoned.amount""";
  private static final int AT_ONCE = 1_000;
  private final JdbcClient jdbc;
  private final Seals seals;
  private final Audit audit;
  private final Clock clock;

  Choices(JdbcClient jdbc, Seals seals, Audit audit, Clock clock) {
    this.jdbc = jdbc;
    this.seals = seals;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * What somebody chose.
   *
   * @param monthly what they say they have in a month, in minor units, where the rate asks for it
   * @param amount what that comes to for a period
   */
  public record Choice(UUID rate, OptionalLong monthly, OptionalLong amount, LocalDate on) {}

  /** What somebody chose; empty if nothing, or if it is no rate any more. */
  public Optional<Choice> of(UUID person) {
    return jdbc.sql("""
        select c.rate_id, c.declared, c.amount, c.chosen_on from dues.choice c
        join dues.rate r on r.local_id = c.local_id and r.id = c.rate_id and not r.retired
        join dues.plan p on p.local_id = r.local_id and p.id = r.plan_id and not p.ended
        where c.local_id = ? and c.person_id = ?""")
        .params(Scope.local(), person)
        .query((rs, i) -> {
          String declared = seals.openIfAny("choice", "declared", person, rs.getBytes(2));
          long amount = rs.getLong(3);
          OptionalLong comesTo = rs.wasNull() ? OptionalLong.empty() : OptionalLong.of(amount);
          return new Choice(rs.getObject(1, UUID.class),
              declared.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(declared)), comesTo,
              rs.getDate(4).toLocalDate());
        })
        .optional();
  }

  /**
   * A rate that somebody chose and that is no more, because it was taken out of its scale or the scale ended.
   *
   * @param name what it was called
   * @param free whether it asked for nothing, and so asks for nothing until they choose again
   */
  public record Gone(String name, boolean free) {}

  /** The rate somebody chose, if it is no more. */
  public Optional<Gone> gone(UUID person) {
    return jdbc.sql("""
        select r.name, r.kind from dues.choice c
        join dues.rate r on r.local_id = c.local_id and r.id = c.rate_id
        join dues.plan p on p.local_id = r.local_id and p.id = r.plan_id
        where c.local_id = ? and c.person_id = ? and (r.retired or p.ended)""")
        .params(Scope.local(), person)
        .query((rs, i) -> new Gone(rs.getString(1), rs.getString(2).equals("free")))
        .optional();
  }

  /** How many members chose each rate of a scale; a rate that nobody chose is left out. */
  public Map<UUID, Integer> chosen(UUID plan) {
    Map<UUID, Integer> members = new HashMap<>();
    jdbc.sql("""
        select c.rate_id, count(*)::integer from dues.choice c
        join dues.rate r on r.local_id = c.local_id and r.id = c.rate_id and not r.retired
        join roll.api_member m on m.local_id = c.local_id and m.person_id = c.person_id
        where c.local_id = ? and r.plan_id = ? group by c.rate_id""").params(Scope.local(), plan).query(rs -> {
      members.put(rs.getObject(1, UUID.class), rs.getInt(2));
    });
    return members;
  }

  /**
   * Somebody chooses a rate, for all that is charged from now on.
   *
   * @param monthly what they say they have in a month, in minor units, not negative; needed by a percentage, else not kept
   * @return false if there is no such rate any more; nothing changes
   */
  public boolean choose(UUID person, Plan plan, UUID rate, OptionalLong monthly, LocalDate today) {
    Optional<Rate> chosen = plan.rates().stream().filter(each -> each.id().equals(rate)).findFirst();
    if (chosen.isEmpty()) {
      return false;
    }
    boolean percent = chosen.get().asksIncome();
    String declared = percent ? Long.toString(monthly.orElseThrow()) : "";
    jdbc.sql("""
        insert into dues.choice (local_id, person_id, rate_id, amount, declared, chosen_on, changed_by, changed_at)
        values (:local, :person, :rate, :amount::bigint, :declared::bytea, :on, :by::uuid, :now)
        on conflict (local_id, person_id) do update set rate_id = excluded.rate_id, amount = excluded.amount,
          declared = excluded.declared, chosen_on = excluded.chosen_on, version = dues.choice.version + 1,
          changed_by = excluded.changed_by, changed_at = excluded.changed_at""")
        .param("local", Scope.local())
        .param("person", person)
        .param("rate", rate)
        .param("amount", percent ? chosen.get().comesTo(plan.period(), monthly.orElseThrow()) : null)
        .param("declared", seals.sealIfAny("choice", "declared", person, declared))
        .param("on", Date.valueOf(today))
        .param("by", Scope.author())
        .param("now", Timestamp.from(clock.instant()))
        .update();
    audit.record("dues-rate-chosen", new SubjectRef("person", person), "");
    return true;
  }

  private record Declared(UUID person, long monthly) {}

  /** What percentages come to, after the scale was changed. */
  void reckonAnew(Plan plan) {
    for (Rate rate : plan.rates()) {
      if (!rate.asksIncome()) {
        continue;
      }
      UUID after = new UUID(0, 0);
      List<Declared> some;
      do {
        some = declared(rate, after);
        if (!some.isEmpty()) {
          jdbc.sql(RECKONED)
              .params(some.stream().map(Declared::person).toArray(UUID[]::new),
                  some.stream().map(each -> rate.comesTo(plan.period(), each.monthly())).toArray(Long[]::new),
                  Scope.local())
              .update();
          after = some.getLast().person();
        }
      } while (some.size() == AT_ONCE);
    }
  }

  private List<Declared> declared(Rate rate, UUID after) {
    return jdbc.sql("""
        select person_id, declared from dues.choice
        where local_id = ? and rate_id = ? and person_id > ? and declared is not null order by person_id limit ?""")
        .params(Scope.local(), rate.id(), after, AT_ONCE)
        .query((rs, i) -> {
          UUID person = rs.getObject(1, UUID.class);
          return new Declared(person, Long.parseLong(seals.openIfAny("choice", "declared", person, rs.getBytes(2))));
        })
        .list();
  }
}
