// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike.internal;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.strike.Happening;
import org.groundwork.strike.Happenings;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a unit, as typed.
 *
 * @param once makes sure that a form sent twice is written down once
 * @param instead what was written down wrong, and is crossed out for it; may be empty
 */
public record NoteForm(@Nullable String once, @Nullable String kind, @Nullable String on, @Nullable String what,
    @Nullable String amount, @Nullable String until, @Nullable String instead) {
  private static final int LONGEST = 1000;

  static NoteForm blank(UUID once, Happening.Kind kind, LocalDate today) {
    return new NoteForm(once.toString(), kind.key(), today.toString(), "", "", "", "");
  }

  /** What was written down, to be put right. */
  static NoteForm of(UUID once, Happening told, Locale locale) {
    String id = told.id().toString();
    String on = told.on().toString();
    return switch (told) {
      case Happening.Payment payment -> new NoteForm(once.toString(), Happening.Kind.PAYMENT.key(), on, "",
          payment.amount().plain(locale), "", id);
      case Happening.Repair repair ->
        new NoteForm(once.toString(), Happening.Kind.REPAIR.key(), on, repair.what(), "", "", id);
      case Happening.Offer offer -> new NoteForm(once.toString(), Happening.Kind.OFFER.key(), on, offer.what(),
          offer.amount().map(sum -> sum.plain(locale)).orElse(""),
          offer.until().map(LocalDate::toString).orElse(""), id);
    };
  }

  /** The same as a line of its own: what it was to put right stands no more. */
  NoteForm alone() {
    return new NoteForm(once, kind, on, what, amount, until, "");
  }

  /** Whether it puts something right. */
  public boolean rights() { return StrikeTyped.id(instead).isPresent(); }

  Optional<Happenings.New> read(FormErrors errors, Happening.Kind is, StrikeTyped.Spelling spelling, LocalDate today) {
    var day = errors.day("on", on, today.minusYears(2), today);
    boolean payment = is == Happening.Kind.PAYMENT;
    boolean offer = is == Happening.Kind.OFFER;
    String words = payment ? "" : errors.required("what", what, LONGEST);
    Optional<Money> sum = payment
        ? StrikeTyped.money(errors, "amount", amount, spelling)
        : offer ? StrikeTyped.optionalMoney(errors, "amount", amount, spelling) : Optional.empty();
    Optional<LocalDate> last = offer
        ? errors.optionalDay("until", until, today.minusYears(2), today.plusYears(2))
        : Optional.empty();
    return errors.any()
        ? Optional.empty()
        : Optional.of(new Happenings.New(is, day.orElseThrow(), words, sum, last));
  }
}
