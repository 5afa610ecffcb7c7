// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.defence.internal;

import java.util.List;
import java.util.UUID;
import org.groundwork.campaign.CampaignList;
import org.groundwork.defence.WhoseFight;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Before a fight is ended: whether open cases of its place are about it. */
@Controller
class WhoseFightController {
  private final Transactions transactions;
  private final CaseDesk desk;
  private final CaseLines lines;
  private final CampaignList campaigns;
  private final WhoseFight fights;
  private final Audit audit;

  WhoseFightController(Transactions transactions, CaseDesk desk, CaseLines lines, CampaignList campaigns,
      WhoseFight fights, Audit audit) {
    this.transactions = transactions;
    this.desk = desk;
    this.lines = lines;
    this.campaigns = campaigns;
    this.fights = fights;
    this.audit = audit;
  }

  @GetMapping("/l/{local}/cases/whose-fight")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer ask(@RequestParam(defaultValue = "") String campaign) {
    return transactions.write(() -> {
      audit.record("cases-listed", new SubjectRef("person", Callers.actor().person()), "");
      var fight = run(campaign);
      var unsaid = fights.unsaid(fight.id(), fight.site().orElseThrow(CaseDesk::notFound))
          .stream()
          .filter(desk::worksOn)
          .toList();
      return Answer.show(new WhoseFightPage(fight.id(), fight.title(), lines.of(unsaid), desk.today()));
    });
  }

  @PostMapping("/l/{local}/cases/whose-fight")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer say(@RequestParam(defaultValue = "") String campaign,
      @RequestParam(name = "case", defaultValue = "") String hit,
      @RequestParam(defaultValue = "") String about) {
    return transactions.write(() -> {
      var fight = run(campaign);
      UUID id = Typed.id(hit).orElseThrow(CaseDesk::notFound);
      if (!List.of("yes", "no").contains(about)) {
        throw CaseDesk.notFound();
      }
      var found = desk.worked(id);
      if (found.open() && found.about().campaign().isEmpty()) {
        fights.say(id, fight.id(), about.equals("yes"));
      }
      return Answer.goTo(CaseDesk.at(fights.path(fight.id())));
    });
  }

  private CampaignList.Line run(String campaign) {
    return Typed.id(campaign)
        .flatMap(id -> campaigns.of(List.of(id)).stream().findFirst())
        .filter(line -> line.runBy(Callers.actor()))
        .orElseThrow(CaseDesk::notFound);
  }
}
