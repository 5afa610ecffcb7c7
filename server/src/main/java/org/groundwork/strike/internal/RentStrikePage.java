// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike.internal;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;
import org.groundwork.strike.Happening;
import org.groundwork.strike.Happenings;
import org.groundwork.strike.Hearing;
import org.groundwork.strike.MonthlySums;
import org.groundwork.strike.Strike;

/**
 * A rent strike. Everybody of the local reads how many units withhold and the sum of a month; its organisers every unit,
 * a steward those of their own people.
 *
 * @param homes how many units withhold now; once their rows were deleted, how many did
 * @param total what all of them have withheld; for organisers
 * @param units those within the reader's reach
 * @param offers to one home alone, within the reader's reach, that nobody answered yet
 * @param own homes of which the reader is the contact and that they do not read otherwise
 * @param mayAdd whether the reader writes units down
 * @param legalBy who wrote the local legal note
 */
public record RentStrikePage(StrikeAt at, BeginForm form, int homes, Optional<Money> total, List<UnitRow> units,
    List<MonthlySums.Month> months, List<PaperRow> papers, List<Hearing> hearings, List<Happenings.Waiting> offers,
    List<OwnHome> own, boolean mayAdd, String legalBy, FormErrors errors, ZoneId zone) implements View {

  public RentStrikePage {
    units = List.copyOf(units);
    months = List.copyOf(months);
    papers = List.copyOf(papers);
    hearings = List.copyOf(hearings);
    offers = List.copyOf(offers);
    own = List.copyOf(own);
  }

  /** The reader's own home, for whoever is its contact: where it is heard, and what was offered to it alone. */
  public record OwnHome(String label, List<Hearing> hearings, List<Happening.Offer> offers) {
    public OwnHome {
      hearings = List.copyOf(hearings);
      offers = List.copyOf(offers);
    }
  }

  /** Whether the number of units may be shown to those who may not see them. */
  public boolean countShown() {
    return at.runs() || homes == 0 || homes >= MonthlySums.LEAST;
  }

  /** Whether sums over all units may be shown to those who may not see them. */
  public boolean sumsShown() {
    return at.runs() || homes >= MonthlySums.LEAST;
  }

  public Optional<Strike.Agreement> agreement() { return at.strike().flatMap(Strike::agreement); }
}
