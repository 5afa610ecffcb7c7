// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.host;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import org.groundwork.platform.access.Accounts;
import org.groundwork.platform.access.HostReset;
import org.groundwork.platform.access.Mandates;
import org.groundwork.platform.access.SamePlace;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.database.DatabaseAccess;
import org.groundwork.platform.database.DatabaseRole;
import org.groundwork.platform.database.Visit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.ids.Tokens;
import org.groundwork.platform.internal.InstallationSecret;
import org.groundwork.platform.keys.FileKeyStore;
import org.groundwork.platform.keys.KeyPlaces;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.TenantTransactionManager;
import org.groundwork.platform.tenancy.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One installation as a command on its host reaches it: its database, whether the product runs or not, and its keys. */
final class Host implements AutoCloseable {
  private final Visit visit;
  private final FileKeyStore keys;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  private Host(Visit visit, FileKeyStore keys, Clock clock) {
    this.visit = visit;
    this.keys = keys;
    this.clock = clock;
  }

  /** Whether there is an installation in a directory. */
  static boolean isIn(Path data) {
    return Files.exists(secret(data));
  }

  private static Path secret(Path data) { return data.resolve("keys/installation.secret"); }

  /**
   * Opens the installation in {@code data}.
   *
   * @param external the address of its database where an administrator gave one, else empty
   */
  static Host open(Path data, String external, Clock clock) {
    byte[] derived = InstallationSecret.at(secret(data), new SecureRandom()).derive("database passwords");
    var keys = FileKeyStore.open(KeyPlaces.under(data.resolve("keys")), false);
    return new Host(external.isEmpty()
        ? Visit.embedded(data.resolve("postgres"), derived)
        : Visit.external(external, derived), keys, clock);
  }

  FileKeyStore keys() { return keys; }

  DatabaseAccess access() { return visit.access(); }

  Connection connect(DatabaseRole role) throws SQLException { return visit.as(role); }

  /** What a reset works with. The connections are the caller's to close. */
  Parts parts(Connection app, Connection auth) {
    var appSource = new SingleConnectionDataSource(app, true);
    var authSource = new SingleConnectionDataSource(auth, true);
    var jdbc = JdbcClient.create(appSource);
    var transactions = new Transactions(new TenantTransactionManager(appSource));
    var ids = new Ids(clock, random);
    var tokens = new Tokens(random);
    var locals = new Locals(jdbc, ids, tokens, clock);
    var audit = Audit.onHost(jdbc, keys, ids, clock, random);
    var authJdbc = JdbcClient.create(authSource);
    var authTransaction = new TransactionTemplate(new JdbcTransactionManager(authSource));
    var accounts = new Accounts(authJdbc, authTransaction, ids, tokens, clock);
    return new Parts(jdbc, transactions, locals, new Mandates(jdbc, ids, clock, audit, SamePlace.NONE),
        new HostReset(jdbc, transactions, authJdbc, authTransaction, accounts, audit, ids, clock));
  }

  /** The services of access, over the two connections of a command. */
  record Parts(JdbcClient jdbc, Transactions transactions, Locals locals, Mandates mandates, HostReset reset) {}

  @Override
  public void close() { visit.close(); }
}
