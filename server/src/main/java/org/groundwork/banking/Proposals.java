// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.Fund;
import org.groundwork.ledger.FundKind;
import org.groundwork.ledger.UsedFor;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What lines may be for, the likeliest first. Nothing of it is kept: it is found anew whenever somebody looks, so that
 * what was learned a minute ago counts at once.
 */
public final class Proposals {
  /** Confirmed so often in a row, and the same again is sure. */
  static final int SURE = 2;
  private static final List<String> FEE_WORDS = List.of("fee", "charge", "entgelt", "gebühr", "kontoführung", "comisi",
      "frais", "kosten");
  /**
   * How a query begins that asks about lines: {@code l} is each of {@code :lines}, read by its key. What is looked up for
   * them is joined laterally, so that the database looks up each by index; from a plain join it reads all rows of the
   * local while it does not know how many there are, as just after a file was taken. Sums and days are reckoned
   * here since row security keeps what it reckons itself from being looked up by index.
   */
  static final String ASKED = """
      with l as materialized (
        select x.* from unnest(:lines::uuid[]) as w (id) cross join lateral (
          select x.id, x.account_id, x.import_id, x.booked_on, x.amount, x.fee, x.other_index, x.reference_index,
            x.end_to_end_index, x.amount > 0 as incoming, -x.amount as opposite, x.booked_on - 5 as first,
            x.booked_on + 5 as last
          from banking.line x where x.local_id = :local and x.id = w.id offset 0) x)
      """;
  /** What was confirmed before of the same other side. */
  static final String HABITS = ASKED + """
      select l.id, h.ledger_account_id, h.fund_id, h.times from l
      cross join lateral (select h.ledger_account_id, h.fund_id, h.times from banking.habit h
        where h.local_id = :local and h.other_index = l.other_index and h.incoming = l.incoming
          and h.ledger_account_id is not null offset 0) h""";
  /** Lines of other files that say the same. */
  static final String TWINS = ASKED + """
      select l.id, t.id, t.booked_on from l cross join lateral (
        select t.id, t.booked_on from banking.line t
        where t.local_id = :local and t.account_id = l.account_id and t.other_index = l.other_index
          and t.booked_on = l.booked_on and t.amount = l.amount and t.id < l.id and t.import_id <> l.import_id
        union all
        select t.id, t.booked_on from banking.line t
        where t.local_id = :local and t.account_id = l.account_id and t.other_index is null
          and l.other_index is null and t.booked_on = l.booked_on and t.amount = l.amount and t.id < l.id
          and t.import_id <> l.import_id
        union all
        select t.id, t.booked_on from banking.line t
        where t.local_id = :local and t.end_to_end_index = l.end_to_end_index and t.account_id = l.account_id
          and t.booked_on = l.booked_on and t.amount = l.amount and t.id < l.id and t.import_id <> l.import_id
        offset 0) t
      order by l.id, t.id""";
  /** Open lines of other accounts that took or brought as much. */
  static final String OPPOSITES = ASKED + """
      select l.id, o.account_id from l cross join lateral (
        select o.id, o.account_id from banking.line o
        where o.local_id = :local and o.amount = l.opposite and o.booked_on between l.first and l.last
          and not o.settled and o.account_id <> l.account_id offset 0) o
      order by l.id, o.id""";
  private final JdbcClient jdbc;
  private final BankAccounts accounts;
  private final Books books;
  private final Rules rules;
  private final DuesProposals dues;
  private final KnownEntries entries;
  private final WaitingPayments waiting;

  Proposals(JdbcClient jdbc, BankAccounts accounts, Books books, Rules rules, DuesProposals dues, KnownEntries entries,
      WaitingPayments waiting) {
    this.jdbc = jdbc;
    this.accounts = accounts;
    this.books = books;
    this.rules = rules;
    this.dues = dues;
    this.entries = entries;
    this.waiting = waiting;
  }

  /** What was confirmed before of the same other side. */
  private record Habit(UUID account, UUID fund, int times) {}

  /** A line that another file brought. */
  private record Twin(UUID line, LocalDate on) {}

