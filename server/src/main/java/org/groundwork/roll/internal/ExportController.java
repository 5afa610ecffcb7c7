// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.BrowserMark;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.OnceOnly;
import org.groundwork.roll.RollExport;
import org.groundwork.roll.RollExports;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Taking people out of the roll as a file: asked for by one officer, released by another. */
@Controller
class ExportController {
  private final Transactions transactions;
  private final RollExports exports;
  private final ExportParts parts;
  private final BrowserMark browser;
  private final OnceOnly onceOnly;
  private final Ids ids;

  ExportController(Transactions transactions, RollExports exports, ExportParts parts, BrowserMark browser,
      OnceOnly onceOnly, Ids ids) {
    this.transactions = transactions;
    this.exports = exports;
    this.parts = parts;
    this.browser = browser;
    this.onceOnly = onceOnly;
    this.ids = ids;
  }

  @GetMapping("/l/{local}/exports")
  @Requires(Power.TAKE_PART)
  Answer list(HttpServletRequest request) {
    return transactions.read(() -> Answer.show(new ExportsPage(
        exports.current().stream().map(export -> parts.line(export, request)).toList(),
        RollExports.isOfficer(Callers.actor()), Callers.actor().may(Power.EXPORT_ROLL))));
  }

  @GetMapping("/l/{local}/exports/new")
  @Requires(Power.EXPORT_ROLL)
  Answer form() {
    return transactions.read(() -> Answer.show(page(ExportForm.blank(ids.random()), FormErrors.none())));
  }

  @PostMapping("/l/{local}/exports")
  @Requires(Power.EXPORT_ROLL)
  Answer ask(@ModelAttribute ExportForm form, HttpServletRequest request, HttpServletResponse response) {
    return transactions.write(() -> {
      var errors = new FormErrors();
      var read = form.read(errors, parts.within(), parts.whole());
      if (read.isEmpty()) {
        return Answer.again(page(form, errors));
      }
      var once = form.form().orElseThrow(() -> new NotAllowed(NotAllowed.Reason.NOT_FOUND));
      if (!onceOnly.first(once, "export")) {
        return Answer.goTo(at(""));
      }
      return switch (exports.ask(read.get().criteria(), read.get().purpose(), browser.of(request, response))) {
        case RollExports.Asked.Yes(UUID export) -> Answer.goTo(at("/" + export));
        case RollExports.Asked.No(var why) -> {
          errors.refuse("site", "export.refused." + why.key());
          yield Answer.again(page(new ExportForm(ids.random().toString(), form.purpose(), form.site(), form.who(),
              form.state(), form.since(), form.place(), form.phone(), form.mail(), form.reach(), form.mark()),
              errors));
        }
      };
    });
  }

  @GetMapping("/l/{local}/exports/{export}")
  @Requires(Power.TAKE_PART)
  Answer export(@PathVariable UUID export, @RequestParam(defaultValue = "") String refused,
      HttpServletRequest request) {
    return transactions.read(
        () -> Answer.show(parts.page(officersOwn(export), request, RollExport.Refusal.known(refused))));
  }

  @PostMapping("/l/{local}/exports/{export}/release")
  @Requires(Power.TAKE_PART)
  Answer release(@PathVariable UUID export, @RequestParam(defaultValue = "") String hash, HttpServletRequest request,
      HttpServletResponse response) {
    byte[] here = browser.of(request, response);
    return act(export, request, () -> exports.release(export, hash, here));
  }

  @PostMapping("/l/{local}/exports/{export}/stop")
  @Requires(Power.TAKE_PART)
  Answer stop(@PathVariable UUID export, HttpServletRequest request) {
    return act(export, request, () -> exports.stop(export));
  }

  private interface Act {
    Optional<RollExport.Refusal> run();
  }

  private Answer act(UUID export, HttpServletRequest request, Act act) {
    return transactions.write(() -> {
      officersOwn(export);
      var refused = act.run();
      return refused.isPresent()
          ? new Answer.Show(parts.page(officersOwn(export), request, refused), 409)
          : Answer.goTo(at("/" + export));
    });
  }

  private RollExport officersOwn(UUID export) {
    if (!RollExports.isOfficer(Callers.actor())) {
      throw new NotAllowed(NotAllowed.Reason.ROLE);
    }
    return exports.find(export).orElseThrow(() -> new NotAllowed(NotAllowed.Reason.NOT_FOUND));
  }

  private NewExportPage page(ExportForm form, FormErrors errors) {
    return new NewExportPage(form, errors, parts.within(), parts.whole(), exports.alone(Callers.actor().person()));
  }

  private static String at(String rest) { return "/l/" + Callers.actor().handle() + "/exports" + rest; }
}
