// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.UUID;
import org.groundwork.action.Action;
import org.groundwork.action.Attendance;
import org.groundwork.action.Expected;
import org.groundwork.action.Invitations;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.OpenRoute;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.PublicAddress;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.ids.Tokens;
import org.groundwork.platform.paper.QrCode;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.LinkCookie;
import org.groundwork.platform.web.RequestLanguage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The address that hangs at the door, and saying there that one is here. */
@Controller
class CheckInController {
  /** A browser is known again for an evening. */
  private static final LinkCookie COOKIE = new LinkCookie("gw-here", "here", Duration.ofHours(12), false);
  private static final int MARK = 43;
  private final Transactions transactions;
  private final ActionDesk desk;
  private final Attendance attendance;
  private final Expected expected;
  private final Invitations invitations;
  private final ActionController.Once once;
  private final Reached reached;

  CheckInController(Transactions transactions, ActionDesk desk, Attendance attendance, Expected expected,
      Invitations invitations, ActionController.Once once, Reached reached) {
    this.transactions = transactions;
    this.desk = desk;
    this.attendance = attendance;
    this.expected = expected;
    this.invitations = invitations;
    this.once = once;
    this.reached = reached;
  }

  /** Where browsers reach the server, in which language they read, and marks for them. */
  @org.springframework.stereotype.Component("doorReached")
  record Reached(PublicAddress address, RequestLanguage language, Tokens tokens) {}

  @GetMapping("/l/{local}/actions/{id}/door")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer door(@PathVariable UUID id) {
    return transactions.read(() -> {
      var action = desk.run(id);
      return Answer.show(new DoorPage(action, invitations.of(id, Invitations.Kind.DOOR)
          .map(token -> reached.address().origin().orElse("") + "/r/" + Callers.actor().handle() + "/here/" + token)
          .map(QrCode::of)));
    });
  }

  @PostMapping("/l/{local}/actions/{id}/door")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer open(@PathVariable UUID id) {
    return transactions.write(() -> {
      invitations.open(desk.run(id).id(), Invitations.Kind.DOOR);
      return Answer.goTo(ActionDesk.at(id, "/door"));
    });
  }

  @PostMapping("/l/{local}/actions/{id}/door/end")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer shut(@PathVariable UUID id) {
    return transactions.write(() -> {
      invitations.shut(desk.run(id).id(), Invitations.Kind.DOOR);
      return Answer.goTo(ActionDesk.at(id, "/door"));
    });
  }

  @GetMapping("/r/{local}/here/{token}")
  @OpenRoute(why = "hangs at the door of an action while it is on; whoever stands there says that they are here")
  Answer look(@PathVariable("local") String handle, @PathVariable String token) {
    ActionDesk.requireLocal();
    return transactions.read(() -> Answer.show(page(handle, token, at(token), "", false, FormErrors.none())));
  }

  @PostMapping("/r/{local}/here/{token}")
  @OpenRoute(why = "whoever stands at the door says that they are here; the answer is the same for everybody")
  Answer here(@PathVariable("local") String handle, @PathVariable String token,
      @RequestParam(defaultValue = "") String name, @RequestParam(name = "once", defaultValue = "") String form,
      HttpServletRequest request, HttpServletResponse response) {
    ActionDesk.requireLocal();
    if (reached.language().switches(request)) {
      return transactions.read(() -> Answer.show(page(handle, token, at(token), name, false, FormErrors.none())));
    }
    return transactions.write(() -> {
      var action = at(token);
      var member = ActionDesk.member();
      if (action.countOnly()) {
        if (once.only().first(Typed.id(form).orElseThrow(ActionDesk::notFound), "here")) {
          attendance.countMore(action.onNow(desk.now()).id(), 1);
        }
      } else if (member.isPresent()) {
        attendance.here(expected.shift(action, member.get()), member.get());
      } else {
        var errors = new FormErrors();
        String called = errors.required("name", name, 80);
        if (errors.any()) {
          return Answer.again(page(handle, token, action, name, false, errors));
        }
        String mark = mark(handle, request, response);
        attendance.here(expected.shift(action, called, mark), called, mark);
      }
      return Answer.show(page(handle, token, action, "", true, FormErrors.none()));
    });
  }

  /** What this browser is known by tonight. */
  private String mark(String handle, HttpServletRequest request, HttpServletResponse response) {
    return COOKIE.read(request).filter(known -> known.length() == MARK).orElseGet(() -> {
      String fresh = reached.tokens().secret();
      COOKIE.keep(handle, fresh, request, response);
      return fresh;
    });
  }

  private Action at(String token) {
    return invitations.atTheDoor(token).map(desk::seen).orElseThrow(ActionDesk::notFound);
  }

  private HerePage page(String handle, String token, Action action, String name, boolean done, FormErrors errors) {
    return new HerePage("/r/" + handle + "/here/" + token, action, action.onNow(desk.now()).id(),
        once.ids().random().toString(),
        name, ActionDesk.member().isPresent(), done, errors);
  }
}
