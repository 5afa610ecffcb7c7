// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.groundwork.dues.Charge;
import org.groundwork.dues.Charges;
import org.groundwork.dues.Payment;
import org.groundwork.dues.Payments;
import org.groundwork.dues.Rate;
import org.groundwork.ledger.Books;
import org.groundwork.platform.money.Money;
import org.groundwork.roll.Directory;
import org.groundwork.roll.NameSearch;
import org.groundwork.roll.People;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whose dues lines may be: by a reference, by whom money of the same other side was for, by name and amount. */
final class DuesProposals {
  /** Names of so many people are proposed for a line. */
  private static final int NAMES = 3;
  /** A bank takes no more than so much, in minor units, for returning a payment. */
  private static final long MOST_FEE = 10_000;
  /** Whose reference a line has. */
  static final String REFERENCES = Proposals.ASKED + """
      select l.id, n.person_id from l
      cross join lateral (select r.person_id from banking.payment_reference r
        where r.local_id = :local and r.reference_index = l.reference_index offset 0) r
      cross join lateral (select n.person_id from roll.api_person_now n
        where n.local_id = :local and n.id = r.person_id offset 0) n""";
  /** Whose dues money of the same other side was. */
  static final String HABITS = Proposals.ASKED + """
      select l.id, n.person_id, h.times from l
      cross join lateral (select h.person_id, h.times from banking.habit h
        where h.local_id = :local and h.other_index = l.other_index and h.incoming = l.incoming
          and h.person_id is not null offset 0) h
      cross join lateral (select n.person_id from roll.api_person_now n
        where n.local_id = :local and n.id = h.person_id offset 0) n""";
  /** Payments of dues that a line may take back, the likeliest first. */
  static final String RETURNS = Proposals.ASKED + """
      select l.id, s.payment_id from l
      cross join lateral (
        select o.id, o.booked_on, true as same from banking.line o
        where o.local_id = :local and o.end_to_end_index = l.end_to_end_index and o.account_id = l.account_id
          and o.amount > 0 and o.booked_on <= l.booked_on
          and l.opposite between o.amount and o.amount - o.fee + :fee
        union all
        select o.id, o.booked_on, o.end_to_end_index is not distinct from l.end_to_end_index from banking.line o
        where o.local_id = :local and o.account_id = l.account_id and o.other_index = l.other_index and o.amount > 0
          and o.booked_on <= l.booked_on
          and (l.opposite in (o.amount, o.amount - o.fee) or l.fee + l.opposite in (o.amount, o.amount - o.fee))
        offset 0) o
      cross join lateral (select s.payment_id from banking.settlement s
        where s.local_id = :local and s.line_id = o.id and s.kind = 'dues' and s.undone_at is null offset 0) s
      order by l.id, o.same desc, o.booked_on desc, o.id""";
  private final JdbcClient jdbc;
  private final People people;
  private final NameSearch names;
  private final Charges charges;
  private final Payments payments;
  private final Books books;

  DuesProposals(JdbcClient jdbc, People people, NameSearch names, Charges charges, Payments payments, Books books) {
    this.jdbc = jdbc;
    this.people = people;
    this.names = names;
    this.charges = charges;
    this.payments = payments;
    this.books = books;
  }

  /** Somebody whose dues money of an other side was. */
  private record Habit(UUID person, int times) {}

  /**
   * Proposals for these lines.
   *
   * @param doubtful lines of which nothing is sure
   */
  Map<UUID, List<Proposal>> of(Collection<BankLine> lines, Set<UUID> doubtful) {
    UUID[] ids = lines.stream().filter(BankLine::incoming).map(BankLine::id).toArray(UUID[]::new);
    Map<UUID, UUID> references = references(ids);
    Map<UUID, Habit> habits = habits(ids);
    var wanted = new HashSet<UUID>(references.values());
    habits.values().forEach(each -> wanted.add(each.person()));
    Map<UUID, People.Known> known = people.known(wanted);
    var found = new HashMap<UUID, List<Proposal>>();
    for (BankLine line : lines) {
      var proposals = new ArrayList<Proposal>();
      boolean clear = !doubtful.contains(line.id());
      Optional.ofNullable(references.get(line.id()))
          .filter(person -> fits(line) && known.containsKey(person))
          .ifPresent(person -> proposals.add(Proposal.dues(Proposal.How.REFERENCE, person, name(known, person),
              "bank.why.reference", List.of(), clear)));
      Optional.ofNullable(habits.get(line.id()))
          .filter(habit -> fits(line) && known.containsKey(habit.person()))
          .ifPresent(habit -> proposals.add(Proposal.dues(Proposal.How.HABIT, habit.person(),
              name(known, habit.person()), "bank.why.habit.dues", List.of(habit.times()),
              clear && habit.times() >= Proposals.SURE)));
      found.put(line.id(), proposals);
    }
    returns(lines).forEach((line, proposal) -> found.computeIfAbsent(line, _ -> new ArrayList<>()).addFirst(proposal));
    return found;
  }

