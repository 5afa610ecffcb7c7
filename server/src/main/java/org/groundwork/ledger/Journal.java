// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.ledger;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The entries of the books, one after the other. */
public final class Journal {
  private static final int AT_ONCE = 500;
  private static final String SELECT = """
      select e.id, e.on_date, e.what, e.source_kind, e.source_id, e.reverses_id, r.id as reversed_by, e.entered_at,
        e.entered_by, e.number, e.people
      from ledger.entry e left join ledger.entry r on r.local_id = e.local_id and r.reverses_id = e.id
      """;
  private final JdbcClient jdbc;
  private final Texts texts;

  Journal(JdbcClient jdbc, Texts texts) {
    this.jdbc = jdbc;
    this.texts = texts;
  }

  /** One entry. */
  public Optional<Entry> find(UUID entry) {
    List<Entry> found = jdbc.sql(SELECT + "where e.local_id = ? and e.id = ?")
        .params(Scope.local(), entry)
        .query(this::read)
        .list();
    return withLines(found).stream().findFirst();
  }

  /** These entries, by their identifiers. */
  public Map<UUID, Entry> some(Collection<UUID> entries) {
    Map<UUID, Entry> found = new LinkedHashMap<>();
    withLines(jdbc.sql(SELECT + "where e.local_id = ? and e.id in (select unnest(?::uuid[]))")
        .param(Scope.local())
        .param(entries.toArray(UUID[]::new))
        .query(this::read)
        .list()).forEach(each -> found.put(each.id(), each));
    return found;
  }

  /** All entries of some days, in the order of days, a few at a time whatever their number. */
  public void each(LocalDate first, LocalDate last, Consumer<Entry> reader) {
    LocalDate day = first;
    UUID after = new UUID(0, 0);
    List<Entry> some;
    do {
      some = withLines(jdbc.sql(SELECT + """
          where e.local_id = ? and (e.on_date, e.id) > (?, ?) and e.on_date <= ? order by e.on_date, e.id limit ?""")
          .params(Scope.local(), Date.valueOf(day), after, Date.valueOf(last), AT_ONCE)
          .query(this::read)
          .list());
      some.forEach(reader);
      if (!some.isEmpty()) {
        day = some.getLast().on();
        after = some.getLast().id();
      }
    } while (some.size() == AT_ONCE);
  }

  /**
   * Which entries are looked for.
   *
   * @param accounts one of which they name; none for all
   * @param fund that they name
   */
  public record Wanted(YearMonth first, YearMonth last, Set<UUID> accounts, Optional<UUID> fund) {
    public Wanted { accounts = Set.copyOf(accounts); }
  }

  /** A place in the list of entries, the latest first. */
  public record At(LocalDate on, UUID entry) {}

  /** Entries, the latest first, that come after a place in the list; at most {@code most}. */
  public List<Entry> latest(Wanted wanted, Optional<At> after, int most) {
    LocalDate day = after.map(At::on).orElse(wanted.last().plusMonths(1).atDay(1));
    UUID entry = after.map(At::entry).orElse(new UUID(0, 0));
    return withLines(jdbc.sql(SELECT + """
        where e.local_id = :local and e.on_date >= :first and e.on_date < :next and (e.on_date, e.id) < (:day, :entry)
          and exists (select from ledger.line l where l.local_id = e.local_id and l.entry_id = e.id
            and (:all or l.account_id in (select unnest(:accounts::uuid[]))) and l.fund_id = coalesce(:fund::uuid, l.fund_id))
        order by e.on_date desc, e.id desc limit :most""")
        .param("local", Scope.local())
        .param("first", Date.valueOf(wanted.first().atDay(1)))
        .param("next", Date.valueOf(wanted.last().plusMonths(1).atDay(1)))
        .param("day", Date.valueOf(day))
        .param("entry", entry)
        .param("all", wanted.accounts().isEmpty())
        .param("accounts", wanted.accounts().toArray(UUID[]::new))
        .param("fund", wanted.fund().orElse(null))
        .param("most", most)
        .query(this::read)
        .list());
  }

  /** How many entries are in some months, from what was counted when they were closed, and by counting in open ones. */
  public int count(YearMonth first, YearMonth last) {
    return jdbc.sql("""
        select coalesce(sum(coalesce(c.entries, (select count(*) from ledger.entry e where e.local_id = :local
            and e.on_date >= m.month::date and e.on_date < (m.month + interval '1 month')::date))), 0)::integer
        from generate_series(:first::timestamp, :last::timestamp, interval '1 month') as m (month)
        left join ledger.closed_month c on c.local_id = :local and c.month = m.month::date""")
        .param("local", Scope.local())
        .param("first", Date.valueOf(first.atDay(1)))
        .param("last", Date.valueOf(last.atDay(1)))
        .query(Integer.class)
        .single();
  }

