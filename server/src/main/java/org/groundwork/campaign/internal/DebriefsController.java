// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign.internal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.groundwork.campaign.CampaignList;
import org.groundwork.campaign.Debriefs;
import org.groundwork.campaign.StepKind;
import org.groundwork.grievance.GrievanceKind;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.target.TargetKind;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What ended fights taught, for whoever begins one of the same kind. */
@Controller
class DebriefsController {
  private static final int ROWS = 20;
  private static final int LONGEST = DebriefsPage.LONGEST;
  private final Transactions transactions;
  private final Debriefs debriefs;

  DebriefsController(Transactions transactions, Debriefs debriefs) {
    this.transactions = transactions;
    this.debriefs = debriefs;
  }

  @GetMapping("/l/{local}/wins/learned")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer learned(@RequestParam(defaultValue = "") String target, @RequestParam(defaultValue = "") String step,
      @RequestParam(defaultValue = "") String demand, @RequestParam(defaultValue = "") String asked,
      @RequestParam(defaultValue = "") String below) {
    String words = asked.strip();
    var about = new Debriefs.About(
        Arrays.stream(TargetKind.values()).filter(kind -> kind.key().equals(target)).findFirst(),
        StepKind.known(step), GrievanceKind.known(demand),
        words.substring(0, words.offsetByCodePoints(0, Math.min(LONGEST, words.codePointCount(0, words.length())))));
    var from = Typed.id(below).orElse(CampaignList.START);
    return transactions.read(() -> {
      var found = debriefs.search(about, from, ROWS);
      Optional<String> older = found.below().map(id -> "wins/learned?" + query(about) + "below=" + id);
      return Answer.show(new DebriefsPage(found.rows(), about, older, found.gaveUp()));
    });
  }

  private static String query(Debriefs.About about) {
    return about.target().map(kind -> "target=" + kind.key() + "&").orElse("")
        + about.step().map(kind -> "step=" + kind.key() + "&").orElse("")
        + about.harm().map(kind -> "demand=" + kind.key() + "&").orElse("")
        + (about.asked().isEmpty() ? "" : "asked=" + URLEncoder.encode(about.asked(), StandardCharsets.UTF_8) + "&");
  }
}
