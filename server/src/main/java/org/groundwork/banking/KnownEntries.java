// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking;

import java.sql.Date;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.groundwork.dues.Payment;
import org.groundwork.dues.Payments;
import org.groundwork.ledger.AccountDays;
import org.groundwork.ledger.Entry;
import org.groundwork.ledger.Journal;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Entries that somebody made before the statement came: a payment that was marked as paid, dues that were typed. */
public final class KnownEntries {
  /** So many days before a line an entry may stand. */
  static final int BEFORE = 90;
  /** So many days after it. */
  static final int AFTER = 30;
  /** An entry of the same amount is proposed within so many days. */
  private static final int PROPOSED = 45;
  /** The same amount within so many days is sure, where it is the only one. */
  private static final int SURE = 7;
  /** The most proposed for a line, and the most to choose from by hand. */
  private static final int MOST_PROPOSED = 3;
  private static final int MOST_NEAR = 60;
  private final JdbcClient jdbc;
  private final AccountDays days;
  private final Journal journal;
  private final Payments payments;
  private final BankAccounts accounts;
  private final KnownSets sets;

  KnownEntries(JdbcClient jdbc, AccountDays days, Journal journal, Payments payments, BankAccounts accounts) {
    this.jdbc = jdbc;
    this.days = days;
    this.journal = journal;
    this.payments = payments;
    this.accounts = accounts;
    this.sets = new KnownSets(jdbc);
  }

  /**
   * An entry without a line.
   *
   * @param amount what it adds to the account
   * @param person whose dues it was
   */
  record Free(UUID id, LocalDate on, long amount, Optional<UUID> person) {
    long from(LocalDate day) { return Math.abs(ChronoUnit.DAYS.between(on, day)); }
  }

  /** An entry that a line may be, to choose by hand. */
  public record Near(UUID entry, LocalDate on, String what, long amount) {}

  /** Entries that add to the account on the same side as the line, around its day, those nearest first. */
  public List<Near> near(BankLine line) {
    BankAccount account = accounts.find(line.account()).orElseThrow();
    List<Free> found = all(account, line.on(), line.on()).stream()
        .filter(each -> Long.signum(each.amount()) == Long.signum(line.amount().minor())
            && Math.abs(each.amount()) <= Math.abs(line.amount().minor()))
        .sorted(Comparator.comparing((Free each) -> each.amount() != line.amount().minor())
            .thenComparingLong(each -> each.from(line.on())))
        .limit(MOST_NEAR)
        .toList();
    Map<UUID, String> words = words(found);
    return found.stream()
        .map(each -> new Near(each.id(), each.on(), words.getOrDefault(each.id(), ""), each.amount()))
        .toList();
  }

  private Map<UUID, String> words(Collection<Free> entries) {
    if (entries.isEmpty()) {
      return Map.of();
    }
    return journal.some(entries.stream().map(Free::id).toList())
        .values()
        .stream()
        .collect(Collectors.toMap(Entry::id, Entry::what));
  }

  /** The same without what was written down by hand and taken out again: it may have been at the bank, and is not proposed. */
  private List<Free> proposable(BankAccount account, LocalDate first, LocalDate last) {
    List<Free> all = all(account, first, last);
    Set<UUID> undone = all.isEmpty() ? Set.of() : undone(all.stream().map(Free::id).toList());
    return all.stream().filter(each -> !undone.contains(each.id())).toList();
  }

  /** Entries of an account around some days that stand for no line. */
  List<Free> all(BankAccount account, LocalDate first, LocalDate last) {
    LocalDate from = first.minusDays(BEFORE);
    LocalDate until = last.plusDays(AFTER);
    List<AccountDays.Moved> moved = days.byOthers(account.ledgerAccount(), from, until)
        .stream()
        .filter(each -> each.stands() && !each.opening())
        .toList();
    if (moved.isEmpty()) {
      return List.of();
    }
    Set<UUID> taken = taken(account, from, until);
    Map<UUID, Payment> dues = payments.entered(moved.stream().map(AccountDays.Moved::entry).toList())
        .stream()
        .collect(Collectors.toMap(Payment::entry, each -> each));
    return moved.stream()
        .filter(each -> !taken.contains(each.entry()))
        .filter(each -> Optional.ofNullable(dues.get(each.entry())).flatMap(Payment::undone).isEmpty())
        .map(each -> new Free(each.entry(), each.on(), each.amount(),
            Optional.ofNullable(dues.get(each.entry())).flatMap(Payment::person)))
        .toList();
  }

