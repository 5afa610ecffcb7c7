// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.action.Action;
import org.groundwork.organizing.Turfs;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.roll.People;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import tools.jackson.databind.json.JsonMapper;

/** The host takes the list of an action along, for a door without a signal. */
@Controller
class AlongController {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private final Transactions transactions;
  private final ActionDesk desk;
  private final Turfs turfs;
  private final AlongContent content;
  private final People people;
  private final Audit audit;

  AlongController(Transactions transactions, ActionDesk desk, Turfs turfs, AlongContent content, People people,
      Audit audit) {
    this.transactions = transactions;
    this.desk = desk;
    this.turfs = turfs;
    this.content = content;
    this.people = people;
    this.audit = audit;
  }

  @GetMapping("/l/{local}/actions/{id}/along")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer along(@PathVariable UUID id) {
    return transactions.write(() -> {
      var action = desk.run(id);
      var out = turfs.out(list(id));
      audit.record("lists-seen", list(id), "");
      var names = people.known(out.stream().map(Turfs.Turf::takenBy).distinct().toList());
      return Answer.show(new AlongPage(action, out.stream()
          .map(turf -> new AlongPage.Out(turf,
              Optional.ofNullable(names.get(turf.takenBy())).map(People.Known::name).orElse("")))
          .toList(), (int) Turfs.NIGHT.toHours(), desk.zone()));
    });
  }

  private static SubjectRef list(UUID action) { return new SubjectRef(PeopleTaken.ACTION, action); }

  /** Hands the list out, once asked for by the page's script, which seals it under the phone's PIN. */
  @PostMapping("/l/{local}/actions/{id}/along")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer take(@PathVariable UUID id, HttpServletRequest request) {
    return transactions.write(() -> {
      var action = desk.run(id);
      if (action.state() == Action.State.CANCELLED) {
        return Answer.goTo(ActionDesk.at(id, "/along"));
      }
      var listed = content.listed(action);
      var turf = turfs.take(list(id), listed.size());
      return json(content.of(action, listed, turf, content.texts(request)));
    });
  }

  private static Answer json(Map<String, ?> taken) {
    return Answer.file(JSON.writeValueAsString(taken).getBytes(StandardCharsets.UTF_8), "application/json",
        "taken-along.json");
  }

  /** Whoever runs the action tells any phone that carries its list to let go. */
  @PostMapping("/l/{local}/actions/{id}/along/{turf}/revoke")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer revoke(@PathVariable UUID id, @PathVariable UUID turf) {
    return transactions.write(() -> {
      desk.run(id);
      if (!turfs.revoke(list(id), turf)) {
        throw ActionDesk.notFound();
      }
      return Answer.goTo(ActionDesk.at(id, "/along"));
    });
  }
}