  /** What is asked once for many lines. */
  private record Known(List<BankAccount> accounts, List<Rules.Rule> rules, Map<UUID, Habit> habits,
      Map<UUID, Twin> twins, Map<UUID, UUID> opposites, UUID general, UUID onItsWay, UUID fees,
      Map<UUID, String> names) {}

  /** The same, and where nothing else is known, whose name is close to the payer's: for as many lines as a page has. */
  public Map<UUID, List<Proposal>> withNames(Collection<BankLine> lines) {
    var found = new HashMap<>(of(lines));
    for (BankLine line : lines) {
      if (found.getOrDefault(line.id(), List.of()).isEmpty()) {
        found.put(line.id(), dues.byName(line));
      }
    }
    return found;
  }

  /** For each of these lines what it may be for; nothing where nobody can tell. */
  public Map<UUID, List<Proposal>> of(Collection<BankLine> lines) {
    if (lines.isEmpty()) {
      return Map.of();
    }
    UUID[] ids = lines.stream().map(BankLine::id).toArray(UUID[]::new);
    var names = new HashMap<UUID, String>();
    books.accounts()
        .stream()
        .filter(each -> !each.closed() && EntryChoices.byPeople(each))
        .forEach(each -> names.put(each.id(), each.name()));
    var funds = books.funds();
    funds.stream().filter(each -> !each.closed()).forEach(each -> names.put(each.id(), each.name()));
    UUID general = funds.stream()
        .filter(each -> each.kind() == FundKind.GENERAL)
        .map(Fund::id)
        .findFirst()
        .orElseThrow();
    List<BankAccount> all = accounts.all();
    Map<UUID, UUID> opposites = all.size() < 2 ? Map.of() : opposites(ids);
    var known = new Known(all, rules.all(), habits(ids), twins(ids), opposites, general,
        books.account(UsedFor.ON_ITS_WAY).id(), books.account(UsedFor.FEES).id(), names);
    var doubtful = new HashSet<>(known.twins().keySet());
    lines.stream().filter(each -> each.returned().isPresent()).forEach(each -> doubtful.add(each.id()));
    Map<UUID, List<Proposal>> ofDues = dues.of(lines, doubtful);
    Map<UUID, List<Proposal>> ofEntries = entries.of(lines, ofDues, doubtful);
    Map<UUID, List<Proposal>> ofWaiting = waiting.of(lines);
    var found = new HashMap<UUID, List<Proposal>>();
    for (BankLine line : lines) {
      List<Proposal> there = both(ofEntries, ofWaiting, line);
      List<Proposal> others = of(line, known, ofDues.getOrDefault(line.id(), List.of()));
      found.put(line.id(), there.isEmpty() ? others : first(others, there));
    }
    return found;
  }

  private static List<Proposal> both(Map<UUID, List<Proposal>> one, Map<UUID, List<Proposal>> two, BankLine line) {
    var both = new ArrayList<Proposal>(one.getOrDefault(line.id(), List.of()));
    both.addAll(two.getOrDefault(line.id(), List.of()));
    return both;
  }

  /** What is in the books already, or was decided, comes first: nothing else is sure beside it. */
  private static List<Proposal> first(List<Proposal> others, List<Proposal> there) {
    var all = new ArrayList<Proposal>();
    others.stream().filter(each -> each.how() == Proposal.How.TWICE).forEach(all::add);
    all.addAll(there);
    others.stream().filter(each -> each.how() != Proposal.How.TWICE).map(Proposal::doubtful).forEach(all::add);
    return all;
  }

  private static List<Proposal> of(BankLine line, Known known, List<Proposal> ofDues) {
    var found = new ArrayList<Proposal>();
    Optional<Twin> twin = Optional.ofNullable(known.twins().get(line.id()));
    twin.ifPresent(each -> found.add(Proposal.twice(each.line(), each.on())));
    boolean clear = twin.isEmpty() && line.returned().isEmpty();
    found.addAll(ofDues);
    transfer(line, known, clear).ifPresent(found::add);
    rule(line, known, clear).ifPresent(found::add);
    habit(line, known, clear).ifPresent(found::add);
    fee(line, known).ifPresent(found::add);
    var codes = new HashSet<String>();
    return found.stream()
        .filter(each -> codes.add(each.about()
            .map(UUID::toString)
            .orElseGet(() -> each.parts().isEmpty() ? each.code() : each.parts().toString())))
        .toList();
  }

