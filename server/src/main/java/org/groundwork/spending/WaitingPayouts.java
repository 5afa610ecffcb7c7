// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.web.NextStep;
import org.groundwork.treasury.MoneyDoor;

/** What waits for somebody: to be said yes to, released, paid, confirmed, mended. */
public final class WaitingPayouts {
  /** So many of each part are on one page. */
  public static final int ON_PAGE = 50;
  private static final int OWN = 50;
  private static final int TO_MEND = 62;
  private static final int TO_PAY = 60;
  private static final int TO_DECIDE = 58;
  private final Payouts payouts;
  private final WaitingRows rows;
  private final Appropriations appropriations;

  WaitingPayouts(Payouts payouts, WaitingRows rows, Appropriations appropriations) {
    this.payouts = payouts;
    this.rows = rows;
    this.appropriations = appropriations;
  }

  /** What somebody can do about an open payment; each is in one part. */
  public enum Part {
    PAY, DECIDE, RELEASE,
    /** Nothing: others can. */
    OTHERS;

    /** As addresses and message keys have it. */
    public String key() { return name().toLowerCase(Locale.ROOT); }

    /** The part of a name; empty if there is none. */
    public static Optional<Part> known(String key) {
      return Stream.of(values()).filter(each -> each.key().equals(key)).findFirst();
    }
  }

  /** How many open payments are in each part for a reader. */
  public Map<Part, Integer> counts(Caller.Actor reader) {
    return Map.copyOf(rows.counts(reader));
  }

  /**
   * Those of one part, the oldest first; at most {@value #ON_PAGE}.
   *
   * @param after the last one of the page before; empty for the first page
   */
  public List<Payout> some(Caller.Actor reader, Part part, Optional<UUID> after) {
    return payouts.some(rows.some(reader, part, after, ON_PAGE));
  }

  Optional<MoneyDoor.Waiting> said(Caller.Actor reader) {
    if (!reader.mayEverywhere(Power.APPROVE_MONEY)) {
      return Optional.empty();
    }
    var counts = counts(reader);
    int count = counts.getOrDefault(Part.PAY, 0) + toDecide(counts);
    return count == 0
        ? Optional.empty()
        : Optional.of(new MoneyDoor.Waiting("spending.door.waiting", List.of(count)));
  }

  private static int toDecide(Map<Part, Integer> counts) {
    return counts.getOrDefault(Part.DECIDE, 0) + counts.getOrDefault(Part.RELEASE, 0);
  }

  Optional<MoneyDoor.Waiting> toConfirm(Caller.Actor reader) {
    long count = confirmable(reader);
    return count == 0
        ? Optional.empty()
        : Optional.of(new MoneyDoor.Waiting("appropriations.door.waiting", List.of(count)));
  }

  private long confirmable(Caller.Actor reader) {
    return reader.mayEverywhere(Power.APPROVE_MONEY) ? appropriations.toConfirm(reader.person()) : 0;
  }

  /** What somebody should do first. */
  Optional<NextStep.Step> next(Caller.Actor reader) {
    Optional<NextStep.Step> mend = payouts.of(reader.person(), OWN)
        .stream()
        .filter(each -> each.stage() instanceof Stage.SentBack && each.asked(reader.person()))
        .findFirst()
        .map(each -> new NextStep.Step(TO_MEND, "spending.step.mend", "spending.step.mend.detail", List.of(),
            "spending/" + each.id(), "spending.step.mend.action"));
    return mend.or(() -> reader.mayEverywhere(Power.APPROVE_MONEY) ? ofOfficer(reader) : Optional.empty());
  }

  private Optional<NextStep.Step> ofOfficer(Caller.Actor reader) {
    var waiting = counts(reader);
    int pay = waiting.getOrDefault(Part.PAY, 0);
    int decide = toDecide(waiting);
    if (pay > 0) {
      return Optional.of(step(TO_PAY, "pay", pay, "spending"));
    }
    if (decide > 0) {
      return Optional.of(step(TO_DECIDE, "decide", decide, "spending"));
    }
    long confirm = confirmable(reader);
    return confirm == 0
        ? Optional.empty()
        : Optional.of(step(TO_DECIDE, "confirm", confirm, "spending/appropriations"));
  }

  private static NextStep.Step step(int urgency, String what, long count, String path) {
    return new NextStep.Step(urgency, "spending.step." + what, "spending.step." + what + ".detail", List.of(count),
        path,
        "spending.step." + what + ".action");
  }
}
