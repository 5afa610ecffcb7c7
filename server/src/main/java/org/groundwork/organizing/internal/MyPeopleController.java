// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.organizing.MyPeople;
import org.groundwork.organizing.Stewards;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.roll.Sites;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A steward's own people. */
@Controller
class MyPeopleController {
  private final Transactions transactions;
  private final MyPeople mine;
  private final TalkWriting writing;
  private final Sites sites;
  private final TalkDesk desk;
  private final Audit audit;

  MyPeopleController(Transactions transactions, MyPeople mine, TalkWriting writing, Sites sites, TalkDesk desk,
      Audit audit) {
    this.transactions = transactions;
    this.mine = mine;
    this.writing = writing;
    this.sites = sites;
    this.desk = desk;
    this.audit = audit;
  }

  @GetMapping("/l/{local}/my-people")
  @Requires(Power.TALK)
  Answer people(@RequestParam Optional<UUID> written, @RequestParam Optional<UUID> did,
      @RequestParam(defaultValue = "") String ask) {
    return transactions.write(() -> {
      var actor = Callers.actor();
      audit.record("my-people-seen", new SubjectRef("person", actor.person()), "");
      var within = sites.all().stream().filter(site -> actor.may(Power.TALK, site.id())).toList();
      // a mandate that ended takes its sites' people with it
      var people = mine.of(actor).stream().filter(at -> within.contains(at.site())).toList();
      return Answer.show(
          new MyPeoplePage(people, writing.written(written), did(people, did, ask), desk.today(), desk.zone(), within));
    });
  }

  private static Optional<MyPeoplePage.Did> did(List<MyPeople.AtSite> people, Optional<UUID> person, String word) {
    return people.stream()
        .flatMap(at -> at.people().stream())
        .filter(mine -> Optional.of(mine.person()).equals(person))
        .flatMap(mine -> mine.answers()
            .stream()
            .filter(answer -> answer.did() && answer.ask().word().equals(word))
            .map(answer -> new MyPeoplePage.Did(mine, answer.ask())))
        .findFirst();
  }

  /** One of the steward's own people did what is asked; or that was a slip of a moment ago. */
  @PostMapping("/l/{local}/my-people/did")
  @Requires(Power.TALK)
  Answer did(@RequestParam UUID site, @RequestParam UUID person, @RequestParam(defaultValue = "") String ask,
      @RequestParam(defaultValue = "") String undo) {
    return transactions.write(() -> {
      boolean did = undo.isEmpty();
      if (!mine.note(Callers.actor(), new Stewards.Mine(site, person), ask, did)) {
        throw did ? TalkDesk.notFound() : new NotAllowed(NotAllowed.Reason.CHANGED_MEANWHILE);
      }
      audit.record(did ? "own-person-did" : "own-person-did-not", new SubjectRef("person", person), "");
      return Answer.goTo(TalkDesk.in(did ? "my-people?did=" + person + "&ask=" + ask : "my-people"));
    });
  }
}
