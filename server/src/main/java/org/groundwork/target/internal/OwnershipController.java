// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.target.NetworkView;
import org.groundwork.target.Networks;
import org.groundwork.target.PastView;
import org.groundwork.target.Sales;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who owns a place of a register, who did before, and the sales an organiser knows of. */
@Controller
class OwnershipController {
  private final Transactions transactions;
  private final NetworkView view;
  private final Networks networks;
  private final PastView past;
  private final Sales sales;
  private final Locals locals;
  private final Clock clock;

  OwnershipController(Transactions transactions, NetworkView view, Networks networks, PastView past, Sales sales,
      Locals locals, Clock clock) {
    this.transactions = transactions;
    this.view = view;
    this.networks = networks;
    this.past = past;
    this.sales = sales;
    this.locals = locals;
    this.clock = clock;
  }

  @GetMapping("/l/{local}/networks/site")
  @Requires(Power.RESEARCH)
  Answer site(@RequestParam(defaultValue = "") String site) {
    return transactions.read(() -> Answer.show(page(SaleForm.blank(site), FormErrors.none())));
  }

  @PostMapping("/l/{local}/networks/site/sold")
  @Requires(Power.RESEARCH)
  Answer sold(@PathVariable("local") String handle, @ModelAttribute SaleForm form) {
    NetworkController.wholeLocal();
    return transactions.write(() -> {
      var errors = new FormErrors();
      String site = found(form.siteTyped()).site();
      var sale = form.read(errors, LocalDate.now(clock.withZone(locals.profile().zone())));
      if (sale.isEmpty()) {
        return Answer.again(page(form, errors));
      }
      if (!noted(site, sale.get())) {
        errors.refuse("on", "sale.day.known");
        return Answer.again(page(form, errors));
      }
      return Answer.goTo(at(handle, site));
    });
  }

  @PostMapping("/l/{local}/networks/site/sold/{sale}/remove")
  @Requires(Power.RESEARCH)
  Answer remove(@PathVariable("local") String handle, @PathVariable UUID sale,
      @RequestParam(defaultValue = "") String site) {
    NetworkController.wholeLocal();
    return transactions.write(() -> {
      if (!sales.remove(sale)) {
        throw new NotAllowed(NotAllowed.Reason.NOT_FOUND);
      }
      return Answer.goTo(at(handle, found(site).site()));
    });
  }

  /** Whether the sale is noted as it was typed, now or by the same form sent before. */
  private boolean noted(String site, SaleForm.Read sale) {
    return sales.record(site, sale.on(), sale.names(), sale.other(), sale.source())
        || sales.of(site).stream().anyMatch(sale::says);
  }

  private OwnershipPage page(SaleForm form, FormErrors errors) {
    var site = found(form.siteTyped());
    return new OwnershipPage(site, networks.of(site.site()).flatMap(networks::face), view.behindSite(site.site()),
        past.owners(site.site(), networks::face), sales.of(site.site()), form, errors, NetworkController.decides());
  }

  private NetworkView.Member found(String site) {
    return view.site(site).orElseThrow(() -> new NotAllowed(NotAllowed.Reason.NOT_FOUND));
  }

  private static String at(String handle, String site) {
    return "/l/" + handle + "/networks/site?site=" + NetworkController.encoded(site);
  }
}
