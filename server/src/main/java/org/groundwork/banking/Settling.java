// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.ledger.Account;
import org.groundwork.ledger.AccountKind;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.Entered;
import org.groundwork.ledger.Ledger;
import org.groundwork.ledger.Line;
import org.groundwork.ledger.NewEntry;
import org.groundwork.ledger.Source;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.tenancy.Locals;

/**
 * Says of lines what they are for, and enters that in the books: each line once, whoever confirms it at the same time. In the
 * caller's transaction.
 */
public final class Settling {
  /** The kind of source of what is entered for a line. */
  public static final String SOURCE = "bank-line";
  /** The most parts of a line. */
  public static final int MOST_PARTS = 20;
  private final Keeping keeping;
  private final Proposals proposals;
  private final EntryWords words;
  private final Audit audit;
  private final Locals locals;
  private final Making source;

  /** Where lines, accounts and entries are kept. */
  record Keeping(BankLines lines, BankAccounts accounts, Settlements settlements, Rules rules, Books books,
      Ledger ledger) {}

  /** Where identifiers and time come from. */
  record Making(Ids ids, Clock clock) {}

  Settling(Keeping keeping, Proposals proposals, EntryWords words, Audit audit, Locals locals, Making source) {
    this.keeping = keeping;
    this.proposals = proposals;
    this.words = words;
    this.audit = audit;
    this.locals = locals;
    this.source = source;
  }

  /** What somebody saw of a line and says yes to. */
  public record Seen(UUID line, String code) {}

  /** What somebody says of a line by hand. */
  public record ByHand(List<Part> parts, String text, Optional<String> rule) {
    public ByHand { parts = List.copyOf(parts); }
  }

  /** Confirms a proposal. */
  public Settled confirm(Seen seen) {
    return confirmAll(List.of(seen)).getOrDefault(seen.line(), new Settled.Before());
  }

  /** Confirms several, each for itself; what is not taken does not hinder the others. */
  public Map<UUID, Settled> confirmAll(List<Seen> seen) {
    var held = new HashSet<>(keeping.settlements().hold(seen.stream().map(Seen::line).toList(), false));
    List<BankLine> lines = keeping.lines().some(held);
    var proposed = proposals.of(lines);
    var done = new HashMap<UUID, Settled>();
    for (BankLine line : lines) {
      String code = seen.stream().filter(each -> each.line().equals(line.id())).findFirst().orElseThrow().code();
      done.put(line.id(), proposed.getOrDefault(line.id(), List.of())
          .stream()
          .filter(each -> each.code().equals(code))
          .findFirst()
          .map(each -> take(line, each))
          .orElseGet(Settled.Gone::new));
    }
    return done;
  }

  private Settled take(BankLine line, Proposal proposal) {
    if (proposal.how() == Proposal.How.TWICE) {
      keeping.settlements()
          .insert(line.id(), new Settlement(source.ids().next(), Settlement.Kind.TWICE, Proposal.How.TWICE,
              Optional.empty(), Optional.empty(), "", false, List.of()));
      return done("bank-line-twice", line);
    }
    return enter(line, Settlement.Kind.ENTERED, proposal.how(), proposal.parts(), "");
  }

  /** Enters what somebody says, in one part or several. */
  public Settled byHand(UUID line, ByHand said) {
    Optional<BankLine> found = open(line);
    if (found.isEmpty()) {
      return new Settled.Before();
    }
    if (!fits(found.get(), said.parts())) {
      return new Settled.Wrong();
    }
    Settled settled = enter(found.get(), Settlement.Kind.ENTERED, Proposal.How.HAND, said.parts(), said.text());
    if (settled instanceof Settled.Done && said.rule().isPresent() && said.parts().size() == 1) {
      Part part = said.parts().getFirst();
      keeping.rules().add(said.rule().get(), found.get().incoming(), part.account(), part.fund());
    }
    return settled;
  }

  /** Holds a line's amount until somebody knows what it is for. */
  public Settled hold(UUID line, UUID fund, String why) {
    UUID account = keeping.books().account(UsedFor.HELD).id();
    return open(line)
        .map(each -> enter(each, Settlement.Kind.HELD, Proposal.How.HELD,
            List.of(new Part(account, fund, each.amount().minor())), why))
        .orElseGet(Settled.Before::new);
  }

  private Optional<BankLine> open(UUID line) {
    return keeping.settlements().hold(List.of(line), false).isEmpty() ? Optional.empty() : keeping.lines().find(line);
  }

