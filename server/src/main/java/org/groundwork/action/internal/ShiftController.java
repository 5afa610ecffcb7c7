// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action.internal;

import java.util.Optional;
import java.util.UUID;
import org.groundwork.action.Action;
import org.groundwork.action.Actions;
import org.groundwork.action.Shifts;
import org.groundwork.action.SignUps;
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

/** The shifts of an action: adding one, putting one right, taking one away. */
@Controller
class ShiftController {
  private final Transactions transactions;
  private final ActionDesk desk;
  private final Actions actions;
  private final Shifts shifts;
  private final SignUps signUps;
  private final ActionController.Once once;

  ShiftController(Transactions transactions, ActionDesk desk, Actions actions, Shifts shifts, SignUps signUps,
      ActionController.Once once) {
    this.transactions = transactions;
    this.desk = desk;
    this.actions = actions;
    this.shifts = shifts;
    this.signUps = signUps;
    this.once = once;
  }

  @GetMapping("/l/{local}/actions/{id}/shift")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer blank(@PathVariable UUID id) {
    return transactions.read(() -> {
      var action = desk.planned(id);
      return Answer.show(new ShiftPage(action, Optional.empty(), ShiftForm.in(once.ids().random(), action), false,
          FormErrors.none()));
    });
  }

  @PostMapping("/l/{local}/actions/{id}/shift")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer add(@PathVariable UUID id, @ModelAttribute ShiftForm form) {
    return transactions.write(() -> {
      var action = desk.planned(id);
      var errors = new FormErrors();
      var read = form.read(errors, action.when(), false);
      if (read.isPresent() && once.only().first(Typed.id(form.once()).orElseThrow(ActionDesk::notFound), "shift")
          && actions.addShift(id, read.get()).isEmpty()) {
        errors.refuse("name", "actions.shifts.most", Actions.MOST_SHIFTS);
      }
      return errors.any()
          ? Answer.again(new ShiftPage(action, Optional.empty(), form, false, errors))
          : Answer.goTo(ActionDesk.at(id, "?done=saved"));
    });
  }

  @GetMapping("/l/{local}/actions/{id}/shift/{shift}")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer look(@PathVariable UUID id, @PathVariable UUID shift) {
    return transactions.read(() -> {
      var action = desk.planned(id);
      var of = of(action, shift);
      return Answer.show(new ShiftPage(action, Optional.of(of), ShiftForm.of(of), false, FormErrors.none()));
    });
  }

  private static Action.Shift of(Action action, UUID shift) {
    return action.shift(shift).orElseThrow(ActionDesk::notFound);
  }

  @PostMapping("/l/{local}/actions/{id}/shift/{shift}")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer change(@PathVariable UUID id, @PathVariable UUID shift, @ModelAttribute ShiftForm form) {
    return transactions.write(() -> {
      var action = desk.planned(id);
      var of = of(action, shift);
      var errors = new FormErrors();
      var read = form.read(errors, action.when(), of.name().isEmpty());
      boolean saved = read.isPresent() && shifts.change(id, shift, Typed.version(form.version()), read.get());
      if (!saved) {
        return Answer.again(new ShiftPage(action, Optional.of(of), read.isPresent() ? form.over(of) : form,
            read.isPresent(), errors));
      }
      if (!read.get().capacity().equals(of.capacity())) {
        signUps.limit(shift, read.get().capacity());
      }
      boolean news = !read.get().when().equals(of.when()) && !action.countOnly() && of.coming() + of.waiting() > 0;
      return Answer.goTo(ActionDesk.at(id, news ? "?done=told" : "?done=saved"));
    });
  }

  @PostMapping("/l/{local}/actions/{id}/shift/{shift}/end")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer remove(@PathVariable UUID id, @PathVariable UUID shift) {
    return transactions.write(() -> {
      var action = desk.planned(id);
      var of = of(action, shift);
      if (shifts.remove(id, shift)) {
        return Answer.goTo(ActionDesk.at(id, "?done=saved"));
      }
      var errors = new FormErrors();
      errors.refuse("remove", "actions.shift.in-use");
      return Answer.again(new ShiftPage(action, Optional.of(of), ShiftForm.of(of), false, errors));
    });
  }
}
