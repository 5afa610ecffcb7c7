// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.campaign.Campaign;
import org.groundwork.campaign.GoingPublic;
import org.groundwork.campaign.PublicFace;
import org.groundwork.campaign.Publicity;
import org.groundwork.campaign.Readiness;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.Texts;
import org.groundwork.roll.Site;
import org.groundwork.roll.SiteKind;
import org.groundwork.target.Dossiers;
import org.groundwork.target.Target;
import org.groundwork.target.Targets;
import org.groundwork.target.ToldLink;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Records the decision to make a campaign public, and takes it back; for those who run the whole local's. */
@Controller
class GoingPublicController {
  private final Transactions transactions;
  private final Publicity publicity;
  private final Targets targets;
  private final Dossiers dossiers;
  private final CampaignDesk desk;
  private final Texts texts;

  GoingPublicController(Transactions transactions, Publicity publicity, Targets targets, Dossiers dossiers,
      CampaignDesk desk, Texts texts) {
    this.dossiers = dossiers;
    this.transactions = transactions;
    this.publicity = publicity;
    this.targets = targets;
    this.desk = desk;
    this.texts = texts;
  }

  @GetMapping("/l/{local}/campaigns/{id}/public")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer ask(@PathVariable UUID id, HttpServletRequest request) {
    CampaignDesk.wholeLocal();
    return transactions.write(() -> desk.run(id) instanceof Campaign.Quiet quiet
        ? Answer.show(page(about(quiet), PublicForm.blank(desk.today()), FormErrors.none(), request))
        : Answer.goTo(CampaignDesk.story(id, "")));
  }

  @PostMapping("/l/{local}/campaigns/{id}/public")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer decide(@PathVariable UUID id, @ModelAttribute PublicForm form,
      @RequestParam(defaultValue = "decide") String act, HttpServletRequest request) {
    CampaignDesk.wholeLocal();
    return transactions.write(() -> {
      if (!(desk.run(id) instanceof Campaign.Quiet quiet)) {
        return Answer.goTo(CampaignDesk.story(id, "")); // sent twice: it is done
      }
      var about = about(quiet);
      if (act.equals("look")) {
        return Answer.show(page(about, form, FormErrors.none(), request));
      }
      var errors = new FormErrors();
      var said = form.read(errors, desk.today(), about.majority(), texts.of(request).t("publish.word"));
      var face = about.face(form);
      if (!face.print().equals(form.print())) {
        errors.refuse("preview", "publish.look-again");
      }
      if (face.shown().place().isEmpty() && about.saysWhere(face)) {
        errors.refuse("place", "campaign.refused.names-the-place");
      }
      var others = others(about, face);
      if (!others.isEmpty() && !form.mayName()) {
        errors.refuse("place", "campaign.refused.names-others", String.join(", ", others));
      }
      return said.isEmpty() || errors.any()
          ? Answer.again(page(about, form, errors, request))
          : decided(id, about, face, said.get());
    });
  }

  private Answer decided(UUID id, About about, PublicFace face, PublicForm.Said said) {
    var decision = new Publicity.NewDecision(said.on(), said.decided(), said.why(), about.readiness(), face.shown());
    return switch (publicity.decide(id, decision, face.print(), about.site().map(Site::name))) {
      case GoingPublic.Done _ -> Answer.goTo(CampaignDesk.story(id, "public"));
      // somebody else was at it in this very moment: whoever decides looks at it anew
      case GoingPublic.Refused _ -> throw new NotAllowed(NotAllowed.Reason.CHANGED_MEANWHILE);
    };
  }

  @GetMapping("/l/{local}/campaigns/{id}/quiet")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer askBack(@PathVariable UUID id) {
    CampaignDesk.wholeLocal();
    return transactions.read(() -> {
      desk.run(id);
      return publicity.inForce(id)
          .map(decision -> Answer.show(new TakeBackPage(id, decision,
              "/p/" + Callers.actor().handle() + "/" + decision.page())))
          .orElseGet(() -> Answer.goTo(CampaignDesk.story(id, "")));
    });
  }

  @PostMapping("/l/{local}/campaigns/{id}/quiet")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer takeBack(@PathVariable UUID id) {
    CampaignDesk.wholeLocal();
    return transactions.write(() -> {
      String gone = desk.run(id) instanceof Campaign.Closed ? "gone" : "quiet";
      return Answer.goTo(CampaignDesk.story(id, publicity.takeBack(id) ? gone : ""));
    });
  }

  /** A campaign about to go public. */
  private record About(Campaign campaign, Optional<Target> target, Optional<Site> site,
      Optional<Readiness> readiness, List<ToldLink> links) {
    boolean majority() { return readiness.map(Readiness::majority).orElse(false); }

    boolean saysWhere(PublicFace face) { return site.map(at -> face.says(at.name(), at.registerSite())).orElse(false); }

    /** What strangers would see of it by this form. */
    PublicFace face(PublicForm form) {
      return Publicity.face(campaign, new PublicFace.Shown(target.flatMap(Target::person), target.flatMap(Target::firm),
          site.filter(_ -> form.showsPlace()).map(Site::name), form.mayBeFound(), form.showsTitle(),
          form.tellsWhoIsBehind() ? links : List.of()));
    }
  }

  private About about(Campaign.Quiet quiet) {
    var site = desk.site(quiet);
    var target = targets.byId(quiet.core().target());
    return new About(quiet, target, site, desk.strength(site.filter(Site::laidOut)).map(Strength::readiness),
        target.flatMap(Target::network)
            .map(network -> dossiers.links(network, PublicFace.MOST_LINKS))
            .orElseGet(List::of));
  }

  /** Other places of the local that strangers would read of. */
  private List<String> others(About about, PublicFace face) {
    return desk.runnable()
        .stream()
        .filter(site -> about.site().filter(site::equals).isEmpty() && face.says(site.name(), site.registerSite()))
        .map(Site::name)
        .toList();
  }

  private GoPublicPage page(About about, PublicForm form, FormErrors errors, HttpServletRequest request) {
    var face = about.face(form);
    return new GoPublicPage(about.campaign().core().id(), form, errors, about.readiness(),
        about.site().map(site -> site.kind() == SiteKind.BUILDING).orElse(false), face,
        about.site().map(Site::name), others(about, face), !about.links().isEmpty(),
        texts.of(request).t("publish.word"));
  }
}
