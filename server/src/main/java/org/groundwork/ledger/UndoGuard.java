// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.ledger;

import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;

/** What relies on an entry, and who is told when one person undid it. Runs inside the caller's transaction. */
public final class UndoGuard {
  private final ObjectProvider<Pinned> pins;
  private final ObjectProvider<LetOut> told;
  private final AccountDays days;

  UndoGuard(ObjectProvider<Pinned> pins, ObjectProvider<LetOut> told, AccountDays days) {
    this.days = days;
    this.pins = pins;
    this.told = told;
  }

  /** Whether something relies on an entry, such as a line of the bank, so that it is not undone before that lets go of it. */
  public boolean pinned(UUID entry) {
    return pins.stream().anyMatch(each -> each.pinned(entry));
  }

  /** Whoever else lets money out by their word waits from now on; called before anything is held. */
  public void oneByOne() {
    days.oneByOne();
  }

  /** Tells that one person undid something by an entry. */
  public void undone(UUID entry) {
    told.forEach(each -> each.undone(entry));
  }
}
