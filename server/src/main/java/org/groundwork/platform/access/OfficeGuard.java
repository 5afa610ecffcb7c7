// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.access;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.tenancy.LocalId;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.platform.tenancy.Transactions;

/** Decides whether a session is strong enough for the offices of the person behind it. */
final class OfficeGuard {
  private final PasskeyRule rule;
  private final Mandates mandates;
  private final Accounts accounts;
  private final Transactions transactions;
  private final Clock clock;

  OfficeGuard(PasskeyRule rule, Mandates mandates, Accounts accounts, Transactions transactions, Clock clock) {
    this.rule = rule;
    this.mandates = mandates;
    this.accounts = accounts;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** The same actor, with what this session withholds from them. Runs in a transaction of the actor's local. */
  Caller.Actor judge(Caller.Actor actor, Accounts.Session session) {
    return new Caller.Actor(actor.account(), runsInstallation(session), actor.local(), actor.handle(), actor.person(),
        actor.mandates(), withheld(actor, session));
  }

  private Optional<Withheld> withheld(Caller.Actor actor, Accounts.Session session) {
    if (session.proof() == Proof.DEMONSTRATION || !office(actor)) {
      return Optional.empty();
    }
    if (!session.fullFrom().isBefore(RecoveryBySheet.NEVER)) {
      return Optional.of(new Withheld.TwoOfficers());
    }
    if (clock.instant().isBefore(session.fullFrom())) {
      return Optional.of(new Withheld.Until(session.fullFrom()));
    }
    boolean weak = session.proof() != Proof.PASSKEY && rule.inForce();
    return weak ? Optional.of(new Withheld.Passkey()) : Optional.empty();
  }

  /** Whether the account may run the installation in this session. */
  boolean runsInstallation(Accounts.Session session) {
    return session.runsInstallation() && !clock.instant().isBefore(session.fullFrom());
  }

  /**
   * Whether some local asks the account's person for a passkey: then neither a mail alone nor a sheet alone opens its
   * offices. Runs in the installation's scope.
   */
  boolean takesPasskey(UUID account) {
    return accounts.localsOf(account).stream().anyMatch(local -> takesPasskeyIn(local, account));
  }

  private boolean takesPasskeyIn(LocalId local, UUID account) {
    try {
      return Tenancy.in(local, () -> transactions.read(() -> mandates.personOf(account)
          .filter(mandates::holdsOffice)
          .filter(person -> rule.inForce())
          .isPresent()));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("reading mandates throws nothing checked", e);
    }
  }

  private static boolean office(Caller.Actor actor) {
    return actor.mandates().stream().anyMatch(mandate -> mandate.role() != Role.MEMBER);
  }
}
