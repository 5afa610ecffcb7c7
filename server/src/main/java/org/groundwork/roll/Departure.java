// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Mandates;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Reach;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;

/**
 * Leaving the local, and being deleted from it. Membership, offices and messages end together; the record stays for
 * {@link People#KEPT_AFTER_LEAVING} and then goes by itself, or at once if the person says so. Runs inside the caller's
 * transaction.
 */
public final class Departure {
  private static final int MANDATES = 200;

  private final PersonRecords records;
  private final Contacts contacts;
  private final Mandates mandates;
  private final Audit audit;
  private final Supplier<List<PersonLeft>> others;

  /** @param others what goes on elsewhere for members, looked up when somebody leaves */
  Departure(PersonRecords records, Contacts contacts, Mandates mandates, Audit audit,
      Supplier<List<PersonLeft>> others) {
    this.records = records;
    this.contacts = contacts;
    this.mandates = mandates;
    this.audit = audit;
    this.others = others;
  }

  /** Whether somebody else would still administer the local. */
  public boolean mayGo(UUID person) {
    boolean administers = mandates.inForce(person).stream().anyMatch(m -> m.role().grants(Power.ADMINISTER));
    return !administers || mandates.othersAdminister(person);
  }

  /**
   * Whether the caller may let this person go. With the membership every office ends, and ending offices is for those
   * who administer the whole local; whoever holds one leaves by themselves.
   */
  public boolean mayLetGo(UUID person) {
    return !mandates.holdsOffice(person)
        || Callers.actor().reachOf(Power.ADMINISTER).orElse(null) instanceof Reach.WholeLocal;
  }

  /** Membership ends today, and every mandate with it; false, and nothing changed, for the last who administers. */
  public boolean leave(UUID person) {
    mandates.lockOffices();
    if (!mayGo(person)) {
      return false;
    }
    records.leave(person);
    endMandates(person);
    others.get().forEach(each -> each.left(person));
    return true;
  }

  private void endMandates(UUID person) { mandates.inForce(person).forEach(mandate -> mandates.end(mandate.id())); }

  /** Whether what this person did in an office stays in the log when they are deleted. */
  public boolean heldOffice(UUID person) {
    return mandates.of(person, MANDATES).stream().anyMatch(mandate -> mandate.role() != Role.MEMBER);
  }

  /**
   * Deletes a person for good because they say so: the record, what was merged into it, places, memberships, rules and
   * every image, and what the log says of them. What somebody did in an office stays in the log, without a name: others
   * are answerable to that record too.
   *
   * @return false, and nothing changed, for the last who administers
   */
  public boolean forget(UUID person) {
    mandates.lockOffices();
    if (!mayGo(person)) {
      return false;
    }
    boolean office = heldOffice(person);
    endMandates(person);
    var gone = contacts.erase(person);
    int emptied = office ? 0 : gone.stream().mapToInt(audit::erase).sum();
    audit.record("person-erased", new SubjectRef("erased-person", person), emptied + " entries");
    return true;
  }
}
