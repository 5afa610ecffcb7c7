// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance.internal;

import java.util.List;
import java.util.Objects;
import org.groundwork.grievance.CommonCauses;
import org.groundwork.grievance.GrievanceKind;
import org.groundwork.grievance.Grievances;
import org.groundwork.grievance.Reports;
import org.groundwork.grievance.WhoNext;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Reach;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.roll.People;
import org.groundwork.target.NetworkView;
import org.groundwork.target.Networks;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Common causes, for organisers of the whole local. */
@Controller
class CausesController {
  private static final int CAUSES = 50;
  private static final int TO_TALK = 12;
  private static final int NEWEST = 20;
  private final Transactions transactions;
  private final CommonCauses causes;
  private final Grievances grievances;
  private final Networks networks;
  private final NetworkView view;
  private final GrievancesInReach reach;
  private final Reports reports;
  private final WhoNext next;
  private final People people;
  private final Locals locals;
  private final Audit audit;

  CausesController(Transactions transactions, CommonCauses causes, Grievances grievances, Networks networks,
      NetworkView view, GrievancesInReach reach, Reports reports, WhoNext next, People people, Locals locals,
      Audit audit) {
    this.transactions = transactions;
    this.causes = causes;
    this.grievances = grievances;
    this.networks = networks;
    this.view = view;
    this.reach = reach;
    this.reports = reports;
    this.next = next;
    this.people = people;
    this.locals = locals;
    this.audit = audit;
  }

  @GetMapping("/l/{local}/causes")
  @Requires(Power.SEE_GRIEVANCES)
  Answer list(@PathVariable("local") String handle) {
    wholeLocal();
    return transactions.read(() -> {
      var currency = locals.profile().currency();
      var rows = causes.largest(currency.getCurrencyCode(), CAUSES)
          .stream()
          .map(cause -> new CausesPage.Row(cause, networks.face(cause.network()), new Money(cause.minor(), currency)))
          .toList();
      return Answer.show(new CausesPage(rows, handle));
    });
  }

  @GetMapping("/l/{local}/causes/{kind}")
  @Requires(Power.SEE_GRIEVANCES)
  Answer cause(@PathVariable String kind, @RequestParam(defaultValue = "") String network) {
    wholeLocal();
    return transactions.write(() -> {
      var currency = locals.profile().currency();
      var what = GrievanceKind.known(kind).orElseThrow(CausesController::notFound);
      var cause = causes.of(what, network, currency.getCurrencyCode()).orElseThrow(CausesController::notFound);
      audit.record("cause-seen", new SubjectRef("local", Callers.actor().local().value()), kind);
      return Answer.show(new CausePage(cause, networks.face(network), new Money(cause.minor(), currency),
          waiting(what, network), known(what, network), grievances.ofCause(what, network, NEWEST),
          view.behind(network, 6), Callers.actor().may(Power.RUN_CAMPAIGNS)));
    });
  }

  private List<CausePage.Line> waiting(GrievanceKind kind, String network) {
    return reports.waitingFor(kind, network, TO_TALK)
        .stream()
        .map(report -> new CausePage.Line(report, reach.place(report)))
        .toList();
  }

  private List<CausePage.Neighbour> known(GrievanceKind kind, String network) {
    if (!(Callers.actor().reachOf(Power.SEE_PEOPLE).orElse(null) instanceof Reach.WholeLocal)) {
      return List.of();
    }
    var found = next.notSpokenWith(kind, network, TO_TALK);
    var names = people.known(found.stream().map(WhoNext.Known::person).toList());
    return found.stream()
        .filter(known -> names.containsKey(known.person()))
        .map(known -> new CausePage.Neighbour(
            new Somebody(known.person(), Objects.requireNonNull(names.get(known.person())).name()), known.siteName()))
        .toList();
  }

  /** Causes join sites, so only those who see the whole local see them. */
  private static void wholeLocal() {
    if (!(Callers.actor().reachOf(Power.SEE_GRIEVANCES).orElse(null) instanceof Reach.WholeLocal)) {
      throw new NotAllowed(NotAllowed.Reason.ROLE);
    }
  }

  private static NotAllowed notFound() { return new NotAllowed(NotAllowed.Reason.NOT_FOUND); }
}
