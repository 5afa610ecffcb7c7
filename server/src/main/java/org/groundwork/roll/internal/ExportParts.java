// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Reach;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.web.RequestLanguage;
import org.groundwork.roll.People;
import org.groundwork.roll.RollExport;
import org.groundwork.roll.RollExports;
import org.groundwork.roll.Site;
import org.groundwork.roll.Sites;
import org.springframework.stereotype.Component;

/** What the pages of exports are put together from. */
@Component
class ExportParts {
  private static final int SHOWN = 16;

  private final RollExports exports;
  private final People people;
  private final Sites sites;
  private final Locals locals;
  private final RequestLanguage language;

  ExportParts(RollExports exports, People people, Sites sites, Locals locals, RequestLanguage language) {
    this.exports = exports;
    this.people = people;
    this.sites = sites;
    this.locals = locals;
    this.language = language;
  }

  ExportsPage.Line line(RollExport export, HttpServletRequest request) {
    var until = switch (export.stage()) {
      case RollExport.Stage.Announced(Instant opens) -> Optional.of(opens);
      case RollExport.Stage.Open(Instant closes) -> Optional.of(closes);
      case RollExport.Stage.Fetched(Instant at, _) -> Optional.of(at);
      case RollExport.Stage.Waiting _,RollExport.Stage.Over _ -> Optional.<Instant>empty();
    };
    return new ExportsPage.Line(export, people.known(export.askedBy()).map(People.Known::name).orElse("?"),
        until.map(at -> written(at, request)).orElse(""));
  }

  ExportPage page(RollExport export, HttpServletRequest request, Optional<RollExport.Refusal> refused) {
    UUID me = Callers.actor().person();
    boolean mine = export.askedBy().equals(me);
    boolean waits = export.stage() instanceof RollExport.Stage.Waiting
        || export.stage() instanceof RollExport.Stage.Announced;
    boolean open = export.stage() instanceof RollExport.Stage.Open;
    return new ExportPage(line(export, request), export.criteria().site().map(this::siteName),
        exports.count(export.criteria()), groups(export.hash()),
        new ExportPage.May(waits && !mine, waits || open, open && mine && Callers.actor().may(Power.EXPORT_ROLL)),
        refused);
  }

  /** A site that was made one with another since has no name of its own; it is not the whole local for that. */
  private String siteName(UUID site) {
    return sites.byId(site).map(Site::name).orElse("?");
  }

  /** The sites of which the caller may ask for an export. */
  List<Site> within() {
    var actor = Callers.actor();
    return sites.all().stream().filter(site -> actor.may(Power.EXPORT_ROLL, site.id())).toList();
  }

  boolean whole() {
    return Callers.actor().reachOf(Power.EXPORT_ROLL).filter(Reach.WholeLocal.class::isInstance).isPresent();
  }

  private String written(Instant at, HttpServletRequest request) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
        .withLocale(language.of(request))
        .withZone(locals.profile().zone())
        .format(at);
  }

  private static List<String> groups(String hash) {
    var groups = new ArrayList<String>();
    for (int from = 0; from < SHOWN; from += 4) {
      groups.add(hash.substring(from, from + 4));
    }
    return groups;
  }
}
