// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending;

import java.util.List;
import java.util.Optional;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.web.NextStep;
import org.groundwork.treasury.MoneyDoor;

/** What waits for somebody: to be said yes to, released, paid, confirmed, mended. */
public final class WaitingPayouts {
  private static final int MOST = 50;
  private static final int TO_MEND = 62;
  private static final int TO_PAY = 60;
  private static final int TO_DECIDE = 58;
  private final Payouts payouts;
  private final Paying paying;
  private final Appropriations appropriations;

  WaitingPayouts(Payouts payouts, Paying paying, Appropriations appropriations) {
    this.payouts = payouts;
    this.paying = paying;
    this.appropriations = appropriations;
  }

  /** What somebody may do something about, each list with the oldest first. */
  public record Waiting(List<Payout> toDecide, List<Payout> toRelease, List<Payout> toPay, List<Payout> others) {
    public Waiting {
      toDecide = List.copyOf(toDecide);
      toRelease = List.copyOf(toRelease);
      toPay = List.copyOf(toPay);
      others = List.copyOf(others);
    }

    /** How many somebody can do something about. */
    public int count() {
      return toDecide.size() + toRelease.size() + toPay.size();
    }
  }

  /** What is open, by what the reader can do about it. */
  public Waiting of(Caller.Actor reader) {
    List<Payout> open = payouts.open();
    boolean decides = reader.mayEverywhere(Power.APPROVE_MONEY);
    boolean pays = reader.mayEverywhere(Power.KEEP_MONEY);
    var toDecide = open.stream()
        .filter(each -> decides && each.stage() instanceof Stage.Asked && !each.concerns(reader.person()))
        .toList();
    var toRelease = open.stream()
        .filter(each -> decides && paying.needsRelease(each) && paying.mayRelease(reader.person(), each))
        .toList();
    var toPay = open.stream()
        .filter(each -> pays && each.stage() instanceof Stage.Approved && !paying.needsRelease(each))
        .toList();
    var others = open.stream()
        .filter(each -> !toDecide.contains(each) && !toRelease.contains(each) && !toPay.contains(each))
        .toList();
    return new Waiting(toDecide, toRelease, toPay, others);
  }

  Optional<MoneyDoor.Waiting> said(Caller.Actor reader) {
    if (!reader.mayEverywhere(Power.APPROVE_MONEY)) {
      return Optional.empty();
    }
    int count = of(reader).count();
    return count == 0
        ? Optional.empty()
        : Optional.of(new MoneyDoor.Waiting("spending.door.waiting", List.of(count)));
  }

  Optional<MoneyDoor.Waiting> toConfirm(Caller.Actor reader) {
    long count = confirmable(reader);
    return count == 0
        ? Optional.empty()
        : Optional.of(new MoneyDoor.Waiting("appropriations.door.waiting", List.of(count)));
  }

  private long confirmable(Caller.Actor reader) {
    return reader.mayEverywhere(Power.APPROVE_MONEY)
        ? appropriations.all()
            .stream()
            .filter(each -> each.state() == Appropriation.State.RECORDED && !each.recordedBy().equals(reader.person()))
            .count()
        : 0;
  }

  /** What somebody should do first. */
  Optional<NextStep.Step> next(Caller.Actor reader) {
    Optional<NextStep.Step> mend = payouts.of(reader.person(), MOST)
        .stream()
        .filter(each -> each.stage() instanceof Stage.SentBack && each.asked(reader.person()))
        .findFirst()
        .map(each -> new NextStep.Step(TO_MEND, "spending.step.mend", "spending.step.mend.detail", List.of(),
            "spending/" + each.id(), "spending.step.mend.action"));
    return mend.or(() -> reader.mayEverywhere(Power.APPROVE_MONEY) ? ofOfficer(reader) : Optional.empty());
  }

  private Optional<NextStep.Step> ofOfficer(Caller.Actor reader) {
    Waiting waiting = of(reader);
    int decide = waiting.toDecide().size() + waiting.toRelease().size();
    if (!waiting.toPay().isEmpty()) {
      return Optional.of(step(TO_PAY, "pay", waiting.toPay().size(), "spending"));
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
