// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.debits;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.banking.BankAccount;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.jobs.Jobs;
import org.groundwork.platform.tenancy.Locals;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Collections: begun for a day, members told, a file made for the bank, and what the bank booked taken into the books. Runs inside
 * the caller's transaction.
 */
public final class DebitCollections {
  /** How many days ahead a collection can be at the most. */
  public static final int MOST_AHEAD = 60;
  private static final String SELECT = """
      select c.id, c.state, c.due_on, c.made_on, c.job_id, c.items, c.sum, c.message_id, c.filed_at, c.taken_on
      from debits.collection c where c.local_id = ?""";
  private final JdbcClient jdbc;
  private final Work work;
  private final Jobs jobs;
  private final Audit audit;
  private final Ids ids;
  private final Clock clock;

  DebitCollections(JdbcClient jdbc, Work work, Jobs jobs, Audit audit, Ids ids, Clock clock) {
    this.jdbc = jdbc;
    this.work = work;
    this.jobs = jobs;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /** What does the work. */
  record Work(MakeJob make, FileJob fileJob, TakingJob taking, Filing filing, PaymentFile file, Asks asks,
      Creditors creditors,
      Locals locals) {
    DebitItems items() { return asks.items(); }
  }

  /** What is asked of whom, and by which mandate. */
  record Asks(DebitItems items, DebitMandates mandates) {}

  /** The first and the last day on which a collection that is begun now can be. */
  public record Days(LocalDate first, LocalDate last) {}

  /** The days on which a collection that is begun today can be, by the days of notice. */
  public Days days(Creditor creditor) {
    return new Days(TargetDays.onOrAfter(today().plusDays(creditor.noticeDays())), today().plusDays(MOST_AHEAD));
  }

  /** Begins a collection; answers its job, which is the one under way if there is one. */
  public UUID start(LocalDate due) {
    UUID id = ids.next();
    int begun = jdbc.sql("""
        insert into debits.collection (local_id, id, state, due_on, made_on, changed_by, changed_at)
        values (?, ?, 'making', ?, ?, ?::uuid, ?) on conflict (local_id) where state = 'making' do nothing""")
        .params(Scope.local(), id, Date.valueOf(due), Date.valueOf(today()))
        .param(Scope.author())
        .param(now())
        .update();
    if (begun == 0) {
      return making().flatMap(DebitCollection::job)
          .orElseThrow(() -> new IllegalStateException("a collection is under way without a job"));
    }
    UUID job = jobs.start(work.make(), new MakeJob.OfCollection(id));
    job(id, job);
    audit.record("debit-collection-begun", new SubjectRef("debit-collection", id), due.toString());
    return job;
  }

  private void job(UUID collection, UUID job) {
    jdbc.sql("update debits.collection set job_id = ? where local_id = ? and id = ?")
        .params(job, Scope.local(), collection)
        .update();
  }

  /** The collection of which payments are just written down. */
  public Optional<DebitCollection> making() {
    return jdbc.sql(SELECT + " and c.state = 'making'")
        .param(Scope.local())
        .query(DebitCollections::read)
        .optional();
  }

  /** What became of a file that was to be made. */
  public enum Filed {
    /** It is there, or was before. */
    DONE,
    /** Nothing is left that could be collected: the collection does not take place. */
    NOTHING,
    /** The day has come: it is too late for the bank. */
    TOO_LATE,
    /** It is not ready for it, or does not take place. */
    NOT_NOW,
    /** Nobody says who collects, or the account cannot. */
    NO_CREDITOR;

    /** Message key of why there is no file; empty where there is one. */
    public Optional<String> refusal() {
      return this == DONE
          ? Optional.empty()
          : Optional.of("debits.file." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
  }

  /** What became of asking for a file. */
  public sealed interface Asked {
    /** A job makes it. */
    record Begun(UUID job) implements Asked {}

    /** There is none to be made, or it is there. */
    record Not(Filed why) implements Asked {}
  }

  /** Has the file of a collection made, by a job: a file of thousands takes longer than anybody waits for a page. */
  public Asked startFile(UUID collection) {
    DebitCollection held = hold(collection);
    Filed now = fileable(held);
    if (held.message().isPresent() || now != Filed.DONE) {
      return new Asked.Not(now);
    }
    UUID job = jobs.start(work.fileJob(), new FileJob.OfCollection(collection));
    job(collection, job);
    return new Asked.Begun(job);
  }

  /** Whether there is a file, or can be one; else why not. */
  private Filed fileable(DebitCollection held) {
    if (held.message().isPresent()) {
      return Filed.DONE;
    }
    if (held.state() != DebitCollection.State.MADE) {
      return Filed.NOT_NOW;
    }
    if (!held.canBeFiled(today())) {
      return Filed.TOO_LATE;
    }
    return work.creditors().ready().flatMap(work.creditors()::account).isEmpty() ? Filed.NO_CREDITOR : Filed.DONE;
  }

  /** Makes the file of a collection, in the caller's transaction. */
  public Filed file(UUID collection) {
    DebitCollection held = hold(collection);
    Filed now = fileable(held);
    if (held.message().isPresent() || now != Filed.DONE) {
      return now;
    }
    Creditor creditor = work.creditors().ready().orElseThrow();
    BankAccount account = work.creditors().account(creditor).orElseThrow();
    if (work.filing().file(held, creditor, account) == 0) {
      dropped(collection);
      return Filed.NOTHING;
    }
    count(collection, DebitItem.State.FILED);
    return Filed.DONE;
  }

  /** Notes how many payments a collection has, and what they come to. */
  void count(UUID collection, DebitItem.State state) {
    var count = work.items().count(collection).getOrDefault(state, new DebitItems.Count(0, 0));
    jdbc.sql("update debits.collection set items = ?, sum = ? where local_id = ? and id = ?")
        .params(count.items(), count.sum(), Scope.local(), collection)
        .update();
  }

  /**
   * The bytes of its file, the same each time; empty where there is none, or the mandates in it are deleted.
   */
  public Optional<byte[]> bytes(UUID collection) { return work.file().of(collection); }

  /** Calls it off: before the bank has the file. False if it is too far for that. */
  public boolean drop(UUID collection) {
    DebitCollection held = hold(collection);
    return switch (held.state()) {
      case MAKING, MADE, FILED -> {
        dropped(collection);
        yield true;
      }
      case TAKING, COLLECTED, DROPPED -> false;
    };
  }

  private void dropped(UUID collection) {
    List<UUID> last = work.items().lastOnes(collection);
    work.items().drop(collection);
    last.forEach(work.asks().mandates()::openAgain);
    jdbc.sql("""
        update debits.collection set state = 'dropped', version = version + 1, changed_by = ?::uuid, changed_at = ?
        where local_id = ? and id = ?""").param(Scope.author()).params(now(), Scope.local(), collection).update();
    audit.record("debit-collection-dropped", new SubjectRef("debit-collection", collection), "");
  }

  /** What a bank books at once. */
  public enum BookedAs {
    /** First, later and last collections, each sum by itself. */
    BATCHES,
    /** One sum for the whole file. */
    WHOLE,
    /** Each payment by itself. */
    EACH;

    /** As texts and the database have it. */
    public String key() { return name().toLowerCase(Locale.ROOT); }

    /** That of a key; empty if it is none. */
    public static Optional<BookedAs> of(String key) {
      return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
    }
  }

  /** How the bank booked the latest collection; batches before it booked any. */
  public BookedAs bookedLast() {
    return jdbc.sql("""
        select booked_as from debits.collection where local_id = ? and state in ('taking', 'collected')
        order by taken_on desc, id desc limit 1""")
        .param(Scope.local())
        .query(String.class)
        .optional()
        .flatMap(BookedAs::of)
        .orElse(BookedAs.BATCHES);
  }

  /**
   * The bank booked it on a day, from the day it was due, in sums of its own kind: all of it that was not rejected goes into the books. Answers the job, which is
   * the one under way if somebody said so before; empty if it is not in a file.
   */
  public Optional<UUID> taken(UUID collection, LocalDate on, BookedAs as) {
    DebitCollection held = hold(collection);
    if (held.state() == DebitCollection.State.TAKING || held.state() == DebitCollection.State.COLLECTED) {
      return held.job();
    }
    if (held.state() != DebitCollection.State.FILED || on.isBefore(held.due())) {
      return Optional.empty();
    }
    jdbc.sql("""
        update debits.collection set state = 'taking', taken_on = ?, booked_as = ?, version = version + 1, changed_by = ?::uuid,
          changed_at = ? where local_id = ? and id = ?""")
        .params(Date.valueOf(on), as.key())
        .param(Scope.author())
        .params(now(), Scope.local(), collection)
        .update();
    UUID job = jobs.start(work.taking(), new TakingJob.OfCollection(collection));
    job(collection, job);
    audit.record("debit-collection-taken", new SubjectRef("debit-collection", collection), on.toString());
    return Optional.of(job);
  }

  /** One collection that nobody else changes before the transaction ends. */
  private DebitCollection hold(UUID collection) {
    return jdbc.sql(SELECT + " and c.id = ? for update of c")
        .params(Scope.local(), collection)
        .query(DebitCollections::read)
        .optional()
        .orElseThrow(() -> new IllegalArgumentException("there is no collection " + collection));
  }

  /** One collection. */
  public Optional<DebitCollection> find(UUID collection) {
    return jdbc.sql(SELECT + " and c.id = ?")
        .params(Scope.local(), collection)
        .query(DebitCollections::read)
        .optional();
  }

  /** The latest collections, the last day first; at most {@code most}. */
  public List<DebitCollection> latest(int most) {
    return jdbc.sql(SELECT + " order by c.due_on desc, c.id desc limit ?")
        .params(Scope.local(), most)
        .query(DebitCollections::read)
        .list();
  }

  /** How many payments of a file are of which sequence type. */
  public Map<String, Integer> batches(UUID collection) {
    return jdbc.sql("select sequence, items from debits.batch where local_id = ? and collection_id = ? order by place")
        .params(Scope.local(), collection)
        .query((rs, i) -> Map.entry(rs.getString(1), rs.getInt(2)))
        .stream()
        .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a,
            java.util.LinkedHashMap::new));
  }

  static DebitCollection read(ResultSet rs, int row) throws SQLException {
    return new DebitCollection(rs.getObject("id", UUID.class), DebitCollection.State.of(rs.getString("state")),
        rs.getDate("due_on").toLocalDate(), rs.getDate("made_on").toLocalDate(),
        Optional.ofNullable(rs.getObject("job_id", UUID.class)), rs.getInt("items"), rs.getLong("sum"),
        Optional.ofNullable(rs.getString("message_id")),
        Optional.ofNullable(rs.getTimestamp("filed_at")).map(Timestamp::toInstant),
        DebitMandates.day(rs.getDate("taken_on")));
  }

  private LocalDate today() { return LocalDate.now(clock.withZone(work.locals().profile().zone())); }

  private Timestamp now() { return Timestamp.from(clock.instant()); }
}
