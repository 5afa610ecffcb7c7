// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance.internal;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.groundwork.grievance.GrievanceKind;
import org.groundwork.grievance.Grievances;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.access.OpenRoute;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.ids.Tokens;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.OnceOnly;
import org.groundwork.platform.web.RequestLanguage;
import org.groundwork.roll.SiteSuggestions;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * The public form, without account and without script. Places come from public registers alone, so that typing addresses
 * tells nobody where people organise.
 */
@Controller
class ReportController {
  private static final String COOKIE = "gw-follow-up";
  private final Transactions transactions;
  private final Grievances grievances;
  private final SiteSuggestions registers;
  private final Locals locals;
  private final Ids ids;
  private final Tokens tokens;
  private final Clock clock;
  private final OnceOnly onceOnly;
  private final RequestLanguage requestLanguage;

  ReportController(Transactions transactions, Grievances grievances, SiteSuggestions registers, Locals locals, Ids ids,
      Tokens tokens, Clock clock, OnceOnly onceOnly, RequestLanguage requestLanguage) {
    this.transactions = transactions;
    this.grievances = grievances;
    this.registers = registers;
    this.locals = locals;
    this.ids = ids;
    this.tokens = tokens;
    this.clock = clock;
    this.onceOnly = onceOnly;
    this.requestLanguage = requestLanguage;
  }

  @GetMapping("/r/{local}/report")
  @OpenRoute(why = "anybody with the link may say what happened to them")
  Answer form(@PathVariable("local") String handle) {
    return transactions
        .read(() -> Answer.show(page(handle, ReportForm.blank(ids.random()), FormErrors.none(), List.of())));
  }

  @PostMapping("/r/{local}/report")
  @OpenRoute(why = "anybody with the link may say what happened to them; the answer is the same whatever we know")
  Answer report(@PathVariable("local") String handle, @ModelAttribute ReportForm form, HttpServletRequest request) {
    return transactions.write(() -> {
      var errors = new FormErrors();
      var profile = profile();
      var read = form.read(errors, LocalDate.now(clock.withZone(profile.zone())), profile.currency(),
          requestLanguage.of(request));
      if (read.isEmpty()) {
        return Answer.again(page(handle, form, errors, List.of()));
      }
      var report = read.get();
      if (!report.asked()) {
        var found = registers.like(report.place());
        if (!found.isEmpty()) {
          return Answer.show(page(handle, form, errors, found));
        }
      }
      if (!onceOnly.first(report.once(), "report")) {
        return Answer.show(new ReportedPage(handle, Optional.empty()));
      }
      String token = tokens.secret();
      grievances.report(report.grievance(), Optional.of(token));
      return Answer.show(new ReportedPage(handle, Optional.of("/r/" + handle + "/follow-up/" + token)));
    });
  }

  @GetMapping("/r/{local}/follow-up/{token}")
  @OpenRoute(why = "the private link itself; it is exchanged for a cookie so that the address bar forgets it")
  Answer followUpLink(@PathVariable("local") String handle, @PathVariable String token, HttpServletRequest request,
      HttpServletResponse response) {
    response.addHeader("Set-Cookie",
        ResponseCookie.from(COOKIE, token)
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Strict")
            .path("/r/" + handle + "/follow-up")
            .maxAge(Duration.ofMinutes(30))
            .build()
            .toString());
    return Answer.goTo("/r/" + handle + "/follow-up");
  }

  @GetMapping("/r/{local}/follow-up")
  @OpenRoute(why = "shows one's own report to whoever holds its link")
  Answer followUp(@PathVariable("local") String handle, HttpServletRequest request) {
    String token = cookie(request).orElseThrow(() -> new NotAllowed(NotAllowed.Reason.NOT_FOUND));
    return transactions.read(() -> {
      profile();
      return Answer.show(new FollowUpPage(handle,
          grievances.byFollowUp(token).orElseThrow(() -> new NotAllowed(NotAllowed.Reason.NOT_FOUND))));
    });
  }

  private ReportPage page(String handle, ReportForm form, FormErrors errors,
      List<SiteSuggestions.Suggestion> suggestions) {
    return new ReportPage(handle, form, errors, Arrays.asList(GrievanceKind.values()),
        profile().currency().getCurrencyCode(),
        suggestions);
  }

  /** The local of the address; an address that names none is a page that is not there. */
  private Locals.Profile profile() {
    if (!Tenancy.isLocal()) {
      throw new NotAllowed(NotAllowed.Reason.NOT_FOUND);
    }
    return locals.profile();
  }

  private static Optional<String> cookie(HttpServletRequest request) {
    return request.getCookies() == null
        ? Optional.empty()
        : Arrays.stream(request.getCookies()).filter(c -> c.getName().equals(COOKIE)).map(Cookie::getValue).findFirst();
  }
}
