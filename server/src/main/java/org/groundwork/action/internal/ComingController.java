// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action.internal;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.regex.Pattern;
import org.groundwork.action.Action;
import org.groundwork.action.Actions;
import org.groundwork.action.Attendance;
import org.groundwork.action.ReminderList;
import org.groundwork.action.SignUp;
import org.groundwork.action.SignUps;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who comes to an action and who was there, for those who run it; every look at the names is audited. */
@Controller
class ComingController {
  private static final Pattern HOURS = Pattern.compile("(\\d{1,2})(?:[:h]([0-5]\\d)|[.,](\\d))?\\s*h?");
  private static final Pattern MINUTES = Pattern.compile("(\\d{1,3})\\s*min[a-z.]{0,6}");
  private final Transactions transactions;
  private final ActionDesk desk;
  private final Actions actions;
  private final Attendance attendance;
  private final ComingView view;
  private final Known known;
  private final ActionController.Once once;

  ComingController(Transactions transactions, ActionDesk desk, Actions actions, Attendance attendance, ComingView view,
      Known known, ActionController.Once once) {
    this.transactions = transactions;
    this.desk = desk;
    this.actions = actions;
    this.attendance = attendance;
    this.view = view;
    this.known = known;
    this.once = once;
  }

  /** Who comes, who was told, and the log. */
  @org.springframework.stereotype.Component("knownToCome")
  record Known(SignUps signUps, ReminderList reminders, Audit audit) {}

  @GetMapping("/l/{local}/actions/{id}/people")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer people(@PathVariable UUID id) {
    return transactions.write(() -> {
      var action = desk.run(id);
      return Answer.show(view.page(action, ComingView.Typing.none(action), FormErrors.none()));
    });
  }

  @PostMapping("/l/{local}/actions/{id}/people/mark")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer mark(@PathVariable UUID id, @RequestParam(defaultValue = "") String who,
      @RequestParam(defaultValue = "") String was, @RequestParam(defaultValue = "") String hours) {
    return transactions.write(() -> {
      var action = desk.run(id);
      UUID in = of(action, who);
      var errors = new FormErrors();
      var minutes = was.equals("attended") ? minutes(errors, "h-" + in, hours) : OptionalInt.empty();
      if (errors.any()) {
        return Answer.again(view.page(action, ComingView.Typing.hours(action, in, hours), errors));
      }
      switch (was) {
        case "attended" -> attendance.attended(in, minutes);
        case "no-show" -> attendance.missed(in);
        case "withdrawn" -> known.signUps().withdraw(in);
        case "coming" -> attendance.unmark(in);
        default -> throw ActionDesk.notFound();
      }
      known.audit().record("action-attendance", new SubjectRef("action", id), was);
      return Answer.goTo(ActionDesk.at(id, "/people"));
    });
  }

  /** Somebody of this action and no other. */
  private UUID of(Action action, String typed) {
    return Typed.id(typed)
        .flatMap(known.signUps()::byId)
        .filter(in -> action.shift(in.shift()).isPresent())
        .map(SignUp::id)
        .orElseThrow(ActionDesk::notFound);
  }

  /** Hours as people write them: 2, 2.5, 2,5, 2:30, 2 h or 90 min; nothing typed is as long as the shift. */
  static OptionalInt minutes(FormErrors errors, String field, String typed) {
    String text = typed.strip().toLowerCase(Locale.ROOT);
    var minutes = MINUTES.matcher(text);
    var hours = HOURS.matcher(text);
    if (text.isEmpty()) {
      return OptionalInt.empty();
    }
    if (minutes.matches()) {
      return OptionalInt.of(Integer.parseInt(minutes.group(1)));
    }
    if (!hours.matches()) {
      errors.refuse(field, "coming.hours.how");
      return OptionalInt.empty();
    }
    int whole = Integer.parseInt(hours.group(1)) * 60;
    int more = hours.group(2) == null ? 0 : Integer.parseInt(hours.group(2));
    int tenths = hours.group(3) == null ? 0 : Integer.parseInt(hours.group(3)) * 6;
    return OptionalInt.of(whole + more + tenths);
  }

