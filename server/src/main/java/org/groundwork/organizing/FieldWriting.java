// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.groundwork.organizing.Fields.Field;
import org.groundwork.organizing.Fields.Value;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes down what fields hold about people, and when it was said. Runs inside the caller's transaction. */
final class FieldWriting {
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final Seals seals;
  private final Locals locals;

  FieldWriting(JdbcClient jdbc, Ids ids, Clock clock, Seals seals, Locals locals) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.seals = seals;
    this.locals = locals;
  }

  /** Holds fields, so that what is said of one person comes one after the other; answers those still in use. */
  Set<UUID> hold(Collection<Field> fields) {
    return Set.copyOf(jdbc.sql("""
        select f.id from organizing.field f where f.local_id = ? and f.id in (select unnest(?::uuid[]))
          and f.retired_at is null order by f.id for share of f""")
        .params(local(), fields.stream().map(Field::id).toArray(UUID[]::new))
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .list());
  }

  /** Whether a field holds something that was said of somebody after a moment. */
  boolean saidAfter(UUID person, Field field, Instant at) {
    return jdbc.sql("""
        select exists (select 1 from organizing.field_value v
          join roll.api_person_now n on n.local_id = v.local_id and n.id = v.person_id
          where v.local_id = ? and v.field_id = ? and n.person_id = ? and coalesce(v.said_at, v.changed_at) > ?)""")
        .params(local(), field.id(), person, Timestamp.from(at))
        .query(Boolean.class)
        .single();
  }

  /** Whether a field holds anything of somebody. */
  boolean holds(UUID person, Field field) {
    return jdbc.sql("""
        select exists (select 1 from organizing.field_value v
          join roll.api_person_now n on n.local_id = v.local_id and n.id = v.person_id
          where v.local_id = ? and v.field_id = ? and n.person_id = ?)""")
        .params(local(), field.id(), person)
        .query(Boolean.class)
        .single();
  }

  /** What a field holds about somebody, and when it was said; an absent value empties it. */
  void set(UUID person, Field field, Optional<Value> value, Instant said) {
    jdbc.sql("""
        delete from organizing.field_value where local_id = ? and field_id = ? and person_id in (select n.id
          from roll.api_person_now n where n.local_id = ? and n.person_id = ?)""")
        .params(local(), field.id(), local(), person)
        .update();
    value.ifPresent(holds -> insert(person, field, holds, said));
  }

  private void insert(UUID person, Field field, Value value, Instant said) {
    UUID id = ids.next();
    LocalDate day = LocalDate.ofInstant(said, locals.profile().zone());
    jdbc.sql("""
        insert into organizing.field_value (local_id, field_id, person_id, id, value, forget_on, said_at, changed_by,
          changed_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (local_id, field_id, person_id) do update set id = excluded.id, value = excluded.value,
          forget_on = excluded.forget_on, said_at = excluded.said_at, version = organizing.field_value.version + 1,
          changed_by = excluded.changed_by, changed_at = excluded.changed_at""")
        .params(local(), field.id(), person, id, seals.seal("field_value", "value", id, value.written()),
            Date.valueOf(day.plusDays(field.said().keptDays())), Timestamp.from(said), Callers.actor().person(), now())
        .update();
  }

  private static UUID local() { return Tenancy.current().value(); }

  private Timestamp now() { return Timestamp.from(clock.instant()); }
}
