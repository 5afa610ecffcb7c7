// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.pledge.PartCount;
import org.groundwork.roll.Sites;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How many are out, as everybody of the local may read it: counted once a day, nobody or {@value #LEAST} and more, and never
 * so that one part or one day taken from another speaks of fewer. Runs inside the caller's transaction.
 */
public final class OutTold {
  /** Below so many a number would tell who it is. */
  public static final int LEAST = 5;
  static final String WHOLE = "";
  private final JdbcClient jdbc;
  private final OnStrike onStrike;
  private final Strikes strikes;
  private final Where where;
  private final Seals seals;

  OutTold(JdbcClient jdbc, OnStrike onStrike, Strikes strikes, Where where, Seals seals) {
    this.jdbc = jdbc;
    this.onStrike = onStrike;
    this.strikes = strikes;
    this.where = where;
    this.seals = seals;
  }

  /** Where strikes are. */
  record Where(StrikeSites at, Sites sites) {}

  /**
   * How many were out on a day.
   *
   * @param parts those that may be told; the others cannot be found by subtracting
   */
  public record Told(LocalDate on, int out, int of, List<PartCount> parts) {
    public Told { parts = List.copyOf(parts); }
  }

  /** Counts who is out, unless it would tell of somebody. */
  boolean take(Strike strike, LocalDate today) {
    if (strike.rent().isPresent() || today.isBefore(strike.begun()) || strikes.hold(strike.step()).isEmpty()) {
      return false;
    }
    return where.at()
        .of(strike.step())
        .flatMap(at -> where.sites().byId(at.site()))
        .map(site -> take(strike.step(), onStrike.here(site, strike.step(), today), today))
        .orElse(false);
  }

  private boolean take(UUID step, OnStrike.Here here, LocalDate today) {
    var before = counted(step);
    var all = hashes(step, here.out());
    if ((!all.isEmpty() && all.size() < LEAST) || !before.tellsNobody(WHOLE, all, LEAST)) {
      return false;
    }
    var now = new HashMap<String, Set<String>>();
    here.cells().forEach(cell -> now.put(name(cell), hashes(step, here.in(cell))));
    now.put(WHOLE, all);
    var shown = tellable(here.cells(), before, now);
    now.keySet().retainAll(Stream.concat(Stream.of(WHOLE), shown.stream().map(OutTold::name)).toList());
    jdbc.sql("delete from strike.out_told where local_id = ? and step_id = ?").params(local(), step).update();
    write(step, WHOLE, today, here.out().size(), here.of());
    shown.forEach(cell -> write(step, name(cell), today, cell.in(), cell.of()));
    jdbc.sql("update strike.strike set counted = ?::bytea where local_id = ? and step_id = ?")
        .param(seals.sealIfAny("strike", "counted", step, before.with(now).written()))
        .params(local(), step)
        .update();
    return true;
  }

  /** The parts that may be told: where those left out could be found by subtracting, one more is left out with them. */
  private static List<PartCount> tellable(List<PartCount> cells, CountedOut before, Map<String, Set<String>> now) {
    if (cells.size() < 2) {
      return List.of(); // it is the whole site
    }
    var shown = new ArrayList<>(cells.stream()
        .filter(cell -> cell.in() == 0 || cell.in() >= LEAST)
        .filter(cell -> before.tellsNobody(name(cell), now.getOrDefault(name(cell), Set.of()), LEAST))
        .toList());
    while (!shown.isEmpty() && !before.restTellsNobody(shown.stream().map(OutTold::name).toList(), now, LEAST)) {
      shown.remove(shown.stream().min(Comparator.comparingInt(PartCount::in)).orElseThrow());
    }
    return shown;
  }

  private void write(UUID step, String part, LocalDate today, int out, int of) {
    jdbc.sql("""
        insert into strike.out_told (local_id, step_id, part, on_day, people_out, people_there)
        values (?, ?, ?, ?, ?, ?)""")
        .params(local(), step, part, Date.valueOf(today), out, Math.max(of, out))
        .update();
  }

  private CountedOut counted(UUID step) {
    return CountedOut.read(jdbc.sql("select counted from strike.strike where local_id = ? and step_id = ?")
        .params(local(), step)
        .query((rs, i) -> seals.openIfAny("strike", "counted", step, rs.getBytes(1)))
        .single());
  }

  private Set<String> hashes(UUID step, Collection<UUID> people) {
    return people.stream()
        .map(person -> HexFormat.of().formatHex(seals.listed(step, person)))
        .collect(Collectors.toSet());
  }

  private static String name(PartCount cell) { return String.join(", ", cell.parts()); }

  /** The last figures of a strike; absent until there are some that tell of nobody. */
  public Optional<Told> of(UUID step) {
    Map<Boolean, List<Line>> lines = jdbc.sql("""
        select part, on_day, people_out, people_there from strike.out_told where local_id = ? and step_id = ?
        order by part""")
        .params(local(), step)
        .query((rs, i) -> new Line(rs.getDate(2).toLocalDate(), PartCount.of(rs.getString(1), rs.getInt(3),
            rs.getInt(4))))
        .list()
        .stream()
        .collect(Collectors.partitioningBy(line -> line.count().parts().contains(WHOLE)));
    return lines.getOrDefault(true, List.of())
        .stream()
        .findFirst()
        .map(whole -> new Told(whole.on(), whole.count().in(), whole.count().of(),
            lines.getOrDefault(false, List.of()).stream().map(Line::count).toList()));
  }

  private record Line(LocalDate on, PartCount count) {}

  private static UUID local() { return Tenancy.current().value(); }
}
