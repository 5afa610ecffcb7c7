// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.host;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.groundwork.platform.database.DatabaseRole;
import org.groundwork.platform.host.SealedColumns.Column;
import org.groundwork.platform.ids.InstallationId;
import org.groundwork.platform.keys.FileKeyStore;
import org.groundwork.platform.keys.KeyIds;
import org.groundwork.platform.keys.Purpose;

/**
 * New keys for everything that is sealed: every purpose of every local gets a new key, every value is sealed anew, the
 * former keys are dropped, and the root key is made anew. May be stopped at any moment and run again: an older key that
 * is still there tells that a rotation has not ended.
 */
final class KeyRotation {
  /** Every process of the product sees a new key within a second. */
  private static final Duration UNTIL_SEEN = Duration.ofSeconds(3);
  /** Longer than any transaction of the product may take. */
  private static final Duration UNTIL_ENDED = Duration.ofSeconds(60);
  private final Host host;
  private final FileKeyStore keys;
  private final AdminCommand.Terminal terminal;

  KeyRotation(Host host, AdminCommand.Terminal terminal) {
    this.host = host;
    this.keys = host.keys();
    this.terminal = terminal;
  }

  int run() throws Exception {
    try (Connection owner = host.connect(DatabaseRole.OWNER)) {
      var undeclared = SealedColumns.undeclared(owner);
      if (!undeclared.isEmpty()) {
        return terminal.complain(AdminCommand.BAD, "these columns do not say whether they are sealed, so nothing was"
            + " changed; start the product once with this version: " + String.join(", ", undeclared));
      }
      owner.setAutoCommit(false);
      var columns = SealedColumns.in(owner);
      begin();
      Thread.sleep(UNTIL_SEEN);
      var tally = pass(owner, columns);
      if (!othersEnded(owner)) {
        return terminal.complain(AdminCommand.BAD, "a transaction from before is still open; run this again and it goes"
            + " on from here");
      }
      return end(owner, columns, tally.plus(pass(owner, columns)));
    }
  }

  private void begin() {
    int fresh = 0;
    int before = 0;
    for (UUID local : keys.locals()) {
      for (Purpose purpose : sealing(local)) {
        if (keys.keyIds(local, purpose).older().isEmpty()) {
          keys.rotate(local, purpose);
          fresh++;
        } else {
          before++;
        }
      }
    }
    terminal.err()
        .println("groundwork: " + fresh + " new keys"
            + (before == 0 ? "" : "; going on with " + before + " that a rotation before this one made"));
  }

  private List<Purpose> sealing(UUID local) {
    return keys.purposes(local).stream().filter(purpose -> purpose.use() == Purpose.Use.SEAL).sorted().toList();
  }

  /** Seals anew whatever is older. */
  private Resealing.Tally pass(Connection owner, List<Column> columns) throws SQLException {
    var values = new Resealing(owner, keys);
    var images = new ImageResealing(owner, keys, columns);
    var all = new Resealing.Tally(0, 0);
    for (UUID local : keys.locals()) {
      var here = local.equals(InstallationId.VALUE) ? new Resealing.Tally(0, 0) : images.of(local);
      for (Column column : held(columns, local)) {
        here = here.plus(values.column(column, local));
      }
      if (here.done() > 0) {
        terminal.err().println("groundwork: " + here.done() + " values of " + named(local) + " sealed anew");
      }
      all = all.plus(here);
    }
    return all;
  }

  /** A local is named by its identifier; the installation has a name of its own. */
  private static String named(UUID local) {
    return local.equals(InstallationId.VALUE) ? "the installation" : local.toString();
  }

  private List<Column> held(List<Column> columns, UUID local) {
    Set<Purpose> purposes = Set.copyOf(sealing(local));
    return columns.stream().filter(column -> column.holds(local) && purposes.contains(column.purpose())).toList();
  }

  /** Waits until no transaction is left that may have sealed with a former key. */
  private static boolean othersEnded(Connection owner) throws SQLException, InterruptedException {
    String now = text(owner, "select pg_current_xact_id()::text");
    for (long waited = 0; waited < UNTIL_ENDED.toMillis(); waited += 200) {
      if (text(owner, "select (pg_snapshot_xmin(pg_current_snapshot()) > '" + now + "'::xid8)::text").equals("true")) {
        return true;
      }
      Thread.sleep(Duration.ofMillis(200));
    }
    return false;
  }

  private static String text(Connection owner, String question) throws SQLException {
    try (var statement = owner.createStatement(); var row = statement.executeQuery(question)) {
      row.next();
      String answer = row.getString(1);
      owner.commit();
      return answer;
    }
  }

  private int end(Connection owner, List<Column> columns, Resealing.Tally tally) throws SQLException {
    int dropped = 0;
    int kept = 0;
    for (UUID local : keys.locals()) {
      for (Purpose purpose : sealing(local)) {
        KeyIds ids = keys.keyIds(local, purpose);
        var needed = needed(owner, columns, local, purpose);
        needed.removeIf(id -> !ids.knows(id));
        dropped += keys.retire(local, purpose, needed).size();
        kept += keys.keyIds(local, purpose).older().size();
      }
    }
    int files = keys.rotateRoot();
    terminal.out()
        .println(tally.done() + " values sealed anew, " + dropped + " former keys dropped, " + files
            + " key files under a new root key");
    terminal.err()
        .println("groundwork: back up keys/ again, the root key apart from the rest; older backups of the"
            + " database need the keys they were made with");
    if (kept + tally.unreadable() > 0) {
      return terminal.complain(AdminCommand.BAD, tally.unreadable() + " values do not open and were left as they are; "
          + kept + " former keys are still needed and were kept");
    }
    return 0;
  }

  private Set<Integer> needed(Connection owner, List<Column> columns, UUID local, Purpose purpose)
      throws SQLException {
    var needed = new HashSet<Integer>();
    var values = new Resealing(owner, keys);
    for (Column column : held(columns, local)) {
      if (column.purpose().equals(purpose)) {
        needed.addAll(values.keysInUse(column, local));
      }
    }
    if (!local.equals(InstallationId.VALUE)) {
      needed.addAll(new ImageResealing(owner, keys, columns).keysInUse(local, purpose));
    }
    owner.commit();
    return new TreeSet<>(needed);
  }
}