  private boolean fits(BankLine line, List<Part> parts) {
    if (parts.isEmpty() || parts.size() > MOST_PARTS || parts.stream().anyMatch(each -> each.amount() == 0)) {
      return false;
    }
    var may = new HashSet<>(choices(line.account()).stream().map(Account::id).toList());
    long sum = parts.stream().mapToLong(Part::amount).reduce(0, Math::addExact);
    return sum == line.amount().minor() && parts.stream().allMatch(each -> may.contains(each.account()));
  }

  /** The accounts of the books that somebody may choose for lines of an account at a bank. */
  public List<Account> choices(UUID account) {
    var banks = new HashSet<>(keeping.accounts().all().stream().map(BankAccount::ledgerAccount).toList());
    return keeping.books()
        .accounts()
        .stream()
        .filter(each -> !each.closed() && !banks.contains(each.id()) && each.kind() != AccountKind.NET)
        .filter(each -> each.usedFor().filter(use -> use == UsedFor.DUES_OWED || use == UsedFor.HELD).isEmpty())
        .toList();
  }

  private Settled enter(BankLine line, Settlement.Kind kind, Proposal.How how, List<Part> parts, String said) {
    UUID id = source.ids().next();
    BankAccount account = keeping.accounts().find(line.account()).orElseThrow();
    String text = kind == Settlement.Kind.HELD || said.isEmpty() ? words.of(account, how, parts) : said;
    var entry = new NewEntry(line.on(), text, Optional.of(new Source(SOURCE, id)), lines(account, parts));
    LocalDate on = line.on();
    Entered entered = keeping.ledger().enter(entry);
    if (entered instanceof Entered.Closed) {
      on = today();
      entered = keeping.ledger().enter(new NewEntry(on, text, entry.source(), entry.lines()));
    }
    if (!(entered instanceof Entered.Yes(UUID made))) {
      return new Settled.Refused(entered, line.id());
    }
    keeping.settlements()
        .insert(line.id(), new Settlement(id, kind, how, Optional.of(made), Optional.of(on), said, false, parts));
    if (kind == Settlement.Kind.ENTERED && how != Proposal.How.TRANSFER && parts.size() == 1) {
      keeping.settlements().learn(line.id(), parts.getFirst());
    }
    return done(kind == Settlement.Kind.HELD ? "bank-line-held" : "bank-line-entered", line);
  }

  /** For each part what it adds to the account at the bank, and the same the other way round where it belongs. */
  private static List<Line> lines(BankAccount account, List<Part> parts) {
    var sums = new java.util.TreeMap<UUID, Long>();
    parts.forEach(each -> sums.merge(each.fund(), each.amount(), Math::addExact));
    var lines = new ArrayList<Line>();
    sums.forEach((fund, sum) -> {
      if (sum != 0) {
        lines.add(new Line(account.ledgerAccount(), fund, sum));
      }
    });
    parts.forEach(each -> lines.add(new Line(each.account(), each.fund(), Math.negateExact(each.amount()))));
    return lines;
  }

  /** Takes back what was said of a line: the entry is undone by another, and the line is open again. */
  public Settled undo(UUID line) {
    if (keeping.settlements().hold(List.of(line), true).isEmpty()) {
      return new Settled.Before();
    }
    BankLine of = keeping.lines().find(line).orElseThrow();
    Settlement said = keeping.settlements().now(List.of(line)).get(line);
    if (said == null) {
      return new Settled.Before();
    }
    Optional<Entered> reversed = said.entry().map(entry -> reverse(entry, said.on().orElseThrow()));
    if (reversed.filter(each -> !(each instanceof Entered.Yes || each instanceof Entered.Already)).isPresent()) {
      return new Settled.Refused(reversed.get(), line);
    }
    keeping.settlements().undo(line, said.id());
    keeping.settlements().unlearn(line);
    return done("bank-line-undone", of);
  }

  private Entered reverse(UUID entry, LocalDate on) {
    Entered reversed = keeping.ledger().reverse(entry, on, words.undone());
    return reversed instanceof Entered.Closed ? keeping.ledger().reverse(entry, today(), words.undone()) : reversed;
  }

  private Settled done(String did, BankLine line) {
    audit.record(did, new SubjectRef("bank-account", line.account()), "");
    return new Settled.Done();
  }

  private LocalDate today() { return LocalDate.now(source.clock().withZone(locals.profile().zone())); }
}
