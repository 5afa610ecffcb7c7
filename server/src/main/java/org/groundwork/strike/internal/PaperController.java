// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike.internal;

import java.io.IOException;
import java.util.UUID;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.files.FormFiles;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.strike.Notices;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Papers that come to a unit, with their photos and the day by which each must be answered. */
@Controller("strikePapers")
class PaperController {
  private final Transactions transactions;
  private final StrikeDesk desk;
  private final Notices notices;
  private final FormFiles files;
  private final BookController.Once once;

  PaperController(Transactions transactions, StrikeDesk desk, Notices notices, FormFiles files,
      BookController.Once once) {
    this.transactions = transactions;
    this.desk = desk;
    this.notices = notices;
    this.files = files;
    this.once = once;
  }

  @GetMapping("/l/{local}/strikes/{step}/units/{unit}/paper")
  @Requires(Power.TALK)
  Answer paper(@PathVariable UUID step, @PathVariable UUID unit, @RequestParam(defaultValue = "") String instead) {
    return transactions.read(() -> {
      UUID row = desk.unit(desk.reached(step), unit).id();
      var form = StrikeTyped.id(instead)
          .map(wrong -> PaperForm.of(once.ids().random(), notices.to(row, wrong)
              .filter(paper -> paper.crossed().isEmpty())
              .orElseThrow(StrikeDesk::notFound)))
          .orElseGet(() -> PaperForm.blank(once.ids().random(), desk.today()));
      return Answer.show(page(step, unit, form, FormErrors.none(), false));
    });
  }

  @PostMapping("/l/{local}/strikes/{step}/units/{unit}/paper")
  @Requires(Power.TALK)
  Answer received(@PathVariable UUID step, @PathVariable UUID unit, @ModelAttribute PaperForm form,
      @RequestParam(name = "files", required = false) MultipartFile @Nullable [] sent) throws IOException {
    UUID id = transactions.read(() -> {
      desk.unit(desk.reached(step), unit); // before a file is looked at
      return StrikeTyped.id(form.once()).orElseThrow(StrikeDesk::notFound);
    });
    var errors = new FormErrors();
    files.keep(sent, file -> notices.keepWithForm(id, file)).refuse(errors);
    return transactions.write(() -> {
      var row = desk.unit(desk.reached(step), unit);
      var typed = form.read(errors, desk.today());
      if (typed.isEmpty()) {
        return Answer.again(page(step, unit, form, errors, false));
      }
      if (once.does(form.once(), "strike-paper",
          () -> notices.received(row, typed.get(), id, StrikeTyped.id(form.instead())))) {
        notices.dropForm(id); // of one sent twice; those of the first were handed on
        return back(step, unit);
      }
      return new Answer.Show(page(step, unit, form.alone(), errors, true), 409);
    });
  }

  @PostMapping("/l/{local}/strikes/{step}/units/{unit}/answered")
  @Requires(Power.TALK)
  Answer answered(@PathVariable UUID step, @PathVariable UUID unit, @RequestParam(defaultValue = "") String paper) {
    return transactions.write(() -> {
      var row = desk.unit(desk.reached(step), unit);
      var notice = StrikeTyped.id(paper).flatMap(id -> notices.to(row.id(), id)).orElseThrow(StrikeDesk::notFound);
      notices.answered(notice.id(), desk.today());
      return back(step, unit);
    });
  }

  @GetMapping("/l/{local}/strikes/{step}/units/{unit}/papers/{paper}/{file}")
  @Requires(Power.TALK)
  Answer file(@PathVariable UUID step, @PathVariable UUID unit, @PathVariable UUID paper, @PathVariable UUID file) {
    return transactions.write(() -> {
      var row = desk.unit(desk.reached(step), unit);
      var notice = notices.to(row.id(), paper).orElseThrow(StrikeDesk::notFound);
      String type = notices.filesOf(notice.id())
          .stream()
          .filter(kept -> kept.id().equals(file))
          .findFirst()
          .orElseThrow(StrikeDesk::notFound)
          .mediaType();
      return Answer.file(notices.look(notice.id(), file).orElseThrow(StrikeDesk::notFound), type, switch (type) {
        case "image/jpeg" -> "picture.jpg";
        case "image/png" -> "picture.png";
        default -> "letter.pdf";
      });
    });
  }

  private PaperPage page(UUID step, UUID unit, PaperForm form, FormErrors errors, boolean meanwhile) {
    var at = desk.reached(step);
    return new PaperPage(at, desk.unit(at, unit), form,
        StrikeTyped.id(form.once()).map(notices::ofForm).orElseThrow(StrikeDesk::notFound), errors,
        meanwhile);
  }

  private static Answer back(UUID step, UUID unit) {
    return Answer.goTo(StrikeDesk.at("strikes/" + step + "/units/" + unit));
  }
}
