// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll.internal;

import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.roll.Site;
import org.groundwork.roll.Sites;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What a site is and is called, corrected. */
@Controller
class SiteEditController {
  private final Transactions transactions;
  private final Sites sites;

  SiteEditController(Transactions transactions, Sites sites) {
    this.transactions = transactions;
    this.sites = sites;
  }

  @GetMapping("/l/{local}/sites/{site}/change")
  @Requires(Power.EDIT_PEOPLE)
  Answer form(@PathVariable UUID site) {
    return transactions.read(
        () -> Answer.show(new SiteEditPage(site, SiteForm.of(within(site)), FormErrors.none(), Optional.empty())));
  }

  @PostMapping("/l/{local}/sites/{site}/change")
  @Requires(Power.EDIT_PEOPLE)
  Answer save(@PathVariable UUID site, @ModelAttribute SiteForm form) {
    return transactions.write(() -> {
      var now = within(site);
      var errors = new FormErrors();
      var read = form.read(errors);
      if (read.isEmpty()) {
        return Answer.again(new SiteEditPage(site, form, errors, Optional.empty()));
      }
      boolean saved = sites.correct(site, form.readVersion(), read.get().kind(), read.get().name(),
          now.registerSite());
      return saved
          ? Answer.goTo("/l/" + Callers.actor().handle() + "/sites/" + site + "?done=saved")
          : new Answer.Show(new SiteEditPage(site, form.over(now), errors, Optional.of(now)), 409);
    });
  }

  private Site within(UUID site) {
    return sites.byId(site)
        .filter(found -> Callers.actor().may(Power.EDIT_PEOPLE, found.id()))
        .orElseThrow(() -> new NotAllowed(NotAllowed.Reason.NOT_FOUND));
  }
}
