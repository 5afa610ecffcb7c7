// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.host;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.audit.AuditVerdict;
import org.groundwork.platform.audit.AuditVerifier;
import org.groundwork.platform.database.DatabaseRole;
import org.groundwork.platform.database.DatabaseRoles;
import org.groundwork.platform.host.SealedColumns.Column;
import org.groundwork.platform.ids.InstallationId;
import org.groundwork.platform.keys.FieldCipher;
import org.groundwork.platform.keys.KeyRefusal;
import org.groundwork.platform.keys.SealedFieldException;

/** Looks whether the roles are safe, every local has its keys and they open, and every audit log holds. Changes nothing. */
final class InstallationCheck {
  private final Host host;
  private final AdminCommand.Terminal terminal;
  private final List<String> wrong = new ArrayList<>();

  InstallationCheck(Host host, AdminCommand.Terminal terminal) {
    this.host = host;
    this.terminal = terminal;
  }

  int run() throws SQLException {
    say("roles of the database", roles());
    try (Connection reader = host.connect(DatabaseRole.OPS)) {
      reader.setAutoCommit(false);
      reader.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      var verifier = new AuditVerifier(reader, host.keys());
      var locals = verifier.locals();
      say("keys of " + locals.size() + " locals", keys(locals));
      say("sealed values", samples(reader, locals));
      say("audit logs", audit(verifier, locals));
    }
    wrong.forEach(each -> terminal.err().println("groundwork: " + each));
    return wrong.isEmpty() ? 0 : AdminCommand.BAD;
  }

  private void say(String what, List<String> found) {
    terminal.out().println(what + ": " + (found.isEmpty() ? "ok" : found.size() + " wrong"));
    wrong.addAll(found);
  }

  private List<String> roles() {
    return DatabaseRoles.violations(host.access()).stream().map(violation -> violation.toString()).toList();
  }

  /** Every local writes an audit log, which is sealed, so every local has keys. */
  private List<String> keys(List<AuditVerifier.Local> locals) {
    var known = new HashSet<>(host.keys().locals());
    var found = new ArrayList<String>();
    for (var local : locals) {
      if (!known.remove(local.id())) {
        found.add("local " + local.handle() + " has no keys: a part of keys/ is missing");
      }
    }
    known.remove(InstallationId.VALUE);
    known.forEach(id -> terminal.err()
        .println("groundwork: there are keys of " + id + ", which is no local of this database"));
    return found;
  }

  /** Opens one value of every column of every local. */
  private List<String> samples(Connection reader, List<AuditVerifier.Local> locals) throws SQLException {
    var found = new ArrayList<String>();
    for (Column column : SealedColumns.in(reader)) {
      for (var local : column.ofLocals()
          ? locals
          : List.of(new AuditVerifier.Local(InstallationId.VALUE, "the installation"))) {
        if (!opens(reader, column, local.id())) {
          found.add("a value in " + column + " of " + local.handle() + " does not open with the keys that are here");
        }
      }
    }
    return found;
  }

  private boolean opens(Connection reader, Column column, UUID local) throws SQLException {
    String question = String.join(" ", "select", column.row() + ",", column.name(), "from", column.table(), "where",
        column.ofOwner(), "and", column.name(), "is not null limit 1");
    try (var statement = reader.prepareStatement(question)) {
      statement.setObject(1, local);
      try (var rows = statement.executeQuery()) {
        if (rows.next()) {
          new FieldCipher(host.keys(), column.purpose())
              .open(column.place(local, rows.getObject(1, UUID.class)), rows.getBytes(2));
        }
        return true;
      } catch (SealedFieldException | KeyRefusal e) {
        return false;
      }
    }
  }

  private static List<String> audit(AuditVerifier verifier, List<AuditVerifier.Local> locals) throws SQLException {
    var found = new ArrayList<String>();
    for (var local : locals) {
      if (verifier.check(local, Optional.empty(),
          (seq, entry, at, hashes) -> {}) instanceof AuditVerdict.Broken broken) {
        found.add("the audit log of " + local.handle() + " is broken at " + broken.seq() + ": " + broken.reason());
      }
    }
    return found;
  }
}
