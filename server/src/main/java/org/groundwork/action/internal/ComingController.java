// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action.internal;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
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
import org.groundwork.roll.People;
import org.groundwork.roll.SafeContact;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who comes to an action and who was there, for those who run it; every look at the names is audited. */
@Controller
class ComingController {
  private static final Pattern HOURS = Pattern.compile("(\\d{1,2})(?:[:h](\\d{2})|[.,](\\d))?");
  private static final Pattern NUMBER = Pattern.compile("\\+?[0-9][0-9 ()./-]{5,24}");
  private final Transactions transactions;
  private final ActionDesk desk;
  private final Actions actions;
  private final Attendance attendance;
  private final Known known;
  private final ActionController.Once once;

  ComingController(Transactions transactions, ActionDesk desk, Actions actions, Attendance attendance, Known known,
      ActionController.Once once) {
    this.transactions = transactions;
    this.desk = desk;
    this.actions = actions;
    this.attendance = attendance;
    this.known = known;
    this.once = once;
  }

  /** What is known of whoever comes, and how they may be reached. */
  @org.springframework.stereotype.Component("knownToCome")
  record Known(SignUps signUps, ReminderList reminders, People people, SafeContact safe, Audit audit, Clock clock) {}

  @GetMapping("/l/{local}/actions/{id}/people")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer people(@PathVariable UUID id) {
    return transactions.write(() -> {
      var action = desk.run(id);
      return Answer.show(page(action, HeadsForm.of(action.heads()), FormErrors.none()));
    });
  }

  private ComingPage page(Action action, HeadsForm heads, FormErrors errors) {
    var all = known.signUps().of(action.id());
    if (!all.isEmpty()) {
      known.audit().record("action-people-seen", new SubjectRef("action", action.id()), "");
    }
    var people = reached(all);
    var shifts = action.shifts()
        .stream()
        .map(shift -> new ComingPage.InShift(shift, all.stream()
            .filter(in -> in.shift().equals(shift.id()))
            .map(in -> row(in, people))
            .toList()))
        .toList();
    boolean begun = action.state() != Action.State.CANCELLED && !desk.now().isBefore(action.when().starts());
    return new ComingPage(action, shifts, begun, heads, errors, once.ids().random());
  }

  /**
   * Members among those who come.
   *
   * @param texts who of them may be written to now
   */
  private record Reached(Map<UUID, People.Known> people, Set<UUID> texts) {}

  private Reached reached(List<SignUp> all) {
    var people = known.people().known(all.stream().flatMap(in -> in.person().stream()).distinct().toList());
    return new Reached(people,
        known.safe().whoMayBeReached(people.keySet(), SafeContact.Channel.TEXT, known.clock().instant()));
  }

  private static ComingPage.Row row(SignUp in, Reached reached) {
    var person = in.person().flatMap(id -> Optional.ofNullable(reached.people().get(id)));
    if (person.isEmpty()) {
      boolean number = NUMBER.matcher(in.contact()).matches();
      return new ComingPage.Row(in, in.name(), number ? Optional.of(in.contact()) : Optional.empty(),
          number ? "" : in.contact());
    }
    var text = person.get().phone().filter(_ -> in.person().filter(reached.texts()::contains).isPresent());
    return new ComingPage.Row(in, person.get().name(), text, "");
  }

  @PostMapping("/l/{local}/actions/{id}/people/mark")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer mark(@PathVariable UUID id, @RequestParam(defaultValue = "") String who,
      @RequestParam(defaultValue = "") String was, @RequestParam(defaultValue = "") String hours) {
    return transactions.write(() -> {
      var action = desk.run(id);
      UUID in = of(action, who);
      switch (was) {
        case "attended" -> attendance.attended(in, minutes(hours));
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
        .filter(in -> known.signUps().of(action.id()).stream().anyMatch(one -> one.id().equals(in)))
        .orElseThrow(ActionDesk::notFound);
  }

  /** Hours as people write them: 2, 2.5, 2,5 or 2:30. Anything else says nothing. */
  static OptionalInt minutes(String typed) {
    var read = HOURS.matcher(typed.strip());
    if (!read.matches()) {
      return OptionalInt.empty();
    }
    int minutes = Integer.parseInt(read.group(1)) * 60;
    if (read.group(2) != null) {
      minutes += Math.min(59, Integer.parseInt(read.group(2)));
    }
    if (read.group(3) != null) {
      minutes += Integer.parseInt(read.group(3)) * 6;
    }
    return OptionalInt.of(minutes);
  }

  @PostMapping("/l/{local}/actions/{id}/people/add")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer add(@PathVariable UUID id, @RequestParam(defaultValue = "") String shift,
      @RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String more,
      @RequestParam(name = "once", defaultValue = "") String form) {
    return transactions.write(() -> {
      var action = desk.run(id);
      var chosen = Typed.id(shift).flatMap(action::shift).orElseThrow(ActionDesk::notFound);
      var errors = new FormErrors();
      String called = action.countOnly() ? "" : errors.optional("name", name, 80);
      int heads = more.isBlank() ? 0 : errors.number("more", more, 1, 10_000);
      if (errors.any()) {
        return Answer.again(page(action, HeadsForm.of(action.heads()), errors));
      }
      if (once.only().first(Typed.id(form).orElseThrow(ActionDesk::notFound), "turned-up")) {
        if (!called.isEmpty()) {
          attendance.turnedUp(chosen.id(), called);
        }
        attendance.countMore(chosen.id(), heads);
      }
      return Answer.goTo(ActionDesk.at(id, "/people"));
    });
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
        return Answer.again(page(action, form, errors));
      }
      actions.count(id, read.get());
      return Answer.goTo(ActionDesk.at(id, "/people"));
    });
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
