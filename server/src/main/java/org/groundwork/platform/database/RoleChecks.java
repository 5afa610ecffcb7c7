// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Questions to the catalogue about the roles, asked as the owner. */
final class RoleChecks {
  /** Attributes: only the owner may create roles, only gw_ops may read past row security, nobody may do everything. */
  private static final String ATTRIBUTES = """
    select r.rolname, x.what
    from pg_catalog.pg_roles r,
      lateral (values
        (r.rolsuper, 'is a superuser'),
        (r.rolbypassrls and r.rolname <> 'gw_ops', 'may bypass row security (BYPASSRLS)'),
        (r.rolcreaterole and r.rolname <> 'gw_owner', 'may create roles'),
        (r.rolcreatedb, 'may create databases'),
        (r.rolreplication, 'may replicate the server')) x(wrong, what)
    where r.rolname in ('gw_owner', 'gw_app', 'gw_auth', 'gw_ops') and x.wrong
    """;
  /** An owner is not subject to the policies of his table. */
  private static final String OWNERSHIP = """
    select r.rolname, 'owns ' || pg_catalog.pg_describe_object(d.classid, d.objid, d.objsubid)
    from pg_catalog.pg_shdepend d join pg_catalog.pg_roles r on r.oid = d.refobjid
    where d.refclassid = 'pg_catalog.pg_authid'::pg_catalog.regclass and d.deptype = 'o'
      and d.dbid in (0, (select oid from pg_catalog.pg_database where datname = pg_catalog.current_database()))
      and r.rolname in ('gw_app', 'gw_auth', 'gw_ops')
    """;
  /** Through a membership a role has another's rights, or can become the other. */
  private static final String MEMBERSHIP = """
    select r.rolname, 'is a member of ' || o.rolname
    from pg_catalog.pg_roles r, pg_catalog.pg_roles o
    where r.rolname in ('gw_app', 'gw_auth', 'gw_ops') and o.oid <> r.oid and not r.rolsuper
      and pg_catalog.pg_has_role(r.oid, o.oid, 'MEMBER')
    """;
  private static final String WRITING = """
    select 'gw_ops', 'may write ' || c.oid::pg_catalog.regclass
    from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname not in ('pg_catalog', 'information_schema')
      and n.nspname not like 'pg\\_%'
      and pg_catalog.has_table_privilege('gw_ops', c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE')
      and not (select rolsuper from pg_catalog.pg_roles where rolname = 'gw_ops')
    """;
  private static final String LEAKPROOF = """
    select pg_catalog.bool_and(proleakproof) from pg_catalog.pg_proc
    where oid in ('pg_catalog.textlike(text,text)'::pg_catalog.regprocedure,
      'ext.similarity_op(text,text)'::pg_catalog.regprocedure)
    """;

  private RoleChecks() {}

  static List<RoleViolation> violations(Connection owner) throws SQLException {
    List<RoleViolation> found = new ArrayList<>();
    for (String question : List.of(ATTRIBUTES, OWNERSHIP, MEMBERSHIP, WRITING)) {
      try (Statement statement = owner.createStatement(); ResultSet rows = statement.executeQuery(question)) {
        while (rows.next()) {
          found.add(new RoleViolation(rows.getString(1), rows.getString(2)));
        }
      }
    }
    return found;
  }

  /** Whether text search can use an index under row security. */
  static boolean leakproof(Connection owner) throws SQLException {
    try (Statement statement = owner.createStatement(); ResultSet row = statement.executeQuery(LEAKPROOF)) {
      return row.next() && row.getBoolean(1);
    }
  }

  static void requireVersion(Connection owner) throws SQLException {
    int major = owner.getMetaData().getDatabaseMajorVersion();
    if (major != Cluster.MAJOR) {
      throw new DatabaseStartException(
          new StartRefusal.ExternalUnsuitable("it is PostgreSQL " + major + ", needed is " + Cluster.MAJOR));
    }
  }
}
