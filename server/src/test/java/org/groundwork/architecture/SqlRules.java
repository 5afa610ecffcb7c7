// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.architecture;

import java.util.Set;
import java.util.stream.Stream;
import org.groundwork.architecture.Sources.TextFile;
import org.groundwork.architecture.Verdict.Collector;
import org.groundwork.support.SqlText;

/** Rules on the SQL that stands in compiled classes and in migrations. */
final class SqlRules {
  private static final Set<String> SYSTEM_SCHEMAS = Set.of("pg_catalog", "information_schema", "ext");

  private SqlRules() {}

  /** A module names its own tables in full, and of others only the views they publish, if it may use them. */
  static Verdict ownSchemasOnly(Stream<Compiled> classes) {
    var found = new Collector();
    classes.forEach(each -> each.strings()
        .flatMap(text -> SqlText.statement(text).stream())
        .forEach(sql -> {
          found.look();
          sql.tables().stream().filter(table -> !table.name().equals("?")).forEach(table -> owns(each, table, found));
        }));
    return found.verdict();
  }

  private static void owns(Compiled by, SqlText.Table table, Collector found) {
    if (SYSTEM_SCHEMAS.contains(table.schema())) {
      return;
    }
    if (table.schema().isEmpty()) {
      found.complain(by.name() + " names " + table.name() + " without its schema");
      return;
    }
    String owner = House.ownerOf(table.schema()).orElse("nobody");
    boolean published = table.name().startsWith("api_") && House.usedBy(by.module()).contains(owner);
    found.complainIf(!owner.equals(by.module()) && !published, by.name() + " of module " + by.module() + " names "
        + table.qualified() + " of " + owner + "; ask that module or read a view api_… it publishes");
  }

  /** Code names the local for every table that belongs to one, and never gives a row to another local. */
  static Verdict everyTenantTableWithItsLocal(Stream<Compiled> classes, Set<String> tenantTables) {
    var found = new Collector();
    classes.forEach(each -> each.strings()
        .flatMap(text -> SqlText.statement(text).stream())
        .filter(sql -> !sql.tenantTables(tenantTables).isEmpty())
        .forEach(sql -> {
          found.look();
          sql.forgottenLocals(tenantTables).forEach(complaint -> found.complain(each.name() + " " + complaint));
        }));
    return found.verdict();
  }

  /** No statement takes the lock that a notification costs every commit. */
  static Verdict noNotifications(Stream<Compiled> classes) {
    var found = new Collector();
    classes.forEach(each -> each.strings().filter(text -> text.contains(" ")).forEach(text -> {
      found.look();
      var sql = SqlText.part(text);
      found.complainIf(
          text.matches("(?is)\\s*(notify|listen)\\s+[a-z_]+\\s*(,.*)?") || sql.says("pg_notify"),
          each.name() + " uses LISTEN or NOTIFY; poll, and wake in the process");
    }));
    return found.verdict();
  }

  /**
   * A migration names its own schema, published views of modules it uses, and as targets of foreign keys tables below it.
   */
  static Verdict migrationsStayHome(Iterable<TextFile> migrations) {
    var found = new Collector();
    for (TextFile file : migrations) {
      found.look();
      String module = file.folder();
      found.complainIf(!House.ORDER.contains(module), file.name() + " lies in the folder of no module");
      MigrationText.of(file.text())
          .names()
          .filter(name -> House.schemas().contains(name.schema()))
          .filter(name -> !mayName(module, name))
          .forEach(name -> found.complain(file.name() + " of module " + module + " names " + name.schema() + "."
              + name.name()
              + (name.asForeignKey() ? " in a foreign key that points upward" : ", which is not its own")));
    }
    return found.verdict();
  }

  private static boolean mayName(String module, MigrationText.Name name) {
    String owner = House.ownerOf(name.schema()).orElse("nobody");
    if (owner.equals(module)) {
      return true;
    }
    return name.asForeignKey()
        ? House.standsOn(module, owner)
        : name.name().startsWith("api_") && House.usedBy(module).contains(owner);
  }
}
