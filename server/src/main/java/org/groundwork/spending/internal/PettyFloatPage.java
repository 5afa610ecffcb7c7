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
 * One float: what should be in it, what went in and out, and the count by two.
 *
 * @param countedOn when a first person counted it
 * @param off what two counts are away from what should be in it, where that needs a reason
 * @param toCount whether two have to count it before anything is put in
 * @param onlyBack whether what is in it can only be given back
 * @param said what just happened, as a message key; may be empty
 */
public record PettyFloatPage(PettyCashPage.Row row, List<Move> moves, boolean keeps, boolean counts,
    Optional<LocalDate> countedOn, boolean countedByReader, Optional<Money> off, boolean toCount, boolean onlyBack,
    PettyForm form, FormErrors errors, String said) implements View {
  public PettyFloatPage { moves = List.copyOf(moves); }

  /** Whether somebody wanted to undo something just now, and was refused: it is said there. */
  public boolean refused(Move move) {
    return errors.any() && move.undoes() && move.id().toString().equals(form.move());
  }

  /** Whether it is said there for any of them. */
  public boolean undoRefused() {
    return moves.stream().anyMatch(this::refused);
  }

  /** What the counts are away, without its sign. */
  public Money offBy() {
    var by = off.orElseThrow();
    return new Money(Math.absExact(by.minor()), by.currency());
  }

  /**
   * Something that went in or out.
   *
   * @param on what it was spent on; may be empty
   * @param in whether it went in
   * @param amount without its sign
   * @param undone whether it was a mistake, and another undoes it
   * @param undoes whether the reader may undo it
   */
  public record Move(UUID id, String kind, LocalDate day, String on, String what, boolean in, Money amount,
      List<FileStore.Kept> papers, boolean undone, boolean undoes) {
    public Move { papers = List.copyOf(papers); }
  }
}
