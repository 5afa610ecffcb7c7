// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll.internal;

import java.time.ZoneId;
import java.util.List;
import org.groundwork.platform.web.Ui;
import org.groundwork.platform.web.View;
import org.groundwork.roll.OwnData;

/**
 * What is held about the reader.
 *
 * @param mayEdit whether they are still in, and correct it themselves
 * @param joined whether they can leave
 */
public record OwnPage(List<OwnData.Section> sections, ZoneId zone, boolean mayEdit, boolean joined, String done)
    implements
      View {

  /** A field as the reader's language writes it. */
  public String value(Ui ui, OwnData.Value value) {
    return switch (value) {
      case OwnData.Text(String text) -> text;
      case OwnData.Word(_, String key) -> ui.t(key);
      case OwnData.Day(var day) -> ui.date(day);
      case OwnData.Moment(var at) -> ui.date(at, zone);
      case OwnData.Count(long number) -> ui.number(number);
      case OwnData.YesNo(boolean yes) -> ui.t(yes ? "roll.yes" : "roll.no");
    };
  }
}
