// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.debits;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.jobs.Jobs;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.statements.BadFile;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Files in which payments come back. Of a file only that is kept which is of a collection of ours: its item, amounts, the bank's code and
 * the day. Runs inside the caller's transaction.
 */
public final class DebitReports {
  /** The most bytes of a file. */
  public static final long MOST_BYTES = 20L << 20;
  private static final Pattern BATCH = Pattern.compile("(.{1,30})-([1-4])");
  private final JdbcClient jdbc;
  private final DebitItems items;
  private final ReturnJob kind;
  private final Jobs jobs;
  private final Source source;

  /** Who notes it, when and where. */
  record Source(Audit audit, Locals locals, Clock clock) {}

  DebitReports(JdbcClient jdbc, DebitItems items, ReturnJob kind, Jobs jobs, Source source) {
    this.jdbc = jdbc;
    this.items = items;
    this.kind = kind;
    this.jobs = jobs;
    this.source = source;
  }

  /** What was read of a file, not kept yet. */
  public static final class Incoming {
    private final ReportReading.Read read;

    private Incoming(ReportReading.Read read) { this.read = read; }

    /** Whether nothing in it comes back. */
    public boolean empty() { return read.told().isEmpty(); }
  }

  /**
   * Reads a file; needs no transaction.
   *
   * @throws BadFile with what is wrong with it
   * @throws IOException if it cannot be read
   */
  public static Incoming read(InputStream file) throws BadFile, IOException {
    return new Incoming(ReportReading.read(file));
  }

  /** Keeps what was read under the form's identifier; what was kept under it before stays as it is. */
  public void keep(UUID form, Incoming incoming) {
    if (find(form).isPresent()) {
      return;
    }
    var lines = new ArrayList<DebitReport.Line>();
    int others = 0;
    Set<UUID> seen = new HashSet<>();
    Set<UUID> ours = new HashSet<>(items.known(incoming.read.told()
        .stream()
        .flatMap(each -> DebitItem.of(each.endToEnd()).stream())
        .distinct()
        .toList()));
    for (ReportReading.Told each : singleFirst(incoming.read.told())) {
      List<UUID> named = items(each, ours);
      others += named.isEmpty() ? 1 : 0;
      boolean single = each.level() == org.groundwork.statements.sepa.Rejection.Level.PAYMENT;
      for (UUID item : named) {
        if (single || seen.add(item)) {
          seen.add(item);
          lines.add(new DebitReport.Line(lines.size(), item, each.amount(), each.original(), new Reason(each.reason()),
              single, each.on().orElseGet(this::today), Optional.empty()));
        }
      }
    }
    if (!insert(form, incoming.read.status(), others)) {
      return; // the same form was sent at the same moment
    }
    insert(form, lines);
    source.audit().record("debit-report-brought", new SubjectRef("debit-report", form), Integer.toString(lines.size()));
  }

  /**
   * What is said of one payment, then of a batch, then of a file: a report may say all three, and only of a payment it says why, so that
   * a batch or a file says something of those alone that have nothing of their own.
   */
  private static List<ReportReading.Told> singleFirst(List<ReportReading.Told> told) {
    return told.stream().sorted(Comparator.comparingInt(each -> switch (each.level()) {
      case PAYMENT -> 0;
      case BATCH -> 1;
      case FILE -> 2;
    })).toList();
  }

  /** The items that are meant; none where it is of no collection of ours. */
  private List<UUID> items(ReportReading.Told told, Set<UUID> ours) {
    return switch (told.level()) {
      case FILE -> items.inFile(told.file(), Optional.empty());
      case BATCH -> {
        var batch = BATCH.matcher(told.batch());
        yield batch.matches()
            ? items.inFile(batch.group(1), Optional.of(Integer.valueOf(batch.group(2))))
            : List.of();
      }
      case PAYMENT -> {
        List<UUID> named = DebitItem.of(told.endToEnd()).filter(ours::contains).map(List::of).orElse(List.of());
        yield named.isEmpty() ? byMandate(told) : named;
      }
    };
  }

  /** Some banks send back the mandate and no end-to-end identifier: it is told by that if only one payment can be meant. */
  private List<UUID> byMandate(ReportReading.Told told) {
    Optional<Long> amount = told.original().or(told::amount);
    if (told.mandate().isEmpty() || amount.isEmpty()) {
      return List.of();
    }
    List<UUID> found = items.byMandate(told.mandate(), amount.get(), told.on().orElseGet(this::today));
    return found.size() == 1 ? found : List.of();
  }

  private boolean insert(UUID report, boolean status, int others) {
    return jdbc.sql("""
        insert into debits.report (local_id, id, state, kind, brought_on, others, changed_by, changed_at)
        values (?, ?, 'ready', ?, ?, ?, ?::uuid, ?) on conflict (local_id, id) do nothing""")
        .params(Scope.local(), report, status ? "status" : "statement", Date.valueOf(today()), others)
        .param(Scope.author())
        .param(now())
        .update() == 1;
  }

