// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign.internal;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.groundwork.campaign.Amended;
import org.groundwork.campaign.Amendments;
import org.groundwork.campaign.Campaign;
import org.groundwork.campaign.Publicity;
import org.groundwork.campaign.Runners;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.roll.Charts;
import org.groundwork.roll.Site;
import org.groundwork.roll.SiteKind;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Changes an open campaign: what it asks, how it goes on, which site's chart shows its strength. */
@Controller
class AmendController {
  private static final int DAYS_PROPOSED = 30;
  private static final String MEANWHILE = "campaign.changed-meanwhile";
  private final Transactions transactions;
  private final Amendments amendments;
  private final Publicity publicity;
  private final Charts charts;
  private final CampaignDesk desk;

  AmendController(Transactions transactions, Amendments amendments, Publicity publicity, Charts charts,
      CampaignDesk desk) {
    this.transactions = transactions;
    this.amendments = amendments;
    this.publicity = publicity;
    this.charts = charts;
    this.desk = desk;
  }

  @GetMapping("/l/{local}/campaigns/{id}/demands")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer demands(@PathVariable UUID id) {
    return transactions.read(() -> {
      var campaign = open(id);
      var core = campaign.core();
      return Answer.show(new DemandsPage(id, core.version(), core.title(), DemandRows.of(core), FormErrors.none(),
          campaign instanceof Campaign.Public, Optional.empty()));
    });
  }

  @PostMapping("/l/{local}/campaigns/{id}/demands")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer askedAnew(@PathVariable UUID id, @RequestParam(defaultValue = "0") long version,
      @RequestParam(defaultValue = "") String title, @RequestParam MultiValueMap<String, String> typed,
      @RequestParam(defaultValue = "save") String act) {
    return transactions.write(() -> {
      var campaign = open(id);
      boolean isPublic = campaign instanceof Campaign.Public;
      var rows = DemandRows.of(typed);
      if (act.equals("more")) {
        var more = rows.withOneMore(desk.today().plusDays(DAYS_PROPOSED));
        return Answer.show(new DemandsPage(id, version, title, more, FormErrors.none(), isPublic, Optional.empty()));
      }
      var errors = new FormErrors();
      String called = errors.required("title", title, 300);
      var asked = rows.read(errors, desk.today(), campaign.core().demands());
      if (!errors.any() && isPublic && saysWhere(campaign, called, asked)) {
        errors.refuse("title", "campaign.refused.public-names-the-place");
      }
      if (errors.any()) {
        return Answer.again(new DemandsPage(id, version, title, rows, errors, isPublic, Optional.empty()));
      }
      return switch (amendments.ask(id, version, called, asked)) {
        case Amended.Done _ -> Answer.goTo(CampaignDesk.story(id, "saved"));
        case Amended.Refused(var reason) when reason.equals("demand-settled") -> {
          errors.refuse("title", "demands.settled-stays");
          yield Answer.again(new DemandsPage(id, version, title, rows, errors, isPublic, Optional.empty()));
        }
        case Amended.Refused(var reason) -> throw new IllegalStateException("a checked change was refused: " + reason);
        case Amended.TakesAReason _ -> throw new IllegalStateException("this change takes no reason");
        case Amended.ChangedMeanwhile(var now) -> {
          errors.refuse("title", MEANWHILE);
          yield Answer.again(new DemandsPage(id, now.version(), title, rows.withTheirs(now), errors, isPublic,
              Optional.of(now)));
        }
      };
    });
  }

  /** Whether a public page would now name a place of the local that it did not name before. */
  private boolean saysWhere(Campaign campaign, String title, List<Amendments.Asked> asked) {
    var shown = publicity.inForce(campaign.core().id()).flatMap(d -> d.said().shown().place());
    return desk.runnable()
        .stream()
        .map(Site::name)
        .filter(name -> shown.filter(name::equals).isEmpty())
        .anyMatch(name -> Publicity.names(name, title, asked) && !Publicity.names(name, campaign.core()));
  }

  @GetMapping("/l/{local}/campaigns/{id}/ladder")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer ladder(@PathVariable UUID id) {
    return transactions.read(() -> {
      var campaign = open(id);
      return Answer.show(ladder(campaign, campaign.core().version(), LadderRows.of(campaign.core()).withOneMore(),
          LadderPage.Reason.none(), FormErrors.none(), Optional.empty()));
    });
  }

