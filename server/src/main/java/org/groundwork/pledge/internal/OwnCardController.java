// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.pledge.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.groundwork.platform.access.Limited;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.access.OpenRoute;
import org.groundwork.platform.ids.Tokens;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.LinkCookie;
import org.groundwork.pledge.AskedStep;
import org.groundwork.pledge.Call;
import org.groundwork.pledge.OpenCards;
import org.groundwork.pledge.PrivateCodes;
import org.groundwork.pledge.Said;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own card behind the code on one's paper, without an account: to change an answer or to withdraw it. */
@Controller
class OwnCardController {
  private static final LinkCookie COOKIE = new LinkCookie("gw-card", "card", Duration.ofMinutes(30), false);
  private final Transactions transactions;
  private final PledgeDesk desk;
  private final PrivateCodes codes;

  OwnCardController(Transactions transactions, PledgeDesk desk, PrivateCodes codes) {
    this.transactions = transactions;
    this.desk = desk;
    this.codes = codes;
  }

  @GetMapping("/r/{local}/card/{code}")
  @OpenRoute(why = "the private link itself; it is exchanged for a cookie so that the address bar forgets it")
  Answer link(@PathVariable("local") String handle, @PathVariable String code, HttpServletRequest request,
      HttpServletResponse response) {
    return exchanged(handle, code, request, response);
  }

  @PostMapping("/r/{local}/card/code")
  @Limited(perMinute = 6)
  @OpenRoute(why = "whoever holds a paper with a code types it in; a wrong one is answered like a page without one")
  Answer typed(@PathVariable("local") String handle, @RequestParam(defaultValue = "") String code,
      HttpServletRequest request, HttpServletResponse response) {
    return exchanged(handle, code, request, response);
  }

  private static Answer exchanged(String handle, String code, HttpServletRequest request,
      HttpServletResponse response) {
    requireLocal();
    COOKIE.keep(handle, Tokens.asPrinted(code), request, response);
    return Answer.goTo("/r/" + handle + "/card");
  }

  @GetMapping("/r/{local}/card")
  @OpenRoute(why = "shows one's own card to whoever holds its code, and where to type a code to everybody else")
  Answer card(@PathVariable("local") String handle, @RequestParam(defaultValue = "") String done,
      HttpServletRequest request) {
    requireLocal();
    var code = COOKIE.read(request);
    if (code.isEmpty()) {
      return Answer.show(new CodePage(handle, FormErrors.none()));
    }
    return transactions.read(() -> own(code).map(own -> Answer.show(page(handle, own, done.equals("written"),
        PledgeForm.blank(), FormErrors.none()))).orElseGet(() -> unknown(handle)));
  }

  @PostMapping("/r/{local}/card/answer")
  @Limited(perMinute = 6)
  @OpenRoute(why = "whoever holds the code of a card may change the answer on it; what was on it is not shown")
  Answer answer(@PathVariable("local") String handle, @ModelAttribute PledgeForm form, HttpServletRequest request) {
    requireLocal();
    var code = COOKIE.read(request);
    return transactions.write(() -> own(code).map(own -> answered(handle, own, form)).orElseGet(() -> unknown(handle)));
  }

  private Answer answered(String handle, Own own, PledgeForm form) {
    var errors = new FormErrors();
    var chosen = form.read(errors, desk.calls().of(own.step()));
    if (chosen.isEmpty()) {
      return Answer.again(page(handle, own, false, form, errors));
    }
    boolean taken = desk.calls()
        .take(own.step().id(), new Said(own.card().person(), chosen.get().reply(),
            chosen.get().atLeast(), desk.calls().now(), own.card().person()));
    if (taken) {
      return Answer.goTo("/r/" + handle + "/card?done=written");
    }
    var now = new Own(own.card(), desk.calls().step(own.step().id()).orElse(own.step()));
    return new Answer.Show(page(handle, now, false, form, errors), 409);
  }

  private record Own(OpenCards.Own card, AskedStep step) {}

  private Optional<Own> own(Optional<String> code) {
    return code.flatMap(codes::behind).flatMap(card -> desk.calls().step(card.step()).map(step -> new Own(card, step)));
  }

  private OwnCardPage page(String handle, Own own, boolean written, PledgeForm form, FormErrors errors) {
    var call = desk.calls().of(own.step().id());
    return new OwnCardPage(handle, desk.calls().text(own.step()), desk.calls().of(own.step()),
        desk.homes(own.step()), desk.who(own.step(), own.card().person()),
        call.map(OwnCardController::state).orElse("over"), desk.overSince(own.step()), written, form, errors);
  }

  /** How it ended rather than that it did: whoever holds the paper is told what became of it. */
  private static String state(Call call) {
    return call.cameTo().map(Call.How::key).orElseGet(call::key);
  }

  private static Answer unknown(String handle) {
    var errors = new FormErrors();
    errors.refuse("code", "own-card.unknown");
    return Answer.again(new CodePage(handle, errors));
  }

  /** An address that names no local is a page that is not there. */
  private static void requireLocal() {
    if (!Tenancy.isLocal()) {
      throw new NotAllowed(NotAllowed.Reason.NOT_FOUND);
    }
  }
}
