// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll.internal;

import java.util.Optional;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.roll.Application;
import org.groundwork.roll.Joining;
import org.groundwork.roll.Site;
import org.groundwork.roll.Sites;
import org.jspecify.annotations.Nullable;

/**
 * Welcoming somebody, as typed.
 *
 * @param who the contact it is, {@code new} or nothing for somebody new
 * @param talked whether an organiser has talked to somebody with a conflict
 * @param site where they are put on the chart, empty for nowhere yet
 * @param unit the door or department there
 */
public record AcceptForm(@Nullable String who, @Nullable String talked, @Nullable String site, @Nullable String unit) {

  /** Begins with the place that somebody gave themselves, where it names one of ours. */
  static AcceptForm of(Application asked, Sites sites) {
    return sites.stated(asked.place())
        .map(stated -> {
          var units = sites.units(stated.site().id());
          String label = new UnitLabels(units).in(stated.rest())
              .flatMap(found -> units.stream().filter(unit -> unit.id().equals(found.unit())).findFirst())
              .map(Sites.Unit::label)
              .orElse("");
          return new AcceptForm("", "", stated.site().id().toString(), label);
        })
        .orElse(new AcceptForm("", "", "", ""));
  }

  /** Whom it is said to be, empty for somebody new. */
  String contact() {
    return who == null || who.equals("new") ? "" : who;
  }

  boolean hasTalked() { return "on".equals(talked); }

  /** Where they are put, absent for nowhere yet and where it was refused. */
  Optional<Joining.At> at(Sites sites, FormErrors errors) {
    if (site == null || site.isEmpty()) {
      return Optional.empty();
    }
    Optional<Site> found = sites.all().stream().filter(each -> each.id().toString().equals(site)).findFirst();
    if (found.isEmpty()) {
      errors.refuse("site", "place.site.choose");
      return Optional.empty();
    }
    String label = errors.optional("unit", unit, 60);
    var named = label.isEmpty()
        ? Optional.<java.util.UUID>empty()
        : new KnownLines(sites.units(found.get().id())).unit(label);
    if (!label.isEmpty() && named.isEmpty()) {
      errors.refuse("unit", "people.own.unknown");
      return Optional.empty();
    }
    return Optional.of(new Joining.At(found.get().id(), named));
  }
}