  /** What was written down by hand and taken out again, with what took it out. */
  private Set<UUID> undone(Collection<UUID> entries) {
    return Set.copyOf(jdbc.sql("""
        select x.id from ledger.api_entry x
        where x.local_id = :local and x.id in (select unnest(:entries::uuid[])) and (
          x.source_kind = 'gift' and exists (select from ledger.api_entry u
            where u.local_id = :local and u.source_kind = 'gift-taken-back' and u.source_id = x.id)
          or x.source_kind = 'gift-taken-back' and exists (select from ledger.api_entry o
            where o.local_id = :local and o.id = x.source_id and o.source_kind = 'gift')
          or x.source_kind = 'dues-payment-undone' and exists (select from ledger.api_entry o
            where o.local_id = :local and o.source_kind = 'dues-payment' and o.source_id = x.source_id))""")
        .param("local", BankScope.local())
        .param("entries", entries.toArray(UUID[]::new))
        .query(UUID.class)
        .list());
  }

  /** Entries that stand for a line, or took back what was said of one. */
  private Set<UUID> taken(BankAccount account, LocalDate from, LocalDate until) {
    return new HashSet<>(jdbc.sql("""
        select k.entry_id from banking.known k
        where k.local_id = :local and k.account_id = :account and k.stands and k.entry_on between :first and :last
        union all
        select s.entry_id from banking.settlement s join banking.line l on l.local_id = s.local_id and l.id = s.line_id
        where s.local_id = :local and l.account_id = :account and s.kind = 'returned'
          and s.entered_on between :first and :last
        union all
        select s.undone_entry_id from banking.settlement s
        join banking.line l on l.local_id = s.local_id and l.id = s.line_id
        where s.local_id = :local and l.account_id = :account and s.undone_entry_id is not null
          and s.undone_on between :first and :last""")
        .param("local", BankScope.local())
        .param("account", account.id())
        .param("first", Date.valueOf(from))
        .param("last", Date.valueOf(until))
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .list());
  }

  /**
   * For each line the entries that it may be.
   *
   * @param ofDues what the line is proposed to be as dues
   */
  Map<UUID, List<Proposal>> of(Collection<BankLine> lines, Map<UUID, List<Proposal>> ofDues, Set<UUID> doubtful) {
    var chosen = new HashMap<UUID, List<Free>>();
    var together = new HashMap<UUID, List<KnownSets.Found>>();
    lines.stream().collect(Collectors.groupingBy(BankLine::account)).forEach((account, some) -> {
      LocalDate first = some.stream().map(BankLine::on).min(Comparator.naturalOrder()).orElseThrow();
      LocalDate last = some.stream().map(BankLine::on).max(Comparator.naturalOrder()).orElseThrow();
      List<Free> all = proposable(accounts.find(account).orElseThrow(), first, last);
      Map<Long, List<Free>> free = all.stream().collect(Collectors.groupingBy(Free::amount));
      together.putAll(sets.of(some, all));
      some.forEach(line -> chosen.put(line.id(),
          fitting(line, free.getOrDefault(line.amount().minor(), List.of()), whose(ofDues, line))));
    });
    Map<UUID, String> words = words(Stream
        .concat(chosen.values().stream().flatMap(List::stream),
            together.values().stream().flatMap(List::stream).map(each -> each.entries().getFirst()))
        .toList());
    var found = new HashMap<UUID, List<Proposal>>();
    for (BankLine line : lines) {
      List<Free> fitting = chosen.getOrDefault(line.id(), List.of());
      Optional<UUID> payer = whose(ofDues, line);
      var proposals = new ArrayList<Proposal>();
      for (Free each : fitting.subList(0, Math.min(fitting.size(), MOST_PROPOSED))) {
        boolean sure = fitting.size() == 1 && each.person().equals(payer) && each.from(line.on()) <= SURE
            && !doubtful.contains(line.id());
        proposals.add(Proposal.known(each.id(), words.getOrDefault(each.id(), ""), each.on(), sure));
      }
      together.getOrDefault(line.id(), List.of())
          .forEach(each -> proposals.add(Proposal.together(each.entries().stream().map(Free::id).toList(),
              each.whole() ? "bank.why.together" : "bank.why.together.some",
              List.of(each.entries().size(), words.getOrDefault(each.entries().getFirst().id(), ""), each.on()))));
      found.put(line.id(), proposals);
    }
    return found;
  }

  /** Whose dues a line is by what is known of it. */
  private static Optional<UUID> whose(Map<UUID, List<Proposal>> ofDues, BankLine line) {
    return ofDues.getOrDefault(line.id(), List.of())
        .stream()
        .filter(each -> each.how() == Proposal.How.REFERENCE || each.how() == Proposal.How.HABIT)
        .findFirst()
        .flatMap(Proposal::about);
  }

  /** Of a line of somebody's dues only their own entries, or such as are nobody's dues. */
  private static List<Free> fitting(BankLine line, List<Free> same, Optional<UUID> payer) {
    List<Free> near = same.stream()
        .filter(each -> each.from(line.on()) <= PROPOSED)
        .sorted(Comparator.comparingLong((Free each) -> each.from(line.on())))
        .toList();
    List<Free> own = near.stream().filter(each -> each.person().equals(payer)).toList();
    return payer.isPresent() || !own.isEmpty() ? own : near;
  }
}
