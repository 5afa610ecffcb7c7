// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.groundwork.platform.keys.NameCloseness;
import org.groundwork.platform.keys.NameQuery;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Finds people of the current local by name although names are sealed: keyed tokens find candidates, of which a bounded
 * number is opened and ranked. Whole words come before beginnings, and those before misspellings. Runs inside the
 * caller's transaction.
 */
public final class NameSearch {
  /** Names opened for one search at the most. */
  static final int CANDIDATES = 150;
  /** With so many found, a more forgiving pass is not asked for. */
  private static final int ENOUGH = 10;
  /** Letters a search needs in some word: fewer match a large part of a large roll. */
  public static final int FEWEST_LETTERS = 3;

  private final JdbcClient jdbc;
  private final PersonFields fields;
  private final Directory directory;

  NameSearch(JdbcClient jdbc, PersonFields fields, Directory directory) {
    this.jdbc = jdbc;
    this.fields = fields;
    this.directory = directory;
  }

  /** What a search came to. */
  public sealed interface Outcome {
    /** Nothing was searched: too few letters. */
    record TooShort() implements Outcome {}

    /**
     * People, closest first.
     *
     * @param more whether there are others that are not shown
     */
    record Found(List<Directory.Entry> people, boolean more) implements Outcome {
      public Found { people = List.copyOf(people); }
    }
  }

  /** A person whose name is open, and by how many edits it differs from what was typed. */
  private record Ranked(Directory.Named person, int edits) {}

  /**
   * People whose name is close to what was typed, at most {@link Directory#PAGE}.
   *
   * @param sites only people with a place at one of these; absent for everybody
   */
  public Outcome find(String typed, Optional<Set<UUID>> sites) {
    if (longestWord(typed) < FEWEST_LETTERS) {
      return new Outcome.TooShort();
    }
    var ranked = rank(typed, candidates(typed, sites));
    var shown = ranked.stream().limit(Directory.PAGE).map(Ranked::person).toList();
    return new Outcome.Found(directory.placed(shown), ranked.size() > Directory.PAGE);
  }

  /** The rows found, asked for more and more forgivingly until there are enough. */
  Map<UUID, Directory.Row> candidates(String typed, Optional<Set<UUID>> sites) {
    var found = new LinkedHashMap<UUID, Directory.Row>();
    for (NameQuery query : List.of(fields.exact(typed), fields.starting(typed), fields.forgiving(typed))) {
      if (found.size() < ENOUGH && !query.isEmpty()) {
        bound(jdbc.sql(sql(query, sites)), query, sites).query((rs, i) -> new Directory.Row(
            rs.getObject(1, UUID.class), rs.getBytes(2), PersonState.of(rs.getString(3))))
            .list()
            .forEach(row -> found.putIfAbsent(row.id(), row));
      }
    }
    return found;
  }

  private List<Ranked> rank(String typed, Map<UUID, Directory.Row> rows) {
    var closeness = new NameCloseness(typed);
    var ranked = new ArrayList<Ranked>();
    for (var row : rows.values()) {
      var person = directory.open(row);
      closeness.to(person.name()).ifPresent(edits -> ranked.add(new Ranked(person, edits)));
    }
    ranked.sort(Comparator.comparingInt(Ranked::edits)
        .thenComparing(one -> one.person().name())
        .thenComparing(one -> one.person().id()));
    return ranked;
  }

  /**
   * One condition per word. The rows are gathered whole before they are limited, so that the planner asks the index
   * and does not hope to meet enough of them on the way through the table.
   */
  static String sql(NameQuery query, Optional<Set<UUID>> sites) {
    var sql = new StringBuilder("""
        with found as materialized (select p.id, p.name, p.state from roll.person p
          where p.local_id = :local and p.merged_into is null""");
    for (int group = 0; group < query.groups().size(); group++) {
      sql.append("\n  and p.name_tokens operator(pg_catalog.&&) :group").append(group);
    }
    sql.append(")\nselect q.id, q.name, q.state from found q");
    if (sites.isPresent()) {
      sql.append("""

          where exists (select 1 from roll.position at
            where at.local_id = :local and at.person_id = q.id and at.until is null and at.site_id = any(:sites))""");
    }
    return sql.append("\nlimit :most").toString();
  }

  static StatementSpec bound(StatementSpec statement, NameQuery query, Optional<Set<UUID>> sites) {
    var all = statement.param("local", Tenancy.current().value()).param("most", CANDIDATES);
    for (int group = 0; group < query.groups().size(); group++) {
      all = all.param("group" + group, java.util.Arrays.stream(query.groups().get(group))
          .boxed()
          .toArray(Integer[]::new));
    }
    return sites.isEmpty() ? all : all.param("sites", sites.get().toArray(UUID[]::new));
  }

  private static int longestWord(String typed) {
    int longest = 0;
    for (String word : typed.strip().split("[^\\p{L}\\p{N}\\p{M}]+", -1)) {
      boolean letters = word.codePoints().allMatch(c -> c < 0x2E80);
      longest = Math.max(longest, letters ? word.codePointCount(0, word.length()) : FEWEST_LETTERS);
    }
    return longest;
  }
}