  /**
   * Every so-manieth entry of some days, beginning with the first.
   *
   * @param step 1 or more
   * @param most so many at most
   */
  public List<Entry> spread(LocalDate first, LocalDate last, int step, int most) {
    return withLines(jdbc.sql(SELECT + """
        where e.local_id = :local and e.id in (
          select n.id from (select id, row_number() over (order by on_date, id) - 1 as place from ledger.entry
            where local_id = :local and on_date between :first and :last) n
          where n.place % :step = 0 order by n.place limit :most)
        order by e.on_date, e.id""")
        .param("local", Scope.local())
        .param("first", Date.valueOf(first))
        .param("last", Date.valueOf(last))
        .param("step", step)
        .param("most", most)
        .query(this::read)
        .list());
  }

  /**
   * Entries that undo nothing and were not undone, in the order of days, after a place in it; at most {@code most}.
   *
   * @param wanted the months, and the accounts one of which they name
   * @param sources of which kinds their source may be; none is as well
   */
  public List<Entry> standing(Wanted wanted, Set<String> sources, Optional<At> after, int most) {
    return withLines(jdbc.sql(SELECT + """
        where e.local_id = :local and e.on_date >= :first and e.on_date < :next and (e.on_date, e.id) > (:day, :entry)
          and e.source_kind is distinct from 'bank-line'
          and (e.source_kind is null or e.source_kind in (select unnest(:sources::text[])))
          and e.reverses_id is null and r.id is null
          and exists (select from ledger.line l where l.local_id = e.local_id and l.entry_id = e.id
            and l.account_id in (select unnest(:accounts::uuid[])))
        order by e.on_date, e.id limit :most""")
        .param("local", Scope.local())
        .param("first", Date.valueOf(wanted.first().atDay(1)))
        .param("next", Date.valueOf(wanted.last().plusMonths(1).atDay(1)))
        .param("day", Date.valueOf(after.map(At::on).orElse(wanted.first().atDay(1))))
        .param("entry", after.map(At::entry).orElse(new UUID(0, 0)))
        .param("sources", sources.toArray(String[]::new))
        .param("accounts", wanted.accounts().toArray(UUID[]::new))
        .param("most", most)
        .query(this::read)
        .list());
  }

  /** Entries whose source is of some kinds, in the order of days, also those that were undone; at most {@code most}. */
  public List<Entry> ofSources(Set<String> kinds, int most) {
    return withLines(jdbc.sql(SELECT + """
        where e.local_id = :local and e.source_kind in (select unnest(:kinds::text[])) order by e.on_date, e.id
        limit :most""")
        .param("local", Scope.local())
        .param("kinds", kinds.toArray(String[]::new))
        .param("most", most)
        .query(this::read)
        .list());
  }

  private List<Entry> withLines(List<Entry> entries) {
    Map<UUID, List<Line>> lines = new LinkedHashMap<>();
    entries.forEach(each -> lines.put(each.id(), new ArrayList<>()));
    jdbc.sql("""
        select entry_id, account_id, fund_id, amount, mark from ledger.line
        where local_id = ? and entry_id in (select unnest(?::uuid[])) order by entry_id, place""")
        .params(Scope.local(), lines.keySet().toArray(UUID[]::new))
        .query(rs -> {
          lines.getOrDefault(rs.getObject(1, UUID.class), new ArrayList<>())
              .add(new Line(rs.getObject(2, UUID.class), rs.getObject(3, UUID.class), rs.getLong(4),
                  Optional.ofNullable(rs.getObject(5, UUID.class))));
        });
    return entries.stream()
        .map(each -> new Entry(each.id(), each.on(), each.what(), each.source(), each.reverses(), each.reversedBy(),
            each.at(), each.by(), each.number(), each.people(), lines.getOrDefault(each.id(), List.of())))
        .toList();
  }

  private static OptionalInt people(ResultSet rs) throws SQLException {
    int people = rs.getInt("people");
    return rs.wasNull() ? OptionalInt.empty() : OptionalInt.of(people);
  }

  private Entry read(ResultSet rs, int row) throws SQLException {
    UUID id = rs.getObject("id", UUID.class);
    @Nullable
    String kind = rs.getString("source_kind");
    int number = rs.getInt("number");
    return new Entry(id, rs.getDate("on_date").toLocalDate(), texts.open(id, rs.getBytes("what")),
        kind == null ? Optional.empty() : Optional.of(new Source(kind, rs.getObject("source_id", UUID.class))),
        Optional.ofNullable(rs.getObject("reverses_id", UUID.class)),
        Optional.ofNullable(rs.getObject("reversed_by", UUID.class)), rs.getTimestamp("entered_at").toInstant(),
        Optional.ofNullable(rs.getObject("entered_by", UUID.class)),
        number == 0 ? OptionalInt.empty() : OptionalInt.of(number), people(rs), List.of());
  }
}
