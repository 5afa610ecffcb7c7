// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll.internal;

import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.roll.SafeContact;
import org.jspecify.annotations.Nullable;

/**
 * How somebody may be reached, as typed; a checkbox says {@code on}.
 *
 * @param from the first time of day, such as 18:00; empty with {@code until} for any time
 * @param door only in person, whatever else is ticked
 */
public record SafeContactForm(@Nullable String version, @Nullable String call, @Nullable String text,
    @Nullable String mail, @Nullable String from, @Nullable String until, @Nullable String neutral,
    @Nullable String voicemail, @Nullable String note, @Nullable String door) {

  static SafeContactForm of(SafeContact.Rules rules) {
    var hours = rules.hours().stream().findFirst();
    return new SafeContactForm(Long.toString(rules.version()), on(rules.channels().contains(SafeContact.Channel.CALL)),
        on(rules.channels().contains(SafeContact.Channel.TEXT)),
        on(rules.channels().contains(SafeContact.Channel.MAIL)),
        hours.map(h -> h.from().toString()).orElse(""), hours.map(h -> h.until().toString()).orElse(""),
        on(rules.neutral()), on(rules.voicemail()), rules.note(), on(rules.channels().isEmpty()));
  }

  /** The same answers over newer rules. */
  SafeContactForm over(SafeContact.Rules now) {
    return new SafeContactForm(Long.toString(now.version()), call, text, mail, from, until, neutral, voicemail, note,
        door);
  }

  /** Whether the box of a channel is ticked. */
  public boolean has(SafeContact.Channel channel) {
    return switch (channel) {
      case CALL -> "on".equals(call);
      case TEXT -> "on".equals(text);
      case MAIL -> "on".equals(mail);
    };
  }

  Optional<SafeContact.Rules> read(FormErrors errors) {
    var channels = EnumSet.noneOf(SafeContact.Channel.class);
    for (var channel : SafeContact.Channel.values()) {
      if (has(channel) && !"on".equals(door)) {
        channels.add(channel);
      }
    }
    var begin = time("from", from, errors);
    var end = time("until", until, errors);
    if (begin.isPresent() != end.isPresent()) {
      errors.refuse(begin.isPresent() ? "until" : "from", "safe.hours.both");
    }
    if (begin.isPresent() && begin.equals(end)) {
      errors.refuse("until", "safe.hours.same");
    }
    String remark = errors.optional("note", note, 300);
    if (errors.any()) {
      return Optional.empty();
    }
    List<SafeContact.Hours> hours = begin.isPresent() && end.isPresent()
        ? List.of(new SafeContact.Hours(begin.get(), end.get()))
        : List.of();
    long read = version != null && version.matches("\\d{1,18}") ? Long.parseLong(version) : 0;
    return Optional.of(new SafeContact.Rules(read, channels, hours, "on".equals(neutral), "on".equals(voicemail),
        remark));
  }

  private static Optional<LocalTime> time(String field, @Nullable String typed, FormErrors errors) {
    String text = errors.optional(field, typed, 8).replace('.', ':').replaceFirst("(?i)h$", ":00").replace('h', ':');
    if (text.isEmpty()) {
      return Optional.empty();
    }
    String padded = text.matches("\\d{1,2}") ? text + ":00" : text;
    if (!padded.matches("([01]?\\d|2[0-3]):[0-5]\\d")) {
      errors.refuse(field, "safe.hours.unread");
      return Optional.empty();
    }
    return Optional.of(LocalTime.parse(padded.length() == 4 ? "0" + padded : padded));
  }

  private static String on(boolean ticked) { return ticked ? "on" : ""; }
}
