// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.architecture;

import java.util.Set;
import org.groundwork.architecture.Verdict.Collector;

/** Rules on tables: each declares its zone and has what the zone asks, also where locals are spread over servers. */
final class ZoneRules {
  private static final Set<String> ZONES = Set.of("tenant", "shared", "coordinator", "disclosure");
  private static final String POLICY = "(local_id = (current_setting('app.local'::text))::uuid)";

  private ZoneRules() {}

  /** Every table says in its comment which zone it is of. */
  static Verdict everyTableDeclaresItsZone(Catalog catalog) {
    var found = new Collector();
    catalog.ask("select name, zone, kind, persistence from :tables t").forEach(table -> {
      found.look();
      found.complainIf(!ZONES.contains(table.get(1)),
          table.get(0) + " declares no zone; comment on table … is 'zone=…'");
      found.complainIf(Set.of("f", "m").contains(table.get(2)),
          table.get(0) + " is a foreign table or a materialised view, which cannot be spread over servers");
      found.complainIf(!table.get(3).equals("p"), table.get(0) + " is not kept in the log and is lost in a crash");
    });
    return found.verdict();
  }

  /** A tenant's table is under row security, by one policy of one form; the owner is not, so migrations see all rows. */
  static Verdict tenantTablesAreSecured(Catalog catalog) {
    var found = new Collector();
    catalog.ask("select name, secured, forced from :tables t where zone = 'tenant'").forEach(table -> {
      found.look();
      found.complainIf(!table.is(1), table.get(0) + " has row security off");
      found.complainIf(table.is(2),
          table.get(0) + " forces row security on its owner, whose migrations would touch no row");
    });
    catalog.ask("""
        select t.name, count(p.oid), coalesce(bool_and(p.polpermissive and p.polcmd = '*' and p.polroles = array[0::oid]
          and pg_get_expr(p.polqual, p.polrelid) = $$%1$s$$ and pg_get_expr(p.polwithcheck, p.polrelid) = $$%1$s$$), false)
        from :tables t left join pg_policy p on p.polrelid = t.oid where t.zone = 'tenant' group by t.name"""
        .formatted(POLICY))
        .forEach(table -> found.complainIf(!table.get(1).equals("1") || !table.is(2), table.get(0)
            + " has not exactly the policy: using and with check " + POLICY));
    catalog.ask("select name from :tables t where zone not in ('tenant', 'coordinator') and secured")
        .forEach(table -> found.complain(table.get(0) + " is no tenant's and yet under row security"));
    return found.verdict();
  }

  /** Keys begin with the local, so that rows lie together and no key tells one local about another's. */
  static Verdict keysBeginWithTheLocal(Catalog catalog) {
    var found = new Collector();
    catalog.ask("""
        select t.name, coalesce((select a.attname from pg_index i join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0]
            where i.indrelid = t.oid and i.indisprimary), ''),
          exists (select from pg_attribute a where a.attrelid = t.oid and a.attname = 'local_id' and a.attnotnull
            and a.atttypid = 'uuid'::regtype)
        from :tables t where t.zone = 'tenant'""").forEach(table -> {
      found.look();
      found.complainIf(!table.get(1).equals("local_id"),
          table.get(0) + " has no primary key that begins with local_id");
      found.complainIf(!table.is(2), table.get(0) + " has no column local_id of type uuid not null");
    });
    catalog.ask("""
        select t.name, c.relname from :tables t join pg_index i on i.indrelid = t.oid join pg_class c on c.oid = i.indexrelid
        where t.zone = 'tenant' and (i.indisunique or i.indisexclusion) and not exists (select from pg_attribute a
          where a.attrelid = t.oid and a.attname = 'local_id' and a.attnum = any (i.indkey))""")
        .forEach(index -> found.complain(
            "the unique key " + index.get(1) + " of " + index.get(0)
                + " lacks local_id and tells one local of another"));
    catalog.ask("select t.name from :tables t where t.zone = 'shared' "
        + "and exists (select from pg_attribute a where a.attrelid = t.oid and a.attname = 'local_id' and a.attnum > 0)")
        .forEach(table -> found.complain(table.get(0) + " has a local_id and is shared by all"));
    return found.verdict();
  }

