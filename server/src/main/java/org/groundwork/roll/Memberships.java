// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Dated relations of people to the local. The only place that changes {@code roll.person.state}, together with the
 * membership it repeats. Runs inside the caller's transaction.
 */
final class Memberships {
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final RowImages images;

  Memberships(JdbcClient jdbc, Ids ids, Clock clock, RowImages images) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.images = images;
  }

  /** How somebody belongs. */
  enum Kind {
    MEMBER, SUPPORTER;

    PersonState state() {
      return switch (this) {
        case MEMBER -> PersonState.MEMBER;
        case SUPPORTER -> PersonState.SUPPORTER;
      };
    }
  }

  /** Begins a membership today; an earlier one ends. Joining is agreeing to be written to. */
  void join(UUID set, UUID person, Kind kind) {
    endCurrent(set, person);
    insert(person, kind.state().key(), "active");
    images.keep(set, RowImages.Table.PERSON, person);
    jdbc.sql("""
        update roll.person set state = ?, agreed_on = coalesce(agreed_on, ?), forget_on = null, version = version + 1,
          changed_by = ?::uuid, changed_at = ? where local_id = ? and id = ?""")
        .params(kind.state().key(), today())
        .param(Author.id())
        .params(now(), Tenancy.current().value(), person)
        .update();
  }

  /** Ends a membership today because the person leaves: from now on nobody writes to them, and the record has an end. */
  void leave(UUID set, UUID person) {
    String kind = jdbc.sql("""
        select coalesce((select m.kind from roll.membership m where m.local_id = :local and m.person_id = :person
          and m.until is null order by m.id desc limit 1), 'member')""")
        .param("local", Tenancy.current().value())
        .param("person", person)
        .query(String.class)
        .single();
    endCurrent(set, person);
    insert(person, kind, "left");
    images.keep(set, RowImages.Table.PERSON, person);
    jdbc.sql("""
        update roll.person set state = 'left', agreed_on = null, forget_on = ?, version = version + 1, changed_by = ?::uuid,
          changed_at = ? where local_id = ? and id = ?""")
        .param(Date.valueOf(LocalDate.now(clock).plus(People.KEPT_AFTER_LEAVING)))
        .param(Author.id())
        .params(now(), Tenancy.current().value(), person)
        .update();
  }

  private void endCurrent(UUID set, UUID person) {
    var current = jdbc.sql("select id from roll.membership where local_id = ? and person_id = ? and until is null")
        .params(Tenancy.current().value(), person)
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .list();
    for (UUID membership : current) {
      images.keep(set, RowImages.Table.MEMBERSHIP, membership);
      jdbc.sql("""
          update roll.membership set until = ?, version = version + 1, changed_by = ?::uuid, changed_at = ?
          where local_id = ? and id = ?""")
          .param(today())
          .param(Author.id())
          .params(now(), Tenancy.current().value(), membership)
          .update();
    }
  }

  private void insert(UUID person, String kind, String state) {
    jdbc.sql("""
        insert into roll.membership (local_id, id, person_id, kind, state, since, changed_by, changed_at)
        values (?, ?, ?, ?, ?, ?, ?::uuid, ?)""")
        .params(Tenancy.current().value(), ids.next(), person, kind, state, today())
        .param(Author.id())
        .param(now())
        .update();
  }

  private Date today() { return Date.valueOf(LocalDate.now(clock)); }

  private Timestamp now() { return Timestamp.from(clock.instant()); }
}
