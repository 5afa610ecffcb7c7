// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.groundwork.action.Action;
import org.groundwork.action.Actions;
import org.groundwork.action.Invitations;
import org.groundwork.action.SignUp;
import org.groundwork.action.SignUps;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.OnceOnly;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is to come, and saying with one tap that one comes or cannot. */
@Controller
class ActionController {
  private static final int MOST = 200;
  private static final Map<String, String> DONE = Map.of("planned", "actions.done.planned", "saved",
      "actions.done.saved", "told", "actions.done.told", "coming", "actions.done.coming", "waiting",
      "actions.done.waiting", "counted",
      "actions.done.counted", "full", "actions.done.full", "withdrawn", "actions.done.withdrawn", "over",
      "actions.done.over");
  private final Transactions transactions;
  private final ActionDesk desk;
  private final Actions actions;
  private final SignUps signUps;
  private final Invitations invitations;
  private final Once once;
  private final OwnParts own;

  ActionController(Transactions transactions, ActionDesk desk, Actions actions, SignUps signUps,
      Invitations invitations, Once once, OwnParts own) {
    this.transactions = transactions;
    this.desk = desk;
    this.actions = actions;
    this.signUps = signUps;
    this.invitations = invitations;
    this.once = once;
    this.own = own;
  }

  /** Makes sure that what is only counted is counted once a form. */
  @org.springframework.stereotype.Component("onceCounted")
  record Once(OnceOnly only, Ids ids) {}

  @GetMapping("/l/{local}/actions")
  @Requires(Power.TAKE_PART)
  Answer list(@RequestParam(defaultValue = "") String show) {
    boolean past = show.equals("past");
    return transactions.read(() -> Answer.show(new ActionsPage(past ? actions.past(MOST) : actions.toCome(MOST), past,
        Callers.actor().may(Power.RUN_CAMPAIGNS))));
  }

  @GetMapping("/l/{local}/actions/{id}")
  @Requires(Power.TAKE_PART)
  Answer look(@PathVariable UUID id, @RequestParam(defaultValue = "") String done) {
    return transactions.read(() -> Answer.show(page(desk.seen(id), DONE.getOrDefault(done, ""),
        new NeedsForm(List.of(), ""), FormErrors.none())));
  }

  private ActionPage page(Action action, String done, NeedsForm needs, FormErrors errors) {
    boolean runs = ActionDesk.runs(Callers.actor(), action);
    var invitation = runs
        ? invitations.of(action.id(), Invitations.Kind.LINK).map(ActionController::address)
        : Optional.<String>empty();
    var mine = signUps.ofMemberAt(action.id(), Callers.actor().person());
    return new ActionPage(action, desk.campaign(action), runs ? desk.rung(action) : Optional.empty(),
        desk.site(action), outcomes(signUps, mine),
        mine.stream().collect(Collectors.toUnmodifiableMap(SignUp::shift, SignUp::needs)), needs.said(), runs,
        invitation, once.ids().random(),
        desk.now(), done, runs ? new ActionPage.Own(false, false) : own.of(action), errors);
  }

  private static String address(String token) { return "/r/" + Callers.actor().handle() + "/come/" + token; }

  /** What somebody reads of every shift that they are in. */
  static Map<UUID, SignUp.Outcome> outcomes(SignUps signUps, List<SignUp> mine) {
    return mine.stream()
        .filter(in -> in.state() != SignUp.State.WITHDRAWN)
        .collect(Collectors.toUnmodifiableMap(SignUp::shift, signUps::outcome));
  }

  @PostMapping("/l/{local}/actions/{id}/come")
  @Requires(Power.TAKE_PART)
  Answer come(@PathVariable UUID id, @RequestParam(defaultValue = "") String shift,
      @RequestParam(name = "once", defaultValue = "") String form, @ModelAttribute NeedsForm needs) {
    return transactions.write(() -> {
      var action = desk.seen(id);
      var errors = new FormErrors();
      var needed = needs.read(errors, action);
      if (errors.any()) {
        return Answer.again(page(action, "", needs, errors));
      }
      var chosen = Typed.id(shift).flatMap(action::shift).orElseThrow(ActionDesk::notFound);
      if (action.countOnly() && !once.only().first(Typed.id(form).orElseThrow(ActionDesk::notFound), "counted")) {
        return Answer.goTo(ActionDesk.at(id, "?done=counted"));
      }
      var outcome = signUps.come(chosen.id(), new SignUp.Who.Member(Callers.actor().person()), needed);
      return Answer.goTo(ActionDesk.at(id, "?done=" + word(outcome)));
    });
  }

  static String word(SignUp.Outcome outcome) {
    return switch (outcome) {
      case SignUp.Outcome.Coming() -> "coming";
      case SignUp.Outcome.Waiting _ -> "waiting";
      case SignUp.Outcome.Counted() -> "counted";
      case SignUp.Outcome.Full() -> "full";
      case SignUp.Outcome.Over() -> "over";
    };
  }

  @PostMapping("/l/{local}/actions/{id}/withdraw")
  @Requires(Power.TAKE_PART)
  Answer withdraw(@PathVariable UUID id, @RequestParam(defaultValue = "") String shift) {
    return transactions.write(() -> {
      var chosen = Typed.id(shift).flatMap(desk.seen(id)::shift).orElseThrow(ActionDesk::notFound);
      signUps.ofMember(chosen.id(), Callers.actor().person()).ifPresent(in -> signUps.withdraw(in.id()));
      return Answer.goTo(ActionDesk.at(id, "?done=withdrawn"));
    });
  }
}
