// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.debits;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * By what somebody allows us to collect.
 *
 * @param person who gave it; absent once their record was deleted
 * @param reference ours, at most 35 characters; unique in the local
 * @param signedAt the moment, where it was signed here and not on paper
 * @param bic of the account’s bank, where it was asked for
 * @param shown what was read when it was signed, line by line; empty for paper
 * @param reason the bank's code, where a bank ended it
 * @param lastDue the day of the latest collection that the bank took
 */
public record DebitMandate(UUID id, Optional<UUID> person, String reference, State state, LocalDate signedOn,
    Optional<Instant> signedAt, String holder, String iban, Optional<String> bic, Optional<DebitAddress> address,
    List<String> shown,
    Optional<Reason> reason, Optional<LocalDate> lastDue, Optional<LocalDate> ended) {
  /** A mandate by which nothing was collected for so many months must not be used any more (EPC016-06). */
  public static final int LAPSES_AFTER_MONTHS = 36;
  /** So many months after the last collection a mandate is kept: whoever disputes one may do so for thirteen. */
  public static final int KEPT_MONTHS = 14;

  /** Copies what was shown. */
  public DebitMandate { shown = List.copyOf(shown); }

  /** How far it is. */
  public enum State {
    /** Nothing was collected by it yet. */
    WAITING,
    /** Something was collected by it. */
    ACTIVE,
    /** Its holder took it back. */
    REVOKED,
    /** Its holder gave another. */
    REPLACED,
    /** A bank said that nothing can be collected by it. */
    REFUSED,
    /** Nothing was collected by it for too long. */
    LAPSED,
    /** The last of it was collected. */
    USED_UP;

    /** As texts and the database have it. */
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static State of(String key) {
      return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst().orElseThrow();
    }
  }

  /** Whether something may be collected by it. */
  public boolean inForce() { return ended.isEmpty(); }

  /** Whether nothing can be collected by it until somebody names the bank of its account. */
  public boolean lacksBank() {
    return inForce() && bic.isEmpty() && Bic.isNeeded(iban);
  }

  /** The account with all but its last four places hidden. */
  public String ending() {
    return "…" + iban.substring(iban.length() - 4);
  }

  /** The account in groups of four. */
  public String grouped() {
    return String.join(" ", iban.split("(?<=\\G.{4})", -1)).strip();
  }

  /** The last day on which something may still be collected by it. */
  LocalDate lapses() {
    return lastDue.orElse(signedOn).plusMonths(LAPSES_AFTER_MONTHS);
  }
}
