// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.groundwork.campaign.Campaign;
import org.groundwork.campaign.Campaigns;
import org.groundwork.campaign.Opening;
import org.groundwork.grievance.CommonCauses;
import org.groundwork.grievance.GrievanceKind;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.Texts;
import org.groundwork.target.NetworkView;
import org.groundwork.target.Networks;
import org.groundwork.target.TargetKind;
import org.groundwork.target.Targets;
import org.groundwork.target.WhoCanSayYes;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Opens a campaign from a common cause: a target, a demand with a measure and a date, and the first plan. */
@Controller
class NewCampaignController {
  private final Transactions transactions;
  private final Campaigns campaigns;
  private final CommonCauses causes;
  private final Networks networks;
  private final NetworkView view;
  private final Targets targets;
  private final Locals locals;
  private final Texts texts;
  private final Clock clock;

  NewCampaignController(Transactions transactions, Campaigns campaigns, CommonCauses causes, Networks networks,
      NetworkView view,
      Targets targets, Locals locals, Texts texts, Clock clock) {
    this.transactions = transactions;
    this.campaigns = campaigns;
    this.causes = causes;
    this.networks = networks;
    this.view = view;
    this.targets = targets;
    this.locals = locals;
    this.texts = texts;
    this.clock = clock;
  }

  @GetMapping("/l/{local}/campaigns/new")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer form(@RequestParam(defaultValue = "") String kind, @RequestParam(defaultValue = "") String network,
      HttpServletRequest request) {
    return transactions.read(() -> {
      var cause = cause(kind, network);
      var text = texts.of(request);
      String signs = view.behind(network, 20)
          .stream()
          .filter(behind -> behind.kind().equals("person"))
          .map(NetworkView.Behind::name)
          .findFirst()
          .orElse("");
      String firm = view.behind(network, 20)
          .stream()
          .filter(behind -> behind.kind().equals("company"))
          .map(NetworkView.Behind::name)
          .findFirst()
          .orElse("");
      var form = new NewCampaignForm(kind, network, signs, firm, "", text.t("ask.propose." + kind + ".what"),
          text.t("ask.propose." + kind + ".measure"), today().plusDays(30).toString());
      return Answer.show(new NewCampaignPage(form, FormErrors.none(), cause, networks.face(network)));
    });
  }

  @PostMapping("/l/{local}/campaigns/new")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer open(@ModelAttribute NewCampaignForm form, HttpServletRequest request) {
    return transactions.write(() -> {
      var cause = cause(form.kind() == null ? "" : form.kind(), form.network() == null ? "" : form.network());
      var errors = new FormErrors();
      var answer = WhoCanSayYes.read(errors.optional("person", form.person(), 120),
          errors.optional("firm", form.firm(), 160),
          form.notKnown());
      if (answer instanceof WhoCanSayYes.Refused(var reason)) {
        errors.refuse("person", "target.refused." + reason);
      }
      var demand = form.demand().read(errors, today());
      if (errors.any() || demand.isEmpty()) {
        return Answer.again(new NewCampaignPage(form, errors, cause, networks.face(cause.network())));
      }
      var target = switch (answer) {
        case WhoCanSayYes.Somebody(var person, var firm) -> targets.name(TargetKind.LANDLORD, Optional.of(person), firm,
            Optional.of(cause.network()));
        case WhoCanSayYes.NotKnownYet(var firm) ->
          targets.name(TargetKind.LANDLORD, Optional.empty(), firm, Optional.of(cause.network()));
        case WhoCanSayYes.Refused _ -> throw new IllegalStateException("refused answers were shown again above");
      };
      var campaign = campaigns.draft(demand.get().what(), target, Optional.empty(),
          Optional.of(new Campaign.Cause(cause.kind().key(), cause.network())));
      campaigns.ask(campaign, List.of(demand.get()));
      var text = texts.of(request);
      campaigns.plan(campaign, List.of(step(text.t("plan.propose.letter")), step(text.t("plan.propose.deliver")),
          step(text.t("plan.propose.decide"))));
      return switch (campaigns.open(campaign)) {
        case Opening.Opened(var id) -> Answer.goTo("/l/" + Callers.actor().handle() + "/campaigns/" + id);
        case Opening.Refused(var reason) ->
          throw new IllegalStateException("a complete campaign was refused: " + reason);
      };
    });
  }

  private static Campaigns.NewStep step(String what) { return new Campaigns.NewStep(what, OptionalInt.empty()); }

  private CommonCauses.Cause cause(String kind, String network) {
    return GrievanceKind.known(kind)
        .flatMap(known -> causes.of(known, network, locals.profile().currency().getCurrencyCode()))
        .orElseThrow(() -> new NotAllowed(NotAllowed.Reason.NOT_FOUND));
  }

  private LocalDate today() { return LocalDate.now(clock.withZone(locals.profile().zone())); }
}
