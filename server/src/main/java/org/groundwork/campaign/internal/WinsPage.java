// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign.internal;

import java.util.List;
import java.util.Optional;
import org.groundwork.campaign.Campaign;
import org.groundwork.campaign.Wins;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.web.View;
import org.groundwork.target.TargetKind;

/**
 * The record of what fights came to: figures, and the rows behind each below them.
 *
 * @param all every demand that is settled
 * @param rows those of the figure that was tapped
 * @param runs whether the reader runs fights, and so may read what they taught
 */
public record WinsPage(List<Wins.Ended> all, List<Row> rows, Figure figure, Optional<TargetKind> kind,
    List<TargetKind> kinds, boolean runs) implements View {
  public WinsPage {
    all = List.copyOf(all);
    rows = List.copyOf(rows);
  }

  /**
   * A demand.
   *
   * @param runs whether the reader runs its fight, and so reads what was settled and for how much each
   */
  public record Row(Wins.Ended ended, boolean runs) {
    /** What was promised, as far as the reader reads it. */
    public Optional<Wins.Promise> promise() {
      return runs ? ended.promise() : Optional.empty();
    }
  }

  /**
   * The figure whose rows are shown; all of them are if it says nothing.
   *
   * @param money those that came to money
   */
  public record Figure(Optional<Campaign.Result> result, Optional<Wins.Kept> kept, boolean money) {
    boolean counts(Wins.Ended ended) {
      return (result.isEmpty() || result.get() == ended.outcome().result())
          && (kept.isEmpty() || kept.equals(ended.kept()))
          && (!money || ended.outcome().value().isPresent());
    }

    /** Whether only some of the demands are shown. */
    public boolean some() {
      return result.isPresent() || kept.isPresent() || money;
    }

    /** The message key of what is shown. */
    public String key() {
      return result.map(one -> "outcome.result." + one.key())
          .or(() -> kept.map(one -> "kept." + one.key()))
          .orElse("wins.money");
    }
  }

  /** How many demands ended so. */
  public long count(Campaign.Result how) {
    return all.stream().filter(e -> e.outcome().result() == how).count();
  }

  /** Of how many that were won it is known, or not known yet, whether they are kept. */
  public long promises(Wins.Kept kept) {
    return all.stream().filter(e -> e.kept().filter(kept::equals).isPresent()).count();
  }

  /** The money that was won, one sum for each currency. */
  public List<Money> sums() { return Wins.sums(all); }
}
