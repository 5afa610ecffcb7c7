// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.campaign.Amended;
import org.groundwork.campaign.Campaign;
import org.groundwork.campaign.Closing;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.RequestLanguage;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Ends a campaign with what became of each demand. */
@Controller
class OutcomeController {
  private final Transactions transactions;
  private final Closing closing;
  private final CampaignDesk desk;
  private final Locals locals;
  private final RequestLanguage language;

  OutcomeController(Transactions transactions, Closing closing, CampaignDesk desk, Locals locals,
      RequestLanguage language) {
    this.transactions = transactions;
    this.closing = closing;
    this.desk = desk;
    this.locals = locals;
    this.language = language;
  }

  @GetMapping("/l/{local}/campaigns/{id}/outcome")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer ask(@PathVariable UUID id) {
    return transactions.read(() -> {
      var campaign = desk.change(id);
      return campaign.goesOn()
          ? Answer.show(page(campaign, campaign.core(), OutcomeRows.of(new LinkedMultiValueMap<>(),
              unsettled(campaign.core())), "", FormErrors.none()))
          : Answer.goTo(CampaignDesk.story(id, ""));
    });
  }

  @PostMapping("/l/{local}/campaigns/{id}/outcome")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer end(@PathVariable UUID id, @RequestParam(defaultValue = "0") long version,
      @RequestParam(defaultValue = "") String word, @RequestParam MultiValueMap<String, String> typed,
      HttpServletRequest request) {
    return transactions.write(() -> {
      var campaign = desk.change(id);
      if (!campaign.goesOn()) {
        return Answer.goTo(CampaignDesk.story(id, "")); // sent twice: it has ended
      }
      var errors = new FormErrors();
      var core = campaign.core();
      var rows = OutcomeRows.of(typed, unsettled(core));
      var currency = locals.profile().currency();
      var outcomes = rows.read(errors, unsettled(core), text -> Money.read(text, currency, language.of(request)));
      String said = errors.optional("word", word, 1000);
      if (errors.any()) {
        return Answer.again(page(campaign, core, rows, word, errors));
      }
      return switch (closing.close(id, version, outcomes, said.isEmpty() ? Optional.empty() : Optional.of(said))) {
        case Amended.Done _ -> Answer.goTo(CampaignDesk.story(id, "ended"));
        case Amended.Refused(var reason) when reason.endsWith("-case") -> {
          errors.refuse("word", "outcome." + reason);
          yield Answer.again(page(campaign, core, rows, word, errors));
        }
        case Amended.TakesAReason _ -> throw new IllegalStateException("an end takes no reason");
        case Amended.Refused(var reason) -> throw new IllegalStateException("a checked end was refused: " + reason);
        case Amended.ChangedMeanwhile(var now) -> {
          errors.refuse("word", "campaign.changed-meanwhile");
          yield Answer.again(page(campaign, now, rows, word, errors));
        }
      };
    });
  }

  private static List<Campaign.Demand> unsettled(Campaign.Core core) {
    return core.demands().stream().filter(demand -> demand.outcome().isEmpty()).toList();
  }

  private OutcomePage page(Campaign campaign, Campaign.Core core, OutcomeRows rows, String word, FormErrors errors) {
    var settled = core.demands().stream().filter(demand -> demand.outcome().isPresent()).toList();
    return new OutcomePage(core.id(), core.version(), unsettled(core), settled, rows, word,
        locals.profile().currency().getCurrencyCode(), closing.inTheWay(core.id(), core.site()),
        campaign instanceof Campaign.Public,
        errors);
  }
}
