// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.roll.Charts;
import org.groundwork.roll.Site;
import org.groundwork.roll.SiteLink;
import org.groundwork.roll.SiteMerge;
import org.groundwork.roll.Sites;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One site: its chart, its units, people jotted down. */
@Controller
class SiteController {
  private final Transactions transactions;
  private final Sites sites;
  private final Charts charts;
  private final QuickAdd quickAdd;
  private final SiteMerge merge;
  private final Audit audit;
  private final List<SiteLink> links;

  SiteController(Transactions transactions, Sites sites, Charts charts, QuickAdd quickAdd, SiteMerge merge,
      Audit audit,
      ObjectProvider<SiteLink> links) {
    this.links = links.stream().toList();
    this.transactions = transactions;
    this.sites = sites;
    this.charts = charts;
    this.quickAdd = quickAdd;
    this.merge = merge;
    this.audit = audit;
  }

  @GetMapping("/l/{local}/sites/{site}")
  @Requires(Power.SEE_PEOPLE)
  Answer site(@PathVariable UUID site, @RequestParam Optional<UUID> added, @RequestParam Optional<Integer> again,
      @RequestParam(defaultValue = "") String done) {
    return transactions.write(() -> {
      var seen = within(site, Power.SEE_PEOPLE);
      audit.record("site-seen", new SubjectRef("site", site), "");
      return Answer.show(page(seen, SitePage.Jotted.nothing(), Added.of(added, again.orElse(0)), Done.key(done)));
    });
  }

  @PostMapping("/l/{local}/sites/{site}/people")
  @Requires(Power.EDIT_PEOPLE)
  Answer addPeople(@PathVariable UUID site, @RequestParam Map<String, String> fields,
      @RequestParam(defaultValue = "") String lines, @RequestParam(defaultValue = "save") String act) {
    return transactions.write(() -> {
      var at = within(site, Power.EDIT_PEOPLE);
      var errors = new FormErrors();
      var read = quickAdd.read(at, fields, errors);
      if (errors.any()) {
        return Answer
            .again(page(at, new SitePage.Jotted(lines, errors, KnownPage.Preview.none()), Added.nothing(), ""));
      }
      if (act.equals("preview")) {
        return Answer
            .show(page(at, new SitePage.Jotted(lines, errors, quickAdd.shown(at, read)), Added.nothing(), ""));
      }
      quickAdd.askOfDoors(read, errors);
      if (errors.any()) {
        return Answer
            .again(page(at, new SitePage.Jotted(lines, errors, quickAdd.shown(at, read)), Added.nothing(), ""));
      }
      return Answer.goTo(path(site) + quickAdd.enter(at, read).query());
    });
  }

  @PostMapping("/l/{local}/sites/{site}/people/undo")
  @Requires(Power.EDIT_PEOPLE)
  Answer undo(@PathVariable UUID site, @RequestParam UUID added) {
    return transactions.write(() -> {
      var at = within(site, Power.EDIT_PEOPLE);
      var back = quickAdd.undo(site, added).orElseThrow(() -> new NotAllowed(NotAllowed.Reason.CHANGED_MEANWHILE));
      var jotted = new SitePage.Jotted(back.lines(), FormErrors.none(), KnownPage.Preview.none());
      return Answer.show(page(at, jotted, Added.takenBack(), ""));
    });
  }

  @GetMapping("/l/{local}/sites/{site}/units")
  @Requires(Power.EDIT_PEOPLE)
  Answer units(@PathVariable UUID site) {
    return transactions.read(() -> Answer.show(new SiteUnitsPage(within(site, Power.EDIT_PEOPLE), present(site),
        FormErrors.none())));
  }

  @PostMapping("/l/{local}/sites/{site}/units")
  @Requires(Power.EDIT_PEOPLE)
  Answer layOut(@PathVariable UUID site, @ModelAttribute UnitsForm form,
      @RequestParam(defaultValue = "") String version) {
    return transactions.write(() -> {
      var at = within(site, Power.EDIT_PEOPLE);
      var errors = new FormErrors();
      if (!sites.unchanged(site, version.matches("\\d{1,18}") ? Long.parseLong(version) : 0)) {
        errors.refuse(UnitsForm.firstField(at.kind()), "units.meanwhile");
        return new Answer.Show(new SiteUnitsPage(at, form, errors), 409);
      }
      var layout = form.read(at.kind(), errors);
      if (layout.isPresent() && !sites.layOut(site, layout.get())) {
        errors.refuse(UnitsForm.firstField(at.kind()), "units.inhabited");
      }
      return errors.any()
          ? Answer.again(new SiteUnitsPage(at, form, errors))
          : Answer.goTo(path(site) + "?done=laid-out");
    });
  }

  private UnitsForm present(UUID site) {
    return UnitsForm.of(within(site, Power.EDIT_PEOPLE).kind(), sites.units(site));
  }

  private SitePage page(Site site, SitePage.Jotted jotted, Added added, String done) {
    return new SitePage(charts.of(site), jotted, added, merge.into(site.id()),
        Callers.actor().may(Power.EDIT_PEOPLE, site.id()), links(site), done);
  }

  private List<SiteLink> links(Site site) {
    return links.stream()
        .filter(link -> Callers.actor().may(link.power(), site.id()))
        .sorted(Comparator.comparingInt(SiteLink::order))
        .toList();
  }

  private Site within(UUID site, Power power) {
    return sites.byId(site)
        .filter(found -> Callers.actor().may(power, found.id()))
        .orElseThrow(() -> new NotAllowed(NotAllowed.Reason.NOT_FOUND));
  }

  private static String path(UUID site) { return "/l/" + Callers.actor().handle() + "/sites/" + site; }
}
