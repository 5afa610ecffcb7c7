// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action.internal;

import java.util.UUID;
import org.groundwork.action.Picket;
import org.groundwork.action.Tallies;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Counting at a gate with one tap, and what stands behind the number. */
@Controller
class TallyController {
  private static final int MOST = 500;
  private static final int WORD = 60;
  private final Transactions transactions;
  private final PicketDesk desk;
  private final PicketView view;
  private final Tallies tallies;
  private final Audit audit;
  private final ActionController.Once once;

  TallyController(Transactions transactions, PicketDesk desk, PicketView view, Tallies tallies, Audit audit,
      ActionController.Once once) {
    this.transactions = transactions;
    this.desk = desk;
    this.view = view;
    this.tallies = tallies;
    this.audit = audit;
    this.once = once;
  }

  @PostMapping("/l/{local}/actions/{id}/picket/count")
  @Requires(Power.TAKE_PART)
  Answer count(@PathVariable UUID id, @RequestParam(defaultValue = "") String gate,
      @RequestParam(defaultValue = "") String what, @RequestParam(defaultValue = "") String less,
      @RequestParam(defaultValue = "") String word, @RequestParam(name = "once", defaultValue = "") String form) {
    return transactions.write(() -> {
      var seen = desk.see(id);
      var at = seen.gate(gate);
      var tally = Picket.Tally.known(what).orElseThrow(ActionDesk::notFound);
      UUID tap = Typed.id(form).orElseThrow(ActionDesk::notFound);
      var errors = new FormErrors();
      String said = errors.optional("word-" + tally.key() + "-" + at.id(), word, WORD);
      if (errors.any()) {
        return Answer.again(view.page(seen, view.blank(), PicketView.Typing.word(at.id(), tally, word), "", errors));
      }
      if (once.only().first(tap, "gate-count")) {
        if (less.isEmpty()) {
          tallies.add(at.id(), desk.onNow(seen.action()).id(), tally, said, seen.writer());
        } else {
          tallies.takeBack(at.id(), tally);
        }
      }
      return Answer.goTo(ActionDesk.at(id, "/picket#g-" + at.id()));
    });
  }

  @GetMapping("/l/{local}/actions/{id}/picket/counted")
  @Requires(Power.TAKE_PART)
  Answer counted(@PathVariable UUID id, @RequestParam(defaultValue = "") String gate,
      @RequestParam(defaultValue = "") String what) {
    return transactions.write(() -> {
      var seen = desk.see(id);
      var at = seen.gate(gate);
      var tally = Picket.Tally.known(what).orElseThrow(ActionDesk::notFound);
      audit.record("picket-seen", new SubjectRef("action", id), "");
      int count = tally == Picket.Tally.DELIVERIES ? at.deliveries() : at.people();
      return Answer.show(new CountedPage(seen.action(), at, tally, count, tallies.of(at.id(), tally, MOST)));
    });
  }
}
