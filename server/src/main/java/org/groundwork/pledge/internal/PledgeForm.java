// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.pledge.internal;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.groundwork.organizing.Reply;
import org.groundwork.platform.web.FormErrors;
import org.jspecify.annotations.Nullable;

/**
 * An answer, as typed.
 *
 * @param initial the first letter of the person's name, by which they confirm
 * @param steward ticked where the steward confirms for them
 */
public record PledgeForm(@Nullable String reply, @Nullable String atLeast, @Nullable String initial,
    @Nullable String steward) {
  /** What can be answered on a card; a plain no is written down in a talk. */
  private static final Set<Reply> ANSWERS = Set.of(Reply.YES, Reply.YES_IF, Reply.NOT_YET);
  private static final int LONGEST_INITIAL = 10;

  /** Nothing chosen: an answer that is there is never shown. */
  static PledgeForm blank() {
    return new PledgeForm("", "", "", "");
  }

  /** Whether an answer was chosen at all. */
  public boolean chosen() { return reply != null && !reply.isEmpty(); }

  /** The answer that was chosen. */
  record Chosen(Reply reply, OptionalInt atLeast) {}

  /** Reads the answer; a number is at most {@code most}. */
  Optional<Chosen> read(FormErrors errors, OptionalInt most) {
    var said = Reply.of(reply == null ? "" : reply)
        .filter(ANSWERS::contains)
        .filter(answer -> answer != Reply.YES_IF || most.isPresent());
    if (said.isEmpty()) {
      errors.refuse("reply", "form.choose");
      return Optional.empty();
    }
    var number = said.get() == Reply.YES_IF
        ? OptionalInt.of(errors.number("atLeast", atLeast, 1, most.orElse(1)))
        : OptionalInt.empty();
    return errors.any() ? Optional.empty() : Optional.of(new Chosen(said.get(), number));
  }

  /** Whether somebody confirmed: the person with an initial, or the steward. */
  void confirmed(FormErrors errors) {
    String letter = errors.optional("initial", initial, LONGEST_INITIAL);
    if (letter.isEmpty() && !"yes".equals(steward)) {
      errors.refuse("initial", "pledge.confirm.needed");
    }
  }
}
