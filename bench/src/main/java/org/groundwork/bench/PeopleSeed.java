// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.Collectors;
import org.groundwork.platform.database.DatabaseAccess;
import org.groundwork.platform.database.DatabaseRole;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.keys.FieldCipher;
import org.groundwork.platform.keys.FieldRef;
import org.groundwork.platform.keys.KeyStore;
import org.groundwork.platform.keys.NameTokens;
import org.groundwork.platform.keys.Purpose;
import org.groundwork.platform.tenancy.LocalId;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.context.ApplicationContext;

/** Fills one local with people, sealed and indexed as the roll does it, through the owner's COPY. */
final class PeopleSeed {
  private final DatabaseAccess access;
  private final Ids ids;
  private final FieldCipher cipher;
  private final NameTokens tokens;
  private final UUID local;

  PeopleSeed(ApplicationContext application, LocalId local) {
    access = application.getBean(DatabaseAccess.class);
    ids = application.getBean(Ids.class);
    var keys = application.getBean(KeyStore.class);
    cipher = new FieldCipher(keys, Purpose.sealing("people"));
    tokens = new NameTokens(keys, Purpose.indexing("names"), "name");
    this.local = local.value();
  }

  /** Copies the people in, with the search's index built afterwards, as any bulk load does. */
  void fill(Names names, int people) throws SQLException {
    try (var owner = DriverManager.getConnection(access.url(), DatabaseRole.OWNER.roleName(),
        access.password(DatabaseRole.OWNER))) {
      String index = definition(owner);
      run(owner, "drop index roll.person_by_name");
      copy(owner, names, people);
      run(owner, "set maintenance_work_mem = '1GB'");
      run(owner, index);
      run(owner, "vacuum (analyze) roll.person");
    }
  }

  private void copy(Connection owner, Names names, int people) throws SQLException {
    CopyIn copy = owner.unwrap(PGConnection.class)
        .getCopyAPI()
        .copyIn("copy roll.person (local_id, id, name, name_tokens, state, created_at, changed_at) from stdin");
    for (int i = 0; i < people; i++) {
      byte[] row = row(names.person()).getBytes(StandardCharsets.UTF_8);
      copy.writeToCopy(row, 0, row.length);
    }
    copy.endCopy();
  }

  private String row(String name) {
    UUID id = ids.next();
    String sealed = HexFormat.of().formatHex(cipher.seal(new FieldRef(local, "roll.person", "name", id), name));
    String held = Arrays.stream(tokens.tokensOf(local, name))
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(",", "{", "}"));
    return local + "\t" + id + "\t\\\\x" + sealed + "\t" + held + "\tmember\tnow\tnow\n";
  }

  private static String definition(Connection owner) throws SQLException {
    try (var statement = owner.createStatement();
        var rows = statement.executeQuery("select pg_get_indexdef('roll.person_by_name'::regclass)")) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static void run(Connection owner, String sql) throws SQLException {
    try (var statement = owner.createStatement()) {
      statement.execute(sql);
    }
  }
}
