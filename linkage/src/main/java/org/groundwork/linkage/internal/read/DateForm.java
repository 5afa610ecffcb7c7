// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage.internal.read;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** How a register writes dates. */
enum DateForm {
  YEAR_MONTH_DAY("yyyy-mm-dd", 0, 1, 2), MONTH_DAY_YEAR("mm/dd/yyyy", 2, 0, 1), DAY_MONTH_YEAR("dd/mm/yyyy", 2, 1, 0);

  private final String word;
  private final int year;
  private final int month;
  private final int day;

  DateForm(String word, int year, int month, int day) {
    this.word = word;
    this.year = year;
    this.month = month;
    this.day = day;
  }

  String word() { return word; }

  static Optional<DateForm> ofWord(String word) {
    for (DateForm form : values()) {
      if (form.word.equals(word)) {
        return Optional.of(form);
      }
    }
    return Optional.empty();
  }

  /** The date, without a time of day behind it; empty if the text is no date of this form. */
  Optional<LocalDate> read(String text) {
    int[] number = new int[3];
    int part = 0;
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9' && digits < 4) {
        number[part] = number[part] * 10 + (c - '0');
        digits++;
      } else if ((c == '-' || c == '/' || c == '.') && digits > 0 && part < 2) {
        part++;
        digits = 0;
      } else if ((c == ' ' || c == 'T') && part == 2 && digits > 0) {
        break;
      } else {
        return Optional.empty();
      }
    }
    return part == 2 && digits > 0 ? date(number) : Optional.empty();
  }

  private Optional<LocalDate> date(int[] number) {
    try {
      // Four digits first are a year in every register, whatever the mapping says of the rest.
      if (number[0] >= 1000) {
        return Optional.of(LocalDate.of(number[0], number[1], number[2]));
      }
      return number[year] < 1000
          ? Optional.empty()
          : Optional.of(LocalDate.of(number[year], number[month], number[day]));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
