// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.architecture;

import java.sql.SQLException;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The migrated database held against the rules, and each rule held against a table planted to break it. What is planted
 * is rolled back.
 */
@ExtendWith(ProductExtension.class)
class DatabaseRulesTest {

  /** A rule, by the sentence it makes true. */
  private record Rule(String says, Function<Catalog, Verdict> rule) {}

  /**
   * A violation.
   *
   * @param words which the only complaint must contain
   */
  private record Planted(String what, Function<Catalog, Verdict> rule, String sql, String... words) {}

  private static final String POLICY = "create policy tenant on roll.planted using (local_id = current_setting('app.local')::uuid) "
      + "with check (local_id = current_setting('app.local')::uuid);";

  @TestFactory
  Stream<DynamicTest> holdsOverTheMigratedDatabase(Product product) {
    return Stream.of(new Rule("every table declares its zone", ZoneRules::everyTableDeclaresItsZone),
        new Rule("tenant tables are under row security", ZoneRules::tenantTablesAreSecured),
        new Rule("keys begin with the local", ZoneRules::keysBeginWithTheLocal),
        new Rule("nothing cannot be spread over servers", ZoneRules::nothingThatCannotBeSpread),
        new Rule("types are exact", ZoneRules::typesAreExact),
        new Rule("bytes say how they are kept", ZoneRules::bytesSayHowTheyAreKept),
        new Rule("versioned records say who changed them", ZoneRules::versionedRecordsSayWhoChangedThem),
        new Rule("foreign keys point downward", KeyRules::pointDownward),
        new Rule("foreign keys stay within the local", KeyRules::stayWithinTheLocal),
        new Rule("foreign keys never rewrite a key", KeyRules::neverRewriteAKey),
        new Rule("requests are served by plain roles", RightsRules::requestsAreServedByPlainRoles),
        new Rule("sign-in stands apart", RightsRules::signInStandsApart),
        new Rule("views ask as their reader", RightsRules::viewsAskAsTheirReader),
        new Rule("functions that look past row security are listed", DatabaseRulesTest::definers))
        .map(rule -> DynamicTest.dynamicTest(rule.says(), () -> {
          try (var catalog = Catalog.of(product)) {
            rule.rule().apply(catalog).holds();
          }
        }));
  }

  @TestFactory
  Stream<DynamicTest> complainsOfAPlantedTable(Product product) {
    return Stream.of(
        new Planted("no zone", ZoneRules::everyTableDeclaresItsZone, table("id uuid", "", ""),
            "roll.planted declares no zone"),
        new Planted("an unknown zone", ZoneRules::everyTableDeclaresItsZone, table("id uuid", "", "elsewhere"),
            "roll.planted"),
        new Planted("an unlogged table", ZoneRules::everyTableDeclaresItsZone,
            table("id uuid", "", "shared") + "alter table roll.planted set unlogged;", "roll.planted", "crash"),
        new Planted("row security off", ZoneRules::tenantTablesAreSecured, table() + POLICY,
            "roll.planted has row security off"),
        new Planted("no policy", ZoneRules::tenantTablesAreSecured, table() + secured(),
            "roll.planted has not exactly the policy"),
        new Planted("a policy that lets through what is unset", ZoneRules::tenantTablesAreSecured, table() + secured()
            + POLICY.replace("'app.local'", "'app.local', true"), "roll.planted has not exactly the policy"),
        new Planted("a second policy", ZoneRules::tenantTablesAreSecured, table() + secured() + POLICY
            + POLICY.replace("policy tenant", "policy second"), "roll.planted has not exactly the policy"),
        new Planted("forced row security", ZoneRules::tenantTablesAreSecured, table() + secured() + POLICY
            + "alter table roll.planted force row level security;", "roll.planted forces"),
        new Planted("a key that begins elsewhere", ZoneRules::keysBeginWithTheLocal,
            table("local_id uuid not null, id uuid not null", "primary key (id, local_id)", "tenant"), "roll.planted",
            "primary key"),
        new Planted("a unique key without the local", ZoneRules::keysBeginWithTheLocal,
            table("local_id uuid not null, id uuid not null, code text unique", "primary key (local_id, id)", "tenant"),
            "planted_code_key", "lacks local_id"),
        new Planted("a shared table with a local", ZoneRules::keysBeginWithTheLocal,
            table("local_id uuid not null, id uuid primary key", "", "shared"),
            "roll.planted has a local_id and is shared by all"))
        .map(planted -> expect(product, planted));
  }

