// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.groundwork.action.Invitations;
import org.groundwork.action.SignUp;
import org.groundwork.action.SignUps;
import org.groundwork.platform.access.OpenRoute;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.LinkCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What somebody without an account said, behind their private link. The link is exchanged for a cookie, so that neither
 * the address bar nor the list of visited pages keeps it.
 */
@Controller
class OwnComingController {
  /** For longer than anybody reads a page; whoever comes back opens the link again. */
  private static final LinkCookie COOKIE = new LinkCookie("gw-coming", "coming", Duration.ofMinutes(30), true);
  private final Transactions transactions;
  private final ActionDesk desk;
  private final SignUps signUps;
  private final Invitations invitations;

  OwnComingController(Transactions transactions, ActionDesk desk, SignUps signUps, Invitations invitations) {
    this.transactions = transactions;
    this.desk = desk;
    this.signUps = signUps;
    this.invitations = invitations;
  }

  @GetMapping("/r/{local}/coming/{token}")
  @OpenRoute(why = "the private link itself; it is exchanged for a cookie so that the address bar forgets it")
  Answer link(@PathVariable("local") String handle, @PathVariable String token, HttpServletRequest request,
      HttpServletResponse response) {
    ActionDesk.requireLocal();
    COOKIE.keep(handle, token, request, response);
    return Answer.goTo(at(handle));
  }

  @GetMapping("/r/{local}/coming")
  @OpenRoute(why = "shows somebody what they said themselves, behind the private link they were given")
  Answer own(@PathVariable("local") String handle, HttpServletRequest request) {
    ActionDesk.requireLocal();
    String token = token(request);
    return transactions.read(() -> Answer.show(page(handle, behind(token))));
  }

  private OwnComingPage page(String handle, SignUp in) {
    var action = invitations.ofShift(in.shift()).map(desk::seen).orElseThrow(ActionDesk::notFound);
    var shift = action.shift(in.shift()).orElseThrow(ActionDesk::notFound);
    return new OwnComingPage(at(handle), in.id(), action, shift, signUps.outcome(in), in.needs(),
        in.state() == SignUp.State.WITHDRAWN, action.open(desk.now()));
  }

  @PostMapping("/r/{local}/coming/withdraw")
  @OpenRoute(why = "whoever holds the private link says that they cannot come after all, and learns nothing new")
  Answer withdraw(@PathVariable("local") String handle, @RequestParam(defaultValue = "") String of,
      HttpServletRequest request) {
    return change(handle, of, request, (in, _) -> signUps.withdraw(in.id()));
  }

  @PostMapping("/r/{local}/coming/again")
  @OpenRoute(why = "whoever holds the private link says that they come after all, at the end of the line")
  Answer again(@PathVariable("local") String handle, @RequestParam(defaultValue = "") String of,
      HttpServletRequest request) {
    return change(handle, of, request, (in, token) -> signUps.come(in.shift(),
        new SignUp.Who.Visitor(in.name(), in.contact(), in.language(), token), in.needs()));
  }

  /** Two of one household open their links in one browser: a page that was left open changes nothing of the other's. */
  private Answer change(String handle, String of, HttpServletRequest request, BiConsumer<SignUp, String> change) {
    ActionDesk.requireLocal();
    String token = token(request);
    return transactions.write(() -> {
      var in = behind(token);
      UUID shown = Typed.id(of).orElseThrow(ActionDesk::notFound);
      if (in.id().equals(shown)) {
        change.accept(in, token);
      }
      return Answer.goTo(at(handle));
    });
  }

  private SignUp behind(String token) { return signUps.behind(token).orElseThrow(ActionDesk::notFound); }

  private static String at(String handle) { return "/r/" + handle + "/coming"; }

  private static String token(HttpServletRequest request) { return COOKIE.read(request).orElse(""); }
}
