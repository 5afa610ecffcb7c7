// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike.internal;

import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.strike.StrikeList;
import org.groundwork.strike.StrikeSites;
import org.groundwork.strike.Striker;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What people write down of themselves: that they are out, went back, or are excused today. None of it is in the log,
 * because a log with its authors would be the list.
 */
@Controller
class OwnStrikeController {
  private final Transactions transactions;
  private final StrikeDesk desk;
  private final StrikeList list;
  private final StrikeSites sites;
  private final StrikePages pages;

  OwnStrikeController(Transactions transactions, StrikeDesk desk, StrikeList list, StrikeSites sites,
      StrikePages pages) {
    this.transactions = transactions;
    this.desk = desk;
    this.list = list;
    this.sites = sites;
    this.pages = pages;
  }

  @PostMapping("/l/{local}/strikes/{step}/out")
  @Requires(Power.TAKE_PART)
  Answer out(@PathVariable UUID step) {
    return transactions.write(() -> {
      var at = going(step);
      if (!sites.belongs(me(), at.site().id())) {
        throw StrikeDesk.notFound();
      }
      list.out(step, me(), first(at));
      return Answer.goTo(StrikeDesk.at("strikes/" + step));
    });
  }

  @PostMapping("/l/{local}/strikes/{step}/back")
  @Requires(Power.TAKE_PART)
  Answer back(@PathVariable UUID step) {
    return transactions.write(() -> {
      going(step);
      list.back(step, me(), desk.today());
      return Answer.goTo(StrikeDesk.at("strikes/" + step));
    });
  }

  @PostMapping("/l/{local}/strikes/{step}/excused")
  @Requires(Power.TAKE_PART)
  Answer excused(@PathVariable UUID step, @RequestParam(defaultValue = "") String reason) {
    return transactions.write(() -> {
      var at = going(step);
      var errors = new FormErrors();
      var why = StrikeTyped.choice(errors, "reason", reason, Striker.Reason::known);
      if (why.isEmpty()) {
        return Answer.again(pages.of(at, BeginForm.blank(desk.today()), errors));
      }
      list.on(step, me(), desk.today(), new Striker.What.Excused(why.get()));
      return Answer.goTo(StrikeDesk.at("strikes/" + step));
    });
  }

  /** Today, or the first day of a strike that is yet to come. */
  private java.time.LocalDate first(StrikeAt at) {
    var begun = at.strike().orElseThrow().begun();
    return begun.isAfter(desk.today()) ? begun : desk.today();
  }

  private static UUID me() { return Callers.actor().person(); }

  private StrikeAt going(UUID step) {
    return Optional.of(desk.seen(step)).filter(at -> at.goesOn() && !at.rent()).orElseThrow(StrikeDesk::notFound);
  }
}
