// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll.internal;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.roll.RollCriteria;
import org.groundwork.roll.Site;
import org.jspecify.annotations.Nullable;

/**
 * Asking for an export, as typed; a checkbox says {@code on}.
 *
 * @param once identifies this form, so that sending it twice is asking once
 * @param site a site, empty for the whole local
 */
public record ExportForm(@Nullable String once, @Nullable String purpose, @Nullable String site, @Nullable String who,
    @Nullable String state, @Nullable String since, @Nullable String place, @Nullable String phone,
    @Nullable String mail, @Nullable String reach, @Nullable String mark) {
  private static final int SHORTEST_PURPOSE = 5;

  static ExportForm blank(UUID once) {
    return new ExportForm(once.toString(), "", "", "agreed", "on", "", "on", "", "", "", "");
  }

  /** Whether the box of a column is ticked. */
  public boolean has(RollCriteria.Column column) {
    return "on".equals(switch (column) {
      case STATE -> state;
      case SINCE -> since;
      case PLACE -> place;
      case PHONE -> phone;
      case MAIL -> mail;
      case REACH -> reach;
    });
  }

  /** What is asked for and why. */
  record Read(RollCriteria criteria, String purpose) {}

  /** @param within the sites that may be asked for; {@code whole} whether the whole local may */
  Optional<Read> read(FormErrors errors, List<Site> within, boolean whole) {
    String why = errors.required("purpose", purpose, 300);
    if (!why.isEmpty() && why.length() < SHORTEST_PURPOSE) {
      errors.refuse("purpose", "export.purpose.short");
    }
    String where = site == null ? "" : site;
    var at = within.stream().map(Site::id).filter(id -> id.toString().equals(where)).findFirst();
    if (at.isEmpty() && (!where.isEmpty() || !whole)) {
      errors.refuse("site", "place.site.choose");
    }
    var people = List.of(RollCriteria.Who.values()).stream().filter(w -> w.key().equals(who)).findFirst();
    if (people.isEmpty()) {
      errors.refuse("who", "export.who.choose");
    }
    if (errors.any()) {
      return Optional.empty();
    }
    var columns = EnumSet.noneOf(RollCriteria.Column.class);
    for (var column : RollCriteria.Column.values()) {
      if (has(column)) {
        columns.add(column);
      }
    }
    return people.map(w -> new Read(new RollCriteria(at, w, columns, "on".equals(mark)), why));
  }

  /** The form's identity, if it has one. */
  Optional<UUID> form() {
    try {
      return Optional.of(UUID.fromString(once == null ? "" : once.toLowerCase(Locale.ROOT)));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // tampered with
    }
  }
}
