// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.groundwork.statements.Line;
import org.groundwork.statements.Money;
import org.groundwork.statements.Statement;
import org.groundwork.statements.StatementSink;

/** Counts what stands in a file, without keeping more of it than keys. */
final class FileLook implements StatementSink {
  private static final int AT_ONCE = 5_000;
  private final BankAccount account;
  private final LocalDate opened;
  private final Function<List<String>, Set<String>> known;
  private final IntConsumer progress;
  private final List<Seen> statements = new ArrayList<>();
  private final Set<String> keys = new HashSet<>();
  private List<Fresh> current = new ArrayList<>();
  private int currentAnnounced;
  private int currentOtherCurrency;
  private int currentEarly;
  private int currentLines;
  private int lines;
  private int knownLines;
  private int announced;
  private int otherCurrency;
  private int otherAccount;
  private int early;
  private int fresh;
  private long cameIn;
  private long wentOut;
  private Optional<LocalDate> first = Optional.empty();
  private Optional<LocalDate> last = Optional.empty();

  /** A line that may be taken. */
  private record Fresh(String key, LocalDate day, long amount) {}

  /** A statement, with its amounts where they are in the account's currency. */
  record Seen(boolean ours, Optional<LocalDate> from, Optional<LocalDate> until, Optional<Long> opening,
      Optional<Long> closing, Optional<LocalDate> closingOn, Optional<Long> difference) {}

  /** @param known which of some keys are there already */
  FileLook(BankAccount account, LocalDate opened, Function<List<String>, Set<String>> known, IntConsumer progress) {
    this.account = account;
    this.opened = opened;
    this.known = known;
    this.progress = progress;
  }

  /** Why a line is not taken, if it is not. */
  static Optional<Left> left(Line line, BankAccount account, LocalDate opened) {
    if (line.status() != Line.Status.BOOKED || day(line).isEmpty() || line.amount().minor() == 0
        || !bookable(line.amount().minor()) || !bookable(line.fee().map(Money::minor).orElse(0L))) {
      return Optional.of(Left.ANNOUNCED);
    }
    if (!line.amount().currency().equals(account.currency().getCurrencyCode())) {
      return Optional.of(Left.OTHER_CURRENCY);
    }
    return day(line).get().isBefore(opened) ? Optional.of(Left.EARLY) : Optional.empty();
  }

  private static boolean bookable(long minor) {
    return minor <= org.groundwork.ledger.Line.MOST && minor >= -org.groundwork.ledger.Line.MOST;
  }

  /** Why a line is left out. */
  enum Left {
    ANNOUNCED, OTHER_CURRENCY, EARLY
  }

  static Optional<LocalDate> day(Line line) { return line.booked().or(line::value); }

  @Override
  public void line(Line line) {
    lines++;
    currentLines++;
    if (lines % 1_000 == 0) {
      progress.accept(lines);
    }
    switch (left(line, account, opened).orElse(null)) {
      case ANNOUNCED -> currentAnnounced++;
      case OTHER_CURRENCY -> currentOtherCurrency++;
      case EARLY -> currentEarly++;
      case null -> current.add(new Fresh(line.key(), day(line).orElseThrow(), line.amount().minor()));
    }
  }

  @Override
  public void statement(Statement statement) {
    boolean ours = AccountNumbers.same(account.number(), statement.account().id());
    if (ours) {
      announced += currentAnnounced;
      otherCurrency += currentOtherCurrency;
      early += currentEarly;
      count();
    } else {
      otherAccount += currentLines;
    }
    statements.add(seen(statement, ours));
    current = new ArrayList<>();
    currentAnnounced = 0;
    currentOtherCurrency = 0;
    currentEarly = 0;
    currentLines = 0;
  }

  /** A line that another statement of the file has too is there already, as one that came with another file. */
  private void count() {
    List<Fresh> once = current.stream().filter(each -> keys.add(each.key())).toList();
    knownLines += current.size() - once.size();
    for (int from = 0; from < once.size(); from += AT_ONCE) {
      List<Fresh> some = once.subList(from, Math.min(once.size(), from + AT_ONCE));
      Set<String> there = known.apply(some.stream().map(Fresh::key).toList());
      knownLines += there.size();
      some.stream().filter(each -> !there.contains(each.key())).forEach(this::add);
    }
  }

  private void add(Fresh each) {
    fresh++;
    cameIn = Math.addExact(cameIn, Math.max(0, each.amount()));
    wentOut = Math.addExact(wentOut, Math.min(0, each.amount()));
    first = Optional.of(first.filter(day -> !day.isAfter(each.day())).orElse(each.day()));
    last = Optional.of(last.filter(day -> !day.isBefore(each.day())).orElse(each.day()));
  }

  private Seen seen(Statement statement, boolean ours) {
    var closing = statement.closing();
    return new Seen(ours, statement.from().or(() -> statement.opening().flatMap(each -> each.date())),
        statement.to().or(() -> closing.flatMap(each -> each.date())),
        statement.opening().flatMap(each -> ofAccount(each.amount())),
        closing.flatMap(each -> ofAccount(each.amount())),
        closing.flatMap(each -> each.date()).or(statement::to), statement.difference().flatMap(this::ofAccount));
  }

  private Optional<Long> ofAccount(Money money) {
    return money.currency().equals(account.currency().getCurrencyCode())
        ? Optional.of(money.minor())
        : Optional.empty();
  }

  List<Seen> statements() { return statements; }

  int lines() { return lines; }

  int fresh() { return fresh; }

  int known() { return knownLines; }

  int announced() { return announced; }

  int otherCurrency() { return otherCurrency; }

  int otherAccount() { return otherAccount; }

  int early() { return early; }

  long cameIn() { return cameIn; }

  long wentOut() { return wentOut; }

  Optional<LocalDate> first() { return first; }

  Optional<LocalDate> last() { return last; }
}
