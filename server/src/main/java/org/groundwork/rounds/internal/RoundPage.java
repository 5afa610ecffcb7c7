// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.rounds.internal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;
import org.groundwork.rounds.Block;
import org.groundwork.rounds.Round;
import org.groundwork.rounds.Visits;

/**
 * A round for whoever looks after it: how far it is, what was taken, which receipts, which phones.
 *
 * @param place empty where it is of no place
 * @param steward empty once they were forgotten
 * @param sum what the receipts come to; absent while the envelope is to be counted, and for whoever does not see sums
 * @param people empty for whoever does not read names
 * @param receipts their numbers in order, with those nobody used; empty for whoever does not see them
 * @param waiting what an officer looks at first
 * @param phones that carry numbers
 * @param corrections of counted receipts; empty for whoever does not see them
 * @param numbersShort whether not enough numbers are left to take it along
 */
public record RoundPage(Round round, RoundReader reader, String place, String steward, Visits.Progress progress,
    Optional<Money> sum, List<RoundRow> people, List<Receipt> receipts, List<Waiting> waiting, List<Phone> phones,
    List<Counted> counts, List<Corrected> corrections, boolean numbersShort, Planning planning, ZoneId zone,
    FormErrors errors) implements View {
  public RoundPage {
    people = List.copyOf(people);
    receipts = List.copyOf(receipts);
    waiting = List.copyOf(waiting);
    phones = List.copyOf(phones);
    counts = List.copyOf(counts);
    corrections = List.copyOf(corrections);
  }

  /** Whether a phone carries numbers and has not said that nothing is left on it. */
  public boolean phonesOut() {
    return phones.stream().anyMatch(phone -> phone.block().out());
  }

  /** Whether sums are told to nobody until two have counted. */
  public boolean sumsHidden() {
    return RoundsDesk.sumsHidden(round);
  }

  /**
   * One number.
   *
   * @param state as {@link org.groundwork.rounds.Taking.State}; {@code unused} and {@code out}, for one on a phone, beside it
   * @param amount absent where no money belongs to it, or sums are told to nobody
   * @param name who paid; empty where nobody is known, or for whoever does not read names
   * @param undo whether it can be put right here
   * @param correct whether it was counted and can be corrected
   */
  public record Receipt(Optional<UUID> taking, String number, String state, Optional<Money> amount, boolean cheque,
      Optional<LocalDate> on, String name, String note, boolean undo,
      boolean correct) {}

  /** A correction of a counted receipt; {@code state} as {@link org.groundwork.rounds.Correction.State}. */
  public record Corrected(UUID id, String number, String state, LocalDate on) {}

  /** Money that an officer looks at first; {@code said} is the number on the receipt. */
  public record Waiting(UUID taking, String said, String why, Money amount, boolean cheque, LocalDate on, String name,
      String by, boolean own) {}

  /** A phone that carries numbers. */
  public record Phone(Block block, String by, String first, String last) {}

  /** An envelope as it was counted; {@code more} or less by {@code off} than the receipts say. */
  public record Counted(LocalDate on, Money cash, Money cheques, String first, String second, boolean right,
      String reason, Optional<UUID> entry) {}

  /**
   * Who goes, and who is on it.
   *
   * @param found people who can be added; absent before somebody looked
   */
  public record Planning(List<NewRoundPage.Steward> stewards, String search,
      Optional<List<NewRoundPage.Steward>> found) {
    /** Nobody can be chosen. */
    static Planning none() { return new Planning(List.of(), "", Optional.empty()); }

    public Planning {
      stewards = List.copyOf(stewards);
      found = found.map(List::copyOf);
    }
  }
}
