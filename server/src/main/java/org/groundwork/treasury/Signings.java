// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.ledger.ClosedMonths;
import org.groundwork.platform.access.Mandate;
import org.groundwork.platform.access.Mandates;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Quarters that somebody checked for the members and signed. Runs inside the caller's transaction. */
public final class Signings {
  private static final int MOST_MANDATES = 500;
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final Parts parts;
  private final Seals seals;
  private final Audit audit;

  /** What signing asks. */
  record Parts(Months months, ClosedMonths closed, QuarterPrints prints, Mandates mandates, Locals locals) {}

  Signings(JdbcClient jdbc, Ids ids, Clock clock, Parts parts, Seals seals, Audit audit) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.parts = parts;
    this.seals = seals;
    this.audit = audit;
  }

  /**
   * Somebody signed.
   *
   * @param quarter its first month
   * @param digest SHA-256 of the file of the quarter, in hexadecimal
   * @param remark what they tell the members; may be empty
   */
  public record Signing(UUID id, YearMonth quarter, UUID by, Instant at, int entries, String digest, String remark) {}

  /** What became of a wish to sign. */
  public sealed interface Signed {
    record Yes() implements Signed {}

    /** The same person signed it before. */
    record Already() implements Signed {}

    /** A month of it is open. */
    record Open(YearMonth month) implements Signed {}

    /** Whoever kept the money in that quarter does not check it. */
    record KeptTheMoney() implements Signed {}

    /** It does not come to what it came to when its last month was closed. */
    record Changed() implements Signed {}
  }

  /** Everything that was signed, the last quarter first. */
  public List<Signing> all() { return jdbc.sql("""
        select id, quarter, signed_by, signed_at, entries, digest, remark from treasury.signing where local_id = ?
        order by quarter desc, signed_at, id""").params(local()).query(this::read).list(); }

  /** What was signed of one quarter, in the order of days. */
  public List<Signing> of(Span quarter) {
    return jdbc.sql("""
        select id, quarter, signed_by, signed_at, entries, digest, remark from treasury.signing
        where local_id = ? and quarter = ? order by signed_at, id""")
        .params(local(), Date.valueOf(quarter.firstDay()))
        .query(this::read)
        .list();
  }

  /** The last quarter that somebody signed: its first month. */
  public Optional<YearMonth> last() {
    return jdbc.sql("select max(quarter) from treasury.signing where local_id = ?")
        .params(local())
        .query((rs, i) -> Optional.ofNullable(rs.getDate(1)).map(day -> YearMonth.from(day.toLocalDate())))
        .single();
  }

  private Signing read(ResultSet rs, int row) throws SQLException {
    UUID id = rs.getObject("id", UUID.class);
    return new Signing(id, YearMonth.from(rs.getDate("quarter").toLocalDate()), rs.getObject("signed_by", UUID.class),
        rs.getTimestamp("signed_at").toInstant(), rs.getInt("entries"), HexFormat.of().formatHex(rs.getBytes("digest")),
        seals.openIfAny("signing", "remark", id, rs.getBytes("remark")));
  }

  /** Signs a quarter; the books may begin within it. */
  public Signed sign(Span quarter, UUID person, String remark) {
    var closed = parts.closed().all();
    var open = parts.months().since(quarter).months().stream().filter(month -> !closed.contains(month)).findFirst();
    if (open.isPresent()) {
      return new Signed.Open(open.get());
    }
    if (keptTheMoney(quarter, person)) {
      return new Signed.KeptTheMoney();
    }
    UUID id = ids.next();
    Optional<QuarterFile.Print> print = parts.prints().again(quarter);
    if (print.isEmpty()) {
      return new Signed.Changed();
    }
    int signed = jdbc.sql("""
        insert into treasury.signing (local_id, id, quarter, signed_by, signed_at, entries, digest, remark)
        values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (local_id, quarter, signed_by) do nothing""")
        .params(local(), id, Date.valueOf(quarter.firstDay()), person, Timestamp.from(clock.instant()),
            print.get().entries(), HexFormat.of().parseHex(print.get().fingerprint()))
        .param(seals.sealIfAny("signing", "remark", id, remark))
        .update();
    if (signed == 0) {
      return new Signed.Already();
    }
    audit.record("quarter-signed", new SubjectRef("books", local()), quarter.first() + " " + print.get().fingerprint());
    return new Signed.Yes();
  }

  /** Whether somebody was treasurer on a day of a quarter. */
  public boolean keptTheMoney(Span quarter, UUID person) {
    ZoneId zone = parts.locals().profile().zone();
    Instant from = quarter.firstDay().atStartOfDay(zone).toInstant();
    Instant until = quarter.lastDay().plusDays(1).atStartOfDay(zone).toInstant();
    return parts.mandates().of(person, MOST_MANDATES).stream().anyMatch(held -> during(held, from, until));
  }

  private static boolean during(Mandate held, Instant from, Instant until) {
    return held.role() == Role.TREASURER && held.from().isBefore(until) && held.until().isAfter(from);
  }

  private static UUID local() { return Tenancy.current().value(); }
}
