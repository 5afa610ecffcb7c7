// SPDX-License-Identifier: Apache-2.0
package org.groundwork.statements.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.groundwork.statements.Account;
import org.groundwork.statements.Balance;
import org.groundwork.statements.Line;
import org.groundwork.statements.Money;
import org.groundwork.statements.Statement;
import org.groundwork.statements.StatementSink;
import org.jspecify.annotations.Nullable;

/** A statement while it is read. Its account must be known before its first line. */
public final class StatementDraft {
  /** How many lines a file may have, so that keys stay small. */
  public static final int MOST_LINES = 5_000_000;
  private static final int MOST_BALANCES = 1_000;

  /** See {@link Statement#from}. */
  public @Nullable LocalDate from;
  /** See {@link Statement#to}. */
  public @Nullable LocalDate to;
  /** See {@link Statement#account}. */
  public Account account = Account.NONE;
  /** See {@link Statement#currency}. */
  public @Nullable String currency;
  /** See {@link Statement#identifier}. */
  public String identifier = "";
  /** See {@link Statement#sequence}. */
  public String sequence = "";
  private final StatementSink sink;
  private final List<Balance> balances = new ArrayList<>();
  private @Nullable Keys keys;
  private int lines;
  private @Nullable Money sum;
  private boolean mixed;

  /** Hands lines out to a sink. */
  public StatementDraft(StatementSink sink) { this.sink = sink; }

  /** Notes a balance. */
  public void balance(Balance balance) {
    if (balances.size() < MOST_BALANCES) {
      balances.add(balance);
    }
  }

  /** Whether a balance of this kind was noted. */
  public boolean has(Balance.Kind kind) {
    return balances.stream().anyMatch(each -> each.kind() == kind);
  }

  /**
   * Makes a line of a draft and hands it out.
   *
   * @throws ArithmeticException if there are too many, or their sum is beyond what an amount can be
   */
  public void line(LineDraft draft) {
    if (keys == null) {
      keys = new Keys(account.id());
    }
    if (++lines > MOST_LINES) {
      throw new ArithmeticException("a statement has at most " + MOST_LINES + " lines");
    }
    Money amount = Objects.requireNonNull(draft.amount);
    Line line = draft.line(amount);
    add(line);
    sink.line(new Line(line.booked(), line.value(), line.amount(), line.status(), line.other(), line.text(),
        line.references(),
        line.returned(), line.original(), line.fee(), keys.of(line)));
  }

  private void add(Line line) {
    if (line.status() != Line.Status.BOOKED || mixed) {
      return;
    }
    mixed = sum != null && !sum.currency().equals(line.amount().currency());
    if (!mixed) {
      sum = sum == null ? line.amount() : sum.plus(line.amount());
    }
  }

  /** Hands out the statement. */
  public void end() {
    var whole = new Statement(account, Optional.ofNullable(currency), balances, Optional.ofNullable(from),
        Optional.ofNullable(to), Texts.oneLine(identifier), Texts.oneLine(sequence), lines, Optional.empty());
    sink.statement(new Statement(whole.account(), whole.currency(), balances, whole.from(), whole.to(),
        whole.identifier(), whole.sequence(), lines, difference(whole)));
  }

  private Optional<Money> difference(Statement whole) {
    if (mixed || whole.opening().isEmpty() || whole.closing().isEmpty()) {
      return Optional.empty();
    }
    Money opening = whole.opening().get().amount();
    Money closing = whole.closing().get().amount();
    boolean same = opening.currency().equals(closing.currency())
        && (sum == null || sum.currency().equals(opening.currency()));
    if (!same) {
      return Optional.empty();
    }
    Money less = closing.plus(opening.negated());
    return Optional.of(sum == null ? less : less.plus(sum.negated()));
  }
}