  @PostMapping("/l/{local}/actions/{id}/people/add")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer add(@PathVariable UUID id, @ModelAttribute AddForm form) {
    return transactions.write(() -> {
      var action = desk.run(id);
      var errors = new FormErrors();
      var read = view.mayAdd(action) ? form.read(errors, action, view.who()) : Optional.<AddForm.Read>empty();
      if (!view.mayAdd(action)) {
        errors.refuse("add", action.state() == Action.State.CANCELLED ? "coming.add.off" : "coming.add.numbers");
      }
      read.filter(typed -> comes(typed) && !known.signUps().takes(typed.shift().id()))
          .ifPresent(typed -> errors.refuse(typed.person().isPresent() ? "person" : "name", "coming.add.closed"));
      if (errors.any()) {
        return Answer.again(view.page(action, ComingView.Typing.add(action, form), errors));
      }
      read.filter(typed -> once.only().first(typed.form(), "turned-up")).ifPresent(typed -> add(action, typed));
      return Answer.goTo(ActionDesk.at(id, "/people"));
    });
  }

  /** Whether somebody is to be expected, in a shift that has not begun. */
  private boolean comes(AddForm.Read typed) {
    boolean anybody = typed.person().isPresent() || !typed.name().isEmpty();
    return anybody && desk.now().isBefore(typed.shift().when().starts());
  }

  /** Whoever is written down before a shift begins comes to it, and whoever is afterwards was there. */
  private void add(Action action, AddForm.Read typed) {
    UUID shift = typed.shift().id();
    if (comes(typed)) {
      known.signUps().come(shift, new SignUp.Who.Noted(typed.person(), typed.name()));
    } else {
      typed.person().ifPresent(person -> attendance.turnedUp(shift, person));
      if (!typed.name().isEmpty()) {
        attendance.turnedUp(shift, typed.name());
      }
    }
    if (typed.more() > 0) {
      attendance.countMore(shift, typed.more());
    }
    known.audit().record("action-attendance", new SubjectRef("action", action.id()), "added");
  }

  @PostMapping("/l/{local}/actions/{id}/people/reminded")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer reminded(@PathVariable UUID id, @RequestParam(defaultValue = "") String who) {
    return transactions.write(() -> {
      known.reminders().remindedByHand(of(desk.run(id), who));
      return Answer.goTo(ActionDesk.at(id, "/people"));
    });
  }

  @PostMapping("/l/{local}/actions/{id}/people/told")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer told(@PathVariable UUID id, @RequestParam(defaultValue = "") String who) {
    return transactions.write(() -> {
      known.reminders().toldByHand(of(desk.run(id), who));
      return Answer.goTo(ActionDesk.at(id, "/people"));
    });
  }

  @PostMapping("/l/{local}/actions/{id}/heads")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer heads(@PathVariable UUID id, @ModelAttribute HeadsForm form) {
    return transactions.write(() -> {
      var action = desk.run(id);
      var errors = new FormErrors();
      var read = form.read(errors);
      if (read.isEmpty()) {
        return Answer.again(view.page(action, ComingView.Typing.heads(form), errors));
      }
      if (!actions.count(id, Typed.version(form.version()), read.get())) {
        return counted(id, form, read.get());
      }
      return Answer.goTo(ActionDesk.at(id, "/people"));
    });
  }

  /** Heads that are another sum by now: the same one is done, any other is asked for again. */
  private Answer counted(UUID id, HeadsForm form, Action.Heads typed) {
    var now = desk.run(id);
    if (now.heads().equals(typed)) {
      return Answer.goTo(ActionDesk.at(id, "/people"));
    }
    var errors = new FormErrors();
    errors.refuse("inPosition", "actions.meanwhile");
    return Answer.again(view.page(now, ComingView.Typing.heads(form.over(now)), errors));
  }

  @PostMapping("/l/{local}/actions/{id}/held")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer held(@PathVariable UUID id) {
    return transactions.write(() -> {
      if (desk.run(id).when().starts().isBefore(desk.now())) {
        actions.hold(id);
      }
      return Answer.goTo(ActionDesk.at(id, ""));
    });
  }
}
