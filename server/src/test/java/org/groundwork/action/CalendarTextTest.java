// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calendars as RFC 5545 has them. */
class CalendarTextTest {
  private static final UUID ID = UUID.fromString("0190b7a0-0000-7000-8000-000000000001");

  private static String written(Instant starts, String summary, String place) {
    return CalendarText.of(List.of(new CalendarText.Event(ID, 3, Instant.EPOCH, starts, starts.plusSeconds(3600),
        summary, place, false)));
  }

  /** The same hour on the leaflet is another hour in UTC after the clocks have changed. */
  @ParameterizedTest
  @CsvSource({"America/New_York, 2026-03-07T18:30, 20260307T233000Z",
      "America/New_York, 2026-03-08T18:30, 20260308T223000Z",
      "America/New_York, 2026-10-31T18:30, 20261031T223000Z", "America/New_York, 2026-11-01T18:30, 20261101T233000Z",
      "Europe/Madrid, 2026-03-28T18:30, 20260328T173000Z", "Europe/Madrid, 2026-03-29T18:30, 20260329T163000Z",
      "Europe/Madrid, 2026-10-24T18:30, 20261024T163000Z", "Europe/Madrid, 2026-10-25T18:30, 20261025T173000Z"})
  void keepsTheHourOnTheLeafletOverAChangeOfTheClocks(String zone, String local, String utc) {
    var starts = LocalDateTime.parse(local).atZone(ZoneId.of(zone)).toInstant();
    assertThat(written(starts, "Appointment", "")).contains("DTSTART:" + utc + "\r\n");
  }

  @Test
  void foldsLinesAtSeventyFiveOctetsAndTearsNoLetter() {
    String summary = "¿Quién viene? 🦓 ".repeat(30).strip();
    String text = written(Instant.EPOCH, summary, "");
    for (String line : text.split("\r\n", -1)) {
      assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75);
      assertThat(line).as("a torn letter").doesNotContain("\uFFFD").doesNotMatch(".*[\uD800-\uDBFF]$");
    }
    assertThat(text.replace("\r\n ", "")).contains("SUMMARY:" + summary + "\r\n");
    assertThat(text).doesNotContainPattern("(?<!\r)\n");
  }

  @Test
  void writesOutWhatWouldEndAValueOrBeginAnother() {
    String text = written(Instant.EPOCH, "a;b,c\\d\nBEGIN:VEVENT\r\nX:1\u0007", "Gate 1, left");
    assertThat(text).contains("SUMMARY:a\\;b\\,c\\\\d\\nBEGIN:VEVENT\\nX:1\r\n", "LOCATION:Gate 1\\, left\r\n");
    assertThat(text.lines().filter("BEGIN:VEVENT"::equals)).hasSize(1);
  }

  @Test
  void hasWhatACalendarNeedsAndNamesNoProduct() {
    String text = written(Instant.EPOCH, "Appointment", "");
    assertThat(text).startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:")
        .endsWith("END:VEVENT\r\nEND:VCALENDAR\r\n")
        .contains("UID:" + ID + "\r\n", "SEQUENCE:3\r\n", "DTSTAMP:19700101T000000Z\r\n", "DTEND:19700101T010000Z\r\n")
        .doesNotContainIgnoringCase("groundwork");
  }
}
