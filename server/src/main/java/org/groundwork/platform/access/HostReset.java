// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.access;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.tenancy.LocalId;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.platform.tenancy.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A new way in from the host's own hand, for somebody locked out: every way in they had ends, and one recovery sheet
 * opens their account. How fast it brings an office back is {@link RecoveryBySheet}'s rule, as for any sheet.
 */
public final class HostReset {
  private final JdbcClient auth;
  private final TransactionTemplate authTransaction;
  private final Accounts accounts;
  private final Transactions transactions;
  private final Audit audit;
  private final Notices notices;
  private final Mandates mandates;

  /** @param app for the notice to the local, {@code auth} for the account */
  public HostReset(JdbcClient app, Transactions transactions, JdbcClient auth, TransactionTemplate authTransaction,
      Accounts accounts, Audit audit, Ids ids, Clock clock) {
    this.auth = auth;
    this.authTransaction = authTransaction;
    this.accounts = accounts;
    this.transactions = transactions;
    this.audit = audit;
    this.mandates = new Mandates(app, ids, clock, audit, SamePlace.NONE);
    this.notices = new Notices(app, ids, clock);
  }

  /**
   * Resets the account of a person of the current local and answers the code of the sheet. The log comes first: a code
   * that nobody can see in the log must not exist.
   */
  public String reset(UUID person, UUID account) {
    transactions.run(() -> {
      audit.record("reset-from-host", new SubjectRef("person", person), "");
      notices.post(Notices.Kind.RESET_FROM_HOST, person);
    });
    var persons = persons(account);
    return authTransaction.execute(status -> {
      accounts.sessions().endAll(account);
      accounts.devices().revokeAll(account);
      auth.sql("delete from auth.passkey where account_id = ?").param(account).update();
      auth.sql("delete from auth.passkey_challenge where account_id = ?").param(account).update();
      auth.sql("delete from auth.mail_link where account_id = ?").param(account).update();
      auth.sql("delete from auth.mail_address where account_id = ?").param(account).update();
      persons.forEach(this::withdrawCard);
      return accounts.newRecoverySheet(account);
    });
  }

  /** Who the account is in each of its locals: a card of any of them opens it. */
  private Map<LocalId, UUID> persons(UUID account) {
    var found = new HashMap<LocalId, UUID>();
    for (LocalId local : accounts.localsOf(account)) {
      personIn(local, account).ifPresent(person -> found.put(local, person));
    }
    return found;
  }

  private Optional<UUID> personIn(LocalId local, UUID account) {
    try {
      return Tenancy.inInstallation(() -> Tenancy.in(local,
          () -> transactions.read(() -> mandates.personOf(account))));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("reading persons throws nothing checked", e);
    }
  }

  private void withdrawCard(LocalId local, UUID person) {
    auth.sql("delete from auth.card where local_id = ? and person_id = ?").params(local.value(), person).update();
  }
}
