// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.architecture;

import java.util.Set;
import org.groundwork.architecture.Verdict.Collector;

/** Rules on who may what in the database, and on the ways around row security. */
final class RightsRules {
  /** Functions that run with their owner's rights and so look past row security; each with its reason. None so far. */
  static final Set<String> DEFINERS = Set.of();

  private RightsRules() {}

  /** The roles of requests own nothing and can do nothing to the database but read and write rows. */
  static Verdict requestsAreServedByPlainRoles(Catalog catalog) {
    var found = new Collector();
    catalog
        .ask("select rolname, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication from pg_roles "
            + "where rolname in ('gw_app', 'gw_auth')")
        .forEach(role -> {
          found.look();
          found.complainIf(role.is(1), role.get(0) + " may more than read and write rows");
        });
    catalog.ask(
        "select c.relname, c.relowner::regrole from pg_class c where c.relowner in ('gw_app'::regrole, 'gw_auth'::regrole)")
        .forEach(row -> found.complain(row.get(1) + " owns " + row.get(0)));
    catalog.ask("select r.rolname, n.nspname from pg_namespace n, pg_roles r where r.rolname in ('gw_app', 'gw_auth') "
        + "and n.nspname !~ '^pg_(temp|toast)' and has_schema_privilege(r.oid, n.oid, 'create')")
        .forEach(row -> found.complain(row.get(0) + " may create in schema " + row.get(1)));
    catalog.ask("select r.rolname, t.name from :tables t, pg_roles r where r.rolname in ('gw_app', 'gw_auth') "
        + "and has_table_privilege(r.oid, t.oid, 'truncate, references, trigger, maintain')")
        .forEach(row -> found.complain(row.get(0) + " may truncate " + row.get(1) + " or tie to it"));
    return found.verdict();
  }

  /** What signs people in and what holds their records cannot read each other's tables. */
  static Verdict signInStandsApart(Catalog catalog) {
    var found = new Collector();
    catalog.ask("""
        select t.name, r.rolname, has_any_column_privilege(r.oid, t.oid, 'select, insert, update')
          or has_table_privilege(r.oid, t.oid, 'delete')
        from :tables t, pg_roles r where (t.schema = 'auth' and r.rolname = 'gw_app')
          or (t.schema <> 'auth' and r.rolname = 'gw_auth')""").forEach(row -> {
      found.look();
      found.complainIf(row.is(2), row.get(1) + " reaches " + row.get(0));
    });
    catalog.ask(
        "select n.nspname from pg_namespace n where n.nspname = 'auth' and has_schema_privilege('gw_app', n.oid, 'usage')")
        .forEach(row -> found.complain("gw_app may use schema " + row.get(0)));
    return found.verdict();
  }

  /** A view shows what its reader may see, not what its owner may. */
  static Verdict viewsAskAsTheirReader(Catalog catalog) {
    var found = new Collector();
    catalog.ask(
        "select n.nspname || '.' || c.relname, coalesce(c.reloptions @> array['security_invoker=true'], false) from pg_class c "
            + "join pg_namespace n on n.oid = c.relnamespace where n.nspname = any (:ours) and c.relkind = 'v'")
        .forEach(view -> {
          found.look();
          found.complainIf(!view.is(1),
              view.get(0) + " reads with its owner's rights; create it with (security_invoker = true)");
        });
    return found.verdict();
  }

  /** A function that runs with its owner's rights is on the list, and finds its names by no search path. */
  static Verdict functionsThatLookPastAreListed(Catalog catalog, Set<String> listed) {
    var found = new Collector();
    catalog.ask("""
        select n.nspname || '.' || p.proname, p.prosecdef, coalesce(p.proconfig::text, '') like '%search_path=%'
        from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where n.nspname not in ('pg_catalog', 'information_schema')""").forEach(function -> {
      found.look();
      found.complainIf(function.is(1) && !listed.contains(function.get(0)),
          function.get(0) + " runs with its owner's rights and is not on the list");
      found.complainIf(function.is(1) && !function.is(2), function.get(0) + " sets no search path");
    });
    return found.verdict();
  }
}
