// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.groundwork.campaign.Amendments;
import org.groundwork.campaign.Campaign;
import org.groundwork.campaign.Campaigns;
import org.groundwork.campaign.CausePlaces;
import org.groundwork.campaign.Opening;
import org.groundwork.campaign.Runners;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.OnceOnly;
import org.groundwork.platform.web.Texts;
import org.groundwork.roll.Charts;
import org.groundwork.roll.Site;
import org.groundwork.target.TargetKind;
import org.groundwork.target.Targets;
import org.groundwork.target.WhoCanSayYes;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Opens a campaign, from a common cause or from nothing: a target, a demand with a measure and a date, and a plan. */
@Controller
class NewCampaignController {
  private static final int DAYS_PROPOSED = 30;
  private final Transactions transactions;
  private final Campaigns campaigns;
  private final CausePlaces places;
  private final Targets targets;
  private final Charts charts;
  private final CampaignDesk desk;
  private final Proposals proposals;
  private final ProposedSteps proposed;
  private final OnceOnly onceOnly;
  private final Texts texts;

  NewCampaignController(Transactions transactions, Campaigns campaigns, CausePlaces places, Targets targets,
      Charts charts,
      CampaignDesk desk, Proposals proposals, ProposedSteps proposed, OnceOnly onceOnly, Texts texts) {
    this.transactions = transactions;
    this.campaigns = campaigns;
    this.places = places;
    this.targets = targets;
    this.charts = charts;
    this.desk = desk;
    this.proposals = proposals;
    this.proposed = proposed;
    this.onceOnly = onceOnly;
    this.texts = texts;
  }

  @GetMapping("/l/{local}/campaigns/new")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer form(@RequestParam(defaultValue = "") String kind, @RequestParam(defaultValue = "") String network,
      @RequestParam(defaultValue = "") String site, HttpServletRequest request) {
    return transactions.read(() -> {
      var cause = proposals.cause(kind, network);
      var text = texts.of(request);
      var form = proposals.form(cause, Typed.id(site).flatMap(this::runnable));
      var demands = proposals.demands(cause, text, desk.today().plusDays(DAYS_PROPOSED));
      return Answer.show(page(form, demands, proposals.ladder(text), FormErrors.none(), cause));
    });
  }

  @PostMapping("/l/{local}/campaigns/new")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer open(@ModelAttribute NewCampaignForm form, @RequestParam MultiValueMap<String, String> typed,
      @RequestParam(defaultValue = "save") String act) {
    return transactions.write(() -> {
      var cause = form.fromCause()
          ? proposals.cause(form.kind(), form.network())
          : Optional.<NewCampaignPage.Cause>empty();
      var demands = DemandRows.of(typed);
      var ladder = LadderRows.of(typed);
      if (act.equals("more")) {
        var more = demands.withOneMore(desk.today().plusDays(DAYS_PROPOSED));
        return Answer.show(page(form, more, ladder, FormErrors.none(), cause));
      }
      var errors = new FormErrors();
      var read = read(form, demands, ladder, errors);
      return errors.any() || read.isEmpty()
          ? Answer.again(page(form, demands, ladder, errors, cause))
          : opened(form, read.get(), cause);
    });
  }

  /** What a form came to, ready to be opened. */
  private record Read(Target target, List<Amendments.Asked> demands,
      List<Amendments.Planned> steps, Optional<Site> site, String title) {}

  /** Somebody named before, or somebody to be named. */
  private sealed interface Target {
    record Known(UUID id) implements Target {}

    record New(TargetKind kind, WhoCanSayYes answer) implements Target {}
  }

  private Optional<Read> read(NewCampaignForm form, DemandRows demands, LadderRows ladder, FormErrors errors) {
    var target = target(form, errors);
    String title = errors.optional("title", form.title(), 160);
    var site = form.siteId().flatMap(this::runnable);
    if (site.isEmpty() && (form.siteId().isPresent() || !Runners.wholeLocal(Callers.actor()))) {
      errors.refuse("site", "new-campaign.site.choose");
    }
    var asked = demands.read(errors, desk.today(), List.of());
    var total = site.map(at -> OptionalInt.of(charts.of(at).total())).orElse(OptionalInt.empty());
    var steps = ladder.read(errors, total);
    return target.filter(_ -> !errors.any())
        .map(who -> new Read(who, asked, steps, site, title.isEmpty() ? asked.getFirst().demand().what() : title));
  }

  private Optional<Target> target(NewCampaignForm form, FormErrors errors) {
    var known = form.chosen().flatMap(targets::byId);
    if (known.isPresent()) {
      return Optional.of(new Target.Known(known.get().id()));
    }
    var kind = form.kindOfTarget(errors);
    var answer = form.who(errors);
    return kind.map(of -> new Target.New(of, answer));
  }

  private Answer opened(NewCampaignForm form, Read read, Optional<NewCampaignPage.Cause> cause) {
    if (!onceOnly.first(form.onceId().orElseThrow(CampaignDesk::notFound), "campaign")) {
      return Answer.goTo(CampaignDesk.at("campaigns"));
    }
    var from = cause.map(c -> new Campaign.Cause(c.counts().kind().key(), c.counts().network()));
    var target = name(read.target(),
        from.map(Campaign.Cause::network).or(() -> read.site().flatMap(proposals::network)));
    var campaign = campaigns.draft(read.title(), target, read.site().map(Site::id), from);
    from.ifPresent(grown -> places.note(campaign, grown));
    campaigns.ask(campaign, read.demands().stream().map(Amendments.Asked::demand).toList());
    campaigns.plan(campaign, read.steps().stream().map(Amendments.Planned::step).map(proposed::known).toList());
    return switch (campaigns.open(campaign)) {
      case Opening.Opened(var id) -> Answer.goTo(CampaignDesk.story(id, "opened"));
      case Opening.Refused(var reason) -> throw new IllegalStateException("a complete campaign was refused: " + reason);
    };
  }

  private UUID name(Target target, Optional<String> network) {
    return switch (target) {
      case Target.Known(var id) -> id;
      case Target.New(var kind, WhoCanSayYes.Somebody(var person, var firm)) ->
        targets.name(kind, Optional.of(person), firm, network);
      case Target.New(var kind, WhoCanSayYes.NotKnownYet(var firm)) ->
        targets.name(kind, Optional.empty(), firm, network);
      case Target.New(_, WhoCanSayYes.Refused _) ->
        throw new IllegalStateException("refused answers were shown again above");
    };
  }

  private Optional<Site> runnable(UUID id) {
    return desk.runnable().stream().filter(site -> site.id().equals(id)).findFirst();
  }

  private NewCampaignPage page(NewCampaignForm form, DemandRows demands, LadderRows ladder, FormErrors errors,
      Optional<NewCampaignPage.Cause> cause) {
    return new NewCampaignPage(form, demands, ladder, errors, cause, targets.all(), desk.runnable(),
        Runners.wholeLocal(Callers.actor()));
  }
}
