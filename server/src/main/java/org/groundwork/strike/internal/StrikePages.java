// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike.internal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;
import org.groundwork.strike.Happening;
import org.groundwork.strike.Happenings;
import org.groundwork.strike.Hearing;
import org.groundwork.strike.Hearings;
import org.groundwork.strike.MonthlySums;
import org.groundwork.strike.OnStrike;
import org.groundwork.strike.OutTold;
import org.groundwork.strike.RentLine;
import org.groundwork.strike.Strike;
import org.groundwork.strike.StrikeList;
import org.groundwork.strike.StrikeReach;
import org.groundwork.strike.StrikeSites;
import org.springframework.stereotype.Component;

/** The page of a strike as its reader may see it. Runs inside a transaction. */
@Component
class StrikePages {
  private final StrikeDesk desk;
  private final RentRows rows;
  private final MonthlySums sums;
  private final Hearings hearings;
  private final Work work;
  private final Audit audit;

  StrikePages(StrikeDesk desk, RentRows rows, MonthlySums sums, Hearings hearings, Work work, Audit audit) {
    this.audit = audit;
    this.desk = desk;
    this.rows = rows;
    this.sums = sums;
    this.hearings = hearings;
    this.work = work;
  }

  /** Who is on strike, as a number and oneself. */
  @Component("strikeWork")
  record Work(StrikeList list, OnStrike onStrike, OutTold told, StrikeSites sites,
      Happenings happenings) {}

  View of(StrikeAt at, BeginForm form, FormErrors errors) {
    return at.rent() ? rent(at, form, errors) : work(at, form, errors);
  }

  private RentStrikePage rent(StrikeAt at, BeginForm form, FormErrors errors) {
    var reach = desk.rows(at);
    if (!reach.none()) {
      audit.record("rent-strike-seen", new SubjectRef("strike", at.step()), "");
    }
    var lines = rows.lines(at);
    var within = StrikeReach.within(lines, reach);
    var total = at.strike()
        .flatMap(Strike::rent)
        .filter(_ -> reach.everything())
        .<Money>map(rent -> RentLine.total(lines, rent.currency()));
    var ids = within.stream().map(line -> line.unit().id()).toList();
    var coming = ids.isEmpty()
        ? List.<Hearing>of()
        : hearings.toCome(at.step()).stream().filter(hearing -> ids.contains(hearing.unit())).toList();
    var offers = ids.isEmpty() || !at.goesOn()
        ? List.<Happenings.Waiting>of()
        : work.happenings().waiting(at.step()).stream().filter(offer -> ids.contains(offer.unit())).toList();
    var own = own(at, lines.stream().filter(line -> !within.contains(line)).toList());
    int homes = at.strike()
        .flatMap(Strike::stays)
        .map(stays -> stays.homes().orElse(0))
        .orElseGet(() -> RentLine.withholding(lines));
    return new RentStrikePage(at, form, homes, total, rows.rows(at, within),
        at.strike().map(sums::of).orElseGet(List::of), rows.papers(at, within), coming, offers, own,
        at.goesOn() && !reach.none(), desk.legalBy(at), errors, desk.zone());
  }

  /** What whoever is the contact of a home reads of it; offers while somebody can answer them. */
  private List<RentStrikePage.OwnHome> own(StrikeAt at, List<RentLine> others) {
    return others.stream()
        .map(RentLine::unit)
        .filter(unit -> unit.contact().filter(Callers.actor().person()::equals).isPresent())
        .map(unit -> new RentStrikePage.OwnHome(unit.label(),
            hearings.of(unit.id()).stream().filter(hearing -> hearing.comes(desk.now())).toList(),
            work.happenings()
                .to(unit.id())
                .stream()
                .filter(told -> told.crossed().isEmpty())
                .flatMap(told -> told instanceof Happening.Offer offer ? Stream.of(offer) : Stream.empty())
                .filter(offer -> at.goesOn() && offer.reply() == Happening.Reply.WAITING)
                .toList()))
        .filter(home -> !home.hearings().isEmpty() || !home.offers().isEmpty())
        .toList();
  }

  private WorkStrikePage work(StrikeAt at, BeginForm form, FormErrors errors) {
    var me = Callers.actor().person();
    var kept = at.strike().filter(strike -> strike.stays().isEmpty());
    boolean committee = at.strike().isPresent() && StrikeReach.committee(Callers.actor(), at.site().id());
    Optional<OnStrike.Count> count = kept.filter(_ -> committee)
        .map(_ -> work.onStrike().count(at.site(), at.step(), desk.today()));
    return new WorkStrikePage(at, form, count, kept.flatMap(_ -> work.told().of(at.step())),
        kept.flatMap(_ -> work.list().of(at.step(), me)),
        work.sites().belongs(me, at.site().id()),
        committee, desk.legalBy(at), desk.today(), errors);
  }
}
