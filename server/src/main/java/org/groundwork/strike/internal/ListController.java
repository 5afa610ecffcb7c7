// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike.internal;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.roll.People;
import org.groundwork.strike.StrikeList;
import org.groundwork.strike.Striker;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who is on strike, and what each has on a day. For the strike's committee; every look is in the log. */
@Controller
class ListController {
  private static final int MOST_AT_ONCE = 500;
  private final Transactions transactions;
  private final StrikeDesk desk;
  private final StrikeList list;
  private final UnitPages.Chart chart;
  private final Audit audit;

  ListController(Transactions transactions, StrikeDesk desk, StrikeList list, UnitPages.Chart chart, Audit audit) {
    this.transactions = transactions;
    this.desk = desk;
    this.list = list;
    this.chart = chart;
    this.audit = audit;
  }

  @GetMapping("/l/{local}/strikes/{step}/list")
  @Requires(Power.ORGANISE)
  Answer look(@PathVariable UUID step, @RequestParam(defaultValue = "") String day) {
    return transactions.write(() -> {
      var at = kept(step);
      return Answer.show(page(at, day, ListPage.Typed.nothing(), FormErrors.none()));
    });
  }

  @PostMapping("/l/{local}/strikes/{step}/list/out")
  @Requires(Power.ORGANISE)
  Answer out(@PathVariable UUID step, @RequestParam(defaultValue = "") String since,
      @RequestParam(required = false) @Nullable List<String> person) {
    return transactions.write(() -> {
      var at = going(step);
      var errors = new FormErrors();
      var from = errors.day("since", since, begun(at), desk.today().plusDays(1));
      var here = ours(at);
      var chosen = (person == null ? List.<String>of() : person).stream()
          .flatMap(typed -> StrikeTyped.id(typed).stream())
          .filter(here::containsKey)
          .distinct()
          .limit(MOST_AT_ONCE)
          .toList();
      if (chosen.isEmpty()) {
        errors.refuse("person", "strikes.choose");
      }
      if (errors.any()) {
        return Answer.again(page(at, "", ListPage.Typed.out(chosen, since), errors));
      }
      chosen.forEach(id -> list.out(step, id, from.orElseThrow()));
      audit.record("strike-list-changed", new SubjectRef("strike", step), "");
      return Answer.goTo(StrikeDesk.at("strikes/" + step + "/list"));
    });
  }

  @PostMapping("/l/{local}/strikes/{step}/list/day")
  @Requires(Power.ORGANISE)
  Answer day(@PathVariable UUID step, @RequestParam(defaultValue = "") String day,
      @RequestParam(required = false) @Nullable List<String> person, @RequestParam(defaultValue = "") String what,
      @RequestParam(defaultValue = "") String shift) {
    return transactions.write(() -> {
      var at = going(step);
      var errors = new FormErrors();
      var on = errors.day("day", day, begun(at), desk.today().plusDays(31));
      var who = (person == null ? List.<String>of() : person).stream()
          .map(typed -> StrikeTyped.id(typed).orElseThrow(StrikeDesk::notFound))
          .distinct()
          .limit(MOST_AT_ONCE)
          .toList();
      if (who.isEmpty()) {
        errors.refuse("who", "on-strike.tick");
      }
      if (errors.any()) {
        return Answer.again(page(at, day, ListPage.Typed.duty(who, what, shift), errors));
      }
      if (!who.stream().allMatch(one -> write(step, one, on.orElseThrow(), what, shift))) {
        throw StrikeDesk.notFound(); // and nothing is written for the others
      }
      audit.record("strike-list-changed", new SubjectRef("strike", step), "");
      return Answer.goTo(StrikeDesk.at("strikes/" + step + "/list?day=" + on.orElseThrow() + "#who"));
    });
  }

  /** A duty, an excuse, nothing any more, or back at work from that day on. */
  private boolean write(UUID step, UUID who, LocalDate on, String what, String shift) {
    if (what.equals("nothing")) {
      return list.free(step, who, on);
    }
    if (what.equals("back")) {
      return list.back(step, who, on);
    }
    var duty = what.startsWith("duty-") ? Striker.Task.known(what.substring(5)) : Optional.<Striker.Task>empty();
    if (duty.isPresent()) {
      var part = Striker.Shift.known(shift).orElse(Striker.Shift.MORNING);
      return list.on(step, who, on, new Striker.What.Duty(duty.get(), part));
    }
    return what.startsWith("excused-") && Striker.Reason.known(what.substring(8))
        .filter(reason -> list.on(step, who, on, new Striker.What.Excused(reason)))
        .isPresent();
  }

  /** The page, which nobody is shown without a note in the log. */
  private ListPage page(StrikeAt at, String typedDay, ListPage.Typed typed, FormErrors errors) {
    audit.record("strike-list-seen", new SubjectRef("strike", at.step()), "");
    LocalDate day = new FormErrors().optionalDay("day", typedDay, begun(at), desk.today().plusDays(31))
        .orElseGet(desk::today);
    var doors = ours(at);
    var all = list.all(at.step());
    var names = chart.people().known(all.stream().map(Striker::person).toList());
    var last = at.strike().orElseThrow().lastDay(desk.today());
    var lines = all.stream()
        .map(striker -> new ListPage.Line(name(names, striker.person()), doors.getOrDefault(striker.person(), ""),
            striker, striker.daysOut(last), striker.daysThatCount(last), striker.on(day)))
        .sorted(Comparator.comparing(ListPage.Line::name, String.CASE_INSENSITIVE_ORDER))
        .toList();
    var out = lines.stream().filter(line -> line.striker().out(day)).toList();
    var listed = out.stream().map(line -> line.striker().person()).toList();
    doors.keySet().removeAll(listed);
    return new ListPage(at, day, desk.today(), out, lines.stream().filter(line -> !line.striker().out(day)).toList(),
        others(doors), typed, errors);
  }

  private List<ListPage.Other> others(Map<UUID, String> doors) {
    var names = chart.people().known(doors.keySet());
    return doors.entrySet()
        .stream()
        .map(other -> new ListPage.Other(other.getKey(), name(names, other.getKey()), other.getValue()))
        .sorted(Comparator.comparing(ListPage.Other::name, String.CASE_INSENSITIVE_ORDER))
        .toList();
  }

  private static String name(Map<UUID, People.Known> names, UUID person) {
    return Optional.ofNullable(names.get(person)).map(People.Known::name).orElse("");
  }

  /** Everybody of the site who is not on the boss's side, with what their unit is called. */
  private Map<UUID, String> ours(StrikeAt at) {
    var labels = new HashMap<UUID, String>();
    chart.sites().units(at.site().id()).forEach(unit -> labels.put(unit.id(), unit.label()));
    var ours = new HashMap<UUID, String>();
    var places = chart.people().at(at.site().id());
    places.stream()
        .filter(place -> !place.bossSide())
        .forEach(place -> ours.putIfAbsent(place.person(), place.unit().map(labels::get).orElse("")));
    places.stream().filter(People.Place::bossSide).forEach(place -> ours.remove(place.person()));
    return ours;
  }

  private LocalDate begun(StrikeAt at) { return at.strike().orElseThrow().begun(); }

  private StrikeAt kept(UUID step) {
    return Optional.of(desk.committee(step))
        .filter(at -> at.strike().orElseThrow().stays().isEmpty())
        .orElseThrow(StrikeDesk::notFound);
  }

  private StrikeAt going(UUID step) {
    return Optional.of(desk.committee(step)).filter(StrikeAt::goesOn).orElseThrow(StrikeDesk::notFound);
  }
}
