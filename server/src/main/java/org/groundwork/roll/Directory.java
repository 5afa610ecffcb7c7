// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * The list of people of the current local, newest first, page by page. People on the boss's side are in no list unless
 * they are asked for. Runs inside the caller's transaction; says nothing about who may look, which
 * {@link PeopleInReach} does.
 */
public final class Directory {
  /** How many people stand on a page. */
  public static final int PAGE = 50;

  private static final UUID LAST = new UUID(-1L, -1L);
  private static final UUID FIRST = new UUID(0L, 0L);

  static final String OF_LOCAL = """
      select q.id, q.name, q.state from roll.person q
      where q.local_id = :local and q.merged_into is null and q.id < :below and q.id > :above
        and (:bossSide = exists (select 1 from roll.position b
          where b.local_id = q.local_id and b.person_id = q.id and b.until is null and b.boss_side))
      """;
  static final String OF_SITES = """
      select q.id, q.name, q.state from (
        select distinct p.person_id from roll.position p
        where p.local_id = :local and p.site_id = any(:sites) and p.until is null and p.boss_side = :bossSide
          and p.person_id < :below and p.person_id > :above
        order by p.person_id %1$s) at
      join roll.person q on q.local_id = :local and q.id = at.person_id
      where q.merged_into is null
      """;
  static final String OF_ROW = """
      select q.id, q.name, q.state from (
        select distinct p.person_id from roll.unit u
        join roll.position p on p.local_id = u.local_id and p.unit_id = u.id and p.site_id = u.site_id and p.until is null
        where u.local_id = :local and u.site_id = any(:sites) and u.row_label = :row and p.boss_side = :bossSide
          and p.person_id < :below and p.person_id > :above
        order by p.person_id %1$s) at
      join roll.person q on q.local_id = :local and q.id = at.person_id
      where q.merged_into is null
      """;
  private static final String IN_STATE = " and q.state = :state";
  private static final String AMONG = " and q.id in (select unnest(:among::uuid[]))";
  private static final String PAGED = " order by q.id %1$s limit :most";
  private static final String PLACES = """
      select p.person_id, s.id, s.name, u.label, p.boss_side from roll.position p
      join roll.site s on s.local_id = p.local_id and s.id = p.site_id
      left join roll.unit u on u.local_id = p.local_id and u.id = p.unit_id
      where p.local_id = :local and p.person_id = any(:people) and p.until is null order by p.id""";

  private final JdbcClient jdbc;
  private final PersonFields fields;

  Directory(JdbcClient jdbc, PersonFields fields) {
    this.jdbc = jdbc;
    this.fields = fields;
  }

  /**
   * Which people.
   *
   * @param sites only people with a place at one of these; absent for everybody
   * @param row only people in this floor or department of those sites; absent for all
   * @param state only people who stand so with the local; absent for all
   * @param bossSide the people on the boss's side, instead of the others
   * @param among only these people; absent for all
   */
  public record Filter(Optional<Set<UUID>> sites, Optional<String> row, Optional<PersonState> state,
      boolean bossSide, Optional<Set<UUID>> among) {
    public Filter {
      sites = sites.map(Set::copyOf);
      among = among.map(Set::copyOf);
    }

    /** Whoever they are. */
    public Filter(Optional<Set<UUID>> sites, Optional<String> row, Optional<PersonState> state, boolean bossSide) {
      this(sites, row, state, bossSide, Optional.empty());
    }

    /** Everybody of the local. */
    public static Filter everybody() {
      return new Filter(Optional.empty(), Optional.empty(), Optional.empty(), false);
    }
  }

  /** Where a page begins: after the last one of the page before, or before the first one of the page after. */
  public sealed interface Cursor {
    /** The first page. */
    record Start() implements Cursor {}

    /** The people listed after this one. */
    record After(UUID person) implements Cursor {}

    /** The people listed before this one. */
    record Before(UUID person) implements Cursor {}
  }

  /** Somebody's place. */
  public record Place(UUID site, String siteName, Optional<String> unit, boolean bossSide) {}

