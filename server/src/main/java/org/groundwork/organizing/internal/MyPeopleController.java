// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing.internal;

import java.util.Optional;
import java.util.UUID;
import org.groundwork.organizing.MyPeople;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.roll.Sites;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
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
  Answer people(@RequestParam Optional<UUID> written) {
    return transactions.write(() -> {
      var actor = Callers.actor();
      audit.record("my-people-seen", new SubjectRef("person", actor.person()), "");
      var within = sites.all().stream().filter(site -> actor.may(Power.TALK, site.id())).toList();
      // a mandate that ended takes its sites' people with it
      var people = mine.of(actor).stream().filter(at -> within.contains(at.site())).toList();
      return Answer.show(new MyPeoplePage(people, writing.written(written), desk.today(), desk.zone(), within));
    });
  }
}
