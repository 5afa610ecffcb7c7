// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action.internal;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.groundwork.action.Action;
import org.groundwork.action.Incidents;
import org.groundwork.action.Picket;
import org.groundwork.action.Wishes;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.web.FormErrors;
import org.springframework.stereotype.Component;

/** Puts the page of a picket together. */
@Component
class PicketView {
  private static final int MOST = 200;
  private final PicketDesk desk;
  private final PartDesk who;
  private final Incidents incidents;
  private final Wishes wishes;
  private final Ids ids;

  PicketView(PicketDesk desk, PartDesk who, Incidents incidents, Wishes wishes, Ids ids) {
    this.desk = desk;
    this.who = who;
    this.incidents = incidents;
    this.wishes = wishes;
    this.ids = ids;
  }

  /**
   * What was typed and refused.
   *
   * @param text as handed over at a gate
   * @param taken whether somebody else wrote there meanwhile
   * @param tally of which a word was typed; none of another
   * @param word beside what is counted at a gate
   * @param wish what is needed
   */
  record Typing(UUID gate, String text, boolean taken, Optional<Picket.Tally> tally, String word,
      Optional<WishForm> wish) {
    private static final UUID NOWHERE = new UUID(0, 0);
    static final Typing NONE = new Typing(NOWHERE, "", false, Optional.empty(), "", Optional.empty());

    static Typing over(UUID gate, String text, boolean taken) {
      return new Typing(gate, text, taken, Optional.empty(), "", Optional.empty());
    }

    static Typing word(UUID gate, Picket.Tally tally, String word) {
      return new Typing(gate, "", false, Optional.of(tally), word, Optional.empty());
    }

    static Typing wish(WishForm wish) {
      return new Typing(NOWHERE, "", false, Optional.empty(), "", Optional.of(wish));
    }

    /** Whether something was typed that is handed over at this gate. */
    boolean overAt(UUID at) {
      return gate.equals(at) && tally.isEmpty();
    }
  }

  IncidentForm blank() { return IncidentForm.blank(ids.random()); }

  PicketPage page(PicketDesk.Seen seen, IncidentForm form, Typing typing, String done, FormErrors errors) {
    var log = incidents.at(seen.ids(), MOST);
    var photos = incidents.photos(log.stream().map(Picket.Incident::id).toList());
    var names = who.names(people(seen, log));
    var shown = desk.onNow(seen.action());
    var gates = seen.gates().stream().map(gate -> gate(seen.action(), gate, shown, names, typing)).toList();
    var happened = log.stream()
        .map(incident -> new PicketPage.Happened(incident,
            seen.gate(incident.gate()).map(Picket.Gate::name).orElse(""),
            seen.action().countOnly() ? "" : name(incident.by(), names), photos.getOrDefault(incident.id(), List.of())))
        .toList();
    int waiting = Typed.id(form.once()).map(once -> incidents.waitingWith(once).size()).orElse(0);
    return new PicketPage(seen.action(), seen.picket(), seen.runs(),
        seen.picket().rules().map(rules -> names.getOrDefault(rules.by(), "")).orElse(""), gates, happened, form,
        waiting, new PicketPage.Wanted(wishes(seen), typing.wish().orElseGet(() -> WishForm.blank(ids.random()))), done,
        errors);
  }

  private List<PicketPage.Wish> wishes(PicketDesk.Seen seen) {
    return wishes.of(seen.action().id())
        .stream()
        .filter(seen::sees)
        .map(wish -> new PicketPage.Wish(wish, wish.gate().flatMap(seen::gate).map(Picket.Gate::name).orElse(""),
            seen.runs() || wish.gate().isPresent()))
        .toList();
  }

  private static Set<UUID> people(PicketDesk.Seen seen, List<Picket.Incident> log) {
    var people = new HashSet<UUID>();
    seen.picket().rules().ifPresent(rules -> people.add(rules.by()));
    log.forEach(incident -> incident.by().ifPresent(people::add));
    seen.gates().forEach(gate -> gate.shifts().forEach(watch -> {
      watch.captain().ifPresent(people::add);
      watch.relief().ifPresent(people::add);
      watch.handedOver().flatMap(Picket.HandOver::by).ifPresent(people::add);
    }));
    return people;
  }

  private PicketPage.AtGate gate(Action action, Picket.Gate gate, Action.Shift shift, Map<UUID, String> names,
      Typing typing) {
    var watch = gate.in(shift.id());
    boolean typed = typing.overAt(gate.id());
    boolean counting = typing.gate().equals(gate.id()) && typing.tally().isPresent();
    String over = watch.flatMap(Picket.Watch::handedOver).map(Picket.HandOver::text).orElse("");
    return new PicketPage.AtGate(gate, shift, name(watch.flatMap(Picket.Watch::captain), names),
        name(watch.flatMap(Picket.Watch::relief), names), ids.random(), ids.random(), ids.random(), ids.random(),
        before(action, gate, shift, names), typed ? typing.text() : over,
        watch.map(Picket.Watch::version).orElse(0L), typed && typing.taken(),
        counting ? typing.tally() : Optional.empty(), typing.word());
  }

  private static String name(Optional<UUID> person, Map<UUID, String> names) {
    return person.map(id -> names.getOrDefault(id, "")).orElse("");
  }

  /** What the last shift that handed anything over before this one wrote. */
  private static Optional<PicketPage.Note> before(Action action, Picket.Gate gate, Action.Shift shift,
      Map<UUID, String> names) {
    return action.shifts()
        .stream()
        .filter(one -> !one.id().equals(shift.id()) && !one.when().starts().isAfter(shift.when().starts()))
        .filter(one -> gate.in(one.id()).flatMap(Picket.Watch::handedOver).isPresent())
        .max(Comparator.comparing((Action.Shift one) -> one.when().ends()))
        .flatMap(one -> gate.in(one.id())
            .flatMap(Picket.Watch::handedOver)
            .map(over -> new PicketPage.Note(one, over, name(over.by(), names))));
  }
}
