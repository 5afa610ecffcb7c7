// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.groundwork.grievance.CauseBands;
import org.groundwork.grievance.ClosedAs;
import org.groundwork.grievance.Evidence;
import org.groundwork.grievance.Grievances;
import org.groundwork.grievance.PrivateLinks;
import org.groundwork.platform.access.Limited;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.access.OpenRoute;
import org.groundwork.platform.files.FormFiles;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.LinkCookie;
import org.groundwork.platform.web.OnceOnly;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** One's own report behind its private link: what became of it, how many share it, and files added later. */
@Controller
class FollowUpController {
  private static final LinkCookie COOKIE = new LinkCookie("gw-follow-up", "follow-up", Duration.ofMinutes(30), false);
  private final Transactions transactions;
  private final PrivateLinks links;
  private final Evidence evidence;
  private final CauseBands bands;
  private final FormFiles uploads;
  private final OnceOnly onceOnly;
  private final Ids ids;

  FollowUpController(Transactions transactions, PrivateLinks links, Evidence evidence, CauseBands bands,
      FormFiles uploads, OnceOnly onceOnly, Ids ids) {
    this.transactions = transactions;
    this.links = links;
    this.evidence = evidence;
    this.bands = bands;
    this.uploads = uploads;
    this.onceOnly = onceOnly;
    this.ids = ids;
  }

  @GetMapping("/r/{local}/follow-up/{token}")
  @OpenRoute(why = "the private link itself; it is exchanged for a cookie so that the address bar forgets it")
  Answer link(@PathVariable("local") String handle, @PathVariable String token, HttpServletRequest request,
      HttpServletResponse response) {
    COOKIE.keep(handle, token, request, response);
    return Answer.goTo("/r/" + handle + "/follow-up");
  }

  @GetMapping("/r/{local}/follow-up")
  @OpenRoute(why = "shows one's own report to whoever holds its link")
  Answer followUp(@PathVariable("local") String handle, HttpServletRequest request) {
    ReportController.requireLocal();
    String token = token(request);
    return transactions.read(() -> Answer.show(page(handle, own(token), FormErrors.none())));
  }

  @PostMapping("/r/{local}/follow-up/evidence")
  @Limited(perMinute = 6)
  @OpenRoute(why = "whoever holds the link of a report may add a photo or letter to it, and sees nothing new")
  Answer add(@PathVariable("local") String handle, @RequestParam(required = false) MultipartFile @Nullable [] files,
      @RequestParam(defaultValue = "") String once, HttpServletRequest request) throws IOException {
    ReportController.requireLocal();
    String token = token(request);
    var about = transactions.read(() -> own(token)); // a stranger's files are not even looked at
    if (about.closedAs().filter(end -> end != ClosedAs.IN_A_FIGHT).isPresent()) {
      return Answer.goTo("/r/" + handle + "/follow-up"); // it has ended meanwhile, which the page says
    }
    UUID form = Numbers.id(once).orElseGet(ids::random);
    var sent = uploads.keep(files, file -> about.confirmed()
        ? evidence.keepWithFormOfKnown(form, file)
        : evidence.keepWithForm(form, file));
    return transactions.write(() -> answer(handle, own(token), form, sent));
  }

  @PostMapping("/r/{local}/follow-up/end")
  @Limited(perMinute = 6)
  @OpenRoute(why = "whoever holds the link of a report may end it; the answer is the same for a link that leads nowhere")
  Answer end(@PathVariable("local") String handle, HttpServletRequest request, HttpServletResponse response) {
    ReportController.requireLocal();
    String token = token(request);
    transactions.run(() -> links.behind(token).ifPresent(own -> links.end(own.id())));
    COOKIE.forget(handle, request, response);
    return Answer.show(new LinkEndedPage(handle));
  }

  private Answer answer(String handle, Grievances.Grievance own, UUID form, FormFiles.Sent sent) {
    var errors = new FormErrors();
    if (!onceOnly.first(form, "evidence")) {
      evidence.dropForm(form);
    } else if (!evidence.handOver(form, own.id())) {
      FormFiles.tooMany(errors);
    }
    sent.refuse(errors);
    if (sent.chosen() == 0) {
      errors.refuse("files", "evidence.choose");
    }
    return errors.any() ? Answer.again(page(handle, own, errors)) : Answer.goTo("/r/" + handle + "/follow-up");
  }

  private FollowUpPage page(String handle, Grievances.Grievance own, FormErrors errors) {
    return new FollowUpPage(handle, own, bands.of(own), evidence.of(own.id()), ids.random(), errors);
  }

  private Grievances.Grievance own(String token) {
    return links.behind(token).orElseThrow(GrievancesInReach::notFound);
  }

  private static String token(HttpServletRequest request) {
    return COOKIE.read(request).orElseThrow(() -> new NotAllowed(NotAllowed.Reason.NOT_FOUND));
  }
}
