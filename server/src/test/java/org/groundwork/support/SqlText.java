// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.support;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * One SQL statement, or a part of one, as far as the rules need to understand it: which tables it names, under which
 * aliases. Follows the house's way of writing SQL; what it cannot follow it reports as a table without a schema.
 */
public final class SqlText {
  private static final Pattern BEGINS = Pattern
      .compile("(?is)\\s*(select|insert|update|delete|with|merge|truncate|lock|copy|alter|create|drop)\\s.*");
  private static final Pattern NOISE = Pattern.compile("--[^\\n]*|/\\*.*?\\*/|'(?:[^']|'')*'", Pattern.DOTALL);
  private static final Pattern TOKEN = Pattern.compile("[a-z_][a-z0-9_]*(?:\\.[a-z_][a-z0-9_]*)*|::|[(),;=?]");
  private static final Pattern COMMON = Pattern
      .compile("([a-z_][a-z0-9_]*)\\s*(?:\\([^()]*\\))?\\s+as\\s+(?:not\\s+)?(?:materialized\\s+)?\\(");
  private static final Set<String> NOT_ALIAS = Set.of("where", "on", "join", "left", "right", "inner", "cross", "full",
      "order", "group", "set", "values", "returning", "limit", "using", "union", "having", "for", "select", "as",
      "default",
      "offset", "window", "except", "intersect", "when", "then", "natural", "fetch", "from", "enable", "add");

  /**
   * A table as a statement names it.
   *
   * @param schema empty where the statement left it out
   * @param alias the name its columns go by in the statement
   */
  public record Table(String schema, String name, String alias) {
    public String qualified() { return schema.isEmpty() ? name : schema + "." + name; }
  }

  private final List<String> tokens = new ArrayList<>();
  private final Set<String> common = new HashSet<>();
  private final List<Table> tables = new ArrayList<>();

  private SqlText(String text) {
    String plain = NOISE.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ");
    Matcher token = TOKEN.matcher(plain);
    while (token.find()) {
      tokens.add(token.group());
    }
    Matcher named = COMMON.matcher(plain);
    while (named.find()) {
      common.add(named.group(1));
    }
    for (int at = 0; at < tokens.size(); at++) {
      if (namesATable(at)) {
        readTables(at + 1);
      }
    }
  }

  /** Reads a text; empty if it does not begin like a statement. */
  public static Optional<SqlText> statement(String text) {
    return BEGINS.matcher(text).matches() ? Optional.of(new SqlText(text)) : Optional.empty();
  }

  /** Reads a text that may be the middle of a statement, such as the part after a common beginning. */
  public static SqlText part(String text) {
    return new SqlText(text);
  }

  /** The tables it names, without common table expressions and functions. */
  public List<Table> tables() {
    return List.copyOf(tables);
  }

  /** Whether the statement names {@code local_id} for this table: by its alias, or bare where that can only mean it. */
  private boolean namesLocalOf(Table table) {
    boolean aliased = !table.alias().equals(table.name());
    boolean bare = tokens.contains("local_id") && (tables.size() == 1 || !aliased);
    return bare || tokens.contains(table.alias() + ".local_id") || joinsUsingLocal();
  }

  /** Whether it compares {@code local_id} with a parameter, or inserts one. */
  private boolean bindsLocal() {
    boolean inserts = tokens.getFirst().equals("insert") && tables.size() == 1 && tokens.contains("local_id");
    boolean insertsValues = tokens.contains("insert") && tokens.contains("values") && tokens.contains("local_id")
        && !tokens.contains("select");
    return inserts || insertsValues || IntStream.range(0, tokens.size() - 2)
        .anyMatch(at -> tokens.get(at).matches("(?:[a-z0-9_.]+\\.)?local_id") && tokens.get(at + 1).equals("=")
            && tokens.get(at + 2).matches("\\?|[a-z_]+"));
  }

