// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.groundwork.organizing.Agreed;
import org.groundwork.organizing.Conversation;
import org.groundwork.organizing.Conversations;
import org.groundwork.organizing.Fields;
import org.groundwork.organizing.OpenAsks;
import org.groundwork.organizing.Outcome;
import org.groundwork.organizing.Reply;
import org.groundwork.organizing.Within;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.roll.People;
import org.groundwork.roll.Site;
import org.groundwork.roll.SiteKind;
import org.groundwork.roll.Sites;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** From door to door: which, what came of it, what was talked about. */
@Controller
class DoorController {
  private final Transactions transactions;
  private final TalkDesk desk;
  private final Conversations conversations;
  private final TalkWriting writing;
  private final Agreed agreed;
  private final Fields fields;
  private final Ids ids;
  private final Audit audit;

  DoorController(Transactions transactions, TalkDesk desk, Conversations conversations, TalkWriting writing,
      Agreed agreed, Fields fields, Ids ids, Audit audit) {
    this.agreed = agreed;
    this.fields = fields;
    this.transactions = transactions;
    this.desk = desk;
    this.conversations = conversations;
    this.writing = writing;
    this.ids = ids;
    this.audit = audit;
  }

  @GetMapping("/l/{local}/sites/{site}/doors")
  @Requires(Power.TALK)
  Answer doors(@PathVariable UUID site, @RequestParam Optional<UUID> written) {
    return transactions.write(() -> {
      Site at = desk.site(site, Power.TALK);
      audit.record("doors-seen", new SubjectRef("site", site), "");
      return Answer.show(page(at, written));
    });
  }

  private DoorsPage page(Site site, Optional<UUID> written) {
    var units = desk.units(site);
    var places = desk.places(site);
    var last = conversations.latestAt(units.stream().map(Sites.Unit::id).toList());
    var known = unitsOf(places, false);
    var bosses = unitsOf(places, true);
    int width = units.stream().mapToInt(Sites.Unit::column).max().orElse(-1) + 1;
    var columns = new ArrayList<>(Collections.nCopies(width, ""));
    var rows = new TreeMap<Integer, List<Optional<DoorsPage.Door>>>();
    var labels = new TreeMap<Integer, String>();
    for (var unit : units) {
      columns.set(unit.column(), unit.columnLabel());
      labels.put(unit.row(), unit.rowLabel());
      var before = Optional.ofNullable(last.get(unit.id()));
      rows.computeIfAbsent(unit.row(), _ -> new ArrayList<>(Collections.nCopies(width, Optional.empty())))
          .set(unit.column(), Optional.of(new DoorsPage.Door(unit.id(), unit.label(),
              before.map(Conversation::outcome), known.contains(unit.id()),
              bosses.contains(unit.id()) && !known.contains(unit.id()),
              before.filter(held -> held.outcome() == Outcome.COME_BACK).isPresent())));
    }
    var shown = new ArrayList<DoorsPage.Row>();
    rows.forEach((row, doors) -> shown.add(new DoorsPage.Row(labels.getOrDefault(row, ""), doors)));
    if (site.kind() == SiteKind.BUILDING) {
      Collections.reverse(shown);
    }
    return new DoorsPage(site, columns, shown, writing.written(written),
        places.stream().anyMatch(place -> place.unit().isEmpty() && !place.bossSide()));
  }

