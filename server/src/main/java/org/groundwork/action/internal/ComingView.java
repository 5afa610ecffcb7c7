// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action.internal;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.groundwork.action.Action;
import org.groundwork.action.SignUp;
import org.groundwork.action.SignUps;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.roll.People;
import org.groundwork.roll.SafeContact;
import org.springframework.stereotype.Component;

/** Puts the page of who comes together; every look at the names is audited. */
@Component
class ComingView {
  private static final Pattern NUMBER = Pattern.compile("\\+?[0-9][0-9 ()./-]{5,24}");
  private final ActionDesk desk;
  private final PartDesk who;
  private final SignUps signUps;
  private final Reach reach;
  private final Audit audit;
  private final ActionController.Once once;

  ComingView(ActionDesk desk, PartDesk who, SignUps signUps, Reach reach, Audit audit,
      ActionController.Once once) {
    this.desk = desk;
    this.who = who;
    this.signUps = signUps;
    this.reach = reach;
    this.audit = audit;
    this.once = once;
  }

  /** How whoever comes may be reached. */
  @org.springframework.stereotype.Component("reachOfWhoComes")
  record Reach(People people, SafeContact safe, Clock clock) {}

  /**
   * What was typed on the page.
   *
   * @param of whose hours
   * @param add who is to be added; absent for nobody yet
   */
  record Typing(HeadsForm heads, Optional<UUID> of, String hours, Optional<AddForm> add) {
    static Typing none(Action action) { return heads(HeadsForm.of(action)); }

    static Typing heads(HeadsForm heads) { return new Typing(heads, Optional.empty(), "", Optional.empty()); }

    static Typing hours(Action action, UUID of, String hours) {
      return new Typing(HeadsForm.of(action), Optional.of(of), hours, Optional.empty());
    }

    static Typing add(Action action, AddForm add) {
      return new Typing(HeadsForm.of(action), Optional.empty(), "", Optional.of(add));
    }
  }

  /** Whom a host may choose. */
  PartDesk who() { return who; }

  /** Whether somebody can be written down: until it is called off, and only numbers only once it has begun. */
  boolean mayAdd(Action action) {
    return action.state() != Action.State.CANCELLED && (!action.countOnly() || begun(action));
  }

  private boolean begun(Action action) { return !desk.now().isBefore(action.when().starts()); }

  ComingPage page(Action action, Typing typing, FormErrors errors) {
    var all = signUps.of(action.id());
    var choices = mayAdd(action) || typing.add().isPresent() ? who.choices(action) : List.<Choice>of();
    if (!all.isEmpty() || !choices.isEmpty()) {
      audit.record("action-people-seen", new SubjectRef("action", action.id()), "");
    }
    var people = reached(all);
    var shifts = action.shifts()
        .stream()
        .map(shift -> new ComingPage.InShift(shift, all.stream()
            .filter(in -> in.shift().equals(shift.id()))
            .map(in -> row(in, people, typing))
            .toList()))
        .toList();
    var adding = typing.add()
        .or(() -> mayAdd(action) ? Optional.of(AddForm.blank(once.ids().random())) : Optional.empty())
        .map(form -> new ComingPage.Adding(choices, form));
    return new ComingPage(action, shifts, action.state() != Action.State.CANCELLED && begun(action), typing.heads(),
        adding, errors);
  }

  /**
   * Members among those who come.
   *
   * @param texts who of them may be written to now
   */
  private record Reached(Map<UUID, People.Known> people, Set<UUID> texts) {}

  private Reached reached(List<SignUp> all) {
    var people = reach.people().known(all.stream().flatMap(in -> in.person().stream()).distinct().toList());
    return new Reached(people,
        reach.safe().whoMayBeReached(people.keySet(), SafeContact.Channel.TEXT, reach.clock().instant()));
  }

  private static ComingPage.Row row(SignUp in, Reached reached, Typing typing) {
    String hours = typing.of().filter(in.id()::equals).isPresent() ? typing.hours() : ComingPage.hours(in);
    var person = in.person().flatMap(id -> Optional.ofNullable(reached.people().get(id)));
    if (person.isEmpty()) {
      boolean number = NUMBER.matcher(in.contact()).matches();
      return new ComingPage.Row(in, in.name(), number ? Optional.of(in.contact()) : Optional.empty(),
          number ? "" : in.contact(), hours);
    }
    var text = person.get().phone().filter(_ -> in.person().filter(reached.texts()::contains).isPresent());
    return new ComingPage.Row(in, person.get().name(), text, "", hours);
  }
}
