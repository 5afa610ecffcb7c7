// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action.internal;

import java.util.Optional;
import java.util.UUID;
import org.groundwork.action.Action;
import org.groundwork.action.Actions;
import org.groundwork.action.Invitations;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Planning an action, changing it and its invitation, calling it off. */
@Controller
class PlanController {
  private final Transactions transactions;
  private final ActionDesk desk;
  private final Actions actions;
  private final Invitations invitations;
  private final ActionController.Once once;

  PlanController(Transactions transactions, ActionDesk desk, Actions actions, Invitations invitations,
      ActionController.Once once) {
    this.transactions = transactions;
    this.desk = desk;
    this.actions = actions;
    this.invitations = invitations;
    this.once = once;
  }

  @GetMapping("/l/{local}/actions/plan")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer blank(@RequestParam(defaultValue = "") String campaign, @RequestParam(defaultValue = "") String step) {
    return transactions.read(() -> {
      String site = Typed.id(campaign)
          .flatMap(id -> desk.campaigns().stream().filter(line -> line.id().equals(id)).findFirst())
          .flatMap(line -> line.site())
          .map(UUID::toString)
          .orElse("");
      return Answer.show(page(Optional.empty(), ActionForm.blank(once.ids().random(), campaign, step, site),
          FormErrors.none(), false));
    });
  }

  @PostMapping("/l/{local}/actions/plan")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer plan(@ModelAttribute ActionForm form) {
    return transactions.write(() -> {
      var errors = new FormErrors();
      var read = form.read(errors, desk.zone(), may(form));
      if (read.isEmpty()) {
        return Answer.again(page(Optional.empty(), form, errors, false));
      }
      if (!once.only().first(Typed.id(form.once()).orElseThrow(ActionDesk::notFound), "action")) {
        return Answer.goTo(ActionDesk.at("actions"));
      }
      UUID id = actions.plan(read.get().plan(), read.get().first());
      return Answer.goTo(ActionDesk.at(id, "?done=planned"));
    });
  }

  @GetMapping("/l/{local}/actions/{id}/change")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer edit(@PathVariable UUID id) {
    return transactions.read(() -> {
      var action = desk.planned(id);
      return Answer.show(page(Optional.of(action), ActionForm.of(action), FormErrors.none(), false));
    });
  }

  @PostMapping("/l/{local}/actions/{id}/change")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer change(@PathVariable UUID id, @ModelAttribute ActionForm form) {
    return transactions.write(() -> {
      var action = desk.planned(id);
      var errors = new FormErrors();
      var read = form.read(errors, action.when().zone(), may(form));
      read.flatMap(typed -> action.outside(typed.plan().when()))
          .ifPresent(shift -> errors.refuse("until", "actions.shift.would-be-outside", shift.name()));
      if (read.isEmpty() || errors.any()) {
        return Answer.again(page(Optional.of(action), form, errors, false));
      }
      var plan = read.get().plan();
      boolean news = !action.when().equals(plan.when()) || !action.told().place().equals(plan.told().place());
      return actions.change(id, form.readVersion(), plan)
          ? Answer.goTo(ActionDesk.at(id, news && action.expectsSomebody() ? "?done=told" : "?done=saved"))
          : Answer.again(page(Optional.of(action), form.over(action), errors, true));
    });
  }

  private ActionForm.May may(ActionForm form) {
    return desk.may(desk.campaigns(), desk.rungs(Typed.id(form.campaign())), desk.sites());
  }

  private ActionEditPage page(Optional<Action> action, ActionForm form, FormErrors errors, boolean changed) {
    var fights = desk.campaigns();
    var rungs = desk.rungs(Typed.id(form.campaign()));
    var places = desk.sites();
    return new ActionEditPage(action.map(Action::id), form, errors, fights, rungs, places,
        desk.may(fights, rungs, places).wholeLocal(), action.filter(Action::countOnly).isPresent(), changed);
  }

  @PostMapping("/l/{local}/actions/{id}/link")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer invite(@PathVariable UUID id) {
    return transactions.write(() -> {
      invitations.open(desk.planned(id).id(), Invitations.Kind.LINK);
      return Answer.goTo(ActionDesk.at(id, "#invite"));
    });
  }

  @PostMapping("/l/{local}/actions/{id}/link/end")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer endInvitation(@PathVariable UUID id) {
    return transactions.write(() -> {
      invitations.shut(desk.run(id).id(), Invitations.Kind.LINK);
      return Answer.goTo(ActionDesk.at(id, "#invite"));
    });
  }

  @GetMapping("/l/{local}/actions/{id}/cancel")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer ask(@PathVariable UUID id) { return transactions.read(() -> Answer.show(new CancelPage(desk.planned(id)))); }

  @PostMapping("/l/{local}/actions/{id}/cancel")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer cancel(@PathVariable UUID id) {
    return transactions.write(() -> {
      var action = desk.run(id);
      actions.cancel(id);
      return Answer.goTo(ActionDesk.at(id, action.expectsSomebody() ? "/people" : ""));
    });
  }
}