  @TestFactory
  Stream<DynamicTest> complainsOfAPlantedColumn(Product product) {
    return Stream.of(
        new Planted("a sequence", ZoneRules::nothingThatCannotBeSpread, "create sequence roll.planted;",
            "roll.planted"),
        new Planted("a trigger", ZoneRules::nothingThatCannotBeSpread, table() + """
            create function roll.planted() returns trigger language plpgsql as 'begin return new; end';
            create trigger planted before insert on roll.planted for each row execute function roll.planted();""",
            "the trigger planted on roll.planted"),
        new Planted("a rule", ZoneRules::nothingThatCannotBeSpread,
            table() + "create rule planted as on insert to roll.planted do instead nothing;",
            "the rule planted on roll.planted"),
        new Planted("inheritance", ZoneRules::nothingThatCannotBeSpread,
            table() + "create table roll.planted_child () inherits (roll.planted);", "roll.planted_child"),
        new Planted("a default that asks the clock", ZoneRules::nothingThatCannotBeSpread,
            table("local_id uuid, at timestamptz default now()", "", "tenant"), "roll.planted.at", "passed in"),
        new Planted("an enum", ZoneRules::typesAreExact,
            "create type roll.planted_state as enum ('a');" + table("state roll.planted_state", "", "tenant"),
            "roll.planted.state is an enum"),
        new Planted("a numeric", ZoneRules::typesAreExact, table("amount numeric(12, 2)", "", "tenant"),
            "roll.planted.amount", "minor units"),
        new Planted("a floating number", ZoneRules::typesAreExact, table("share double precision", "", "shared"),
            "roll.planted.share"),
        new Planted("bytes of which nobody knows whether they are sealed", ZoneRules::bytesSayHowTheyAreKept,
            table("name bytea", "", "shared"), "roll.planted.name does not say how it is kept"),
        new Planted("a comment that the rotation does not read", ZoneRules::bytesSayHowTheyAreKept,
            table("name bytea", "", "shared") + "comment on column roll.planted.name is 'sealed with people';",
            "roll.planted.name does not say how it is kept"),
        new Planted("a time without its zone", ZoneRules::typesAreExact, table("at timestamp", "", "tenant"),
            "roll.planted.at", "timestamptz"),
        new Planted("a change without its version", ZoneRules::versionedRecordsSayWhoChangedThem,
            table("local_id uuid, changed_at timestamptz, changed_by uuid", "", "tenant"), "roll.planted", "version"))
        .map(planted -> expect(product, planted));
  }

  @TestFactory
  Stream<DynamicTest> complainsOfAPlantedKey(Product product) {
    return Stream.of(
        new Planted("a key upward", KeyRules::pointDownward, table("local_id uuid, id uuid",
            "foreign key (local_id, id) references campaign.campaign (local_id, id)", "tenant"),
            "planted_local_id_id_fkey", "campaign.campaign"),
        new Planted("a key into auth", KeyRules::pointDownward,
            table("id uuid references auth.account (id)", "", "coordinator"), "planted_id_fkey", "around auth"),
        new Planted("a key that begins elsewhere", KeyRules::stayWithinTheLocal,
            "create unique index planted_key on roll.site (id, local_id);" + table("local_id uuid, id uuid",
                "foreign key (id, local_id) references roll.site (id, local_id)", "tenant"),
            "planted_id_local_id_fkey", "does not begin with local_id"),
        new Planted("a shared row that points at a tenant's", KeyRules::stayWithinTheLocal,
            table("local_id uuid, id uuid",
                "foreign key (local_id, id) references roll.site (local_id, id)", "shared"),
            "from zone shared to zone tenant"),
        new Planted("set null", KeyRules::neverRewriteAKey, table("local_id uuid, id uuid",
            "foreign key (local_id, id) references roll.site (local_id, id) on delete set null (id)", "tenant"),
            "sets null"),
        new Planted("a key that follows", KeyRules::neverRewriteAKey, table("local_id uuid, id uuid",
            "foreign key (local_id, id) references roll.site (local_id, id) on update cascade", "tenant"),
            "follows an update"))
        .map(planted -> expect(product, planted));
  }

  @TestFactory
  Stream<DynamicTest> complainsOfAPlantedRight(Product product) {
    return Stream.of(
        new Planted("creating in a schema", RightsRules::requestsAreServedByPlainRoles,
            "grant create on schema roll to gw_app;", "gw_app may create in schema roll"),
        new Planted("truncating", RightsRules::requestsAreServedByPlainRoles,
            "grant truncate on roll.site to gw_app;", "gw_app may truncate roll.site"),
        new Planted("reading sign-in", RightsRules::signInStandsApart, "grant select (id) on auth.account to gw_app;",
            "gw_app reaches auth.account"),
        new Planted("reading people from sign-in", RightsRules::signInStandsApart,
            "grant select on roll.person to gw_auth;", "gw_auth reaches roll.person"),
        new Planted("using the schema of sign-in", RightsRules::signInStandsApart,
            "grant usage on schema auth to gw_app;", "gw_app may use schema auth"),
        new Planted("a view of its owner", RightsRules::viewsAskAsTheirReader,
            "create view roll.planted as select id from roll.site;", "roll.planted reads with its owner's rights"),
        new Planted("a function of its owner", DatabaseRulesTest::definers,
            "create function roll.planted() returns int language sql security definer set search_path = '' as 'select 1';",
            "roll.planted", "not on the list"),
        new Planted("a listed function that searches", catalog -> RightsRules.functionsThatLookPastAreListed(catalog,
            Set.of("roll.planted")),
            "create function roll.planted() returns int language sql security definer as 'select 1';",
            "roll.planted sets no search path"))
        .map(planted -> expect(product, planted));
  }

  private static DynamicTest expect(Product product, Planted planted) {
    return DynamicTest.dynamicTest(planted.what(), () -> {
      try (var catalog = Catalog.of(product)) {
        catalog.with(planted.sql(), planted.rule()).complainsOnceOf(planted.words());
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    });
  }

  private static Verdict definers(Catalog catalog) {
    return RightsRules.functionsThatLookPastAreListed(catalog, RightsRules.DEFINERS);
  }

  /** A table of one local as it should be, but for row security. */
  private static String table() {
    return table("local_id uuid not null, id uuid not null", "primary key (local_id, id)", "tenant");
  }

  private static String table(String columns, String constraint, String zone) {
    return "create table roll.planted (" + columns + (constraint.isEmpty() ? "" : ", " + constraint) + ");"
        + (zone.isEmpty() ? "" : "comment on table roll.planted is 'zone=" + zone + "';");
  }

  private static String secured() { return "alter table roll.planted enable row level security;"; }
}