  private static Set<UUID> unitsOf(List<People.Place> places, boolean bossSide) {
    return places.stream()
        .filter(place -> place.bossSide() == bossSide)
        .flatMap(place -> place.unit().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  @GetMapping("/l/{local}/sites/{site}/doors/{unit}")
  @Requires(Power.TALK)
  Answer door(@PathVariable UUID site, @PathVariable UUID unit, @RequestParam Optional<UUID> person,
      @RequestParam(defaultValue = "") String from) {
    return transactions.write(() -> {
      Site at = desk.site(site, Power.TALK);
      var door = desk.unit(at, unit);
      audit.record("door-seen", new SubjectRef("unit", unit), "");
      var people = desk.at(at, door);
      var who = chosen(person, people);
      var before = at.kind() == SiteKind.BUILDING
          ? Optional.ofNullable(conversations.latestAt(List.of(unit)).get(unit))
          : who.flatMap(this::latest);
      // what is known of a home is known of its household; of a department nothing is
      var known = at.kind() == SiteKind.BUILDING ? people : who.stream().toList();
      return Answer.show(new DoorPage(at, Optional.of(unit), door.label(), ids.random(), people, who,
          language(known, before), before.map(this::last), List.of(Outcome.values()), from));
    });
  }

  /** Somebody who has no door: the same page, for them alone. */
  @GetMapping("/l/{local}/sites/{site}/talk-with/{person}")
  @Requires(Power.TALK)
  Answer person(@PathVariable UUID site, @PathVariable UUID person, @RequestParam(defaultValue = "") String from) {
    return transactions.write(() -> {
      Site at = desk.site(site, Power.TALK);
      audit.record("person-seen", new SubjectRef("person", person), "");
      var somebody = writing.at(at, person).stream().findFirst().orElseThrow(TalkDesk::notFound);
      var unit = desk.places(at).stream().filter(p -> p.person().equals(person)).findFirst().orElseThrow().unit();
      var before = latest(somebody);
      return Answer.show(new DoorPage(at, unit, somebody.door(), ids.random(), List.of(somebody),
          Optional.of(somebody), language(List.of(somebody), before), before.map(this::last), List.of(Outcome.values()),
          from));
    });
  }

  private Optional<Conversation> latest(Somebody who) {
    return Optional.ofNullable(
        conversations.latestWith(List.of(who.id()), Within.of(Callers.actor(), Power.TALK)).get(who.id()));
  }

  /** The language somebody there was heard to speak. */
  private Optional<String> language(List<Somebody> people, Optional<Conversation> last) {
    var standing = agreed.daysWith(people.stream().map(Somebody::id).toList(), Within.of(Callers.actor(), Power.TALK));
    return standing.values()
        .stream()
        .flatMap(with -> with.language().stream())
        .findFirst()
        .or(() -> last.flatMap(held -> held.back().language()));
  }

  private static NotAllowed meanwhile() { return new NotAllowed(NotAllowed.Reason.CHANGED_MEANWHILE); }

  private DoorPage.Last last(Conversation held) {
    return new DoorPage.Last(held.outcome(), held.heldAt(), held.back().at(), desk.zone());
  }

  private static Optional<Somebody> chosen(Optional<UUID> person, List<Somebody> people) {
    return people.stream().filter(somebody -> Optional.of(somebody.id()).equals(person)).findFirst();
  }

  @GetMapping("/l/{local}/sites/{site}/talk")
  @Requires(Power.TALK)
  Answer more(@PathVariable UUID site, @ModelAttribute TalkForm asked) {
    return transactions.write(() -> {
      Site at = desk.site(site, Power.TALK);
      audit.record("door-seen", new SubjectRef("site", site), "");
      var outcome = asked.readOutcome().orElseThrow(TalkDesk::notFound);
      var form = TalkForm.blank(ids.random(), asked.unit() == null ? "" : asked.unit(), outcome.key(),
          asked.who() == null ? "" : asked.who(), asked.from() == null ? "" : asked.from());
      return Answer.show(page(at, outcome, form, FieldInputs.of(fields.seenAt(site), Map.of()), FormErrors.none()));
    });
  }

  private TalkPage page(Site site, Outcome outcome, TalkForm form, FieldInputs own, FormErrors errors) {
    var unit = form.readUnit().map(id -> desk.unit(site, id));
    var late = late(site, form, errors);
    return new TalkPage(site, unit.map(Sites.Unit::label).orElse(""), outcome,
        late.isPresent() ? form.unanswered() : form, errors, writing.people(site, form),
        conversations.asks().at(site.id()), conversations.issuesAt(site), late, own);
  }

  /** An answer to what is not asked any more; what else was typed can still be written down. */
  private Optional<TalkPage.Late> late(Site site, TalkForm form, FormErrors errors) {
    return errors.on("reply")
        .filter(refusal -> refusal.key().equals(TalkForm.ASK_OVER))
        .map(_ -> form.readAsk()
            .flatMap(ask -> conversations.asks().over(ask, site.id()))
            .orElseGet(() -> new OpenAsks.Over("", Optional.empty())))
        .map(over -> new TalkPage.Late(over.text(), over.at(), desk.zone(),
            Reply.of(form.reply() == null ? "" : form.reply())));
  }

  @PostMapping("/l/{local}/sites/{site}/talk")
  @Requires(Power.TALK)
  Answer write(@PathVariable UUID site, @ModelAttribute TalkForm form, @RequestParam Map<String, String> all) {
    return transactions.write(() -> {
      Site at = desk.site(site, Power.TALK);
      var outcome = form.readOutcome().orElseThrow(TalkDesk::notFound);
      UUID id = form.readId().orElseThrow(TalkDesk::notFound);
      var errors = new FormErrors();
      var own = FieldInputs.of(fields.seenAt(site), all);
      writing.write(at, form, own, desk.clock().instant(), Set.of(), errors);
      if (errors.any()) {
        return Answer.again(page(at, outcome, form, own, errors));
      }
      return Answer.goTo(TalkDesk.in(form.fromMine()
          ? "my-people?written=" + id
          : "sites/" + site + "/doors?written=" + id));
    });
  }

  @PostMapping("/l/{local}/sites/{site}/talk/{conversation}/take-back")
  @Requires(Power.TALK)
  Answer takeBack(@PathVariable UUID site, @PathVariable UUID conversation) {
    return transactions.write(() -> {
      desk.site(site, Power.TALK);
      if (writing.takeBack(conversation)) {
        return Answer.goTo(TalkDesk.in("sites/" + site + "/doors"));
      }
      // the page of what stays says why
      return Answer.goTo(TalkDesk.in("sites/" + site + "/doors?written="
          + writing.written(Optional.of(conversation)).orElseThrow(DoorController::meanwhile).id()));
    });
  }
}