  /** Nothing in the house's tables that a database spread over servers cannot do, or that hides work from the code. */
  static Verdict nothingThatCannotBeSpread(Catalog catalog) {
    var found = new Collector();
    catalog.ask("select name from :tables t").forEach(table -> found.look());
    catalog
        .ask("select t.name, g.tgname from :tables t join pg_trigger g on g.tgrelid = t.oid where not g.tgisinternal")
        .forEach(row -> found.complain("the trigger " + row.get(1) + " on " + row.get(0)));
    catalog.ask("select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace "
        // the order of events is the coordinator's own and stays on one server
        + "where n.nspname = any (:ours) and c.relkind = 'S' and c.relname <> 'event_seq_seq'")
        .forEach(row -> found.complain("the sequence " + row.get(0) + "; identifiers come from Ids"));
    catalog.ask(
        "select t.name, r.rulename from :tables t join pg_rewrite r on r.ev_class = t.oid where t.kind in ('r', 'p')")
        .forEach(row -> found.complain("the rule " + row.get(1) + " on " + row.get(0)));
    catalog.ask(
        "select t.name, i.inhrelid::regclass from :tables t join pg_inherits i on i.inhparent = t.oid where t.kind = 'r'")
        .forEach(row -> found.complain("inheritance of " + row.get(1) + " from " + row.get(0)));
    catalog.ask("""
        select t.name, a.attname, pg_get_expr(d.adbin, d.adrelid) from :tables t join pg_attrdef d on d.adrelid = t.oid
        join pg_attribute a on a.attrelid = t.oid and a.attnum = d.adnum
        where pg_get_expr(d.adbin, d.adrelid) ~* 'now\\(|current_|clock_timestamp|uuid.*\\(|nextval|random'""")
        .forEach(row -> found.complain("the default " + row.get(2) + " of " + row.get(0) + "." + row.get(1)
            + "; clock and identifiers are passed in"));
    return found.verdict();
  }

  /** Columns have types that compare exactly, under row security by index, and alike on every server. */
  static Verdict typesAreExact(Catalog catalog) {
    var found = new Collector();
    catalog
        .ask(
            """
        select t.name, a.attname, format_type(a.atttypid, a.atttypmod), y.typtype from :tables t
        join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped join pg_type y on y.oid = a.atttypid""")
        .forEach(column -> {
          found.look();
          String name = column.get(0) + "." + column.get(1);
          found.complainIf(column.get(3).equals("e"), name + " is an enum; a state is text with a check");
          found.complainIf(column.get(2).matches("(numeric|money|real|double precision).*"),
              name + " is " + column.get(2) + "; money is bigint in minor units");
          found.complainIf(column.get(2).matches("timestamp.*without time zone|time .*"),
              name + " is " + column.get(2) + "; an instant is timestamptz");
          found.complainIf(column.get(2).equals("ext.citext"),
              name + " is citext; store the normalised text or a keyed hash");
        });
    return found.verdict();
  }

  /** Bytes say how they are kept; the rotation of keys would lose what it does not know to be sealed. */
  static Verdict bytesSayHowTheyAreKept(Catalog catalog) {
    var found = new Collector();
    catalog.ask("""
        select t.name, a.attname, coalesce(col_description(t.oid, a.attnum), '') from :tables t
        join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
        where a.atttypid = 'bytea'::regtype and a.attname !~ '_(hash|index)$'""").forEach(column -> {
      found.look();
      found.complainIf(
          !column.get(2)
              .matches("sealed=[a-z][a-z-]*( row=[a-z_]+)?( owner=installation)?|images=.+|plain=.+"),
          column.get(0) + "." + column.get(1)
              + " does not say how it is kept; comment on column … is 'sealed=PURPOSE' or 'plain=WHY'");
    });
    return found.verdict();
  }

  /** A record that carries a version also says who changed it and when: undo and offline edits stand on all three. */
  static Verdict versionedRecordsSayWhoChangedThem(Catalog catalog) {
    var found = new Collector();
    catalog.ask("""
        select t.name, (select count(*) from pg_attribute a where a.attrelid = t.oid and (a.attname, a.atttypid) in
          (('version', 'bigint'::regtype), ('changed_by', 'uuid'::regtype), ('changed_at', 'timestamptz'::regtype)))
        from :tables t where t.zone = 'tenant' and exists (select from pg_attribute a where a.attrelid = t.oid
          and a.attname in ('changed_by', 'changed_at'))""").forEach(table -> {
      found.look();
      found.complainIf(!table.get(1).equals("3"),
          table.get(0) + " has not all of version bigint, changed_by uuid, changed_at timestamptz");
    });
    return found.verdict();
  }
}
