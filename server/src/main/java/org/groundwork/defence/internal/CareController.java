// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.defence.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.groundwork.defence.Care;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.roll.People;
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
      UUID me = Callers.actor().person();
      return Answer.show(
          new CarePage(mine(care.taken(me, MOST)), care.calledOff(me, MOST), care.free(me, MOST),
              DONE.getOrDefault(done, "")));
    });
  }

  private List<CarePage.Mine> mine(List<Care.Need> taken) {
    var known = desk.known(
        taken.stream().flatMap(need -> Stream.concat(need.teller().stream(), need.named().stream())).toList());
    return taken.stream()
        .map(need -> new CarePage.Mine(need, name(known, need.teller()), name(known, need.named())))
        .toList();
  }

  private static String name(Map<UUID, People.Known> known, Optional<UUID> who) {
    return who.flatMap(id -> Optional.ofNullable(known.get(id))).map(People.Known::name).orElse("");
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
      UUID id = known(need);
      return gone(care.leave(id) ? "left" : "");
    });
  }

  /** Said by whoever took it on, or by those who work on the case. */
  @PostMapping("/l/{local}/care/done")
  @Requires(Power.TAKE_PART)
  Answer done(@RequestParam(defaultValue = "") String need) {
    return transactions.write(() -> {
      UUID id = known(need);
      var asked = care.byId(id).orElseThrow(CaseDesk::notFound);
      boolean helper = care.has(id);
      if (!helper) {
        desk.mine(asked.caseId());
      }
      care.done(id);
      return helper ? gone("done") : Answer.goTo(CaseDesk.at(asked.caseId(), "?done=saved#care"));
    });
  }

  /** It is not needed any more; said by those whose case it is, or who work on it. */
  @PostMapping("/l/{local}/care/off")
  @Requires(Power.TAKE_PART)
  Answer off(@RequestParam(defaultValue = "") String need) {
    return transactions.write(() -> {
      var asked = ofMine(need);
      care.callOff(asked.caseId(), asked.id());
      return Answer.goTo(CaseDesk.at(asked.caseId(), "?done=saved#care"));
    });
  }

  /** Whoever took it on does not answer; said by the same. */
  @PostMapping("/l/{local}/care/free")
  @Requires(Power.TAKE_PART)
  Answer free(@RequestParam(defaultValue = "") String need) {
    return transactions.write(() -> {
      var asked = ofMine(need);
      care.free(asked.caseId(), asked.id());
      return Answer.goTo(CaseDesk.at(asked.caseId(), "?done=saved#care"));
    });
  }

  private Care.Need ofMine(String need) {
    var asked = care.byId(known(need)).orElseThrow(CaseDesk::notFound);
    desk.mine(asked.caseId());
    return asked;
  }

  private UUID known(String need) {
    return Typed.id(need).filter(id -> care.byId(id).isPresent()).orElseThrow(CaseDesk::notFound);
  }

  private static Answer gone(String done) { return Answer.goTo(CaseDesk.at("care?done=" + done)); }
}
