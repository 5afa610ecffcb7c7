// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target.internal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Reach;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.target.LinkView;
import org.groundwork.target.NetworkView;
import org.groundwork.target.Networks;
import org.groundwork.target.PastView;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A network of sites, drawn and explained; the rows behind its numbers, page by page. */
@Controller
class NetworkController {
  private static final int BEHIND = 8;
  private static final int FIRST_SITES = 12;
  private static final int FIRST_LINKS = 5;
  private static final int ROWS = 50;
  private static final int LINKS = 20;
  private static final int TIES = 2_000;
  private final Transactions transactions;
  private final Networks networks;
  private final NetworkView view;
  private final LinkView links;
  private final PastView past;

  NetworkController(Transactions transactions, Networks networks, NetworkView view, LinkView links, PastView past) {
    this.transactions = transactions;
    this.networks = networks;
    this.view = view;
    this.links = links;
    this.past = past;
  }

  @GetMapping("/l/{local}/networks")
  @Requires(Power.RESEARCH)
  Answer network(@RequestParam(defaultValue = "") String network) {
    return transactions.read(() -> {
      var face = face(network);
      var members = view.members(network, "", FIRST_SITES);
      var behind = view.behind(network, BEHIND);
      var first = links.of(network, LinkView.Cursor.start(), FIRST_LINKS);
      return Answer.show(new NetworkPage(face, members, behind, first, links.count(network),
          past.held(network, ROWS),
          NetworkDrawing.of(members, behind, view.ties(network, TIES)), decides()));
    });
  }

  @GetMapping("/l/{local}/networks/sites")
  @Requires(Power.RESEARCH)
  Answer sites(@RequestParam(defaultValue = "") String network, @RequestParam(defaultValue = "") String after) {
    return transactions.read(() -> list(face(network), Optional.empty(), view.members(network, after, ROWS + 1),
        after, last -> "networks/sites?network=" + encoded(network) + "&after=" + encoded(last)));
  }

  @GetMapping("/l/{local}/networks/party")
  @Requires(Power.RESEARCH)
  Answer party(@RequestParam(defaultValue = "") String network, @RequestParam(defaultValue = "") String party,
      @RequestParam(defaultValue = "") String after) {
    UUID id = Typed.uuid(party);
    return transactions.read(() -> {
      var behind = view.party(network, id).orElseThrow(NetworkController::notFound);
      return list(face(network), Optional.of(behind), view.membersOf(network, id, after, ROWS + 1), after,
          last -> "networks/party?network=" + encoded(network) + "&party=" + id + "&after=" + encoded(last));
    });
  }

  private static Answer list(Networks.Face face, Optional<NetworkView.Behind> party,
      List<NetworkView.Member> found, String after, Function<String, String> next) {
    boolean more = found.size() > ROWS;
    var shown = more ? found.subList(0, ROWS) : found;
    return Answer.show(new NetworkListPage(face, party, shown, List.of(), after.isEmpty(),
        more ? Optional.of(next.apply(shown.getLast().site())) : Optional.empty(), decides()));
  }

  @GetMapping("/l/{local}/networks/links")
  @Requires(Power.RESEARCH)
  Answer links(@RequestParam(defaultValue = "") String network, @RequestParam(defaultValue = "") String sure,
      @RequestParam(defaultValue = "") String a, @RequestParam(defaultValue = "") String b,
      @RequestParam(defaultValue = "") String kind) {
    boolean first = !sure.matches("\\d{1,4}");
    var from = first ? LinkView.Cursor.start() : new LinkView.Cursor(Integer.parseInt(sure), a, b, kind);
    return transactions.read(() -> {
      var found = links.of(network, from, LINKS + 1);
      boolean more = found.size() > LINKS;
      var shown = more ? found.subList(0, LINKS) : found;
      return Answer.show(new NetworkListPage(face(network), Optional.empty(), List.of(), shown, first,
          more ? Optional.of(behind(network, shown.getLast().cursor())) : Optional.empty(), decides()));
    });
  }

  private static String behind(String network, LinkView.Cursor last) {
    return "networks/links?network=" + encoded(network) + "&sure=" + last.perMille() + "&a=" + encoded(last.a()) + "&b="
        + encoded(last.b()) + "&kind=" + encoded(last.kind());
  }

  private Networks.Face face(String network) { return networks.face(network).orElseThrow(NetworkController::notFound); }

  /** Networks join sites, so only those who work for the whole local decide about them. */
  static boolean decides() {
    return Callers.actor().reachOf(Power.RESEARCH).orElse(null) instanceof Reach.WholeLocal;
  }

  /** Refuses whoever does not work for the whole local. */
  static void wholeLocal() {
    if (!decides()) {
      throw new NotAllowed(NotAllowed.Reason.ROLE);
    }
  }

  static String encoded(String text) { return URLEncoder.encode(text, StandardCharsets.UTF_8); }

  private static NotAllowed notFound() { return new NotAllowed(NotAllowed.Reason.NOT_FOUND); }
}
