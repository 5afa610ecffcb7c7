// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target.internal;

import java.util.HashMap;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.roll.People;
import org.groundwork.target.LinkView;
import org.groundwork.target.Verdicts;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Says which links of a register are right, takes that back, and lists what was said. */
@Controller
class VerdictController {
  private static final int ROWS = 50;
  private final Transactions transactions;
  private final LinkView links;
  private final Verdicts verdicts;
  private final People people;
  private final Locals locals;

  VerdictController(Transactions transactions, LinkView links, Verdicts verdicts, People people, Locals locals) {
    this.transactions = transactions;
    this.links = links;
    this.verdicts = verdicts;
    this.people = people;
    this.locals = locals;
  }

  @PostMapping("/l/{local}/networks/verdict")
  @Requires(Power.RESEARCH)
  Answer decide(@PathVariable("local") String handle, @RequestParam(defaultValue = "") String a,
      @RequestParam(defaultValue = "") String b, @RequestParam(defaultValue = "") String verdict) {
    NetworkController.wholeLocal();
    return transactions.write(() -> {
      if (!links.linked(a, b) && links.verdict(a, b).isEmpty()) {
        throw new NotAllowed(NotAllowed.Reason.NOT_FOUND);
      }
      switch (verdict) {
        case "split" -> verdicts.decide(a, b, Verdicts.Verdict.SPLIT);
        case "confirmed" -> verdicts.decide(a, b, Verdicts.Verdict.CONFIRMED);
        default -> throw new NotAllowed(NotAllowed.Reason.NOT_FOUND);
      }
      return Answer.goTo("/l/" + handle + "/" + MovedController.at(a, b));
    });
  }

  @PostMapping("/l/{local}/networks/verdict/withdraw")
  @Requires(Power.RESEARCH)
  Answer withdraw(@PathVariable("local") String handle, @RequestParam(defaultValue = "") String a,
      @RequestParam(defaultValue = "") String b) {
    NetworkController.wholeLocal();
    return transactions.write(() -> {
      boolean gone = verdicts.withdraw(a, b);
      return Answer.goTo("/l/" + handle + "/" + (gone && links.linked(a, b)
          ? MovedController.at(a, b)
          : "networks/decided"));
    });
  }

  @GetMapping("/l/{local}/networks/decided")
  @Requires(Power.RESEARCH)
  Answer decided(@RequestParam(defaultValue = "") String a, @RequestParam(defaultValue = "") String b) {
    NetworkController.wholeLocal();
    return transactions.read(() -> {
      var found = links.decided(a, b, ROWS + 1);
      boolean more = found.size() > ROWS;
      var shown = more ? found.subList(0, ROWS) : found;
      var names = new HashMap<UUID, String>();
      people.known(shown.stream().flatMap(decision -> decision.by().stream()).distinct().toList())
          .forEach((id, known) -> names.put(id, known.name()));
      return Answer.show(new DecidedPage(shown, names, locals.profile().zone(), more
          ? Optional.of("networks/decided?a=" + NetworkController.encoded(shown.getLast().siteA()) + "&b="
              + NetworkController.encoded(shown.getLast().siteB()))
          : Optional.empty()));
    });
  }
}
