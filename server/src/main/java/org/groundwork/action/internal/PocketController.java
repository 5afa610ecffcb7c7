// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action.internal;

import java.util.EnumMap;
import java.util.List;
import java.util.UUID;
import org.groundwork.action.Action;
import org.groundwork.action.March;
import org.groundwork.action.MarchParts;
import org.groundwork.action.Marches;
import org.groundwork.campaign.Campaign;
import org.groundwork.campaign.Campaigns;
import org.groundwork.campaign.StepKind;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What one carries to a march, for whoever has a part in it and whoever runs it. */
@Controller
class PocketController {
  private final Transactions transactions;
  private final ActionDesk desk;
  private final PartDesk who;
  private final Marches marches;
  private final MarchParts parts;
  private final Campaigns campaigns;

  PocketController(Transactions transactions, ActionDesk desk, PartDesk who, Marches marches, MarchParts parts,
      Campaigns campaigns) {
    this.transactions = transactions;
    this.desk = desk;
    this.who = who;
    this.marches = marches;
    this.parts = parts;
    this.campaigns = campaigns;
  }

  @GetMapping("/l/{local}/actions/{id}/march/pocket")
  @Requires(Power.TAKE_PART)
  Answer pocket(@PathVariable UUID id) {
    return transactions.read(() -> {
      var action = desk.seen(id, StepKind.MARCH);
      var actor = Callers.actor();
      if (!ActionDesk.runs(actor, action) && !parts.takesPart(id, actor.person())) {
        throw ActionDesk.notFound();
      }
      return Answer.show(page(action));
    });
  }

  private PocketPage page(Action action) {
    var march = marches.of(action.id());
    List<Campaign.Demand> demands = action.campaign()
        .flatMap(campaigns::byId)
        .map(fight -> fight.core().demands())
        .orElseGet(List::of);
    var names = who.names(march.parts().stream().map(March.Role::person).distinct().toList());
    var lines = march.parts()
        .stream()
        .map(role -> new PocketPage.Line(role.part(), Choice.initials(names.getOrDefault(role.person(), "")),
            role.demand().map(demand -> MarchController.what(demands, demand)).orElse("")))
        .toList();
    var answers = new EnumMap<March.Reply, String>(March.Reply.class);
    march.answers().forEach(answer -> answers.put(answer.reply(), answer.answer()));
    return new PocketPage(action, lines, answers, march.filming().map(March.Note::text).orElse(""));
  }
}
