// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A request to the hardship fund.
 *
 * @param person who asks; nobody once they are forgotten or it is long over
 * @param hit the case of retaliation that it began with
 * @param appealOf the request that others decide on anew
 * @param wish absent before it was sent
 * @param decision absent before it was decided
 * @param again where a payment of it was undone, since when it waits as it does
 */
public record Request(UUID id, Optional<UUID> person, Optional<UUID> hit, Optional<UUID> appealOf, State state,
    Optional<Wish> wish, Optional<Decision> decision, Optional<LocalDate> paidOn,
    Optional<Instant> again) {

  /** How far it is. */
  public enum State {
    /** Begun with a case and not sent yet. */
    BEGUN, OPEN, GRANTED, DECLINED, WITHDRAWN, PAID,
    /** Paid wrongly and taken back, and not to be paid anew. */
    UNDONE;

    public String key() { return name().toLowerCase(Locale.ROOT); }

    static State of(String key) {
      return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst().orElseThrow();
    }
  }

  /**
   * What somebody asks for.
   *
   * @param amount in minor units
   * @param urgent whether it is needed within a day
   */
  public record Wish(long amount, PayWay way, boolean urgent, Optional<LocalDate> neededOn, Told told, Instant askedAt,
      Instant dueAt) {}

  /**
   * What they said; empty once it is deleted.
   *
   * @param payee to whom it goes, where it is no cash
   */
  public record Told(Optional<Category> category, Taken taken, String payee, String words) {}

  /**
   * What two of the committee said.
   *
   * @param granted in minor units; 0 if they said no
   * @param answer their words, if they said no
   * @param code what whoever brings the cash is told; empty where it is no cash
   */
  public record Decision(Instant at, long granted, Optional<Because> because, String answer, String code) {}

  /** What was asked for; 0 before it was sent. */
  public long asked() { return wish.map(Wish::amount).orElse(0L); }

  /** What was granted; 0 if nothing was. */
  public long granted() { return decision.map(Decision::granted).orElse(0L); }

  /** Whether the committee still decides on it. */
  public boolean open() { return state == State.OPEN; }

  /** Whether two others could decide anew: it was declined or granted in part, and is no appeal itself. */
  public boolean leavesSomething() {
    boolean decided = state == State.DECLINED || state == State.GRANTED || state == State.PAID;
    return decided && appealOf.isEmpty() && granted() < asked();
  }
}
