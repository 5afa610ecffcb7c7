// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.history.ChangeSets;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * People known and not joined: nobody asked them to be on a list, so a record without a conversation does not last.
 * Runs inside the caller's transaction.
 */
public final class Contacts {
  private final JdbcClient jdbc;
  private final ChangeSets changes;
  private final Audit audit;
  private final List<PersonForgotten> others;

  Contacts(JdbcClient jdbc, ChangeSets changes, Audit audit, List<PersonForgotten> others) {
    this.jdbc = jdbc;
    this.changes = changes;
    this.audit = audit;
    this.others = List.copyOf(others);
  }

  /** Somebody talked to a contact: the record stays {@link People#FORGET_AFTER} longer, never shorter. */
  public void talkedTo(UUID person, LocalDate day) {
    jdbc.sql(
        """
        update roll.person set forget_on = greatest(forget_on, ?) where local_id = ? and id = ? and forget_on is not null""")
        .params(Date.valueOf(day.plus(People.FORGET_AFTER)), Tenancy.current().value(), person)
        .update();
  }

  /**
   * Deletes a contact for good, with the records merged into it, its places and every image of them.
   *
   * @return false, and nothing changed, if it is not a contact (any more)
   */
  public boolean delete(UUID person) {
    boolean contact = jdbc
        .sql(
            """
        select exists (select 1 from roll.person where local_id = ? and id = ? and state = 'contact' and merged_into is null)""")
        .params(Tenancy.current().value(), person)
        .query(Boolean.class)
        .single();
    if (!contact) {
      return false;
    }
    audit.record("contact-deleted", new SubjectRef("person", person), "");
    erase(withMerged(person));
    return true;
  }

  private UUID[] withMerged(UUID person) {
    return jdbc.sql("""
        with recursive same (id) as (
          select p.id from roll.person p where p.local_id = :local and p.id = :person
          union select p.id from roll.person p join same on p.merged_into = same.id where p.local_id = :local)
        select id from same""")
        .param("local", Tenancy.current().value())
        .param("person", person)
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .list()
        .toArray(UUID[]::new);
  }

  private void erase(UUID[] people) {
    UUID local = Tenancy.current().value();
    for (UUID person : people) {
      others.forEach(other -> other.forget(person));
      changes.forget(person);
    }
    jdbc.sql("delete from roll.position where local_id = ? and person_id = any(?) returning id")
        .params(local, people)
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .list()
        .forEach(changes::forget);
    jdbc.sql("delete from roll.membership where local_id = ? and person_id = any(?) returning id")
        .params(local, people)
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .list()
        .forEach(changes::forget);
    jdbc.sql("delete from roll.safe_contact where local_id = ? and person_id = any(?)").params(local, people).update();
    jdbc.sql("delete from roll.person where local_id = ? and id = any(?)").params(local, people).update();
  }
}