  private static String name(Map<UUID, People.Known> known, UUID person) {
    return java.util.Objects.requireNonNull(known.get(person)).name();
  }

  /** Whether a line can be dues at all, with what a service took of it. */
  static boolean fits(BankLine line) {
    long gross = Math.subtractExact(line.amount().minor(), line.fee());
    return line.incoming() && line.fee() <= 0 && gross <= Rate.MOST;
  }

  /** People whose name is close to the payer's; whoever owes exactly this first. Looks up one name after the other. */
  List<Proposal> byName(BankLine line) {
    if (!fits(line) || !(names.find(line.told().name(), Optional.empty()) instanceof NameSearch.Outcome.Found found)) {
      return List.of();
    }
    List<Directory.Entry> near = found.people().stream().filter(each -> !each.bossSide()).limit(NAMES * 5L).toList();
    var owed = new HashMap<UUID, List<Charge>>();
    charges.open(near.stream().map(Directory.Entry::id).toList())
        .forEach(each -> owed.computeIfAbsent(each.person(), _ -> new ArrayList<>()).add(each));
    var exactly = new ArrayList<Proposal>();
    var others = new ArrayList<Proposal>();
    for (Directory.Entry each : near) {
      List<Charge> theirs = owed.getOrDefault(each.id(), List.of());
      long sum = theirs.stream().mapToLong(Charge::open).reduce(0, Math::addExact);
      long gross = Math.subtractExact(line.amount().minor(), line.fee());
      boolean exact = sum == gross || theirs.stream().anyMatch(charge -> charge.open() == gross);
      (exact ? exactly : others).add(Proposal.dues(Proposal.How.NAME, each.id(), each.name(),
          exact ? "bank.why.name.exact" : "bank.why.name",
          List.of(new Money(sum, line.amount().currency())), false));
    }
    exactly.addAll(others);
    return exactly.stream().limit(NAMES).toList();
  }

  private Map<UUID, UUID> references(UUID[] lines) {
    var found = new HashMap<UUID, UUID>();
    jdbc.sql(REFERENCES)
        .param("local", BankScope.local())
        .param("lines", lines)
        .query(rs -> {
          found.put(rs.getObject(1, UUID.class), rs.getObject(2, UUID.class));
        });
    return found;
  }

  private Map<UUID, Habit> habits(UUID[] lines) {
    var found = new HashMap<UUID, Habit>();
    jdbc.sql(HABITS)
        .param("local", BankScope.local())
        .param("lines", lines)
        .query(rs -> {
          found.put(rs.getObject(1, UUID.class), new Habit(rs.getObject(2, UUID.class), rs.getInt(3)));
        });
    return found;
  }

  /** For lines that take back an earlier one: the payment of dues that was, if it still stands. */
  private Map<UUID, Proposal> returns(Collection<BankLine> lines) {
    UUID[] ids = lines.stream()
        .filter(each -> !each.incoming() && each.returned().isPresent())
        .map(BankLine::id)
        .toArray(UUID[]::new);
    var found = new HashMap<UUID, Proposal>();
    if (ids.length == 0) {
      return found;
    }
    Map<UUID, Long> paid = lines.stream()
        .collect(Collectors.toMap(BankLine::id, each -> Math.negateExact(each.amount().minor())));
    jdbc.sql(RETURNS)
        .param("local", BankScope.local())
        .param("lines", ids)
        .param("fee", MOST_FEE)
        .query(rs -> {
          UUID line = rs.getObject(1, UUID.class);
          payments.find(rs.getObject(2, UUID.class))
              .filter(each -> each.undone().isEmpty())
              .ifPresent(each -> found.putIfAbsent(line, back(each, paid.getOrDefault(line, each.amount()))));
        });
    return found;
  }

  private Proposal back(Payment payment, long taken) {
    String who = payment.person().flatMap(people::known).map(People.Known::name).orElse("–");
    long fee = Math.subtractExact(taken, payment.amount());
    return fee == 0
        ? Proposal.returned(payment.id(), who, "bank.why.returned", List.of(payment.on()))
        : Proposal.returned(payment.id(), who, fee > 0 ? "bank.why.returned.fee" : "bank.why.returned.less",
            List.of(payment.on(), new Money(Math.abs(fee), books.find().orElseThrow().currency())));
  }
}