  private boolean joinsUsingLocal() {
    return IntStream.range(0, tokens.size() - 2)
        .anyMatch(at -> tokens.get(at).equals("using") && tokens.get(at + 1).equals("(")
            && tokens.get(at + 2).equals("local_id"));
  }

  /**
   * What is wrong with the statement where tables of one local each are concerned; empty if nothing.
   *
   * @param tenantTables such tables with their schemas
   */
  public List<String> forgottenLocals(Set<String> tenantTables) {
    var concerned = tenantTables(tenantTables);
    if (concerned.isEmpty()) {
      return List.of();
    }
    var complaints = new ArrayList<>(concerned.stream()
        .filter(table -> !namesLocalOf(table))
        .map(table -> "reads or writes " + table.qualified() + " without naming its local_id")
        .toList());
    String first = concerned.getFirst().qualified();
    if (complaints.isEmpty() && !bindsLocal()) {
      complaints.add("compares local_id of " + first + " with no parameter");
    }
    if (updatesLocal()) {
      complaints.add("gives rows of " + first + " to another local; copy and leave a tombstone");
    }
    return complaints;
  }

  /** The tables it names that are among {@code tenantTables}, or that only the running program knows. */
  public List<Table> tenantTables(Set<String> tenantTables) {
    return tables.stream()
        .filter(table -> table.name().equals("?") || tenantTables.contains(table.qualified()))
        .toList();
  }

  /** Whether it gives {@code local_id} a new value. */
  private boolean updatesLocal() {
    int set = tokens.indexOf("set");
    for (int at = Math.max(set, 0); set >= 0 && at < tokens.size() - 1 && !ends(tokens.get(at)); at++) {
      if (tokens.get(at).equals("local_id") && tokens.get(at + 1).equals("=")) {
        return true;
      }
    }
    return false;
  }

  /** Whether it uses this word. */
  public boolean says(String word) { return tokens.contains(word); }

  private static boolean ends(String token) { return Set.of("where", "from", "returning").contains(token); }

  private boolean namesATable(int at) {
    String before = at == 0 ? "" : tokens.get(at - 1);
    return switch (tokens.get(at)) {
      case "from" -> !before.equals("distinct");
      case "join" -> true;
      case "into" -> before.equals("insert") || before.equals("merge");
      case "update" -> !Set.of("for", "key", "do", "on", ",").contains(before);
      case "using" -> tokens.contains("merge") || tokens.contains("delete");
      case "table" -> Set.of("alter", "create", "drop", "truncate", "lock", "unlogged").contains(before);
      default -> false;
    };
  }

  /** Reads the table at a position, and those after commas. */
  private void readTables(int start) {
    int at = start;
    while (Set.of("lateral", "only", "if", "not", "exists").contains(token(at))) {
      at++;
    }
    if (!Character.isLetter(token(at).isEmpty() ? ' ' : token(at).charAt(0)) && !token(at).equals("?")) {
      return; // a subquery, whose own "from" is read by itself
    }
    if (token(at + 1).equals("(") && !beforeColumns(start)) {
      return; // a function
    }
    String named = token(at);
    int dot = named.lastIndexOf('.');
    at++;
    if (token(at).equals("as")) {
      at++;
    }
    boolean aliased = token(at).matches("[a-z_][a-z0-9_]*") && !NOT_ALIAS.contains(token(at));
    String name = named.substring(dot + 1);
    if (dot > 0 || !common.contains(name)) {
      tables.add(new Table(dot > 0 ? named.substring(0, dot) : "", name, aliased ? token(at) : name));
    }
    if (token(aliased ? at + 1 : at).equals(",") && tokens.get(start - 1).equals("from")
        && token(aliased ? at + 2 : at + 1).contains(".")) {
      readTables((aliased ? at + 1 : at) + 1);
    }
  }

  private boolean beforeColumns(int start) { return Set.of("into", "table").contains(token(start - 1)); }

  private String token(int at) { return at >= 0 && at < tokens.size() ? tokens.get(at) : ""; }
}
