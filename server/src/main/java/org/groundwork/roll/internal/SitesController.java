// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll.internal;

import java.util.List;
import java.util.UUID;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.roll.PeopleInReach;
import org.groundwork.roll.Site;
import org.groundwork.roll.SiteMerge;
import org.groundwork.roll.Sites;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The sites of the local: listed, added, made one where they were written down twice. */
@Controller
class SitesController {
  private final Transactions transactions;
  private final Sites sites;
  private final SiteMerge merge;
  private final PeopleInReach reach;

  SitesController(Transactions transactions, Sites sites, SiteMerge merge, PeopleInReach reach) {
    this.transactions = transactions;
    this.sites = sites;
    this.merge = merge;
    this.reach = reach;
  }

  @GetMapping("/l/{local}/sites")
  @Requires(Power.SEE_PEOPLE)
  Answer sites(@RequestParam(defaultValue = "") String done) {
    return transactions.read(() -> Answer.show(page(new WhereForm("", "", ""), FormErrors.none(), List.of(),
        Done.key(done))));
  }

  @PostMapping("/l/{local}/sites")
  @Requires(Power.EDIT_PEOPLE)
  Answer add(@ModelAttribute WhereForm form, @RequestParam(defaultValue = "") String another) {
    return transactions.write(() -> {
      requireWholeLocal();
      var errors = new FormErrors();
      var where = form.read(errors);
      if (where.isEmpty()) {
        return Answer.again(page(form, errors, List.of(), ""));
      }
      var same = sites.sameAddress(where.get().name());
      if (!same.isEmpty() && !another.equals("on")) {
        return Answer.again(page(form, errors, same, ""));
      }
      UUID site = sites.add(where.get().kind(), where.get().name(), where.get().register());
      return Answer.goTo("/l/" + Callers.actor().handle() + "/sites/" + site + "?done=added");
    });
  }

  @PostMapping("/l/{local}/sites/merge")
  @Requires(Power.EDIT_PEOPLE)
  Answer merge(@RequestParam UUID one, @RequestParam UUID two) {
    return transactions.write(() -> {
      requireWholeLocal();
      if (merge.merge(one, two).isEmpty()) {
        throw new NotAllowed(NotAllowed.Reason.CHANGED_MEANWHILE);
      }
      return Answer.goTo("/l/" + Callers.actor().handle() + "/sites?done=merged-sites");
    });
  }

  @PostMapping("/l/{local}/sites/{site}/part")
  @Requires(Power.EDIT_PEOPLE)
  Answer part(@PathVariable UUID site, @RequestParam UUID set) {
    return transactions.write(() -> {
      requireWholeLocal();
      boolean ours = merge.into(site).stream().anyMatch(merged -> merged.changeSet().equals(set));
      if (!ours || !merge.undo(set)) {
        throw new NotAllowed(NotAllowed.Reason.CHANGED_MEANWHILE);
      }
      return Answer.goTo("/l/" + Callers.actor().handle() + "/sites?done=parted-sites");
    });
  }

  private SitesPage page(WhereForm form, FormErrors errors, List<Site> same, String done) {
    var actor = Callers.actor();
    var people = sites.peopleAt();
    boolean whole = reach.wholeLocal(Power.EDIT_PEOPLE);
    var lines = sites.all()
        .stream()
        .filter(site -> actor.may(Power.SEE_PEOPLE, site.id()))
        .map(site -> new SitesPage.Line(site, people.getOrDefault(site.id(), 0)))
        .toList();
    return new SitesPage(lines, whole ? merge.pairs() : List.of(), form, errors, same, whole, done);
  }

  /** A site belongs to nobody's named sites before it exists, and a merge moves people between sites. */
  private void requireWholeLocal() {
    if (!reach.wholeLocal(Power.EDIT_PEOPLE)) {
      throw new NotAllowed(NotAllowed.Reason.ROLE);
    }
  }
}