  /** One line of a list. */
  public record Entry(UUID id, String name, PersonState state, List<Place> places) {
    public Entry { places = List.copyOf(places); }

    public boolean bossSide() { return places.stream().anyMatch(Place::bossSide); }
  }

  /**
   * One page.
   *
   * @param before the cursor to the page before, absent on the first
   * @param after the cursor to the page after, absent on the last
   */
  public record Page(List<Entry> people, Optional<UUID> before, Optional<UUID> after) {
    public Page { people = List.copyOf(people); }
  }

  /** A row as it is stored. */
  record Row(UUID id, byte[] name, PersonState state) {}

  /** The people a filter names, at most {@link #PAGE} of them. */
  public Page page(Filter filter, Cursor cursor) {
    var found = new ArrayList<>(bound(jdbc.sql(sql(filter, cursor)), filter, cursor).query((rs, i) -> new Row(
        rs.getObject(1, UUID.class), rs.getBytes(2), PersonState.of(rs.getString(3)))).list());
    boolean more = found.size() > PAGE;
    if (more) {
      found.removeLast();
    }
    return switch (cursor) {
      case Cursor.Start _ -> shown(found, false, more);
      case Cursor.After _ -> shown(found, true, more);
      case Cursor.Before _ -> shown(found.reversed(), more, true);
    };
  }

  private Page shown(List<Row> rows, boolean before, boolean after) {
    var entries = entries(rows);
    return new Page(entries, before && !entries.isEmpty() ? Optional.of(entries.getFirst().id()) : Optional.empty(),
        after && !entries.isEmpty() ? Optional.of(entries.getLast().id()) : Optional.empty());
  }

  static String sql(Filter filter, Cursor cursor) {
    String people = filter.sites().isEmpty() ? OF_LOCAL : filter.row().isEmpty() ? OF_SITES : OF_ROW;
    String direction = cursor instanceof Cursor.Before ? "asc" : "desc";
    return (people + (filter.state().isEmpty() ? "" : IN_STATE)
        + (filter.among().isEmpty() ? "" : AMONG) + PAGED).formatted(direction);
  }

  static StatementSpec bound(StatementSpec statement, Filter filter, Cursor cursor) {
    var all = statement.param("local", Tenancy.current().value())
        .param("below", cursor instanceof Cursor.After(UUID person) ? person : LAST)
        .param("above", cursor instanceof Cursor.Before(UUID person) ? person : FIRST)
        .param("bossSide", filter.bossSide())
        .param("most", PAGE + 1);
    filter.sites().ifPresent(sites -> all.param("sites", sites.toArray(UUID[]::new)));
    filter.sites().flatMap(_ -> filter.row()).ifPresent(row -> all.param("row", row));
    filter.state().ifPresent(state -> all.param("state", state.key()));
    filter.among().ifPresent(people -> all.param("among", people.toArray(UUID[]::new)));
    return all;
  }

  /** A row whose name is open. */
  record Named(UUID id, String name, PersonState state) {}

  Named open(Row row) { return new Named(row.id(), fields.name(row.id(), row.name()), row.state()); }

  /** Rows with their names opened and their places, in their order. */
  List<Entry> entries(Collection<Row> rows) {
    return placed(rows.stream().map(this::open).toList());
  }

  /** People with their places, in their order. */
  List<Entry> placed(Collection<Named> people) {
    var places = places(people.stream().map(Named::id).toList());
    return people.stream()
        .map(person -> new Entry(person.id(), person.name(), person.state(),
            places.getOrDefault(person.id(), List.of())))
        .toList();
  }

  /** Where these people hold a place now. */
  Map<UUID, List<Place>> places(Collection<UUID> people) {
    var found = new HashMap<UUID, List<Place>>();
    jdbc.sql(PLACES)
        .param("local", Tenancy.current().value())
        .param("people", people.toArray(UUID[]::new))
        .query(rs -> {
          found.computeIfAbsent(rs.getObject(1, UUID.class), _ -> new ArrayList<>())
              .add(new Place(rs.getObject(2, UUID.class), rs.getString(3), Optional.ofNullable(rs.getString(4)),
                  rs.getBoolean(5)));
        });
    return found;
  }
}
