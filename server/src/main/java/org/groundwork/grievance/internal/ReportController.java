// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.grievance.CauseBands;
import org.groundwork.grievance.Evidence;
import org.groundwork.grievance.GrievanceKind;
import org.groundwork.grievance.Grievances;
import org.groundwork.grievance.PrivateLinks;
import org.groundwork.platform.access.Limited;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.access.OpenRoute;
import org.groundwork.platform.files.FormFiles;
import org.groundwork.platform.disclosure.Band;
import org.groundwork.platform.files.FileStore;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.OnceOnly;
import org.groundwork.platform.web.RequestLanguage;
import org.groundwork.roll.SiteSuggestions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/**
 * The public form, without account and without script. Places come from public registers alone, so that typing addresses
 * tells nobody where people organise.
 */
@Controller
class ReportController {
  private final Transactions transactions;
  private final Grievances grievances;
  private final Evidence evidence;
  private final CauseBands bands;
  private final FormFiles uploads;
  private final SiteSuggestions registers;
  private final Locals locals;
  private final Once once;
  private final Clock clock;
  private final RequestLanguage requestLanguage;

  ReportController(Transactions transactions, Grievances grievances, Evidence evidence, CauseBands bands,
      FormFiles uploads, SiteSuggestions registers, Locals locals, Once once, Clock clock,
      RequestLanguage requestLanguage) {
    this.transactions = transactions;
    this.grievances = grievances;
    this.evidence = evidence;
    this.bands = bands;
    this.uploads = uploads;
    this.registers = registers;
    this.locals = locals;
    this.once = once;
    this.clock = clock;
    this.requestLanguage = requestLanguage;
  }

  /** What is made once for one form: its identifier, its link, its report. */
  @org.springframework.stereotype.Component
  record Once(Ids ids, PrivateLinks links, OnceOnly only) {}

  @GetMapping("/r/{local}/report")
  @OpenRoute(why = "anybody with the link may say what happened to them")
  Answer form(@PathVariable("local") String handle) {
    requireLocal();
    return transactions
        .read(() -> Answer.show(page(handle, ReportForm.blank(once.ids().random()), FormErrors.none(), List.of())));
  }

  /** The same form with what another page of ours knew already. What that is stands in no address and in no log. */
  @PostMapping("/r/{local}/report/begun")
  @Limited(perMinute = 12)
  @OpenRoute(why = "the form that anybody may fill in, with what was sent along; nothing is read or kept")
  Answer begun(@PathVariable("local") String handle, @ModelAttribute ReportForm form) {
    requireLocal();
    return transactions
        .read(() -> Answer.show(page(handle, form.begun(once.ids().random()), FormErrors.none(), List.of())));
  }

  @PostMapping("/r/{local}/report")
  @Limited(perMinute = 12)
  @OpenRoute(why = "anybody with the link may say what happened to them; the answer is the same whatever we know")
  Answer report(@PathVariable("local") String handle, @ModelAttribute ReportForm form,
      @RequestParam(required = false) MultipartFile @Nullable [] files, HttpServletRequest request) throws IOException {
    requireLocal();
    var sent = form.id().isPresent()
        ? kept(form.id().get(), form, files)
        : FormFiles.Sent.nothing();
    if (requestLanguage.switches(request)) {
      return transactions.read(() -> Answer.show(page(handle, form, FormErrors.none(), List.of())));
    }
    return transactions.write(() -> answer(handle, form, sent, requestLanguage.of(request)));
  }

  /** What came with the form waits with it, whatever becomes of the form. */
  private FormFiles.Sent kept(UUID id, ReportForm form, MultipartFile @Nullable [] files) throws IOException {
    var leftOut = form.leftOut();
    if (!leftOut.isEmpty()) {
      transactions.run(() -> leftOut.forEach(file -> evidence.leaveOut(id, file)));
    }
    return uploads.keep(files, file -> evidence.keepWithForm(id, file));
  }

  private Answer answer(String handle, ReportForm form, FormFiles.Sent sent, Locale language) {
    var errors = new FormErrors();
    var profile = locals.profile();
    var read = form.read(errors, LocalDate.now(clock.withZone(profile.zone())), profile.currency(), language);
    sent.refuse(errors);
    if (read.isEmpty() || errors.any()) {
      return Answer.again(page(handle, form, errors, List.of()));
    }
    var report = read.get();
    var found = report.asked() ? List.<SiteSuggestions.Suggestion>of() : registers.like(report.place());
    return found.isEmpty() ? enter(handle, report) : Answer.show(page(handle, form, errors, found));
  }

  private Answer enter(String handle, ReportForm.Report report) {
    UUID form = report.once();
    boolean first = once.only().first(form, "report");
    var again = once.links().again(form, report.grievance());
    if (!first || again.isPresent()) {
      evidence.dropForm(form);
      return Answer.show(again.map(token -> reported(handle, token)).orElseGet(ReportedPage::nothing));
    }
    String token = once.links().token(form, report.grievance());
    UUID id = grievances.report(report.grievance(), Optional.of(token));
    evidence.handOver(form, id);
    return Answer.show(reported(handle, token));
  }

  private ReportedPage reported(String handle, String token) {
    Band band = once.links().behind(token).map(bands::of).orElse(Band.NONE);
    return new ReportedPage(Optional.of("/r/" + handle + "/follow-up/" + token), band);
  }

  private ReportPage page(String handle, ReportForm form, FormErrors errors,
      List<SiteSuggestions.Suggestion> suggestions) {
    var files = form.id().map(evidence::ofForm).orElseGet(List::<FileStore.Kept>of);
    return new ReportPage(handle, form, errors, Arrays.asList(GrievanceKind.values()),
        locals.profile().currency().getCurrencyCode(), suggestions, files);
  }

  /** An address that names no local is a page that is not there. */
  static void requireLocal() {
    if (!Tenancy.isLocal()) {
      throw new NotAllowed(NotAllowed.Reason.NOT_FOUND);
    }
  }
}
