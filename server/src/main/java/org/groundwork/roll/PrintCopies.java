// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lists of a site on paper. What must not be left in a car stands on them as a code, drawn anew for each copy, so that
 * two copies side by side tell nothing more than one. Runs inside the caller's transaction.
 */
public final class PrintCopies {
  /** What a copy's codes mean is forgotten after this long. */
  static final Duration KEPT = Duration.ofDays(90);
  /** People on one copy at the most. */
  public static final int MOST = 800;
  private static final int FIRST_CODE = 100;
  private static final int SPARE_CODES = 900;

  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final SecureRandom random;
  private final Audit audit;

  PrintCopies(JdbcClient jdbc, Ids ids, Clock clock, SecureRandom random, Audit audit) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.random = random;
    this.audit = audit;
  }

  /**
   * A copy.
   *
   * @param number counts the copies of its site
   * @param names whether names stand on it beside the codes
   */
  public record Copy(UUID id, UUID site, int number, boolean names, Optional<UUID> by, Instant at,
      Optional<Instant> returned) {}

  /** One line of a copy: the code and what it means. */
  public record Line(int code, UUID person, Optional<String> unit) {}

  /** Makes a copy of everybody at a site who is not on the boss's side. */
  public UUID make(UUID site, boolean names) {
    UUID local = Tenancy.current().value();
    jdbc.sql("select id from roll.site where local_id = ? and id = ? for update")
        .params(local, site)
        .query(UUID.class)
        .single();
    UUID id = ids.random();
    jdbc.sql("""
        insert into roll.print_copy (local_id, id, site_id, copy_no, names, printed_by, printed_at, changed_by, changed_at)
        values (:local, :id, :site,
          1 + (select coalesce(max(c.copy_no), 0) from roll.print_copy c where c.local_id = :local and c.site_id = :site),
          :names, :by::uuid, :now, :by::uuid, :now)""")
        .param("local", local)
        .param("id", id)
        .param("site", site)
        .param("names", names)
        .param("by", Author.id())
        .param("now", now())
        .update();
    int people = code(id, site);
    audit.record("list-printed", new SubjectRef("site", site), people + " people" + (names ? ", with names" : ""));
    return id;
  }

  private int code(UUID copy, UUID site) {
    var people = jdbc.sql("""
        select distinct p.person_id from roll.position p
        where p.local_id = ? and p.site_id = ? and p.until is null and not p.boss_side order by p.person_id limit ?""")
        .params(Tenancy.current().value(), site, MOST)
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .list();
    var codes = new ArrayList<>(
        IntStream.range(FIRST_CODE, FIRST_CODE + Math.max(SPARE_CODES, people.size())).boxed().toList());
    Collections.shuffle(codes, random);
    jdbc.sql("""
        insert into roll.print_code (local_id, copy_id, code, person_id)
        select :local, :copy, c.code, c.person from unnest(:codes::integer[], :people::uuid[]) as c (code, person)""")
        .param("local", Tenancy.current().value())
        .param("copy", copy)
        .param("codes", codes.subList(0, people.size()).toArray(Integer[]::new))
        .param("people", people.toArray(UUID[]::new))
        .update();
    return people.size();
  }

  private static final String COPY = """
      select id, site_id, copy_no, names, printed_by, printed_at, returned_at from roll.print_copy
      where local_id = ? and site_id = ?""";

  /** The copies of a site, newest first. */
  public List<Copy> of(UUID site) {
    return jdbc.sql(COPY + " order by copy_no desc limit 50")
        .params(Tenancy.current().value(), site)
        .query(PrintCopies::copy)
        .list();
  }

  /** One copy of a site. */
  public Optional<Copy> find(UUID site, UUID copy) {
    return jdbc.sql(COPY + " and id = ?")
        .params(Tenancy.current().value(), site, copy)
        .query(PrintCopies::copy)
        .optional();
  }

  /** What stands on a copy, by door; who has gone from the site since is left out. */
  public List<Line> lines(Copy copy) {
    return jdbc.sql("""
        select c.code, c.person_id, min(u.label), min(u.row_no), min(u.col_no) from roll.print_code c
        join roll.position p on p.local_id = c.local_id and p.person_id = c.person_id and p.site_id = ? and p.until is null
          and not p.boss_side
        left join roll.unit u on u.local_id = p.local_id and u.id = p.unit_id
        where c.local_id = ? and c.copy_id = ? group by c.code, c.person_id
        order by min(u.row_no) nulls last, min(u.col_no), c.code""")
        .params(copy.site(), Tenancy.current().value(), copy.id())
        .query((rs, i) -> new Line(rs.getInt(1), rs.getObject(2, UUID.class), Optional.ofNullable(rs.getString(3))))
        .list();
  }

  /** Ticks a copy off as returned; saying so twice changes nothing. */
  public void returned(Copy copy) {
    int ticked = jdbc.sql("""
        update roll.print_copy set returned_at = ?, version = version + 1, changed_by = ?::uuid, changed_at = ?
        where local_id = ? and id = ? and returned_at is null""")
        .param(now())
        .param(Author.id())
        .params(now(), Tenancy.current().value(), copy.id())
        .update();
    if (ticked == 1) {
      audit.record("list-returned", new SubjectRef("site", copy.site()), "copy " + copy.number());
    }
  }

  /** Forgets what the codes of old copies mean. */
  int forgetOld() {
    return jdbc.sql("""
        delete from roll.print_code c where c.local_id = :local and c.copy_id in (
          select p.id from roll.print_copy p where p.local_id = :local and p.printed_at < :before)""")
        .param("local", Tenancy.current().value())
        .param("before", Timestamp.from(clock.instant().minus(KEPT)))
        .update();
  }

  private static Copy copy(ResultSet rs, int row) throws SQLException {
    return new Copy(rs.getObject("id", UUID.class), rs.getObject("site_id", UUID.class), rs.getInt("copy_no"),
        rs.getBoolean("names"), Optional.ofNullable(rs.getObject("printed_by", UUID.class)),
        rs.getTimestamp("printed_at").toInstant(),
        Optional.ofNullable(rs.getTimestamp("returned_at")).map(Timestamp::toInstant));
  }

  private Timestamp now() { return Timestamp.from(clock.instant()); }
}
