// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.access.OpenRoute;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.OnceOnly;
import org.groundwork.platform.web.RequestLanguage;
import org.groundwork.roll.Applications;
import org.groundwork.roll.RefusedDomains;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * The public form to join. Answers alike whether the one who asks is on the roll or not, and a form that is shut like a
 * local that is not there.
 */
@Controller
class JoinController {
  private final Transactions transactions;
  private final Applications applications;
  private final OnceOnly onceOnly;
  private final Locals locals;
  private final Ids ids;
  private final RequestLanguage language;
  private final List<RefusedDomains> refused;
  private final JoinQuestions questions;

  JoinController(Transactions transactions, Applications applications, OnceOnly onceOnly, Locals locals, Ids ids,
      RequestLanguage language, ObjectProvider<RefusedDomains> refused, JoinQuestions questions) {
    this.transactions = transactions;
    this.applications = applications;
    this.onceOnly = onceOnly;
    this.locals = locals;
    this.ids = ids;
    this.language = language;
    this.refused = refused.orderedStream().toList();
    this.questions = questions;
  }

  @GetMapping("/r/{local}/join")
  @OpenRoute(why = "the local opened its form to join; it tells nothing but the local's name")
  Answer form(@PathVariable("local") String handle, HttpServletRequest request) {
    requireLocal();
    return transactions.read(() -> Answer.show(page(handle, JoinForm.blank(ids.random()), new FormErrors(), request)));
  }

  @PostMapping("/r/{local}/join")
  @OpenRoute(why = "the local opened its form to join; the answer is the same for everybody")
  Answer ask(@PathVariable("local") String handle, @ModelAttribute JoinForm form, HttpServletRequest request) {
    requireLocal();
    if (language.switches(request)) {
      return transactions.read(() -> Answer.show(page(handle, form, new FormErrors(), request)));
    }
    return transactions.write(() -> {
      var errors = new FormErrors();
      var asked = form.read(errors, refused);
      if (asked.isEmpty()) {
        return Answer.again(page(handle, form, errors, request));
      }
      requireOpen();
      if (!onceOnly.first(form.form().orElseThrow(() -> new NotAllowed(NotAllowed.Reason.NOT_FOUND)), "join")) {
        return Answer.goTo("/r/" + handle + "/join/thanks");
      }
      if (!applications.roomForOne()) {
        throw new NotAllowed(NotAllowed.Reason.TOO_OFTEN);
      }
      applications.enter(asked.get(), language.of(request), questions.chosen(request));
      return Answer.goTo("/r/" + handle + "/join/thanks");
    });
  }

  @GetMapping("/r/{local}/join/thanks")
  @OpenRoute(why = "says thanks, the same to everybody")
  Answer thanks(@PathVariable("local") String handle) {
    requireLocal();
    return transactions.read(() -> Answer.show(new JoinPage(handle, name(), JoinForm.blank(ids.random()), List.of(),
        FormErrors.none(), true)));
  }

  private JoinPage page(String handle, JoinForm form, FormErrors errors, HttpServletRequest request) {
    return new JoinPage(handle, name(), form, questions.of(request, language.of(request)), errors, false);
  }

  private String name() {
    requireOpen();
    return locals.profile().name();
  }

  private void requireOpen() {
    if (!applications.open()) {
      throw new NotAllowed(NotAllowed.Reason.NOT_FOUND);
    }
  }

  private static void requireLocal() {
    if (!Tenancy.isLocal()) {
      throw new NotAllowed(NotAllowed.Reason.NOT_FOUND);
    }
  }
}
