// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;

/**
 * Writes a calendar as RFC 5545 has it. Every moment is written in UTC, which needs no table of time zones and is the
 * same hour on the leaflet before and after the clocks change.
 */
final class CalendarText {
  /** The octets of a line, without its end (RFC 5545, section 3.1). */
  private static final int LINE = 75;
  private static final String END = "\r\n";
  private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
      .withZone(ZoneOffset.UTC);
  private final StringBuilder text = new StringBuilder();

  private CalendarText() {}

  /**
   * One entry.
   *
   * @param id the same for as long as the entry exists
   * @param revision higher whenever calendars must be told something new
   * @param changed when it was changed last
   * @param summary what the calendar shows
   * @param place empty for none
   */
  record Event(UUID id, int revision, Instant changed, Instant starts, Instant ends, String summary, String place,
      boolean cancelled) {}

  /** The calendar with these entries. */
  static String of(List<Event> events) {
    var calendar = new CalendarText();
    calendar.line("BEGIN:VCALENDAR");
    calendar.line("VERSION:2.0");
    calendar.line("PRODID:-//Dates//Dates 1//EN"); // names no product: it is shown on phones
    calendar.line("CALSCALE:GREGORIAN");
    calendar.line("METHOD:PUBLISH");
    events.forEach(calendar::event);
    calendar.line("END:VCALENDAR");
    return calendar.text.toString();
  }

  private void event(Event event) {
    line("BEGIN:VEVENT");
    line("UID:" + event.id());
    line("SEQUENCE:" + event.revision());
    line("DTSTAMP:" + UTC.format(event.changed()));
    line("DTSTART:" + UTC.format(event.starts()));
    line("DTEND:" + UTC.format(event.ends()));
    line("SUMMARY:" + escaped(event.summary()));
    if (!event.place().isEmpty()) {
      line("LOCATION:" + escaped(event.place()));
    }
    line("STATUS:" + (event.cancelled() ? "CANCELLED" : "CONFIRMED"));
    line("END:VEVENT");
  }

  /** Text as a value: what would end it, or begin another, is written out (RFC 5545, section 3.3.11). */
  static String escaped(String text) {
    var written = new StringBuilder();
    text.replace("\r\n", "\n").replace('\r', '\n').codePoints().forEach(c -> {
      switch (c) {
        case '\\' -> written.append("\\\\");
        case ';' -> written.append("\\;");
        case ',' -> written.append("\\,");
        case '\n' -> written.append("\\n");
        default -> {
          if (!Character.isISOControl(c) || c == '\t') {
            written.appendCodePoint(c);
          }
        }
      }
    });
    return written.toString();
  }

  /** A line, folded so that none has more than 75 octets and no letter is torn apart. */
  private void line(String content) {
    int octets = 0;
    for (int at = 0; at < content.length(); at += Character.charCount(content.codePointAt(at))) {
      String letter = Character.toString(content.codePointAt(at));
      int size = letter.getBytes(StandardCharsets.UTF_8).length;
      if (octets + size > LINE) {
        text.append(END).append(' ');
        octets = 1;
      }
      text.append(letter);
      octets += size;
    }
    text.append(END);
  }
}
