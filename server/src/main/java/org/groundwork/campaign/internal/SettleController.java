// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.groundwork.campaign.Amended;
import org.groundwork.campaign.Campaign;
import org.groundwork.campaign.Publicity;
import org.groundwork.campaign.Settling;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.RequestLanguage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Says what became of one demand, while the fight goes on for the others, and puts it right. */
@Controller
class SettleController {
  private final Transactions transactions;
  private final Settling settling;
  private final Publicity publicity;
  private final CampaignDesk desk;
  private final Locals locals;
  private final RequestLanguage language;

  SettleController(Transactions transactions, Settling settling, Publicity publicity, CampaignDesk desk, Locals locals,
      RequestLanguage language) {
    this.transactions = transactions;
    this.settling = settling;
    this.publicity = publicity;
    this.desk = desk;
    this.locals = locals;
    this.language = language;
  }

  @GetMapping("/l/{local}/campaigns/{id}/settle/{demand}")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer ask(@PathVariable UUID id, @PathVariable UUID demand) {
    return transactions.read(() -> {
      var campaign = settles(id);
      var form = SettleForm.of(campaign.core().version(), demand(campaign, demand));
      return Answer.show(page(campaign, demand, form, FormErrors.none(), false));
    });
  }

  @PostMapping("/l/{local}/campaigns/{id}/settle/{demand}")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer settle(@PathVariable UUID id, @PathVariable UUID demand, @ModelAttribute SettleForm form,
      HttpServletRequest request) {
    return transactions.write(() -> {
      var campaign = settles(id);
      var errors = new FormErrors();
      var currency = locals.profile().currency();
      var said = form.read(errors, demand(campaign, demand).outcome(), campaign.goesOn(),
          text -> Money.read(text, currency, language.of(request)));
      if (said.isEmpty()) {
        return Answer.again(page(campaign, demand, form, errors, false));
      }
      return switch (settling.settle(id, form.readVersion(), demand, said.get())) {
        case Amended.Done _ -> Answer.goTo(CampaignDesk.story(id, "saved"));
        case Amended.ChangedMeanwhile(var now) ->
          new Answer.Show(page(campaign, demand, form.over(now.version()), errors, true), 409);
        case Amended.TakesAReason _ -> throw new IllegalStateException("an outcome takes a reason of its own");
        case Amended.Refused(var reason) -> throw new IllegalStateException("a checked outcome was refused: " + reason);
      };
    });
  }

  /** A campaign that has opened and that the caller runs; what a page shows to all is said for the whole local. */
  private Campaign settles(UUID id) {
    var campaign = desk.run(id);
    if (campaign instanceof Campaign.Draft) {
      throw CampaignDesk.notFound();
    }
    if (publicity.inForce(id).isPresent()) {
      CampaignDesk.wholeLocal();
    }
    return campaign;
  }

  private static Campaign.Demand demand(Campaign campaign, UUID demand) {
    return campaign.core()
        .demands()
        .stream()
        .filter(one -> one.id().equals(demand))
        .findFirst()
        .orElseThrow(CampaignDesk::notFound);
  }

  private SettlePage page(Campaign campaign, UUID demand, SettleForm form, FormErrors errors, boolean meanwhile) {
    UUID id = campaign.core().id();
    return new SettlePage(id, campaign.core().title(), demand(campaign, demand), form, settling.why(demand),
        locals.profile().currency().getCurrencyCode(), campaign.goesOn(), publicity.inForce(id).isPresent(), errors,
        meanwhile);
  }
}
