// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.groundwork.gifts.Payers;
import org.groundwork.ledger.AccountDays;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.Entered;
import org.groundwork.ledger.Ledger;
import org.groundwork.ledger.Line;
import org.groundwork.ledger.NewEntry;
import org.groundwork.ledger.Source;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.spending.SecondLook;
import org.groundwork.spending.SecondLooks;

/**
 * Says of lines what they are for, and enters that in the books: each line once, whoever confirms it at the same time. In the
 * caller's transaction.
 */
public final class Settling {
  /** The kind of source of what is entered for a line. */
  public static final String SOURCE = AccountDays.OF_BANK;
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
      Ledger ledger, DuesTaking dues, KnownTaking known, PayoutTaking payouts, GiftTaking gifts, EntryChoices choices,
      SecondLooks looks) {}

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
    var proposed = lines.size() == 1 ? proposals.withNames(lines) : proposals.of(lines);
    var done = new HashMap<UUID, Settled>();
    var chosen = new ArrayList<Chosen>();
    for (BankLine line : lines) {
      String code = seen.stream().filter(each -> each.line().equals(line.id())).findFirst().orElseThrow().code();
      done.put(line.id(), new Settled.Gone());
      proposed.getOrDefault(line.id(), List.of())
          .stream()
          .filter(each -> each.code().equals(code))
          .findFirst()
          .ifPresent(each -> chosen.add(new Chosen(line, each)));
    }
    chosen.sort(Chosen.ORDER);
    Payers.Look look = keeping.gifts().look();
    chosen.forEach(each -> done.put(each.line().id(), stopped(look, each.line(), each.proposal())
        .orElseGet(() -> take(each.line(), each.proposal()))));
    return done;
  }

  /**
   * A line and what it is for. Dues come first, by person, then the others, by fund, and what is in the books already
   * last: so nobody waits in a circle.
   */
  private record Chosen(BankLine line, Proposal proposal) {
    static final Comparator<Chosen> ORDER = Comparator
        .comparing((Chosen each) -> each.proposal().how() == Proposal.How.KNOWN)
        .thenComparing(each -> each.proposal().how() == Proposal.How.PAYOUT)
        .thenComparing(each -> each.proposal().about().isEmpty())
        .thenComparing(Chosen::holds);

    private String holds() {
      return proposal.about()
          .map(UUID::toString)
          .orElseGet(() -> proposal.parts().isEmpty() ? "" : proposal.parts().getFirst().fund().toString());
    }
  }

  private Settled take(BankLine line, Proposal proposal) {
    if (proposal.how() == Proposal.How.RETURNED) {
      return noted(keeping.dues().takeBack(line, proposal.about().orElseThrow(), this::today), line);
    }
    if (proposal.how() == Proposal.How.KNOWN) {
      return noted(keeping.known().take(line, account(line), proposal.entries()), line);
    }
    if (proposal.how() == Proposal.How.PAYOUT) {
      List<UUID> payouts = proposal.about().map(List::of).orElse(proposal.entries());
      return noted(keeping.payouts().pay(line, account(line), payouts, this::today), line);
    }
    if (proposal.about().isPresent()) {
      return dues(line, proposal.about().get(), proposal.how());
    }
    if (proposal.how() == Proposal.How.TWICE) {
      keeping.settlements()
          .insert(line.id(), new Settlement(source.ids().next(), Settlement.Kind.TWICE, Proposal.How.TWICE,
              Optional.empty(), Optional.empty(), "", false, List.of(), Optional.empty(), ""));
      return done("bank-line-twice", line);
    }
    return enter(line, Settlement.Kind.ENTERED, proposal.how(), proposal.parts(), "");
  }

  /** What moves between our own accounts, or is no new money, is nobody's to look at. */
  private Optional<Settled> stopped(Payers.Look look, BankLine line, Proposal proposal) {
    return switch (proposal.how()) {
      case TWICE, RETURNED, PAYOUT, TRANSFER -> Optional.empty();
      case KNOWN -> keeping.gifts().stopped(look, line, proposal.about().stream().toList());
      default -> keeping.gifts().stopped(look, line, List.of());
    };
  }

  private BankAccount account(BankLine line) { return keeping.accounts().find(line.account()).orElseThrow(); }

  /** Takes a line as entries that are in the books already, whose sum it is. */
  public Settled known(UUID line, List<UUID> entries) {
    return open(line)
        .map(each -> keeping.gifts()
            .stopped(each, entries)
            .orElseGet(() -> noted(keeping.known().take(each, account(each), entries), each)))
        .orElseGet(Settled.Before::new);
  }

  /** Takes a line as dues of somebody, as a treasurer says. */
  public Settled dues(UUID line, UUID person) {
    return open(line)
        .map(each -> keeping.gifts().stopped(each, List.of()).orElseGet(() -> dues(each, person, Proposal.How.HAND)))
        .orElseGet(Settled.Before::new);
  }

  /**
   * Takes a line as something that was given, whoever paid it: what may come from the other side, and what is to be looked
   * at, is held whole until two officers decide; of a member's gift what exceeds the cap is held for return.
   */
  public Settled gift(UUID line, LineGift said) {
    return open(line)
        .map(each -> given(keeping.gifts().take(each, account(each), said, this::today), each))
        .orElseGet(Settled.Before::new);
  }

  private Settled given(Settled settled, BankLine line) {
    if (settled instanceof Settled.Held) {
      done("bank-line-held", line);
    }
    return noted(settled, line);
  }

  private Settled dues(BankLine line, UUID person, Proposal.How how) {
    return noted(keeping.dues().take(line, account(line), person, how, this::today), line);
  }

  private Settled noted(Settled settled, BankLine line) {
    return settled instanceof Settled.Done ? done("bank-line-entered", line) : settled;
  }

  /** Enters what somebody says, in one part or several. */
  public Settled byHand(UUID line, ByHand said) {
    Optional<BankLine> found = open(line);
    if (found.isEmpty()) {
      return new Settled.Before();
    }
    if (!keeping.choices().fit(found.get(), said.parts())) {
      return new Settled.Wrong();
    }
    Optional<Settled> stopped = keeping.gifts().stopped(found.get(), List.of());
    if (stopped.isPresent()) {
      return stopped.get();
    }
    Settled settled = enter(found.get(), Settlement.Kind.ENTERED, Proposal.How.HAND, said.parts(), said.text());
    if (settled instanceof Settled.Done && said.rule().isPresent() && said.parts().size() == 1) {
      Part part = said.parts().getFirst();
      keeping.rules().add(said.rule().get(), found.get().incoming(), part.account(), part.fund());
    }
    return settled;
  }

  /**
   * Holds the amount of a line that went out until somebody knows what it was for. What came in is held as a gift is, where
   * two officers see it ({@link #gift}), and is refused here as wrong.
   */
  public Settled hold(UUID line, UUID fund, String why) {
    UUID account = keeping.books().account(UsedFor.HELD).id();
    Optional<BankLine> found = open(line);
    if (found.filter(BankLine::incoming).isPresent()) {
      return new Settled.Wrong();
    }
    return found
        .map(each -> enter(each, Settlement.Kind.HELD, Proposal.How.HELD,
            List.of(new Part(account, fund, each.amount().minor())), why))
        .orElseGet(Settled.Before::new);
  }

  private Optional<BankLine> open(UUID line) {
    return keeping.settlements().hold(List.of(line), false).isEmpty() ? Optional.empty() : keeping.lines().find(line);
  }

  private Settled enter(BankLine line, Settlement.Kind kind, Proposal.How how, List<Part> parts, String said) {
    UUID id = source.ids().next();
    BankAccount account = account(line);
    String text = kind == Settlement.Kind.HELD || said.isEmpty() ? words.of(account, how, parts) : said;
    var entry = new NewEntry(line.on(), text, Optional.of(new Source(SOURCE, id)), lines(account, parts));
    Map<UUID, Long> out = out(how, parts);
    boolean word = how == Proposal.How.HAND || how == Proposal.How.HELD;
    if (word && !out.isEmpty()) {
      keeping.looks().oneByOne();
    }
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
        .insert(line.id(), new Settlement(id, kind, how, Optional.of(made), Optional.of(on), said, false, parts,
            Optional.empty(), ""));
    keeping.looks().letOut(new SecondLooks.LetOut(made, line.on(), SecondLook.How.LINE, word, out));
    if (kind == Settlement.Kind.ENTERED && how != Proposal.How.TRANSFER && parts.size() == 1) {
      keeping.settlements().learn(line.id(), Optional.of(parts.getFirst()), Optional.empty());
    }
    return done(kind == Settlement.Kind.HELD ? "bank-line-held" : "bank-line-entered", line);
  }

  /**
   * What left each fund by a line, which is what one person says of it, or a rule of the local: above the limits somebody else
   * looks at it afterwards. A line that came in lets nothing out, unless parts of it are said to have left another fund. What
   * goes to another account of ours, or into the box, left nothing.
   */
  private Map<UUID, Long> out(Proposal.How how, List<Part> parts) {
    if (how == Proposal.How.TRANSFER) {
      return Map.of();
    }
    Set<UUID> places = keeping.choices().places();
    var out = new HashMap<UUID, Long>();
    parts.stream()
        .filter(each -> !places.contains(each.account()))
        .forEach(each -> out.merge(each.fund(), Math.negateExact(each.amount()), Math::addExact));
    out.values().removeIf(amount -> amount <= 0);
    return out;
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
    if (said == null || (said.kind() == Settlement.Kind.DUES
        && said.payment().filter(keeping.settlements()::returned).isPresent())) {
      return new Settled.Before();
    }
    if (said.kind() == Settlement.Kind.GIFT && keeping.gifts().officers(said)) {
      return new Settled.Officers();
    }
    Undoing undoing = switch (said.kind()) {
      case KNOWN -> {
        keeping.known().undo(said.id());
        yield new Undoing.Done(Optional.empty(), Optional.empty());
      }
      case DUES -> keeping.dues().undo(of, said.payment().orElseThrow(), said.on().orElseThrow(), this::today);
      case RETURNED -> keeping.dues().again(of, account(of), said, this::today);
      case GIFT -> keeping.gifts().undo(of, account(of), said, this::today);
      case TWICE -> new Undoing.Done(Optional.empty(), Optional.empty());
      case ENTERED, HELD -> {
        Undoing back = reverse(said.entry().orElseThrow(), said.on().orElseThrow());
        if (back instanceof Undoing.Done) {
          keeping.looks().undone(said.entry().orElseThrow());
        }
        yield back;
      }
    };
    return switch (undoing) {
      case Undoing.Nobody _ -> new Settled.Nobody();
      case Undoing.No(Entered why) -> new Settled.Refused(why, line);
      case Undoing.Done undone -> {
        keeping.settlements().undo(line, said.id(), undone);
        keeping.settlements().unlearn(line);
        yield done("bank-line-undone", of);
      }
    };
  }

  private Undoing reverse(UUID entry, LocalDate on) {
    Entered reversed = keeping.ledger().reverse(entry, on, words.undone());
    LocalDate day = on;
    if (reversed instanceof Entered.Closed) {
      day = today();
      reversed = keeping.ledger().reverse(entry, day, words.undone());
    }
    return reversed instanceof Entered.Yes || reversed instanceof Entered.Already
        ? new Undoing.Done(Optional.of(day), Optional.empty())
        : new Undoing.No(reversed);
  }

  private Settled done(String did, BankLine line) {
    if (Callers.current() instanceof Caller.Actor) { // a job says once for all of them that it was started
      audit.record(did, new SubjectRef("bank-account", line.account()), "");
    }
    return new Settled.Done();
  }

  private LocalDate today() { return LocalDate.now(source.clock().withZone(locals.profile().zone())); }
}
