// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance.internal;

import java.util.UUID;
import org.groundwork.grievance.CommonCauses;
import org.groundwork.grievance.GrievanceKind;
import org.groundwork.grievance.Grievances;
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
import org.groundwork.roll.SiteSuggestions;
import org.groundwork.target.NetworkView;
import org.groundwork.target.Networks;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Common causes and the grievances behind them, for organisers of the whole local. */
@Controller
class CausesController {
  private static final int CAUSES = 50;
  private static final int ROWS = 200;
  private final Transactions transactions;
  private final CommonCauses causes;
  private final Grievances grievances;
  private final Networks networks;
  private final NetworkView view;
  private final SiteSuggestions registers;
  private final People people;
  private final Locals locals;
  private final Audit audit;

  CausesController(Transactions transactions, CommonCauses causes, Grievances grievances, Networks networks,
      NetworkView view,
      SiteSuggestions registers, People people, Locals locals, Audit audit) {
    this.transactions = transactions;
    this.causes = causes;
    this.grievances = grievances;
    this.networks = networks;
    this.view = view;
    this.registers = registers;
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
          grievances.ofCause(what, network, ROWS), view.behind(network, 6), Callers.actor().may(Power.RUN_CAMPAIGNS)));
    });
  }

  @GetMapping("/l/{local}/grievances/{id}")
  @Requires(Power.SEE_GRIEVANCES)
  Answer grievance(@PathVariable UUID id) {
    return transactions.write(() -> {
      var grievance = within(id);
      audit.record("grievance-seen", new SubjectRef("grievance", id), "");
      String place = grievance.registerSite()
          .flatMap(registers::byId)
          .map(SiteSuggestions.Suggestion::address)
          .orElse(grievance.place());
      return Answer
          .show(new GrievancePage(grievance, grievance.person().flatMap(people::known).map(People.Known::name), place));
    });
  }

  @PostMapping("/l/{local}/grievances/{id}/confirm")
  @Requires(Power.SEE_GRIEVANCES)
  Answer confirm(@PathVariable("local") String handle, @PathVariable UUID id) {
    return transactions.write(() -> {
      grievances.confirm(within(id).id());
      return Answer.goTo("/l/" + handle + "/grievances/" + id);
    });
  }

  /** The grievance, if it lies within the caller's reach; otherwise it is as if it were not there. */
  private Grievances.Grievance within(UUID id) {
    var grievance = grievances.byId(id).orElseThrow(CausesController::notFound);
    var reach = Callers.actor().reachOf(Power.SEE_GRIEVANCES).orElseThrow(CausesController::notFound);
    boolean seen = reach instanceof Reach.WholeLocal || grievance.site().map(reach::covers).orElse(false);
    if (!seen) {
      throw notFound();
    }
    return grievance;
  }

  /** Causes join sites, so only those who see the whole local see them. */
  private static void wholeLocal() {
    if (!(Callers.actor().reachOf(Power.SEE_GRIEVANCES).orElse(null) instanceof Reach.WholeLocal)) {
      throw new NotAllowed(NotAllowed.Reason.ROLE);
    }
  }

  private static NotAllowed notFound() { return new NotAllowed(NotAllowed.Reason.NOT_FOUND); }
}
