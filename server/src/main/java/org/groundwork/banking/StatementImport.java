// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.money.Money;

/**
 * A file of a bank: what was found in it, and what became of it.
 *
 * @param fileName as its sender's computer calls it
 * @param job the work that is done on it, or was
 */
public record StatementImport(UUID id, UUID account, State state, String fileName, Found found, List<Whole> statements,
    List<Wrong> wrong, Optional<UUID> job) {

  public StatementImport {
    statements = List.copyOf(statements);
    wrong = List.copyOf(wrong);
  }

  /** What became of it. */
  public enum State {
    /** It is being read. */
    LOOKING,
    /** It has defects, and nothing of it was taken. */
    REFUSED,
    /** It was read; somebody has to say whether it is taken. */
    READY,
    /** Its lines are being taken. */
    TAKING,
    /** Its lines are there. */
    TAKEN,
    /** Somebody did not want it. */
    DROPPED;

    /** As the database and message keys have it. */
    public String key() { return name().toLowerCase(Locale.ROOT); }

    static State of(String key) { return valueOf(key.toUpperCase(Locale.ROOT)); }
  }

  /**
   * What stands in it.
   *
   * @param lines all of them
   * @param fresh those that are taken
   * @param known those that are there already
   * @param otherCurrency left out, since the account is kept in one currency
   * @param otherAccount left out, since they are of another account
   * @param announced left out, since they may still change
   * @param early left out, since the books begin later
   * @param cameIn what the new lines add up to that came in
   * @param wentOut what those add up to that went out, not above zero
   * @param days the first and the last day of the new lines
   */
  public record Found(int lines, int fresh, int known, int otherCurrency, int otherAccount, int announced, int early,
      Money cameIn, Money wentOut, Optional<Days> days) {}

  /** A first and a last day. */
  public record Days(LocalDate first, LocalDate last) {}

  /**
   * A statement in it.
   *
   * @param closing what the account held at its end
   * @param difference what the lines do not explain of the way from the opening to the closing balance, if not zero
   */
  public record Whole(boolean ours, Optional<Days> days, Optional<Money> opening, Optional<Money> closing,
      Optional<Money> difference) {}

  /** A defect: where it is, and a sentence. */
  public record Wrong(int line, int column, String sentence) {}
}
