// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.groundwork.campaign.Campaign;
import org.groundwork.campaign.CampaignList;
import org.groundwork.campaign.Campaigns;
import org.groundwork.campaign.Opening;
import org.groundwork.grievance.Grievances;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.Texts;
import org.groundwork.platform.web.Walk;
import org.groundwork.roll.Charts;
import org.groundwork.roll.Site;
import org.groundwork.roll.SiteKind;
import org.groundwork.roll.Sites;
import org.groundwork.roll.WallChart;
import org.groundwork.target.Target;
import org.groundwork.target.Targets;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** The walk's last screens: what we ask, how we go on. The campaign opens quietly at their end. */
@Controller("campaignWalkController")
class WalkController {
  private static final String ASK = "start/what-we-ask";
  private static final String PLAN = "start/how-we-go-on";
  private static final int PROPOSED_RUNGS = 4;
  private static final int LOOKED_THROUGH = 20;

  private final Transactions transactions;
  private final Campaigns campaigns;
  private final CampaignList list;
  private final Targets targets;
  private final Sites sites;
  private final Charts charts;
  private final Grievances grievances;
  private final Locals locals;
  private final Walk walk;
  private final Texts texts;
  private final ProposedSteps proposed;
  private final Clock clock;

  WalkController(Transactions transactions, Campaigns campaigns, CampaignList list, Targets targets, Sites sites,
      Charts charts, Grievances grievances,
      Locals locals, Walk walk, Texts texts, ProposedSteps proposed, Clock clock) {
    this.transactions = transactions;
    this.campaigns = campaigns;
    this.list = list;
    this.targets = targets;
    this.sites = sites;
    this.charts = charts;
    this.grievances = grievances;
    this.locals = locals;
    this.walk = walk;
    this.texts = texts;
    this.proposed = proposed;
    this.clock = clock;
  }

  @GetMapping("/l/{local}/start/what-we-ask")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer ask(HttpServletRequest request) {
    Callers.everywhere(Power.RUN_CAMPAIGNS);
    return transactions.read(() -> {
      var demand = draft().flatMap(c -> c.core().demands().stream().findFirst());
      var form = demand.map(d -> new AskForm(d.what(), d.measure(), d.dueOn().toString()))
          .orElseGet(() -> proposed(texts.of(request)));
      return Answer.show(askPage(form, FormErrors.none()));
    });
  }

  @PostMapping("/l/{local}/start/what-we-ask")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer asked(@ModelAttribute AskForm form) {
    Callers.everywhere(Power.RUN_CAMPAIGNS);
    return transactions.write(() -> {
      var errors = new FormErrors();
      var demand = form.read(errors, today());
      if (demand.isEmpty()) {
        return Answer.again(askPage(form, errors));
      }
      Target target = target();
      Site site = site();
      var campaign = draft().map(c -> c.core().id())
          .orElseGet(() -> campaigns.draft(demand.get().what(), target.id(), Optional.of(site.id()), Optional.empty()));
      campaigns.ask(campaign, List.of(demand.get()));
      return Answer.goTo(in(PLAN));
    });
  }

  @GetMapping("/l/{local}/start/how-we-go-on")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer plan(HttpServletRequest request) {
    Callers.everywhere(Power.RUN_CAMPAIGNS);
    return transactions.read(() -> {
      var chart = charts.of(site());
      return Answer.show(planPage(proposedPlan(chart, texts.of(request)), FormErrors.none(), chart));
    });
  }

  @PostMapping("/l/{local}/start/how-we-go-on")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer planned(@ModelAttribute PlanForm form) {
    Callers.everywhere(Power.RUN_CAMPAIGNS);
    return transactions.write(() -> {
      var errors = new FormErrors();
      var chart = charts.of(site());
      var steps = form.read(errors, chart.total());
      if (errors.any()) {
        return Answer.again(planPage(form, errors, chart));
      }
      var draft = draft().orElseThrow(() -> new NotAllowed(NotAllowed.Reason.NOT_FOUND));
      campaigns.plan(draft.core().id(), steps.stream().map(proposed::known).toList());
      return switch (campaigns.open(draft.core().id())) {
        case Opening.Opened(var id) -> Answer.goTo(in("campaigns/" + id + "/talks"));
        case Opening.Refused(var reason) -> {
          errors.refuse("what-0", "campaign.refused." + reason);
          yield Answer.again(planPage(form, errors, chart));
        }
      };
    });
  }

  private AskForm proposed(Texts.In text) {
    var newest = grievances.newest(1).stream().findFirst();
    var due = grievances.nextDate().filter(date -> date.isAfter(today())).orElse(today().plusDays(30));
    return newest.map(g -> new AskForm(text.t("ask.propose." + g.kind().key() + ".what"),
        text.t("ask.propose." + g.kind().key() + ".measure"), due.toString()))
        .orElse(new AskForm("", "", due.toString()));
  }

  private static PlanForm proposedPlan(WallChart chart, Texts.In text) {
    int twoThirds = Math.max(1, (2 * chart.total() + 2) / 3);
    return new PlanForm(ProposedSteps.texts(text), List.of(Integer.toString(twoThirds), "", "", ""));
  }

  private AskPage askPage(AskForm form, FormErrors errors) {
    return new AskPage(form, errors, target().called().orElse(""), walk.place(ASK), walk.before(ASK));
  }

  private PlanPage planPage(PlanForm form, FormErrors errors, WallChart chart) {
    return new PlanPage(form, errors, chart.total(), site().kind() == SiteKind.BUILDING, PROPOSED_RUNGS,
        walk.place(PLAN), walk.before(PLAN));
  }

  private Optional<Campaign> draft() {
    return list.goingOn(CampaignList.START, LOOKED_THROUGH)
        .stream()
        .filter(line -> line.state() == Campaign.State.DRAFT)
        .findFirst()
        .flatMap(line -> campaigns.byId(line.id()));
  }

  private Target target() {
    return targets.all().stream().findFirst().orElseThrow(() -> new NotAllowed(NotAllowed.Reason.NOT_FOUND));
  }

  private Site site() {
    return sites.all().stream().findFirst().orElseThrow(() -> new NotAllowed(NotAllowed.Reason.NOT_FOUND));
  }

  private LocalDate today() { return LocalDate.now(clock.withZone(locals.profile().zone())); }

  private static String in(String path) { return "/l/" + Callers.actor().handle() + "/" + path; }
}