  private static Optional<Proposal> transfer(BankLine line, Known known, boolean clear) {
    String theirs = line.told().account();
    Optional<BankAccount> named = known.accounts()
        .stream()
        .filter(each -> !each.id().equals(line.account()) && !each.number().isEmpty() && !theirs.isEmpty()
            && AccountNumbers.same(each.number(), theirs))
        .findFirst();
    Optional<BankAccount> opposite = Optional.ofNullable(known.opposites().get(line.id()))
        .flatMap(id -> known.accounts().stream().filter(each -> each.id().equals(id)).findFirst());
    return named.or(() -> opposite)
        .map(other -> Proposal.of(Proposal.How.TRANSFER,
            (named.isPresent() ? "bank.why.transfer." : "bank.why.opposite.") + (line.incoming() ? "in" : "out"),
            List.of(other.name()), clear && named.isPresent(),
            new Part(known.onItsWay(), known.general(), line.amount().minor())));
  }

  private static Optional<Proposal> rule(BankLine line, Known known, boolean clear) {
    String searched = line.told().searched();
    return known.rules()
        .stream()
        .filter(each -> each.incoming() == line.incoming() && searched.contains(each.searched()))
        .filter(each -> usable(known, each.account(), each.fund()))
        .findFirst()
        .map(each -> Proposal.of(Proposal.How.RULE, "bank.why.rule",
            List.of(each.says(), name(known, each.account()), name(known, each.fund())), clear,
            new Part(each.account(), each.fund(), line.amount().minor())));
  }

  private static Optional<Proposal> habit(BankLine line, Known known, boolean clear) {
    return Optional.ofNullable(known.habits().get(line.id()))
        .filter(each -> usable(known, each.account(), each.fund()))
        .map(each -> Proposal.of(Proposal.How.HABIT, "bank.why.habit",
            List.of(each.times(), name(known, each.account()), name(known, each.fund())),
            clear && each.times() >= SURE, new Part(each.account(), each.fund(), line.amount().minor())));
  }

  private static Optional<Proposal> fee(BankLine line, Known known) {
    String said = " " + line.told().searched();
    boolean fee = !line.incoming() && line.told().account().isEmpty()
        && FEE_WORDS.stream().anyMatch(word -> said.contains(" " + word));
    return fee
        ? Optional.of(Proposal.of(Proposal.How.FEE, "bank.why.fee", List.of(), false,
            new Part(known.fees(), known.general(), line.amount().minor())))
        : Optional.empty();
  }

  private static boolean usable(Known known, UUID account, UUID fund) {
    return known.names().containsKey(account) && known.names().containsKey(fund);
  }

  private static String name(Known known, UUID id) { return known.names().getOrDefault(id, ""); }

  private Map<UUID, Habit> habits(UUID[] lines) {
    var found = new HashMap<UUID, Habit>();
    jdbc.sql(HABITS)
        .param("local", BankScope.local())
        .param("lines", lines)
        .query(rs -> {
          found.put(rs.getObject(1, UUID.class),
              new Habit(rs.getObject(2, UUID.class), rs.getObject(3, UUID.class), rs.getInt(4)));
        });
    return found;
  }

  /** Of several the line that was there first. */
  private Map<UUID, Twin> twins(UUID[] lines) {
    var found = new HashMap<UUID, Twin>();
    jdbc.sql(TWINS)
        .param("local", BankScope.local())
        .param("lines", lines)
        .query(rs -> {
          found.putIfAbsent(rs.getObject(1, UUID.class),
              new Twin(rs.getObject(2, UUID.class), rs.getDate(3).toLocalDate()));
        });
    return found;
  }

  private Map<UUID, UUID> opposites(UUID[] lines) {
    var found = new HashMap<UUID, UUID>();
    jdbc.sql(OPPOSITES)
        .param("local", BankScope.local())
        .param("lines", lines)
        .query(rs -> {
          found.putIfAbsent(rs.getObject(1, UUID.class), rs.getObject(2, UUID.class));
        });
    return found;
  }
}
