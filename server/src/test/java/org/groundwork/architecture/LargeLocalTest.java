// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.groundwork.platform.database.DatabaseAccess;
import org.groundwork.platform.database.DatabaseRole;
import org.groundwork.support.Page;
import org.groundwork.support.Product;
import org.groundwork.support.StatementLog;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A page about one building of a large local takes what that building takes: no statement of any page reads a large
 * table whole, whatever its values, as the application's role within row security.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LargeLocalTest {
  private static final Pattern SCAN = Pattern.compile(
      "(Seq Scan|Bitmap Heap Scan|Index Scan using \\w+|Index Only Scan using \\w+) on \"?(\\w+)\"?");
  private static final Pattern BY_NOTHING_BUT_THE_LOCAL = Pattern.compile("Index Cond: \\(local_id = \\$\\d+\\)$");
  /** Pages that are about everybody, with the table they read. */
  private static final Map<String, String> ABOUT_EVERYBODY = Map.of(
      // who of the whole roll may be written down twice
      "/l/{local}/people/twice", "person",
      // how many people each of all sites has
      "/l/{local}/sites", "position");
  private final Product product = Product.shared();
  private final Map<String, String> statements = new TreeMap<>();
  private int opened;
  private LargeLocal large;

  @BeforeAll
  void openEveryPage() throws SQLException {
    large = new LargeLocal(product);
    for (Route route : Route.of(product)) {
      if (route.gets() && route.inALocal()) {
        String address = large.address(route.pattern());
        var told = StatementLog.<Page>of(() -> large.organiser().get(address));
        opened += told.answer().status() == 200 ? 1 : 0;
        told.statements()
            .stream()
            .filter(sql -> LargeLocal.TABLES.stream().anyMatch(sql::contains) || sql.contains(".api_"))
            .forEach(sql -> statements.putIfAbsent(sql, route.pattern()));
      }
    }
  }

  @Test
  void opensPagesOfEveryModule() { assertThat(opened).isGreaterThan(60); }

  @Test
  void readsNoLargeTableWhole() {
    var complaints = new ArrayList<String>();
    statements.forEach((sql, pattern) -> {
      if (sql.stripLeading().startsWith("select") || sql.stripLeading().startsWith("with")) {
        String plan = plan(sql);
        whole(plan).stream()
            .filter(name -> !name.equals(ABOUT_EVERYBODY.get(pattern)))
            .forEach(name -> complaints.add(pattern + " reads " + name + " whole:\n" + sql + "\n" + plan));
      }
    });
    assertThat(complaints).isEmpty();
  }

  /**
   * The large tables of which a plan reads everything, or everything of the local, by their bare names: a scan in
   * sequence, or one of an index by nothing but the local.
   */
  private List<String> whole(String plan) {
    var found = new ArrayList<String>();
    String table = "";
    for (String line : plan.lines().toList()) {
      Matcher scan = SCAN.matcher(line);
      if (scan.find()) {
        table = scan.group(2);
        if (scan.group(1).equals("Seq Scan")) {
          found.add(table);
        }
      } else if (BY_NOTHING_BUT_THE_LOCAL.matcher(line).find()) {
        found.add(table);
      }
    }
    found.removeIf(name -> LargeLocal.TABLES.stream().noneMatch(large -> large.endsWith("." + name)));
    return found;
  }

  /** The plan for whatever values: what a statement gets that is asked often. */
  private String plan(String sql) {
    var access = product.bean(DatabaseAccess.class);
    var asked = new Properties();
    asked.setProperty("user", DatabaseRole.APP.roleName());
    asked.setProperty("password", access.password(DatabaseRole.APP));
    // the driver would want a value for each parameter of a statement it prepares
    asked.setProperty("preferQueryMode", "simple");
    var lines = new ArrayList<String>();
    try (var connection = DriverManager.getConnection(access.url(), asked);
        var statement = connection.createStatement()) {
      // by hash or not is the planner's to choose; the question is whether there is a way by index
      statement.execute("set enable_hashjoin = off; set enable_mergejoin = off");
      statement.execute("set app.local = '" + large.local().id().value() + "'");
      try (var plan = statement.executeQuery("explain (generic_plan) " + numbered(sql))) {
        while (plan.next()) {
          lines.add(plan.getString(1));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("no plan for " + sql, e);
    }
    return String.join("\n", lines);
  }

  private static String numbered(String sql) {
    var numbered = new StringBuilder();
    int parameter = 0;
    boolean quoted = false;
    for (int at = 0; at < sql.length(); at++) {
      quoted ^= sql.charAt(at) == '\'';
      if (sql.charAt(at) == '?' && !quoted) {
        // the driver says what a value is; a sign before an unknown one does not
        boolean signed = at > 0 && sql.charAt(at - 1) == '-';
        numbered.append('$').append(++parameter).append(signed ? "::integer" : "");
      } else {
        numbered.append(sql.charAt(at));
      }
    }
    return numbered.toString();
  }

  @Test
  void complainsOfAStatementThatReadsTheRollWhole() {
    assertThat(whole(plan("select id from roll.person where local_id = ? and version = ?"))).contains("person");
    assertThat(whole(plan("select id from roll.person where local_id = ? and id = ?"))).isEmpty();
    assertThat(whole("Seq Scan on person p")).containsExactly("person");
    assertThat(
        whole("->  Index Scan using person_pkey on person\n  Index Cond: (local_id = $1)\n  Filter: (version = $2)"))
        .containsExactly("person");
    assertThat(whole("Index Scan using person_pkey on person\n  Index Cond: ((local_id = $1) AND (id = $2))"))
        .isEmpty();
  }
}
