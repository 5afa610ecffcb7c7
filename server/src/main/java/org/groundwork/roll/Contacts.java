// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.groundwork.platform.access.Accounts;
import org.groundwork.platform.access.Mandates;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.history.ChangeSets;
import org.groundwork.platform.tenancy.LocalId;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * People known and not joined: nobody asked them to be on a list, so a record without a conversation does not last. Also
 * the one place that deletes a record for good.
 * Runs inside the caller's transaction.
 */
public final class Contacts {
  private final JdbcClient jdbc;
  private final ChangeSets changes;
  private final Audit audit;
  private final Mandates mandates;
  private final Accounts accounts;
  private final List<PersonForgotten> others;

  Contacts(JdbcClient jdbc, ChangeSets changes, Audit audit, SignIn signIn, List<PersonForgotten> others) {
    this.jdbc = jdbc;
    this.changes = changes;
    this.audit = audit;
    this.mandates = signIn.mandates();
    this.accounts = signIn.accounts();
    this.others = List.copyOf(others);
  }

  /** Who signs in as whom. */
  record SignIn(Mandates mandates, Accounts accounts) {}

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
  public boolean delete(UUID person) { return delete(person, "contact", "contact-deleted"); }

  /** Deletes the record of somebody who left, likewise; false if they are back. */
  boolean deleteLeft(UUID person) {
    return delete(person, "left", "left-deleted");
  }

  private boolean delete(UUID person, String state, String action) {
    boolean there = jdbc
        .sql(
            """
        select exists (select 1 from roll.person where local_id = ? and id = ? and state = ? and merged_into is null)""")
        .params(Tenancy.current().value(), person, state)
        .query(Boolean.class)
        .single();
    if (!there) {
      return false;
    }
    audit.record(action, new SubjectRef("person", person), "");
    eraseAll(withMerged(person));
    return true;
  }

  /** Deletes a person whatever they are, with the records merged into theirs; gives all of these. */
  List<UUID> erase(UUID person) {
    UUID[] people = withMerged(person);
    eraseAll(people);
    return List.of(people);
  }

  private UUID[] withMerged(UUID person) {
    return MergedRecords.into(jdbc, List.of(person)).keySet().toArray(UUID[]::new);
  }

  private void eraseAll(UUID[] people) {
    UUID local = Tenancy.current().value();
    for (UUID person : people) {
      others.forEach(other -> other.forget(person));
      changes.forget(person);
      mandates.part(person).ifPresent(this::partAfterCommit);
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

  /** Signing in no longer leads to this local; another database role writes that, so not before this commits. */
  private void partAfterCommit(UUID account) {
    LocalId local = Tenancy.current();
    TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
      @Override
      public void afterCommit() { accounts.leaveLocal(account, local); }
    });
  }
}
