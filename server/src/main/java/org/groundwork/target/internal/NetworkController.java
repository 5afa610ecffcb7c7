// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target.internal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Reach;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.target.NetworkView;
import org.groundwork.target.Networks;
import org.groundwork.target.Verdicts;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A network of sites, drawn and explained. */
@Controller
class NetworkController {
  private static final int BEHIND = 8;
  private static final int EVIDENCE = 100;
  private final Transactions transactions;
  private final Networks networks;
  private final NetworkView view;
  private final Verdicts verdicts;

  NetworkController(Transactions transactions, Networks networks, NetworkView view, Verdicts verdicts) {
    this.transactions = transactions;
    this.networks = networks;
    this.view = view;
    this.verdicts = verdicts;
  }

  @GetMapping("/l/{local}/networks")
  @Requires(Power.RESEARCH)
  Answer network(@RequestParam(defaultValue = "") String network) {
    return transactions.read(() -> {
      var face = networks.face(network).orElseThrow(() -> new NotAllowed(NotAllowed.Reason.NOT_FOUND));
      var members = view.members(network);
      var behind = view.behind(network, BEHIND);
      return Answer.show(new NetworkPage(face, members, behind, view.evidence(network, EVIDENCE),
          NetworkDrawing.of(members, behind, view.ties(network, 2000))));
    });
  }

  @PostMapping("/l/{local}/networks/verdict")
  @Requires(Power.RESEARCH)
  Answer decide(@PathVariable("local") String handle, @RequestParam(defaultValue = "") String a,
      @RequestParam(defaultValue = "") String b, @RequestParam(defaultValue = "") String verdict) {
    if (!(Callers.actor().reachOf(Power.RESEARCH).orElse(null) instanceof Reach.WholeLocal)) {
      throw new NotAllowed(NotAllowed.Reason.ROLE);
    }
    return transactions.write(() -> {
      if (!view.linked(a, b)) {
        throw new NotAllowed(NotAllowed.Reason.NOT_FOUND);
      }
      verdicts.decide(a, b, verdict.equals("split") ? Verdicts.Verdict.SPLIT : Verdicts.Verdict.CONFIRMED);
      String network = networks.of(a).orElseThrow(() -> new NotAllowed(NotAllowed.Reason.NOT_FOUND));
      return Answer.goTo("/l/" + handle + "/networks?network=" + URLEncoder.encode(network, StandardCharsets.UTF_8));
    });
  }
}
