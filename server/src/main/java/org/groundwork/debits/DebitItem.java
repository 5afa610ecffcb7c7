// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.debits;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one collection asks of one member.
 *
 * @param id also the end-to-end identifier, without its hyphens
 * @param person absent once their record was deleted
 * @param mandate absent once that was deleted
 * @param amount in cents
 * @param why why it was left out
 * @param told how the member was told before; absent while they are yet to be told
 * @param reason the bank's code of a rejection or a return
 * @param back the day of it
 * @param fee what the bank took for it, in cents
 */
public record DebitItem(UUID id, UUID collection, LocalDate due, Optional<UUID> person, Optional<UUID> mandate,
    String reference, long amount, State state, Optional<Why> why, Optional<Told> told, Optional<UUID> payment,
    Optional<UUID> entry, Optional<Reason> reason, Optional<LocalDate> back, long fee) {

  /** How far it is. */
  public enum State {
    /** Written down, not in a file yet. */
    MADE,
    /** Not in the file. */
    LEFT_OUT,
    /** In the file. */
    FILED,
    /** Refused before it was collected; never counted as paid. */
    REJECTED,
    /** Collected, and in the books. */
    TAKEN,
    /** Collected and taken back. */
    RETURNED,
    /** The collection does not take place. */
    DROPPED;

    /** As texts and the database have it. */
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static State of(String key) {
      return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst().orElseThrow();
    }
  }

  /** Why something was left out of the file. */
  public enum Why {
    /** The mandate ended. */
    REVOKED,
    /** The dues were paid otherwise, or are not asked for any more. */
    PAID,
    /** The member's record was deleted. */
    FORGOTTEN,
    /** A bank could not read it. */
    UNREADABLE,
    /** The account is outside of the European Economic Area, and the mandate does not name its bank. */
    NO_BANK;

    /** As texts and the database have it. */
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Why> of(@Nullable String key) {
      return Optional.ofNullable(key).map(each -> valueOf(each.toUpperCase(Locale.ROOT).replace('-', '_')));
    }
  }

  /** How somebody was told. */
  public enum Told {
    /** By mail. */
    MAIL,
    /** They cannot be mailed: somebody has to write or tell them. */
    LETTER;

    static Optional<Told> of(@Nullable String key) {
      return Optional.ofNullable(key).map(each -> valueOf(each.toUpperCase(Locale.ROOT)));
    }
  }

  /** As the bank is told. */
  String endToEnd() { return id.toString().replace("-", ""); }

  /** The item that an end-to-end identifier names; empty where it cannot be one of ours. */
  static Optional<UUID> of(String endToEnd) {
    String plain = endToEnd.strip().toLowerCase(Locale.ROOT);
    return plain.matches("[0-9a-f]{32}")
        ? Optional.of(UUID.fromString(plain.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5")))
        : Optional.empty();
  }
}
