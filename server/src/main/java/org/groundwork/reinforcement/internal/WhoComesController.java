// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.reinforcement.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.Mandates;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.reinforcement.Answers;
import org.groundwork.reinforcement.Asked;
import org.groundwork.reinforcement.Reinforcement;
import org.groundwork.reinforcement.Reinforcements;
import org.groundwork.roll.People;
import org.groundwork.roll.SafeContact;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who comes, for those who run a call; every look at the names is audited. */
@Controller
class WhoComesController {
  /** So many of those who have no mail are shown at once: as many as somebody writes to by hand. */
  private static final int BY_HAND = 40;
  private final Transactions transactions;
  private final ReinforcementDesk desk;
  private final Reinforcements calls;
  private final Answers answers;
  private final Known known;

  WhoComesController(Transactions transactions, ReinforcementDesk desk, Reinforcements calls, Answers answers,
      Known known) {
    this.transactions = transactions;
    this.desk = desk;
    this.calls = calls;
    this.answers = answers;
    this.known = known;
  }

  /** What is known of whoever comes, and how they may be reached. */
  @Component("knownToReinforce")
  record Known(People people, SafeContact safe, Mandates mandates, Audit audit, Clock clock) {}

  @GetMapping("/l/{local}/reinforcements/{id}/people")
  @Requires(Power.ORGANISE)
  Answer people(@PathVariable UUID id) {
    return transactions.write(() -> Answer.show(page(desk.run(id), "", FormErrors.none())));
  }

  private WhoComesPage page(Reinforcement call, String counted, FormErrors errors) {
    var all = answers.of(call.id());
    if (!all.isEmpty()) {
      known.audit().record("reinforcement-people-seen", new SubjectRef("reinforcement", call.id()), "");
    }
    var coming = all.stream().filter(WhoComesController::answeredYes).toList();
    var people = known(coming);
    return new WhoComesPage(call,
        coming.stream().map(asked -> new WhoComesPage.Row(asked, name(asked, people), Optional.empty())).toList(),
        untold(call, all), counted, errors);
  }

  /** Whoever knows where is told what was put right also after the end, and whether or not there is a number. */
  private List<WhoComesPage.Untold> untold(Reinforcement call, List<Asked> all) {
    var groups = new ArrayList<WhoComesPage.Untold>();
    groups.add(new WhoComesPage.Untold(WhoComesPage.What.CORRECTED, rows(answers.correctionUnread(call.id()))));
    if (call.live(desk.now())) {
      groups.add(new WhoComesPage.Untold(WhoComesPage.What.MOVED_UP, rows(answers.movedUpUntold(call.id()))));
      groups.add(new WhoComesPage.Untold(WhoComesPage.What.SILENT, byHand(answers.reachedByNobody(call.id()))));
      groups.add(new WhoComesPage.Untold(WhoComesPage.What.NO_ACCOUNT, rows(toAnswerFor(all))));
    }
    return groups.stream().filter(group -> !group.rows().isEmpty()).toList();
  }

  /** Who was told, has not answered, and cannot do so without somebody who writes it down. */
  private List<Asked> toAnswerFor(List<Asked> all) {
    var told = all.stream()
        .filter(asked -> asked.state() == Asked.State.ASKED && asked.written() && asked.person().isPresent())
        .toList();
    var sign = known.mandates().withAccount(told.stream().flatMap(asked -> asked.person().stream()).toList());
    return told.stream().filter(asked -> asked.person().filter(sign::contains).isEmpty()).toList();
  }

  /** Writes down what somebody without an account answered. */
  private boolean answered(Reinforcement call, UUID asked, boolean comes) {
    var person = toAnswerFor(answers.of(call.id())).stream()
        .filter(one -> one.id().equals(asked))
        .findFirst()
        .flatMap(Asked::person);
    person.ifPresent(who -> {
      if (comes) {
        answers.yes(call.id(), who);
      } else {
        answers.no(call.id(), who);
      }
      known.audit().record("reinforcement-answered-for", new SubjectRef("reinforcement", call.id()), "");
    });
    return person.isPresent() || call.live(desk.now());
  }

  private List<WhoComesPage.Row> rows(List<Asked> untold) {
    var people = known(untold);
    var texts = known.safe().whoMayBeReached(people.keySet(), SafeContact.Channel.TEXT, known.clock().instant());
    return untold.stream()
        .map(asked -> new WhoComesPage.Row(asked, name(asked, people),
            text(asked, people).filter(_ -> asked.person().filter(texts::contains).isPresent())))
        .toList();
  }

  private static boolean answeredYes(Asked asked) {
    return asked.state().comes() || asked.state() == Asked.State.WAITING;
  }

  private Map<UUID, People.Known> known(List<Asked> asked) {
    return known.people().known(asked.stream().flatMap(one -> one.person().stream()).toList());
  }

  private static String name(Asked asked, Map<UUID, People.Known> people) {
    return asked.person().flatMap(id -> Optional.ofNullable(people.get(id))).map(People.Known::name).orElse("");
  }

  /** The first who can be written to by hand; whoever has no number or did not agree takes nobody's place. */
  private List<WhoComesPage.Row> byHand(List<Asked> silent) {
    var rows = new ArrayList<WhoComesPage.Row>();
    for (int from = 0; from < silent.size() && rows.size() < BY_HAND; from += BY_HAND) {
      rows(silent.subList(from, Math.min(silent.size(), from + BY_HAND))).stream()
          .filter(row -> row.text().isPresent())
          .limit(BY_HAND - rows.size())
          .forEach(rows::add);
    }
    return rows;
  }

  private static Optional<String> text(Asked asked, Map<UUID, People.Known> people) {
    return asked.person().flatMap(id -> Optional.ofNullable(people.get(id))).flatMap(People.Known::phone);
  }

  @PostMapping("/l/{local}/reinforcements/{id}/people/mark")
  @Requires(Power.ORGANISE)
  Answer mark(@PathVariable UUID id, @RequestParam(defaultValue = "") String who,
      @RequestParam(defaultValue = "") String was) {
    return transactions.write(() -> {
      var call = desk.run(id);
      UUID asked = CallTyped.id(who).orElseThrow(ReinforcementDesk::notFound);
      boolean found = switch (was) {
        case "here" -> answers.seen(call.id(), asked);
        case "told" -> answers.toldByHand(call.id(), asked) || call.live(desk.now());
        case "corrected" -> answers.correctedByHand(call.id(), asked) || call.times().corrected().isPresent();
        case "comes" -> answered(call, asked, true);
        case "cannot" -> answered(call, asked, false);
        default -> false;
      };
      if (!found) {
        throw ReinforcementDesk.notFound();
      }
      return Answer.goTo(ReinforcementDesk.at(id, "/people"));
    });
  }

  @PostMapping("/l/{local}/reinforcements/{id}/people/count")
  @Requires(Power.ORGANISE)
  Answer count(@PathVariable UUID id, @RequestParam(defaultValue = "") String counted) {
    return transactions.write(() -> {
      var call = desk.run(id);
      var errors = new FormErrors();
      int heads = errors.number("counted", counted, 0, 100_000);
      if (errors.any()) {
        return Answer.again(page(call, counted, errors));
      }
      calls.count(id, heads);
      return Answer.goTo(ReinforcementDesk.at(id, "/people"));
    });
  }
}
