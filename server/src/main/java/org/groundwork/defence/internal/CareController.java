// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.defence.internal;

import java.util.Map;
import java.util.UUID;
import org.groundwork.defence.Care;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What people who are hit back at need, for everybody who may help: what and when, not who, nor why. */
@Controller
class CareController {
  private static final int MOST = 200;
  private static final Map<String, String> DONE = Map.of("taken", "care.done.taken", "gone", "care.done.gone", "left",
      "care.done.left", "done", "care.done.done");
  private final Transactions transactions;
  private final CaseDesk desk;
  private final Care care;

  CareController(Transactions transactions, CaseDesk desk, Care care) {
    this.transactions = transactions;
    this.desk = desk;
    this.care = care;
  }

  @GetMapping("/l/{local}/care")
  @Requires(Power.TAKE_PART)
  Answer list(@RequestParam(defaultValue = "") String done) {
    return transactions.read(() -> {
      var all = care.toDo(Callers.actor().person(), MOST);
      return Answer.show(new CarePage(all.stream().filter(need -> need.helper().isPresent()).map(this::mine).toList(),
          all.stream().filter(need -> need.helper().isEmpty()).toList(), DONE.getOrDefault(done, "")));
    });
  }

  private CarePage.Mine mine(Care.Need need) {
    return new CarePage.Mine(need, desk.name(need.askedBy()), desk.name(need.named()));
  }

  @PostMapping("/l/{local}/care/take")
  @Requires(Power.TAKE_PART)
  Answer take(@RequestParam(defaultValue = "") String need) {
    return transactions.write(() -> gone(care.take(known(need)) ? "taken" : "gone"));
  }

  @PostMapping("/l/{local}/care/leave")
  @Requires(Power.TAKE_PART)
  Answer leave(@RequestParam(defaultValue = "") String need) {
    return transactions.write(() -> {
      care.leave(known(need));
      return gone("left");
    });
  }

  /** Said by whoever took it on, or by those who work on the case. */
  @PostMapping("/l/{local}/care/done")
  @Requires(Power.TAKE_PART)
  Answer done(@RequestParam(defaultValue = "") String need) {
    return transactions.write(() -> {
      UUID id = known(need);
      var asked = care.byId(id).orElseThrow(CaseDesk::notFound);
      boolean helper = asked.helper().filter(Callers.actor().person()::equals).isPresent();
      if (!helper) {
        desk.mine(asked.caseId());
      }
      care.done(id);
      return helper ? gone("done") : Answer.goTo(CaseDesk.at(asked.caseId(), "?done=saved#care"));
    });
  }

  private UUID known(String need) {
    return Typed.id(need).filter(id -> care.byId(id).isPresent()).orElseThrow(CaseDesk::notFound);
  }

  private static Answer gone(String done) { return Answer.goTo(CaseDesk.at("care?done=" + done)); }
}
