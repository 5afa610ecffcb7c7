// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.banking.BankAccount;
import org.groundwork.banking.BankLine;
import org.groundwork.banking.BankLines;
import org.groundwork.banking.Proposal;
import org.groundwork.banking.Settlement;
import org.groundwork.platform.web.View;

/**
 * Lines of an account: those that wait for somebody with what they may be for, or all of them.
 *
 * @param open whether only those that wait are shown
 * @param openInAll how many wait
 * @param names of accounts and funds of the books
 * @param done how many were just confirmed
 * @param missed how many of those that were to be confirmed were not
 * @param next behind which line the next page begins
 * @param once identifies the form that confirms all that are sure
 */
public record LinesPage(BankAccount account, boolean open, int openInAll, List<Row> rows, Map<UUID, String> names,
    int done, int missed, Optional<BankLines.After> next, boolean keeps, UUID once) implements View {

  public LinesPage {
    rows = List.copyOf(rows);
    names = Map.copyOf(names);
  }

  /**
   * A line.
   *
   * @param proposals the likeliest first
   * @param now what it was taken for
   */
  public record Row(BankLine line, List<Proposal> proposals, Optional<Settlement> now) {
    public Row { proposals = List.copyOf(proposals); }

    /** The likeliest, if it is sure. */
    public Optional<Proposal> sure() {
      return proposals.stream().findFirst().filter(Proposal::sure);
    }
  }

  /** How many of those shown may be confirmed at once. */
  public long sure() {
    return rows.stream().filter(row -> row.sure().isPresent()).count();
  }

  /** An account or a fund of the books. */
  public String name(UUID id) { return names.getOrDefault(id, ""); }
}
