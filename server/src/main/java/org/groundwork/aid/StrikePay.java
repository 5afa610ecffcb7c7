// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.groundwork.ledger.Entered;
import org.groundwork.ledger.FundKind;
import org.groundwork.ledger.Line;
import org.groundwork.ledger.NewEntry;
import org.groundwork.ledger.Source;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.spending.Decided;
import org.groundwork.strike.Strike;
import org.groundwork.strike.StrikeList;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Strike pay: how much for a day, who is to get how much for which days, and all of it paid at once. Whoever pays holds the
 * rule first, so that no day of anybody is paid twice. Runs inside the caller's transaction.
 */
public final class StrikePay {
  private static final int LINES = NewEntry.MOST_LINES - 1;
  private static final String RULE = "select per_day, days_a_week, any_day from aid.strike_rule "
      + "where local_id = ? and step_id = ?";
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final StrikeList list;
  private final StrikeShares shares;
  private final Accounting accounting;

  StrikePay(JdbcClient jdbc, Ids ids, Clock clock, StrikeList list, StrikeShares shares, Accounting accounting) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.list = list;
    this.shares = shares;
    this.accounting = accounting;
  }

  /** The books, the limits, and the log. */
  record Accounting(AidPayments.Accounting books, StrikeReleases releases, Audit audit) {}

  /** What became of paying. Nothing was written unless it says so. */
  public sealed interface Paid {
    /** All of them are paid. */
    record Yes(UUID batch) implements Paid {}

    /** Nobody is to get anything. */
    record Nobody() implements Paid {}

    /** Something changed since it was shown: what is to be paid now comes to another sum. */
    record Changed() implements Paid {}

    /** It is above the limit, and nobody released just this. */
    record NotReleased() implements Paid {}

    /** Whoever released it does not pay it. */
    record AnotherPerson() implements Paid {}

    /** Under the appropriation named with the release so much cannot leave the fund any more. */
    record NotUnder(Decided why) implements Paid {}

    /** It would be paid out of the box, and by the books less is in it. */
    record NotInTheBox() implements Paid {}

    /** The books refuse it. */
    record Refused(Entered why) implements Paid {}
  }

  /** What is paid for a day of a strike; empty while nobody decided. */
  public Optional<StrikeRule> rule(UUID step) {
    return rule(step, "");
  }

  private Optional<StrikeRule> rule(UUID step, String hold) {
    return jdbc.sql(RULE + hold)
        .params(Scope.local(), step)
        .query((rs, i) -> new StrikeRule(step, rs.getLong(1), rs.getInt(2), rs.getBoolean(3)))
        .optional();
  }

  /** Puts in force what is paid for a day. What was paid stays as it is. Only by {@link StrikeRuleChanges}. */
  void save(StrikeRule rule) {
    jdbc.sql("""
        insert into aid.strike_rule (local_id, step_id, per_day, days_a_week, any_day, changed_by, changed_at)
        values (?, ?, ?, ?, ?, ?::uuid, ?)
        on conflict (local_id, step_id) do update set per_day = excluded.per_day, days_a_week = excluded.days_a_week,
          any_day = excluded.any_day, version = aid.strike_rule.version + 1, changed_by = excluded.changed_by,
          changed_at = excluded.changed_at""")
        .params(Scope.local(), rule.step(), rule.perDay(), rule.daysAWeek(), rule.anyDay())
        .param(Scope.author())
        .param(Scope.now(clock))
        .update();
    accounting.audit().record("strike-pay-set", new SubjectRef("strike", rule.step()), "");
  }

  /** Who is to get how much, for days until one that were not paid. */
  public List<StrikeShare> due(Strike strike, StrikeRule rule, LocalDate until) {
    Map<UUID, Set<LocalDate>> paid = shares.paid(strike.step());
    LocalDate after = unnamedUntil(strike.step());
    var due = new ArrayList<StrikeShare>();
    list.all(strike.step()).forEach(striker -> {
      var days = PaidDays.of(striker, rule, after, until, paid.getOrDefault(striker.person(), Set.of()));
      if (!days.isEmpty()) {
        due.add(new StrikeShare(striker.person(), days, Math.multiplyExact(rule.perDay(), days.size())));
      }
    });
    return due;
  }

  /** The last day that was paid for by batches of which nobody knows any more who got them. */
  private LocalDate unnamedUntil(UUID step) {
    return batches(step).stream()
        .filter(batch -> !batch.named())
        .map(StrikeBatch::until)
        .max(LocalDate::compareTo)
        .orElse(LocalDate.EPOCH);
  }

  /** What all of them come to. */
  public static long total(List<StrikeShare> shares) {
    return shares.stream().mapToLong(StrikeShare::amount).reduce(0, Math::addExact);
  }

  /** What became of asking for a release. Nothing was written unless it says so. */
  public enum Asked {
    /** A further person finds it. */
    DONE,
    /** Nobody is to get anything. */
    NOBODY,
    /** Something changed since it was shown. */
    CHANGED,
    /** It is not above the limit: it can be paid. */
    NOT_NEEDED
  }

  /**
   * Asks a further person to release what all of them get.
   *
   * @param shown what it came to on the page
   */
  public Asked askRelease(Strike strike, LocalDate until, LocalDate on, long shown) {
    StrikeReleases releases = accounting.releases();
    releases.hold();
    Optional<StrikeRule> rule = rule(strike.step(), " for update");
    List<StrikeShare> due = rule.map(held -> due(strike, held, until)).orElse(List.of());
    if (due.isEmpty()) {
      return Asked.NOBODY;
    }
    long total = total(due);
    if (total != shown) {
      return Asked.CHANGED;
    }
    if (releases.needs(total, on) == StrikeRelease.Needs.NOTHING) {
      return Asked.NOT_NEEDED;
    }
    releases.ask(strike.step(), until, due.size(), total, on);
    return Asked.DONE;
  }

  /**
   * Pays all of them.
   *
   * @param shown what it came to on the page; if it comes to something else by now, nothing is paid
   */
  public Paid pay(Strike strike, LocalDate until, PaidFrom from, LocalDate on, long shown) {
    accounting.releases().hold();
    Optional<StrikeRule> rule = rule(strike.step(), " for update");
    List<StrikeShare> due = rule.map(held -> due(strike, held, until)).orElse(List.of());
    if (due.isEmpty()) {
      return new Paid.Nobody();
    }
    if (total(due) != shown) {
      return new Paid.Changed();
    }
    Optional<StrikeRelease> release = accounting.releases()
        .waiting(strike.step())
        .filter(each -> each.released() && each.covers(until, due.size(), total(due)));
    return refusal(release, due, from, on).orElseGet(() -> enter(strike, until, from, on, due, release));
  }

  /** Why it is not paid now; nothing is written. */
  private Optional<Paid> refusal(Optional<StrikeRelease> release, List<StrikeShare> due, PaidFrom from, LocalDate on) {
    long total = total(due);
    StrikeRelease.Needs needs = accounting.releases().needs(total, on);
    Optional<UUID> appropriation = release.flatMap(StrikeRelease::appropriation);
    boolean lacks = switch (needs) {
      case NOTHING -> false;
      case RELEASE -> release.isEmpty();
      case APPROPRIATION -> appropriation.isEmpty();
    };
    if (lacks) {
      return Optional.of(new Paid.NotReleased());
    }
    if (needs != StrikeRelease.Needs.NOTHING
        && release.flatMap(StrikeRelease::releasedBy).filter(Callers.actor().person()::equals).isPresent()) {
      return Optional.of(new Paid.AnotherPerson());
    }
    var whole = new NewEntry(on, accounting.books().words().say("aid.books.strike"), Optional.empty(),
        List.of(new Line(account(), fund(), total), paidLine(from, total)));
    if (accounting.books().cash().missing(whole.lines()).isPresent()) {
      return Optional.of(new Paid.NotInTheBox());
    }
    Optional<Paid> under = appropriation.flatMap(named -> accounting.releases().refuses(named, fund(), total))
        .map(Paid.NotUnder::new);
    return under.isPresent() ? under : accounting.books().ledger().refusal(whole).map(Paid.Refused::new);
  }

  private Paid enter(Strike strike, LocalDate until, PaidFrom from, LocalDate on, List<StrikeShare> due,
      Optional<StrikeRelease> release) {
    UUID batch = ids.next();
    var made = new ArrayList<UUID>();
    for (int part = 0; part * LINES < due.size(); part++) {
      List<StrikeShare> some = due.subList(part * LINES, Math.min(due.size(), (part + 1) * LINES));
      Entered entered = accounting.books().ledger().enter(entry(part == 0 ? batch : ids.next(), some, from, on));
      if (!(entered instanceof Entered.Yes(UUID entry))) {
        throw new IllegalStateException("a part of a batch was refused: " + entered);
      }
      made.add(entry);
    }
    save(new StrikeBatch(batch, strike.step(), until, due.size(), total(due), on, 0, 0, true),
        made.getFirst(), due);
    release.ifPresent(accounting.releases()::paid);
    release.flatMap(StrikeRelease::appropriation)
        .ifPresent(named -> accounting.releases().use(named, batch, account(), total(due)));
    return new Paid.Yes(batch);
  }

  /** A line for each of them, so that the books know how many were paid; and never who. */
  private NewEntry entry(UUID source, List<StrikeShare> some, PaidFrom from, LocalDate on) {
    UUID fund = fund();
    UUID pay = account();
    var lines = new ArrayList<Line>();
    some.forEach(
        share -> lines.add(accounting.books().got(pay, fund, share.amount(), Optional.of(share.person()))));
    lines.add(paidLine(from, total(some)));
    return new NewEntry(on, accounting.books().words().say("aid.books.strike"),
        Optional.of(new Source("strike-pay", source)), lines);
  }

  private Line paidLine(PaidFrom from, long sum) {
    return new Line(accounting.books().books().account(from.account()).id(), fund(), -sum);
  }

  private UUID fund() { return accounting.books().fund().of(FundKind.STRIKE).orElseThrow(); }

  private UUID account() { return accounting.books().books().account(UsedFor.STRIKE_PAY).id(); }

  private void save(StrikeBatch batch, UUID entry, List<StrikeShare> due) {
    jdbc.sql("""
        insert into aid.strike_batch (local_id, id, step_id, until, people, total, paid_on, entry_id, changed_by,
          changed_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?::uuid, ?)""")
        .params(Scope.local(), batch.id(), batch.step(), Date.valueOf(batch.until()), batch.people(), batch.total(),
            Date.valueOf(batch.paidOn()), entry)
        .param(Scope.author())
        .param(Scope.now(clock))
        .update();
    shares.save(batch.step(), batch.id(), due);
    accounting.audit().record("strike-paid", new SubjectRef("strike", batch.step()), "");
  }

  /** What was paid for a strike, the latest first. */
  public List<StrikeBatch> batches(UUID step) {
    return jdbc.sql("""
        select id, until, people, total, paid_on, back_people, back_total, names_gone_on is null from aid.strike_batch
        where local_id = ? and step_id = ? order by id desc""")
        .params(Scope.local(), step)
        .query((rs, i) -> new StrikeBatch(rs.getObject(1, UUID.class), step, rs.getDate(2).toLocalDate(), rs.getInt(3),
            rs.getLong(4), rs.getDate(5).toLocalDate(), rs.getInt(6), rs.getLong(7), rs.getBoolean(8)))
        .list();
  }

  /** So much of a batch came back, or never left: it is free again for what else leaves the fund under its appropriation. */
  void back(UUID batch, long amount) {
    accounting.releases().back(batch, amount);
  }

  /** Nobody else pays for a strike, or takes back, before this transaction ends. */
  void hold(UUID step) {
    rule(step, " for update");
  }

  /** Whether all of a batch is one entry. */
  static boolean oneEntry(StrikeBatch batch) {
    return batch.people() <= LINES;
  }

  /** The first entry of a batch; all of it where {@link #oneEntry}. */
  UUID entry(UUID batch) {
    return jdbc.sql("select entry_id from aid.strike_batch where local_id = ? and id = ?")
        .params(Scope.local(), batch)
        .query(UUID.class)
        .single();
  }

  /** Whether somebody said that some of a batch went wrong, and nobody else has yet. */
  public boolean undoing(StrikeBatch batch) {
    return jdbc.sql("""
        select exists (select 1 from aid.undoing where local_id = ? and batch_id = ? and state = 'asked')""")
        .params(Scope.local(), batch.id())
        .query(Boolean.class)
        .single();
  }

  /** The strike of a batch. */
  UUID step(UUID batch) {
    return jdbc.sql("select step_id from aid.strike_batch where local_id = ? and id = ?")
        .params(Scope.local(), batch)
        .query(UUID.class)
        .single();
  }

  /** Who got what of a batch; the look is audited. */
  public List<StrikeShare> look(StrikeBatch batch) {
    accounting.audit().record("strike-pay-seen", new SubjectRef("strike", batch.step()), "");
    return shares.ofBatch(batch.id());
  }

  /** Who is to get what; the look is audited. */
  public List<StrikeShare> look(Strike strike, StrikeRule rule, LocalDate until) {
    accounting.audit().record("strike-pay-seen", new SubjectRef("strike", strike.step()), "");
    return due(strike, rule, until);
  }
}
