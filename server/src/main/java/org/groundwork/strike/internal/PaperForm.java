// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike.internal;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.strike.Notice;
import org.groundwork.strike.Notices;
import org.jspecify.annotations.Nullable;

/**
 * A paper that came, as typed.
 *
 * @param instead one that was written down wrong, and is crossed out for it; may be empty
 */
public record PaperForm(@Nullable String once, @Nullable String kind, @Nullable String received,
    @Nullable String answerBy, @Nullable String instead) {

  static PaperForm blank(UUID once, LocalDate today) {
    return new PaperForm(once.toString(), "", today.toString(), "", "");
  }

  /** A paper as it was written down, to be put right. */
  static PaperForm of(UUID once, Notice paper) {
    return new PaperForm(once.toString(), paper.kind().key(), paper.received().toString(),
        paper.answerBy().toString(), paper.id().toString());
  }

  /** The same as a paper of its own: what it was to put right stands no more. */
  PaperForm alone() {
    return new PaperForm(once, kind, received, answerBy, "");
  }

  /** Whether it puts something right. */
  public boolean rights() { return StrikeTyped.id(instead).isPresent(); }

  Optional<Notices.New> read(FormErrors errors, LocalDate today) {
    var what = StrikeTyped.choice(errors, "kind", kind, Notice.Kind::known);
    var came = errors.day("received", received, today.minusYears(2), today);
    var by = errors.day("answerBy", answerBy, today.minusYears(2), today.plusYears(2));
    return errors.any()
        ? Optional.empty()
        : Optional.of(new Notices.New(what.orElseThrow(), came.orElseThrow(), by.orElseThrow()));
  }
}
