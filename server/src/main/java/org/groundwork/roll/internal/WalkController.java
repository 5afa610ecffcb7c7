// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Reach;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.Walk;
import org.groundwork.roll.Charts;
import org.groundwork.roll.Site;
import org.groundwork.roll.SiteKind;
import org.groundwork.roll.SiteSuggestions;
import org.groundwork.roll.Sites;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The walk's screens about place and people: where, who is there, whom do you know. */
@Controller
class WalkController {
  private static final String WHERE = "start/where";
  private static final String UNITS = "start/units";
  private static final String PEOPLE = "start/people";

  private final Transactions transactions;
  private final Sites sites;
  private final Charts charts;
  private final QuickAdd quickAdd;
  private final Walk walk;
  private final SiteSuggestions suggestions;

  WalkController(Transactions transactions, Sites sites, Charts charts, QuickAdd quickAdd, Walk walk,
      SiteSuggestions suggestions) {
    this.transactions = transactions;
    this.sites = sites;
    this.charts = charts;
    this.quickAdd = quickAdd;
    this.walk = walk;
    this.suggestions = suggestions;
  }

  @GetMapping("/l/{local}/start/where")
  @Requires(Power.EDIT_PEOPLE)
  Answer where() {
    var form = transactions.read(() -> first()
        .map(site -> new WhereForm(site.kind().key(), site.name(), site.registerSite().orElse("")))
        .orElse(new WhereForm("", "", "")));
    return Answer.show(new WherePage(form, FormErrors.none(), List.of(), walk.place(WHERE), walk.before(WHERE)));
  }

  @PostMapping("/l/{local}/start/where")
  @Requires(Power.EDIT_PEOPLE)
  Answer here(@ModelAttribute WhereForm form) {
    var errors = new FormErrors();
    var where = form.read(errors);
    if (where.isEmpty()) {
      return Answer.again(new WherePage(form, errors, List.of(), walk.place(WHERE), walk.before(WHERE)));
    }
    var read = where.get();
    if (!read.asked()) {
      var found = transactions.read(() -> suggestions.like(read.name()));
      if (!found.isEmpty()) {
        return Answer.show(new WherePage(form, errors, found, walk.place(WHERE), walk.before(WHERE)));
      }
    }
    return transactions.write(() -> {
      var first = first();
      if (first.isEmpty()
          && !Callers.actor().reachOf(Power.EDIT_PEOPLE).map(Reach.WholeLocal.class::isInstance).orElse(false)) {
        throw new NotAllowed(NotAllowed.Reason.ROLE);
      }
      String name = read.register()
          .flatMap(suggestions::byId)
          .map(SiteSuggestions.Suggestion::address)
          .orElse(read.name());
      if (first.isPresent()) {
        if (!sites.correct(first.get().id(), first.get().version(), read.kind(), name, read.register())) {
          throw new NotAllowed(NotAllowed.Reason.CHANGED_MEANWHILE);
        }
      } else {
        sites.add(read.kind(), name, read.register());
      }
      return goOn(WHERE);
    });
  }

  @GetMapping("/l/{local}/start/units")
  @Requires(Power.EDIT_PEOPLE)
  Answer units() { return transactions.read(() -> Answer.show(unitsPage(present(), FormErrors.none()))); }

  @PostMapping("/l/{local}/start/units")
  @Requires(Power.EDIT_PEOPLE)
  Answer layOut(@ModelAttribute UnitsForm form) {
    return transactions.write(() -> {
      Site site = firstSite();
      var errors = new FormErrors();
      var layout = form.read(site.kind(), errors);
      if (layout.isEmpty()) {
        return Answer.again(unitsPage(form, errors));
      }
      if (!sites.layOut(site.id(), layout.get())) {
        errors.refuse(UnitsForm.firstField(site.kind()), "units.inhabited");
        return Answer.again(unitsPage(form, errors));
      }
      return goOn(UNITS);
    });
  }

  @GetMapping("/l/{local}/start/people")
  @Requires(Power.EDIT_PEOPLE)
  Answer people(@RequestParam Optional<UUID> added, @RequestParam Optional<Integer> again) {
    return transactions.read(
        () -> Answer
            .show(knownPage("", "", FormErrors.none(), KnownPage.Preview.none(), Added.of(added, again.orElse(0)))));
  }

  @PostMapping("/l/{local}/start/people")
  @Requires(Power.EDIT_PEOPLE)
  Answer addPeople(@RequestParam Map<String, String> fields, @RequestParam(defaultValue = "") String lines,
      @RequestParam(defaultValue = "") String own, @RequestParam(defaultValue = "save") String act) {
    return transactions.write(() -> {
      Site site = firstSite();
      var errors = new FormErrors();
      var read = quickAdd.read(site, fields, errors);
      if (errors.any()) {
        return Answer.again(knownPage(lines, own, errors, KnownPage.Preview.none(), Added.nothing()));
      }
      if (act.equals("preview")) {
        return Answer.show(knownPage(lines, own, errors, quickAdd.shown(site, read), Added.nothing()));
      }
      quickAdd.askOfDoors(read, errors);
      if (errors.any()) {
        return Answer.again(knownPage(lines, own, errors, quickAdd.shown(site, read), Added.nothing()));
      }
      return Answer.goTo(in(PEOPLE) + quickAdd.enter(site, read).query());
    });
  }

  @PostMapping("/l/{local}/start/people/undo")
  @Requires(Power.EDIT_PEOPLE)
  Answer undo(@RequestParam UUID added) {
    return transactions.write(() -> {
      var back = quickAdd.undo(firstSite().id(), added)
          .orElseThrow(() -> new NotAllowed(NotAllowed.Reason.CHANGED_MEANWHILE));
      return Answer.show(
          knownPage(back.lines(), back.own(), FormErrors.none(), KnownPage.Preview.none(), Added.takenBack()));
    });
  }

  private UnitsForm present() {
    Site site = firstSite();
    return UnitsForm.of(site.kind(), sites.units(site.id()));
  }

  private UnitsPage unitsPage(UnitsForm form, FormErrors errors) {
    return new UnitsPage(form, errors, charts.of(firstSite()), walk.place(UNITS), walk.before(UNITS),
        walk.after(UNITS));
  }

  private KnownPage knownPage(String lines, String own, FormErrors errors, KnownPage.Preview preview,
      Added added) {
    Site site = firstSite();
    return new KnownPage(lines, own, errors, preview, added, charts.of(site), quickAdd.ownUnit(site),
        site.kind() == SiteKind.BUILDING
            ? List.of()
            : sites.units(site.id()).stream().map(Sites.Unit::label).toList(),
        walk.place(PEOPLE),
        walk.before(PEOPLE), walk.after(PEOPLE));
  }

  private Site firstSite() { return first().orElseThrow(() -> new NotAllowed(NotAllowed.Reason.NOT_FOUND)); }

  /** The oldest site within the caller's reach. */
  private Optional<Site> first() {
    return sites.all().stream().filter(site -> Callers.actor().may(Power.EDIT_PEOPLE, site.id())).findFirst();
  }

  private Answer goOn(String from) { return Answer.goTo(in(walk.after(from).orElse(""))); }

  private static String in(String path) { return "/l/" + Callers.actor().handle() + "/" + path; }
}
