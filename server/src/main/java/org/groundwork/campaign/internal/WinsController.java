// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.campaign.Campaign;
import org.groundwork.campaign.Runners;
import org.groundwork.campaign.Wins;
import org.groundwork.grievance.GrievanceKind;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.RequestLanguage;
import org.groundwork.target.TargetKind;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The record of wins and losses, and whether what was promised is kept. */
@Controller
class WinsController {
  private static final int MOST = 200;
  private final Transactions transactions;
  private final Wins wins;
  private final CampaignDesk desk;
  private final Locals locals;
  private final RequestLanguage language;

  WinsController(Transactions transactions, Wins wins, CampaignDesk desk, Locals locals, RequestLanguage language) {
    this.transactions = transactions;
    this.wins = wins;
    this.desk = desk;
    this.locals = locals;
    this.language = language;
  }

  @GetMapping("/l/{local}/wins")
  @Requires(Power.TAKE_PART)
  Answer wins(@RequestParam(defaultValue = "") String result, @RequestParam(defaultValue = "") String kept,
      @RequestParam(defaultValue = "") String money, @RequestParam(defaultValue = "") String kind) {
    return transactions.read(() -> {
      var figure = new WinsPage.Figure(
          Arrays.stream(Campaign.Result.values()).filter(r -> r.key().equals(result)).findFirst(),
          Arrays.stream(Wins.Kept.values()).filter(k -> k.key().equals(kept)).findFirst(), money.equals("yes"));
      var against = Arrays.stream(TargetKind.values()).filter(k -> k.key().equals(kind)).findFirst();
      var all = wins.ended(against);
      var rows = all.stream()
          .filter(figure::counts)
          .limit(MOST)
          .map(ended -> new WinsPage.Row(ended, Runners.runs(Callers.actor(), ended.site())))
          .toList();
      return Answer.show(new WinsPage(all, rows, figure, against, List.of(TargetKind.values()),
          Callers.actor().may(Power.RUN_CAMPAIGNS)));
    });
  }

  @GetMapping("/l/{local}/campaigns/{id}/kept")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer kept(@PathVariable UUID id) {
    return transactions.read(() -> Answer.show(page(won(id), Map.of(), FormErrors.none(), false)));
  }

  @PostMapping("/l/{local}/campaigns/{id}/kept/{demand}")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer look(@PathVariable UUID id, @PathVariable UUID demand, @ModelAttribute KeptForm form,
      HttpServletRequest request) {
    return transactions.write(() -> {
      var campaign = won(id);
      if (wins.won(id).stream().noneMatch(won -> won.demand().equals(demand))) {
        throw CampaignDesk.notFound();
      }
      var errors = new FormErrors();
      var currency = locals.profile().currency();
      var said = form.read(errors, demand.toString(), text -> Money.read(text, currency, language.of(request)),
          desk.today());
      if (errors.any()) {
        return Answer.again(page(campaign, Map.of(demand, form), errors, false));
      }
      return wins.promise(demand, form.readVersion(), said)
          ? Answer.goTo(CampaignDesk.at("campaigns/" + id + "/kept"))
          : new Answer.Show(page(campaign, Map.of(), errors, true), 409);
    });
  }

  @PostMapping("/l/{local}/campaigns/{id}/debrief")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer debrief(@PathVariable UUID id, @RequestParam(defaultValue = "") String debrief,
      @RequestParam(defaultValue = "") String about) {
    return transactions.write(() -> {
      var campaign = ended(id);
      var errors = new FormErrors();
      String text = errors.optional("debrief", debrief, 4000);
      if (errors.any()) {
        return Answer.again(page(campaign, Map.of(), errors, false));
      }
      wins.debrief(id, text, GrievanceKind.known(about));
      return Answer.goTo(CampaignDesk.at("campaigns/" + id + "/kept"));
    });
  }

  private Campaign ended(UUID id) {
    return Optional.of(desk.run(id)).filter(Campaign.Closed.class::isInstance).orElseThrow(CampaignDesk::notFound);
  }

  /** A campaign that has ended, or in which something was won while it goes on. */
  private Campaign won(UUID id) {
    return Optional.of(desk.run(id))
        .filter(campaign -> campaign instanceof Campaign.Closed || !wins.won(id).isEmpty())
        .orElseThrow(CampaignDesk::notFound);
  }

  private KeptPage page(Campaign campaign, Map<UUID, KeptForm> typed, FormErrors errors, boolean changed) {
    UUID id = campaign.core().id();
    return new KeptPage(id, campaign.core().title(), campaign instanceof Campaign.Closed, wins.won(id),
        wins.debrief(id).orElse(""), wins.about(id),
        locals.profile().currency().getCurrencyCode(), typed, errors, changed);
  }
}
