// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.debits;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A file of the bank in which payments come back: looked at first, then taken.
 *
 * @param status whether it is a report of rejections, and else a statement
 * @param others how many in it are of no collection of ours
 * @param job the work on it
 */
public record DebitReport(UUID id, State state, boolean status, LocalDate brought, int others, Optional<UUID> job) {

  /** How far it is. */
  public enum State {
    /** Somebody has to say whether it is taken. */
    READY,
    /** It is being taken. */
    TAKING,
    /** It was taken. */
    TAKEN,
    /** Nobody wanted it. */
    DROPPED;

    /** As texts and the database have it. */
    public String key() { return name().toLowerCase(Locale.ROOT); }

    static State of(String key) { return valueOf(key.toUpperCase(Locale.ROOT)); }
  }

  /**
   * A payment in it.
   *
   * @param amount what left the account, in cents; absent where nothing was booked
   * @param original what was ordered, where the file says so
   * @param single whether the bank speaks of this payment alone
   * @param on the day of it
   * @param done what became of it, once it was taken
   */
  public record Line(int place, UUID item, Optional<Long> amount, Optional<Long> original, Reason reason,
      boolean single, LocalDate on, Optional<Verdict> done) {}

  /** What is done about a payment that comes back. */
  public enum Verdict {
    /** It is taken back, with the bank's fee. */
    RETURNED,
    /** It was never collected and does not count as paid. */
    REJECTED,
    /** It came back before. */
    KNOWN,
    /** It waits until somebody says that the bank booked the collection. */
    NOT_TAKEN,
    /** It is another amount: somebody has to look. */
    OTHER_AMOUNT,
    /** It never was in a file for the bank. */
    NOT_SENT;

    /** As texts and the database have it. */
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Verdict of(String key) { return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_')); }
  }

  /** Whether it is later than banks take back by the rules. */
  public enum Late {
    /** Within the eight weeks in which a payer may ask for it without a reason. */
    NO,
    /** Later: only where there was no mandate. */
    AFTER_EIGHT_WEEKS,
    /** Later than thirteen months: by the rules not at all. */
    AFTER_THIRTEEN_MONTHS;

    /** As texts have it. */
    public String key() { return name().toLowerCase(Locale.ROOT).replace('_', '-'); }
  }

  /** A bank asks at most so much for a payment that comes back, in cents; above it, it is another amount. */
  static final long MOST_FEE = 10_000;

  /** What is to be done about a payment, as its item stands now. */
  static Verdict judge(Line line, DebitItem item) {
    switch (item.state()) {
      case MADE, LEFT_OUT, DROPPED -> {
        return Verdict.NOT_SENT;
      }
      case REJECTED, RETURNED -> {
        return Verdict.KNOWN;
      }
      case FILED, TAKEN -> {
        if (line.original().filter(each -> each != item.amount()).isPresent() || fee(line, item) < 0
            || fee(line, item) > MOST_FEE) {
          return Verdict.OTHER_AMOUNT;
        }
      }
    }
    if (item.state() == DebitItem.State.TAKEN) {
      return Verdict.RETURNED;
    }
    return line.amount().isEmpty() || line.on().isBefore(item.due()) ? Verdict.REJECTED : Verdict.NOT_TAKEN;
  }

  /** What the bank took for it, in cents. */
  static long fee(Line line, DebitItem item) {
    return line.amount().map(each -> each - item.amount()).orElse(0L);
  }

  /** Whether a payment comes back later than the rules have it. */
  static Late late(Line line, DebitItem item) {
    if (line.on().isAfter(item.due().plusMonths(13))) {
      return Late.AFTER_THIRTEEN_MONTHS;
    }
    return line.on().isAfter(item.due().plusWeeks(8)) ? Late.AFTER_EIGHT_WEEKS : Late.NO;
  }
}
