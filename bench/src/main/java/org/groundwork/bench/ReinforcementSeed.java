// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.groundwork.platform.database.DatabaseAccess;
import org.groundwork.platform.database.DatabaseRole;
import org.groundwork.platform.tenancy.LocalId;
import org.springframework.context.ApplicationContext;

/**
 * Fills one local with members who can be called: 500 places in networks of ten, a tenth of the members at none, a fifth
 * who drive, one in a hundred a medic, hours of all kinds, one in a hundred on the boss's side.
 */
final class ReinforcementSeed {
  static final int AREAS = 200;
  private static final int SITES = 500;
  private final DatabaseAccess access;
  private final UUID local;

  ReinforcementSeed(ApplicationContext application, LocalId local) {
    access = application.getBean(DatabaseAccess.class);
    this.local = local.value();
  }

  /** Fills it; the places. */
  List<UUID> fill(int members) throws SQLException {
    try (var owner = DriverManager.getConnection(access.url(), DatabaseRole.OWNER.roleName(),
        access.password(DatabaseRole.OWNER))) {
      run(owner, "select setseed(0.42)");
      run(owner, """
          insert into roll.site (local_id, id, kind, name, address_key, register_site, changed_at)
          select '%1$s', gen_random_uuid(), 'building', n || ' Elm Street', n || 'elm', 'bench-' || n, now()
          from generate_series(0, %2$d) n""".formatted(local, SITES - 1));
      run(owner, """
          insert into target.local_network select '%1$s', 'bench-' || n, 'net-' || n / 10
          from generate_series(0, %2$d) n""".formatted(local, SITES - 1));
      run(owner, """
          insert into roll.person (local_id, id, name, name_tokens, state, created_at, changed_at)
          select '%1$s', gen_random_uuid(), '\\x00', '{}', 'member', now(), now() from generate_series(1, %2$d)"""
          .formatted(local, members));
      run(owner, """
          insert into roll.membership (local_id, id, person_id, kind, state, since, changed_at)
          select local_id, gen_random_uuid(), id, 'member', 'active', current_date, now() from roll.person
          where local_id = '%1$s' and name = '\\x00'""".formatted(local));
      run(owner, """
          create temp table place as select id, row_number() over () - 1 n from roll.site where local_id = '%1$s'"""
          .formatted(local));
      run(owner, """
          create temp table member as select id, row_number() over () n, random() luck from roll.person
          where local_id = '%1$s' and name = '\\x00'""".formatted(local));
      run(owner, """
          insert into roll.position (local_id, id, person_id, site_id, boss_side, since, changed_at)
          select '%1$s', gen_random_uuid(), m.id, p.id, m.luck < 0.01, current_date, now()
          from member m join place p on p.n = m.n %% %2$d""".formatted(local, SITES));
      run(owner, """
          insert into reinforcement.ready (local_id, person_id, site_id, slots, can, lot, changed_at)
          select '%1$s', m.id, case when m.n %% 10 > 0 then p.id end, 1 + floor(random() * 268435454)::int,
            case when m.n %% 5 = 0 then 1 else 0 end + case when m.n %% 100 = 7 then 2 else 0 end
              + case when m.n %% 50 = 9 then 4 else 0 end + case when m.n %% 10 = 3 then 8 else 0 end,
            (random() * 4294967295 - 2147483648)::bigint::int, now()
          from member m join place p on p.n = m.n %% %2$d""".formatted(local, SITES));
      run(owner, "vacuum (analyze) roll.person, roll.membership, roll.position, roll.site, reinforcement.ready");
      return sites(owner);
    }
  }

  private List<UUID> sites(Connection owner) throws SQLException {
    var found = new ArrayList<UUID>();
    try (var statement = owner.createStatement();
        var rows = statement.executeQuery("select id from place order by n")) {
      while (rows.next()) {
        found.add(rows.getObject(1, UUID.class));
      }
    }
    return found;
  }

  private static void run(Connection owner, String sql) throws SQLException {
    try (var statement = owner.createStatement()) {
      statement.execute(sql);
    }
  }
}
