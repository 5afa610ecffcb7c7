// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.access;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.platform.tenancy.Transactions;

/**
 * Founds a local: an entry in the tree, a profile, the founder as first person with a founding mandate that ends by
 * itself, long enough to reach a founding meeting.
 */
public final class Founding {
  /** How long a founder may act before the members have to give mandates themselves. */
  static final Duration FOUNDING_MANDATE = Duration.ofDays(183);

  private final Locals locals;
  private final Mandates mandates;
  private final Accounts accounts;
  private final Transactions transactions;
  private final FounderRecord roll;
  private final Clock clock;

  public Founding(Locals locals, Mandates mandates, Accounts accounts, Transactions transactions, FounderRecord roll,
      Clock clock) {
    this.locals = locals;
    this.mandates = mandates;
    this.accounts = accounts;
    this.transactions = transactions;
    this.roll = roll;
    this.clock = clock;
  }

  /** Founds a local for an account that exists and answers where it is. */
  public Locals.Entry found(UUID account, String founderName, Locals.Profile profile) throws Exception {
    var entry = Tenancy.inInstallation(() -> transactions.write(locals::found));
    Tenancy.run(entry.id(), () -> transactions.run(() -> {
      locals.describe(profile);
      UUID person = roll.enter(founderName);
      mandates.affiliate(account, person);
      var source = new SubjectRef("founding", entry.id().value());
      var until = clock.instant().plus(FOUNDING_MANDATE);
      mandates.give(person, Role.MEMBER, new Reach.WholeLocal(), until, source);
      mandates.give(person, Role.ORGANISER, new Reach.WholeLocal(), until, source);
      mandates.give(person, Role.ADMINISTRATOR, new Reach.WholeLocal(), until, source);
    }));
    accounts.joinLocal(account, entry.id());
    return entry;
  }
}
