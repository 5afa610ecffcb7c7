// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.action.Action;
import org.groundwork.action.Invitations;
import org.groundwork.action.Needs;
import org.groundwork.action.SignUp;
import org.groundwork.action.SignUps;
import org.groundwork.platform.access.OpenRoute;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.RequestLanguage;
import org.groundwork.roll.RefusedDomains;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Saying that one comes, without an account, for whoever was given the address. An address that nobody gave out, one that
 * was ended and one that is over answer like a page that is not there.
 */
@Controller
class RsvpController {
  private final Transactions transactions;
  private final ActionDesk desk;
  private final SignUps signUps;
  private final Invitations invitations;
  private final ActionController.Once once;
  private final RequestLanguage language;
  private final List<RefusedDomains> refused;

  RsvpController(Transactions transactions, ActionDesk desk, SignUps signUps, Invitations invitations,
      ActionController.Once once, RequestLanguage language, ObjectProvider<RefusedDomains> refused) {
    this.refused = refused.orderedStream().toList();
    this.transactions = transactions;
    this.desk = desk;
    this.signUps = signUps;
    this.invitations = invitations;
    this.once = once;
    this.language = language;
  }

  @GetMapping("/r/{local}/come/{token}")
  @OpenRoute(why = "the address is unguessable and handed on by the action's organisers; it shows what they invite to")
  Answer form(@PathVariable("local") String handle, @PathVariable String token) {
    ActionDesk.requireLocal();
    return transactions.read(() -> Answer.show(page(handle, token, invited(token),
        new RsvpForm.Whole(RsvpForm.blank(once.ids().random()), new NeedsForm(List.of(), "")), FormErrors.none())));
  }

  @PostMapping("/r/{local}/come/{token}")
  @OpenRoute(why = "whoever was given the address says that they come; they learn nothing of who else does")
  Answer come(@PathVariable("local") String handle, @PathVariable String token, @ModelAttribute RsvpForm form,
      @ModelAttribute NeedsForm needs, HttpServletRequest request) {
    ActionDesk.requireLocal();
    var whole = new RsvpForm.Whole(form, needs);
    if (language.switches(request)) {
      return transactions.read(() -> Answer.show(page(handle, token, invited(token), whole, FormErrors.none())));
    }
    return transactions.write(() -> {
      var action = invited(token);
      var member = ActionDesk.member();
      var errors = new FormErrors();
      var needed = needs.read(errors, action);
      if (member.isPresent()) {
        return errors.any()
            ? Answer.again(page(handle, token, action, whole, errors))
            : byMember(handle, token, action, whole, needed, member.get());
      }
      return form.read(errors, action, refused)
          .map(read -> byVisitor(handle, action, read, needed, request))
          .orElseGet(() -> Answer.again(page(handle, token, action, whole, errors)));
    });
  }

  private Answer byMember(String handle, String token, Action action, RsvpForm.Whole whole, Needs needed, UUID member) {
    var form = whole.form();
    var shift = action.shifts().size() == 1
        ? Optional.of(action.shifts().getFirst())
        : Typed.id(form.shift()).flatMap(action::shift);
    var chosen = shift.orElseThrow(ActionDesk::notFound);
    if (action.countOnly()) {
      return counted(action, chosen.id(), needed, Typed.id(form.once()).orElseThrow(ActionDesk::notFound));
    }
    signUps.come(chosen.id(), new SignUp.Who.Member(member), needed);
    return Answer.goTo(address(handle, token));
  }

  private Answer byVisitor(String handle, Action action, RsvpForm.Read read, Needs needed, HttpServletRequest request) {
    if (action.countOnly()) {
      return counted(action, read.shift(), needed, read.form());
    }
    String own = invitations.ownToken(read.form(), read.shift(), read.name(), read.contact());
    var outcome = signUps.come(read.shift(),
        new SignUp.Who.Visitor(read.name(), read.contact(), language.of(request), own), needed);
    Optional<String> link = outcome instanceof SignUp.Outcome.Over
        ? Optional.empty()
        : Optional.of("/r/" + handle + "/coming/" + own);
    return Answer.show(new AnsweredPage(action, outcome, link));
  }

  /** Nobody is written down: one form is one more, and a number is all that is left of it. */
  private Answer counted(Action action, UUID shift, Needs needed, UUID form) {
    SignUp.Outcome outcome = once.only().first(form, "counted")
        ? signUps.come(shift, new SignUp.Who.Visitor("", "", Locale.ROOT, ""), needed)
        : new SignUp.Outcome.Counted();
    return Answer.show(new AnsweredPage(action, outcome, Optional.empty()));
  }

  private Action invited(String token) {
    return invitations.invited(token).map(desk::seen).orElseThrow(ActionDesk::notFound);
  }

  private static String address(String handle, String token) { return "/r/" + handle + "/come/" + token; }

  private RsvpPage page(String handle, String token, Action action, RsvpForm.Whole whole, FormErrors errors) {
    return new RsvpPage(address(handle, token), action, whole.form(), whole.needs().said(), errors, ActionDesk.member()
        .map(person -> ActionController.outcomes(signUps, signUps.ofMemberAt(action.id(), person))),
        desk.now());
  }
}
