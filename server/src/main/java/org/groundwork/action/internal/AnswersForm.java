// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action.internal;

import java.util.ArrayList;
import java.util.List;
import org.groundwork.action.March;
import org.groundwork.platform.web.FormErrors;
import org.jspecify.annotations.Nullable;

/**
 * Our answers to what they may reply, as typed.
 *
 * @param rehearsed the replies that were rehearsed, by their keys
 * @param on the day of the rehearsal
 */
public record AnswersForm(@Nullable String version, @Nullable String refuses, @Nullable String aside,
    @Nullable String police, @Nullable String half, @Nullable List<String> rehearsed, @Nullable String on) {
  private static final int LONGEST = 1_000;

  /** What is written down; what nobody wrote yet is left open, for what we propose. */
  static AnswersForm of(March march) {
    return new AnswersForm(Long.toString(march.version()), text(march, March.Reply.REFUSES),
        text(march, March.Reply.ASIDE), text(march, March.Reply.POLICE), text(march, March.Reply.HALF),
        march.answers().stream().filter(March.Answer::rehearsed).map(answer -> answer.reply().key()).toList(),
        march.rehearsal().map(held -> held.on().toString()).orElse(""));
  }

  private static @Nullable String text(March march, March.Reply reply) {
    return march.answer(reply).map(March.Answer::answer).orElse(null);
  }

  /** What was typed as the answer to a reply; absent where nothing was, and we propose something. */
  public @Nullable String answer(March.Reply reply) {
    return switch (reply) {
      case REFUSES -> refuses;
      case ASIDE -> aside;
      case POLICE -> police;
      case HALF -> half;
    };
  }

  /** Whether it was ticked that a reply was rehearsed. */
  public boolean ticked(March.Reply reply) {
    return rehearsed != null && rehearsed.contains(reply.key());
  }

  List<March.Answer> read(FormErrors errors) {
    var answers = new ArrayList<March.Answer>();
    for (March.Reply reply : March.Reply.values()) {
      answers.add(new March.Answer(reply, errors.required(reply.key(), answer(reply), LONGEST), ticked(reply)));
    }
    return answers;
  }

  AnswersForm over(March now) {
    return new AnswersForm(Long.toString(now.version()), refuses, aside, police, half, rehearsed, on);
  }
}
