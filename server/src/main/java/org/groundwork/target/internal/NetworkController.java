// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target.internal;

import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.target.NetworkView;
import org.groundwork.target.Networks;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A network of sites, drawn and explained. */
@Controller
class NetworkController {
  private static final int BEHIND = 8;
  private static final int EVIDENCE = 100;
  private final Transactions transactions;
  private final Networks networks;
  private final NetworkView view;

  NetworkController(Transactions transactions, Networks networks, NetworkView view) {
    this.transactions = transactions;
    this.networks = networks;
    this.view = view;
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
}
