// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.groundwork.action.Action;
import org.groundwork.action.Gates;
import org.groundwork.action.Picket;
import org.groundwork.action.Pickets;
import org.groundwork.campaign.StepKind;
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

/** Preparing a picket: its gates, who sees to them, what holds there and what it needs. */
@Controller
class PicketPlanController {
  private final Transactions transactions;
  private final ActionDesk desk;
  private final PartDesk who;
  private final Pickets pickets;
  private final Gates gates;
  private final ActionController.Once once;

  PicketPlanController(Transactions transactions, ActionDesk desk, PartDesk who, Pickets pickets, Gates gates,
      ActionController.Once once) {
    this.transactions = transactions;
    this.desk = desk;
    this.who = who;
    this.pickets = pickets;
    this.gates = gates;
    this.once = once;
  }

  @GetMapping("/l/{local}/actions/{id}/picket/plan")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer plan(@PathVariable UUID id) {
    return transactions.read(() -> {
      var action = desk.run(id, StepKind.PICKET);
      return Answer.show(page(action, PicketForm.of(pickets.of(id)), "", false, FormErrors.none()));
    });
  }

  private PicketPlanPage page(Action action, PicketForm form, String name, boolean changed, FormErrors errors) {
    return page(action, form, name, PicketPlanPage.Keeping.NONE, changed, errors);
  }

  private PicketPlanPage page(Action action, PicketForm form, String name, PicketPlanPage.Keeping keeping,
      boolean changed, FormErrors errors) {
    var picket = pickets.of(action.id());
    var names = who.names(picket.gates()
        .stream()
        .flatMap(gate -> gate.shifts().stream())
        .flatMap(watch -> Stream.concat(watch.captain().stream(), watch.relief().stream()))
        .distinct()
        .toList());
    return new PicketPlanPage(action, picket, who.choices(action), kept(action, picket, names), form, name, keeping,
        once.ids().random(), changed, errors);
  }

  private static List<PicketPlanPage.Kept> kept(Action action, Picket picket, Map<UUID, String> names) {
    return picket.gates()
        .stream()
        .flatMap(gate -> action.shifts()
            .stream()
            .flatMap(shift -> gate.in(shift.id())
                .filter(watch -> watch.captain().isPresent() || watch.relief().isPresent())
                .map(watch -> new PicketPlanPage.Kept(gate, shift, name(watch.captain(), names),
                    name(watch.relief(), names)))
                .stream()))
        .toList();
  }

  private static String name(Optional<UUID> person, Map<UUID, String> names) {
    return person.map(id -> names.getOrDefault(id, "")).orElse("");
  }

  @PostMapping("/l/{local}/actions/{id}/picket/plan")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer prepare(@PathVariable UUID id, @ModelAttribute PicketForm form) {
    return transactions.write(() -> {
      var action = desk.run(id, StepKind.PICKET);
      var errors = new FormErrors();
      var told = form.read(errors);
      boolean saved = !errors.any() && pickets.prepare(id, Typed.version(form.version()), told, form.ticked());
      return saved
          ? Answer.goTo(ActionDesk.at(id, "/picket/plan"))
          : Answer.again(page(action, form.over(pickets.of(id)), "", !errors.any(), errors));
    });
  }

  @PostMapping("/l/{local}/actions/{id}/picket/gates")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer add(@PathVariable UUID id, @RequestParam(defaultValue = "") String name,
      @RequestParam(name = "once", defaultValue = "") String form) {
    return transactions.write(() -> {
      var action = desk.run(id, StepKind.PICKET);
      var errors = new FormErrors();
      String called = errors.required("name", name, 60);
      if (!errors.any() && once.only().first(Typed.id(form).orElseThrow(ActionDesk::notFound), "gate")
          && gates.add(id, called).isEmpty()) {
        errors.refuse("name", "picket.gates.most", Gates.MOST);
      }
      return errors.any()
          ? Answer.again(page(action, PicketForm.of(pickets.of(id)), name, false, errors))
          : Answer.goTo(ActionDesk.at(id, "/picket/plan#gates"));
    });
  }

  @PostMapping("/l/{local}/actions/{id}/picket/gates/end")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer remove(@PathVariable UUID id, @RequestParam(defaultValue = "") String gate) {
    return transactions.write(() -> {
      var action = desk.run(id, StepKind.PICKET);
      var errors = new FormErrors();
      if (!gates.remove(id, gate(id, gate).id())) {
        errors.refuse("gates", "picket.gate.in-use");
      }
      return errors.any()
          ? Answer.again(page(action, PicketForm.of(pickets.of(id)), "", false, errors))
          : Answer.goTo(ActionDesk.at(id, "/picket/plan#gates"));
    });
  }

  private Picket.Gate gate(UUID action, String typed) {
    return Typed.id(typed)
        .flatMap(id -> gates.of(action).stream().filter(gate -> gate.id().equals(id)).findFirst())
        .orElseThrow(ActionDesk::notFound);
  }

  @PostMapping("/l/{local}/actions/{id}/picket/captains")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer keep(@PathVariable UUID id, @RequestParam(defaultValue = "") String gate,
      @RequestParam(defaultValue = "") String shift, @RequestParam(defaultValue = "") String captain,
      @RequestParam(defaultValue = "") String relief) {
    return transactions.write(() -> {
      var action = desk.run(id, StepKind.PICKET);
      var at = gate(id, gate);
      var in = action.shifts().size() == 1
          ? action.shifts().getFirst()
          : Typed.id(shift).flatMap(action::shift).orElseThrow(ActionDesk::notFound);
      var errors = new FormErrors();
      var leads = keeper(errors, action, "captain", captain);
      var relieves = keeper(errors, action, "relief", relief);
      if (errors.any()) {
        return Answer.again(page(action, PicketForm.of(pickets.of(id)), "",
            new PicketPlanPage.Keeping(gate, shift, captain, relief), false, errors));
      }
      gates.keep(id, at.id(), in.id(), leads, relieves);
      if (captain.equals(PicketPlanPage.Keeping.NOBODY)) {
        gates.free(id, at.id(), in.id(), Picket.Keeper.CAPTAIN);
      }
      if (relief.equals(PicketPlanPage.Keeping.NOBODY)) {
        gates.free(id, at.id(), in.id(), Picket.Keeper.RELIEF);
      }
      return Answer.goTo(ActionDesk.at(id, "/picket/plan#gates"));
    });
  }

  private Optional<UUID> keeper(FormErrors errors, Action action, String field, String typed) {
    if (typed.isBlank() || typed.equals(PicketPlanPage.Keeping.NOBODY)) {
      return Optional.empty();
    }
    var person = Typed.id(typed).filter(one -> who.mayTake(action, one));
    if (person.isEmpty()) {
      errors.refuse(field, "march.person.choose");
    }
    return person;
  }
}