  private void insert(UUID report, List<DebitReport.Line> lines) {
    jdbc.sql("""
        insert into debits.report_line (local_id, report_id, place, item_id, amount, original, reason, single, back_on)
        select ?, ?, l.place, l.item, l.amount, l.original, l.reason, l.single, l.back_on
        from unnest(?::integer[], ?::uuid[], ?::bigint[], ?::bigint[], ?::text[], ?::boolean[], ?::date[])
          as l (place, item, amount, original, reason, single, back_on)""")
        .params(Scope.local(), report, lines.stream().map(DebitReport.Line::place).toArray(Integer[]::new),
            lines.stream().map(DebitReport.Line::item).toArray(UUID[]::new),
            lines.stream().map(each -> each.amount().orElse(null)).toArray(Long[]::new),
            lines.stream().map(each -> each.original().orElse(null)).toArray(Long[]::new),
            lines.stream().map(each -> each.reason().code()).toArray(String[]::new),
            lines.stream().map(DebitReport.Line::single).toArray(Boolean[]::new),
            lines.stream().map(each -> Date.valueOf(each.on())).toArray(Date[]::new))
        .update();
  }

  /** One file. */
  public Optional<DebitReport> find(UUID report) {
    return jdbc
        .sql("select id, state, kind, brought_on, others, job_id from debits.report where local_id = ? and id = ?")
        .params(Scope.local(), report)
        .query((rs, i) -> new DebitReport(rs.getObject(1, UUID.class), DebitReport.State.of(rs.getString(2)),
            rs.getString(3).equals("status"), rs.getDate(4).toLocalDate(), rs.getInt(5),
            Optional.ofNullable(rs.getObject(6, UUID.class))))
        .optional();
  }

  /** The latest files that were not dropped; at most {@code most}. */
  public List<UUID> latest(int most) {
    return jdbc.sql("select id from debits.report where local_id = ? and state <> 'dropped' "
        + "order by brought_on desc, id desc limit ?")
        .params(Scope.local(), most)
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .list();
  }

  /** The payments in a file behind a place, in their order; at most {@code most}. */
  public List<DebitReport.Line> lines(UUID report, int after, int most) {
    return jdbc.sql("""
        select place, item_id, amount, original, reason, single, back_on, done from debits.report_line
        where local_id = ? and report_id = ? and place > ? order by place limit ?""")
        .params(Scope.local(), report, after, most)
        .query(DebitReports::line)
        .list();
  }

  static DebitReport.Line line(ResultSet rs, int row) throws SQLException {
    return new DebitReport.Line(rs.getInt("place"), rs.getObject("item_id", UUID.class),
        Optional.ofNullable(rs.getObject("amount", Long.class)),
        Optional.ofNullable(rs.getObject("original", Long.class)), new Reason(rs.getString("reason")),
        rs.getBoolean("single"), rs.getDate("back_on").toLocalDate(),
        Optional.ofNullable(rs.getString("done")).map(DebitReport.Verdict::of));
  }

  /**
   * A payment in a file, beside what was collected, and what becomes or became of it.
   *
   * @param fee what the bank took for it, in cents; nothing where the amount is another one
   */
  public record Judged(DebitReport.Line line, DebitItem item, DebitReport.Verdict verdict, DebitReport.Late late,
      long fee) {}

  /** The payments in a file behind a place, with what becomes of each as things stand now; at most {@code most}. */
  public List<Judged> judged(UUID report, int after, int most) {
    List<DebitReport.Line> lines = lines(report, after, most);
    Map<UUID, DebitItem> known = items.find(lines.stream().map(DebitReport.Line::item).distinct().toList());
    return lines.stream().map(line -> judged(line, Objects.requireNonNull(known.get(line.item())))).toList();
  }

  private static Judged judged(DebitReport.Line line, DebitItem item) {
    var verdict = line.done().orElseGet(() -> DebitReport.judge(line, item));
    return new Judged(line, item, verdict, DebitReport.late(line, item),
        verdict == DebitReport.Verdict.RETURNED ? DebitReport.fee(line, item) : 0);
  }

  /** How many payments of a file become or became what. */
  public Map<DebitReport.Verdict, Integer> count(UUID report) {
    Map<DebitReport.Verdict, Integer> found = new EnumMap<>(DebitReport.Verdict.class);
    int after = -1;
    List<Judged> some;
    do {
      some = judged(report, after, 500);
      some.forEach(each -> found.merge(each.verdict(), 1, Integer::sum));
      after = some.isEmpty() ? after : some.getLast().line().place();
    } while (some.size() == 500);
    return found;
  }

  /** Takes a file; answers the job, which is the one under way if somebody took it before. Empty if it was dropped. */
  public Optional<UUID> take(UUID report) {
    return started(report, () -> jobs.start(kind, new ReturnJob.OfReport(report)));
  }

  private Optional<UUID> started(UUID report, Supplier<UUID> start) {
    int begun = jdbc.sql("""
        update debits.report set state = 'taking', version = version + 1, changed_by = ?::uuid, changed_at = ?
        where local_id = ? and id = ? and state = 'ready'""")
        .param(Scope.author())
        .params(now(), Scope.local(), report)
        .update();
    if (begun == 0) {
      return find(report).flatMap(DebitReport::job);
    }
    UUID job = start.get();
    jdbc.sql("update debits.report set job_id = ? where local_id = ? and id = ?")
        .params(job, Scope.local(), report)
        .update();
    source.audit().record("debit-report-taken", new SubjectRef("debit-report", report), "");
    return Optional.of(job);
  }

  /** Does not take a file. Nothing happens if it was taken. */
  public void drop(UUID report) {
    jdbc.sql("""
        update debits.report set state = 'dropped', version = version + 1, changed_by = ?::uuid, changed_at = ?
        where local_id = ? and id = ? and state = 'ready'""")
        .param(Scope.author())
        .params(now(), Scope.local(), report)
        .update();
  }

  private LocalDate today() { return LocalDate.now(source.clock().withZone(source.locals().profile().zone())); }

  private Timestamp now() { return Timestamp.from(source.clock().instant()); }
}
