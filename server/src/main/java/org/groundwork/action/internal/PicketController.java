// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action.internal;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.groundwork.action.Gates;
import org.groundwork.action.Incidents;
import org.groundwork.action.Picket;
import org.groundwork.action.Pickets;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.files.FormFiles;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** At the gates: what happened, what is handed over, what of the list is needed. */
@Controller
class PicketController {
  private static final Map<String, String> DONE = Map.of("written", "picket.done.written", "handed-over",
      "picket.done.handed-over");
  private final Transactions transactions;
  private final PicketDesk desk;
  private final PicketView view;
  private final Written written;
  private final ActionController.Once once;
  private final FormFiles photos;

  PicketController(Transactions transactions, PicketDesk desk, PicketView view, Written written,
      ActionController.Once once, FormFiles photos) {
    this.transactions = transactions;
    this.desk = desk;
    this.view = view;
    this.written = written;
    this.once = once;
    this.photos = photos;
  }

  /** What is written down at the gates, and what time it is. */
  @org.springframework.stereotype.Component("writtenAtTheGates")
  record Written(Pickets pickets, Gates gates, Incidents incidents, Audit audit, java.time.Clock clock) {}

  @GetMapping("/l/{local}/actions/{id}/picket")
  @Requires(Power.TAKE_PART)
  Answer picket(@PathVariable UUID id, @RequestParam(defaultValue = "") String done) {
    return transactions.write(() -> {
      var seen = desk.see(id);
      written.audit().record("picket-seen", new SubjectRef("action", id), "");
      return Answer.show(view.page(seen, view.blank(), PicketView.Typing.NONE, DONE.getOrDefault(done, ""),
          FormErrors.none()));
    });
  }

  @PostMapping("/l/{local}/actions/{id}/picket/hand-over")
  @Requires(Power.TAKE_PART)
  Answer handOver(@PathVariable UUID id, @RequestParam(defaultValue = "") String gate,
      @RequestParam(defaultValue = "") String shift, @RequestParam(defaultValue = "") String version,
      @RequestParam(defaultValue = "") String text) {
    return transactions.write(() -> {
      var seen = desk.see(id);
      var at = seen.gate(gate);
      var chosen = Typed.id(shift).flatMap(seen.action()::shift).orElseThrow(ActionDesk::notFound);
      var errors = new FormErrors();
      String note = errors.optional("text-" + at.id(), text, 2_000);
      boolean saved = !errors.any() && written.gates()
          .handOver(at.id(), chosen.id(), Typed.version(version), note, seen.writer());
      return saved
          ? Answer.goTo(ActionDesk.at(id, "/picket?done=handed-over"))
          : Answer.again(view.page(desk.see(id), view.blank(), PicketView.Typing.over(at.id(), text, !errors.any()),
              "", errors));
    });
  }

  @PostMapping("/l/{local}/actions/{id}/picket/need")
  @Requires(Power.TAKE_PART)
  Answer need(@PathVariable UUID id, @RequestParam(defaultValue = "") String need,
      @RequestParam(defaultValue = "") String brought) {
    return transactions.write(() -> {
      var seen = desk.see(id);
      written.pickets()
          .brought(id, Picket.Need.known(need).orElseThrow(ActionDesk::notFound), brought.equals("yes"), seen.writer());
      return Answer.goTo(ActionDesk.at(id, "/picket#needs"));
    });
  }

  @PostMapping("/l/{local}/actions/{id}/picket/incident")
  @Requires(Power.TAKE_PART)
  Answer incident(@PathVariable UUID id, @ModelAttribute IncidentForm form,
      @RequestParam(required = false) MultipartFile @Nullable [] files) throws IOException {
    transactions.read(() -> desk.see(id)); // a stranger's photos are not even looked at
    UUID waits = Typed.id(form.once()).orElseThrow(ActionDesk::notFound);
    var errors = new FormErrors();
    photos.keep(files, file -> written.incidents().keepWaiting(waits, file)).refuse(errors);
    return transactions.write(() -> {
      var seen = desk.see(id);
      var read = form.read(errors, seen, written.clock().instant());
      if (read.isEmpty()) {
        return Answer.again(view.page(seen, form, PicketView.Typing.NONE, "", errors));
      }
      if (once.only().first(waits, "incident")) {
        written.incidents().add(id, waits, read.get());
      } else {
        written.incidents().drop(waits);
      }
      return Answer.goTo(ActionDesk.at(id, "/picket?done=written"));
    });
  }

  @GetMapping("/l/{local}/actions/{id}/picket/incidents/{incident}/photos/{file}")
  @Requires(Power.TAKE_PART)
  Answer photo(@PathVariable UUID id, @PathVariable UUID incident, @PathVariable UUID file) {
    return transactions.write(() -> {
      var opened = written.incidents().look(id, desk.see(id).ids(), incident, file).orElseThrow(ActionDesk::notFound);
      String type = opened.kept().mediaType();
      return Answer.file(opened.content(), type, switch (type) {
        case "image/jpeg" -> "picture.jpg";
        case "image/png" -> "picture.png";
        default -> "letter.pdf";
      });
    });
  }
}
