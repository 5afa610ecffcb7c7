// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target.internal;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.stream.Stream;
import org.groundwork.linkage.SiteIds;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.target.LinkView;
import org.groundwork.target.NetworkFights;
import org.groundwork.target.NetworkMoves;
import org.groundwork.target.NetworkView;
import org.groundwork.target.Networks;
import org.groundwork.target.Targets;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a decision about two places changed. */
@Controller
class MovedController {
  private static final int ROWS = 50;
  private static final int MOST = 20;
  private final Transactions transactions;
  private final Networks networks;
  private final NetworkView view;
  private final NetworkMoves moves;
  private final LinkView links;
  private final Targets targets;
  private final ObjectProvider<NetworkFights> fights;

  MovedController(Transactions transactions, Networks networks, NetworkView view, NetworkMoves moves, LinkView links,
      Targets targets, ObjectProvider<NetworkFights> fights) {
    this.transactions = transactions;
    this.networks = networks;
    this.view = view;
    this.moves = moves;
    this.links = links;
    this.targets = targets;
    this.fights = fights;
  }

  @GetMapping("/l/{local}/networks/decided/moved")
  @Requires(Power.RESEARCH)
  Answer moved(@RequestParam(defaultValue = "") String a, @RequestParam(defaultValue = "") String b,
      @RequestParam(defaultValue = "") String after) {
    NetworkController.wholeLocal();
    return transactions.read(() -> {
      var verdict = links.verdict(a, b);
      var one = place(a, verdict);
      var other = place(b, verdict);
      var went = moves.went(a, b, MOST);
      var faces = new LinkedHashMap<String, Networks.Face>();
      Stream.concat(went.stream().flatMap(each -> Stream.of(each.from(), each.to())),
          Stream.of(a, b).flatMap(site -> networks.of(site).stream()))
          .distinct()
          .forEach(network -> view.face(network)
              .flatMap(_ -> networks.face(network))
              .ifPresent(face -> faces.put(network, face)));
      var found = moves.rows(a, b, after, ROWS + 1);
      var shown = found.subList(0, Math.min(ROWS, found.size()));
      return Answer.show(new MovedPage(one, other, verdict, went, shown, faces,
          targets.ofNetworks(faces.keySet(), MOST),
          fights.stream().flatMap(port -> port.about(faces.keySet(), MOST).stream()).toList(), found.size() > ROWS
              ? Optional.of(at(a, b) + "&after=" + NetworkController.encoded(shown.getLast().site()))
              : Optional.empty()));
    });
  }

  /** The address within the local where one reads what a decision about two places changed. */
  static String at(String one, String other) {
    boolean ordered = SiteIds.ORDER.compare(one, other) < 0;
    return "networks/decided/moved?a=" + NetworkController.encoded(ordered ? one : other) + "&b="
        + NetworkController.encoded(ordered ? other : one);
  }

  /** A place of a decision, also one that the register no longer has. */
  private NetworkView.Member place(String site, Optional<String> verdict) {
    return view.site(site)
        .or(() -> verdict.map(_ -> new NetworkView.Member(site, site, 0)))
        .orElseThrow(MovedController::notFound);
  }

  private static NotAllowed notFound() { return new NotAllowed(NotAllowed.Reason.NOT_FOUND); }
}
