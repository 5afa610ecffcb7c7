// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.groundwork.organizing.Part;
import org.groundwork.organizing.Turfs;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.roll.Site;
import org.groundwork.roll.Sites;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Doors taken along on a phone, and telling a phone to let go of them. */
@Controller
class TurfController {
  private final Transactions transactions;
  private final TalkDesk desk;
  private final Turfs turfs;
  private final TurfContent content;
  private final Audit audit;

  TurfController(Transactions transactions, TalkDesk desk, Turfs turfs, TurfContent content, Audit audit) {
    this.transactions = transactions;
    this.desk = desk;
    this.turfs = turfs;
    this.content = content;
    this.audit = audit;
  }

  @GetMapping("/l/{local}/sites/{site}/turf")
  @Requires(Power.TALK)
  Answer turf(@PathVariable UUID site) {
    return transactions.write(() -> {
      Site at = desk.site(site, Power.TALK);
      boolean organises = Callers.actor().may(Power.ORGANISE, site);
      audit.record("turfs-seen", new SubjectRef("site", site), "");
      var out = turfs.out(Turfs.doorsOf(site))
          .stream()
          .filter(turf -> organises || turf.takenBy().equals(Callers.actor().person()))
          .map(turf -> new TurfPage.Out(turf, desk.name(turf.takenBy())))
          .toList();
      return Answer.show(new TurfPage(at, desk.units(at).stream().map(unit -> Part.of(at, unit)).distinct().toList(),
          out, (int) Turfs.NIGHT.toHours(), organises, desk.zone()));
    });
  }

  /** Hands the doors out, once asked for by the page's script, which seals them under the phone's PIN. */
  @PostMapping("/l/{local}/sites/{site}/turf")
  @Requires(Power.TALK)
  Answer take(@PathVariable UUID site, @RequestParam MultiValueMap<String, String> all, HttpServletRequest request) {
    return transactions.write(() -> {
      Site at = desk.site(site, Power.TALK);
      // not as a list of its own: one that comes alone would be cut where it has a comma, as "Packing, Night" has
      var wanted = new HashSet<>(all.getOrDefault("part", List.of()));
      List<Sites.Unit> units = desk.units(at)
          .stream()
          .filter(unit -> wanted.contains(Part.of(at, unit)))
          .limit(Turfs.MOST_DOORS)
          .toList();
      if (units.isEmpty()) {
        return Answer.goTo(TalkDesk.in("sites/" + site + "/turf"));
      }
      var turf = turfs.take(Turfs.doorsOf(site), units.size());
      return HandOverController.json(content.of(at, units, turf, request));
    });
  }

  @PostMapping("/l/{local}/sites/{site}/turf/{turf}/revoke")
  @Requires(Power.TALK)
  Answer revoke(@PathVariable UUID site, @PathVariable UUID turf) {
    return transactions.write(() -> {
      desk.site(site, Power.TALK);
      boolean theirs = turfs.out(Turfs.doorsOf(site))
          .stream()
          .anyMatch(out -> out.id().equals(turf) && (Callers.actor().may(Power.ORGANISE, site)
              || out.takenBy().equals(Callers.actor().person())));
      if (!theirs || !turfs.revoke(Turfs.doorsOf(site), turf)) {
        throw TalkDesk.notFound();
      }
      return Answer.goTo(TalkDesk.in("sites/" + site + "/turf"));
    });
  }
}
