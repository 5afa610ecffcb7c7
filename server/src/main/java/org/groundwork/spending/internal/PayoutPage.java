// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.files.FileStore;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/**
 * One payment: what it is for, how far it is, and what the reader can do with it.
 *
 * @param meanwhile whether somebody else did something with it first
 */
public record PayoutPage(PayoutLine line, About about, Can can, ActForm form, FormErrors errors, boolean meanwhile)
    implements
      View {

  /**
   * What is written down about it.
   *
   * @param hidden whether only whoever pays reads whose it is
   * @param wayTo where to, as long as it is not paid
   */
  public record About(String fund, String way, String wayTo, String noReceipt, boolean hidden,
      Optional<String> sentBack,
      Optional<Under> appropriation, List<FileStore.Kept> papers, List<Event> story) {
    public About {
      papers = List.copyOf(papers);
      story = List.copyOf(story);
    }
  }

  /**
   * A decision under which it leaves the fund.
   *
   * @param left what is left of it; empty where that is not said, or would tell the reader what few people got
   */
  public record Under(UUID id, String purpose, Optional<Money> left) {}

  /** Something that was done, on a day. */
  public record Event(LocalDate on, String key) {}

  /**
   * What the reader can do, and what would follow.
   *
   * @param enough whether as much is in the fund
   * @param held what is in the fund, for whoever reads all of the books
   * @param after what will be left, for the same
   * @param together what it counts for, with what else goes to the same payee for the same
   * @param decision whether it needs a decision of the members
   * @param decisions those that let so much out of the fund
   */
  public record Can(boolean mend, boolean decide, boolean release, boolean pay, boolean takeBack,
      boolean notPaid, boolean enough, Optional<Money> held, Optional<Money> after, Money together, boolean decision,
      List<Under> decisions) {
    public Can { decisions = List.copyOf(decisions); }

    /** Whether other papers count with it. */
    public boolean several(Money amount) {
      return together.minor() > amount.minor();
    }
  }
}
