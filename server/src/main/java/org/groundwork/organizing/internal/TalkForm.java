// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.DayOfWeek;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.groundwork.organizing.Conversation;
import org.groundwork.organizing.OpenAsks;
import org.groundwork.organizing.Outcome;
import org.groundwork.organizing.Reply;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.web.FormErrors;
import org.jspecify.annotations.Nullable;

/**
 * What came of a knock, as typed.
 *
 * @param id made with the page, so that sending twice counts once
 * @param who a person's identifier, {@code new} for somebody not known yet, or empty
 * @param ask which of the open asks, as {@code kind:identifier}
 * @param from where to go on afterwards: {@code mine} for one's own people, else the doors
 */
public record TalkForm(@Nullable String id, @Nullable String unit, @Nullable String outcome, @Nullable String who,
    @Nullable String name, @Nullable String issue, @Nullable String ask, @Nullable String reply,
    @Nullable String atLeast, @Nullable String prepared, @Nullable String note, @Nullable String next,
    @Nullable String nextOn, @Nullable String back, @Nullable String backAt, @Nullable String language,
    @Nullable String from) {
  static final int LONGEST_NOTE = 1000;
  static final int LONGEST_NAME = 120;

  /** The refusal of an answer to what is not asked any more. */
  static final String ASK_OVER = "talk.ask.over";

  /** A form shown the first time. */
  static TalkForm blank(UUID id, String unit, String outcome, String who, String from) {
    return new TalkForm(id.toString(), unit, outcome, who, "", "", "", "", "", "", "", "", "", "", "", "", from);
  }

  /**
   * What a form's texts are held against.
   *
   * @param held when it was said: "tomorrow" is the day after that, however late it is handed over
   */
  record Context(ZoneId zone, Instant held, List<OpenAsks.Ask> asks, List<String> issues) {}

  Optional<UUID> readId() { return uuid(id); }

  Optional<UUID> readUnit() { return uuid(unit); }

  Optional<UUID> readWho() { return uuid(who); }

  /** What was asked, as the form names it. */
  Optional<SubjectRef> readAsk() {
    String named = ask == null ? "" : ask;
    int colon = named.indexOf(':');
    return colon < 1
        ? Optional.empty()
        : uuid(named.substring(colon + 1)).map(asked -> new SubjectRef(named.substring(0, colon), asked));
  }

  /** The same without an answer: what is asked now is something else than what was answered. */
  TalkForm unanswered() {
    return new TalkForm(id, unit, outcome, who, name, issue, "", "", "", prepared, note, next, nextOn, back, backAt,
        language, from);
  }

  boolean isNew() { return "new".equals(who); }

  boolean fromMine() { return "mine".equals(from); }

  Optional<Outcome> readOutcome() { return Outcome.of(outcome == null ? "" : outcome); }

  boolean has(@Nullable String field, String value) { return value.equals(field); }

  static Optional<UUID> uuid(@Nullable String typed) {
    try {
      return typed == null || typed.length() != 36 ? Optional.empty() : Optional.of(UUID.fromString(typed));
    } catch (IllegalArgumentException notOne) {
      return Optional.empty();
    }
  }

  /** When to come back; refused beside its field. */
  Conversation.Back readBack(FormErrors errors, Context context) {
    String speaks = errors.optional("language", language, 40);
    if (readOutcome().orElse(null) != Outcome.COME_BACK) {
      return new Conversation.Back(Optional.empty(), Optional.of(speaks).filter(text -> !text.isEmpty()));
    }
    LocalDate today = LocalDate.ofInstant(context.held(), context.zone());
    LocalDateTime at = switch (back == null ? "" : back) {
      case "today" -> today.atTime(EVENING);
      case "tomorrow" -> today.plusDays(1).atTime(EVENING);
      case "saturday" -> today.with(TemporalAdjusters.next(DayOfWeek.SATURDAY)).atTime(LATE_MORNING);
      default -> typedTime(errors, today);
    };
    return new Conversation.Back(Optional.of(at.atZone(context.zone()).toInstant()), Optional.empty());
  }

  private static final LocalTime EVENING = LocalTime.of(19, 0);
  private static final LocalTime LATE_MORNING = LocalTime.of(11, 0);
  private static final int DAYS_AHEAD = 90;

  private LocalDateTime typedTime(FormErrors errors, LocalDate today) {
    try {
      var at = LocalDateTime.parse(backAt == null ? "" : backAt);
      if (at.toLocalDate().isBefore(today) || at.toLocalDate().isAfter(today.plusDays(DAYS_AHEAD))) {
        errors.refuse("backAt", "talk.back.range", DAYS_AHEAD);
      }
      return at;
    } catch (DateTimeParseException notATime) {
      errors.refuse("back", "talk.back.choose");
      return today.atTime(EVENING);
    }
  }

  /** What was talked about; refused field by field. */
  Conversation.Talk readTalk(FormErrors errors, Context context) {
    if (readOutcome().orElse(null) != Outcome.TALKED) {
      return Conversation.Talk.none();
    }
    String wrong = issue == null ? "" : issue;
    if (!wrong.isEmpty() && !context.issues().contains(wrong)) {
      errors.refuse("issue", "form.choose");
    }
    return new Conversation.Talk(Optional.of(wrong).filter(text -> !text.isEmpty()), readAnswer(errors, context),
        prepared != null && !prepared.isEmpty(), errors.optional("note", note, LONGEST_NOTE),
        readNext(errors, context));
  }

  private Optional<Conversation.Answer> readAnswer(FormErrors errors, Context context) {
    var said = Reply.of(reply == null ? "" : reply);
    if (said.isEmpty()) {
      return Optional.empty();
    }
    var asked = context.asks()
        .stream()
        .filter(open -> open.word().equals(ask))
        .findFirst();
    if (asked.isEmpty()) {
      errors.refuse("reply", ASK_OVER);
      return Optional.empty();
    }
    boolean conditional = said.get() == Reply.YES_IF;
    int most = asked.get().of().orElse(0);
    if (conditional && most == 0) {
      errors.refuse("reply", "form.choose");
    }
    return Optional.of(new Conversation.Answer(asked.get().ref(), said.get(), conditional && most > 0
        ? OptionalInt.of(errors.number("atLeast", atLeast, 1, most))
        : OptionalInt.empty()));
  }

  private Optional<Conversation.Next> readNext(FormErrors errors, Context context) {
    String step = errors.optional("next", next, 200);
    String day = nextOn == null ? "" : nextOn.strip();
    if (day.isEmpty()) {
      return step.isEmpty() ? Optional.empty() : Optional.of(new Conversation.Next(step, Optional.empty()));
    }
    if (step.isEmpty()) {
      errors.refuse("next", "talk.next.what");
      return Optional.empty();
    }
    try {
      var on = LocalDate.parse(day);
      LocalDate today = LocalDate.ofInstant(context.held(), context.zone());
      if (on.isBefore(today) || on.isAfter(today.plusYears(1))) {
        errors.refuse("nextOn", "talk.next.range");
      }
      return Optional.of(new Conversation.Next(step, Optional.of(on)));
    } catch (DateTimeParseException notADay) {
      errors.refuse("nextOn", "form.date");
      return Optional.empty();
    }
  }
}