  @PostMapping("/l/{local}/campaigns/{id}/ladder")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer plannedAnew(@PathVariable UUID id, @RequestParam(defaultValue = "0") long version,
      @RequestParam MultiValueMap<String, String> typed, @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "save") String act) {
    return transactions.write(() -> {
      var campaign = open(id);
      var rows = LadderRows.of(typed);
      var why = LadderPage.Reason.typed(reason);
      if (act.equals("more")) {
        return Answer.show(ladder(campaign, version, rows.withOneMore(), why, FormErrors.none(), Optional.empty()));
      }
      var errors = new FormErrors();
      var steps = rows.read(errors, total(campaign));
      var said = Optional.of(errors.optional("reason", reason, 1000)).filter(text -> !text.isEmpty());
      if (errors.any()) {
        return Answer.again(ladder(campaign, version, rows, why, errors, Optional.empty()));
      }
      return switch (amendments.plan(id, version, steps, charted(campaign), said)) {
        case Amended.Done _ -> Answer.goTo(CampaignDesk.story(id, "saved"));
        case Amended.Refused(var refused) -> {
          errors.refuse("step-0", "campaign.refused." + refused);
          yield Answer.again(ladder(campaign, version, rows, why, errors, Optional.empty()));
        }
        case Amended.TakesAReason takes -> {
          errors.refuse("reason", "ladder.reason.needed");
          yield Answer.again(ladder(campaign, version, rows, why.because(takes), errors, Optional.empty()));
        }
        case Amended.ChangedMeanwhile(var now) -> {
          errors.refuse("step-0", MEANWHILE);
          yield Answer.again(ladder(campaign, now.version(), rows.withTheirs(now), why, errors, Optional.of(now)));
        }
      };
    });
  }

  private LadderPage ladder(Campaign campaign, long version, LadderRows rows, LadderPage.Reason why,
      FormErrors errors, Optional<Campaign.Core> theirs) {
    var done = campaign.core().plan().stream().filter(s -> s.state() == Campaign.StepState.DONE).toList();
    return new LadderPage(campaign.core().id(), version, rows, done, why, errors, total(campaign),
        desk.site(campaign).map(site -> site.kind() == SiteKind.BUILDING).orElse(false), theirs);
  }

  /** The site over whose chart a test counts, for those who may see its people. */
  private Optional<Site> charted(Campaign campaign) {
    return desk.site(campaign).filter(site -> Callers.actor().may(Power.SEE_PEOPLE, site.id()));
  }

  private OptionalInt total(Campaign campaign) {
    return desk.site(campaign)
        .filter(Site::laidOut)
        .map(site -> OptionalInt.of(charts.of(site).total()))
        .orElse(OptionalInt.empty());
  }

  @GetMapping("/l/{local}/campaigns/{id}/site")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer site(@PathVariable UUID id) {
    return transactions.read(() -> {
      var campaign = open(id);
      return Answer.show(
          link(campaign, campaign.core(), campaign.core().site().map(UUID::toString).orElse(""), FormErrors.none()));
    });
  }

  @PostMapping("/l/{local}/campaigns/{id}/site")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer linked(@PathVariable UUID id, @RequestParam(defaultValue = "0") long version,
      @RequestParam(defaultValue = "") String site) {
    return transactions.write(() -> {
      var campaign = open(id);
      var errors = new FormErrors();
      var chosen = Typed.id(site)
          .filter(at -> Callers.actor().may(Power.RUN_CAMPAIGNS, at))
          .filter(at -> desk.runnable().stream().anyMatch(s -> s.id().equals(at)));
      if (chosen.isEmpty() && (!site.isEmpty() || !Runners.wholeLocal(Callers.actor()))) {
        errors.refuse("site", "new-campaign.site.choose");
        return Answer.again(link(campaign, campaign.core(), site, errors));
      }
      return switch (amendments.place(id, version, chosen)) {
        case Amended.Done _ -> Answer.goTo(CampaignDesk.story(id, "saved"));
        case Amended.Refused(var reason) -> throw new IllegalStateException("a checked change was refused: " + reason);
        case Amended.TakesAReason _ -> throw new IllegalStateException("this change takes no reason");
        case Amended.ChangedMeanwhile(var now) -> {
          errors.refuse("site", MEANWHILE);
          yield Answer.again(link(campaign, now, site, errors));
        }
      };
    });
  }

  private LinkSitePage link(Campaign campaign, Campaign.Core core, String chosen, FormErrors errors) {
    return new LinkSitePage(core.id(), core.version(), chosen, desk.runnable(), Runners.wholeLocal(Callers.actor()),
        campaign instanceof Campaign.Public, errors);
  }

  /** An open campaign that the caller may change; one that has ended, or not begun, is not to be changed here. */
  private Campaign open(UUID id) {
    var campaign = desk.change(id);
    if (!campaign.goesOn()) {
      throw CampaignDesk.notFound();
    }
    return campaign;
  }
}
