// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.access;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.tenancy.LocalId;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.platform.tenancy.Transactions;

/**
 * Getting back in with the sheet of paper. Where no office takes a passkey it works at once. Where one does, offices
 * come back after a day, and everybody of the local is told; where two other officers are there to ask, the sheet alone
 * does not bring them back.
 */
public final class RecoveryBySheet {
  /** Later than any session: offices do not come back by themselves. */
  static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

  private final Accounts accounts;
  private final Mandates mandates;
  private final PasskeyRule rule;
  private final Notices notices;
  private final MailSignIn mail;
  private final Transactions transactions;
  private final Audit audit;
  private final Clock clock;

  RecoveryBySheet(Accounts accounts, Mandates mandates, PasskeyRule rule, Notices notices, MailSignIn mail,
      Transactions transactions, Audit audit, Clock clock) {
    this.accounts = accounts;
    this.mandates = mandates;
    this.rule = rule;
    this.notices = notices;
    this.mail = mail;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
  }

  /** How fast a sheet brings the offices back. */
  private enum Speed {
    AT_ONCE, A_DAY, TWO_OFFICERS
  }

  /** Redeems the sheet; empty if there is none such. */
  public Optional<Accounts.Opened> recover(String typedCode, String newPin, DeviceKind kind) throws Exception {
    var account = accounts.ofRecoverySheet(typedCode);
    if (account.isEmpty()) {
      return Optional.empty();
    }
    Speed speed = Speed.AT_ONCE;
    for (LocalId local : accounts.localsOf(account.get())) {
      Speed here = Tenancy.in(local, () -> transactions.read(() -> speed(account.get())));
      speed = here.compareTo(speed) > 0 ? here : speed;
    }
    Instant now = clock.instant();
    var opened = accounts.recover(typedCode, newPin, kind, switch (speed) {
      case AT_ONCE -> now;
      case A_DAY -> now.plus(Accounts.DELAY);
      case TWO_OFFICERS -> NEVER;
    });
    if (opened.isPresent()) {
      for (LocalId local : accounts.localsOf(account.get())) {
        boolean slow = speed != Speed.AT_ONCE;
        Tenancy.run(local, () -> transactions.run(() -> tell(account.get(), slow)));
      }
    }
    return opened;
  }

  private Speed speed(UUID account) {
    var officer = mandates.personOf(account).filter(mandates::holdsOffice);
    if (officer.isEmpty() || !rule.inForce()) {
      return Speed.AT_ONCE;
    }
    return mandates.otherOfficers(officer.get(), 2) >= 2 ? Speed.TWO_OFFICERS : Speed.A_DAY;
  }

  private void tell(UUID account, boolean slow) {
    mandates.personOf(account).ifPresent(person -> {
      audit.record("sheet-used", new SubjectRef("person", person), slow ? "offices wait" : "");
      if (slow) {
        notices.post(Notices.Kind.SHEET_USED, person);
      }
    });
    mail.tell(account, "mail.sheet-used.body");
  }
}
