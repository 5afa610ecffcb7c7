// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.demonstration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.groundwork.platform.access.OpenRoute;
import org.groundwork.platform.access.SessionCookies;
import org.groundwork.platform.access.SetupCode;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.Installation;
import org.groundwork.platform.web.RequestLanguage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Looking at the demonstration, and coming in to it by role. */
@Controller
class DemonstrationController {
  private final Demonstration demonstration;
  private final SessionCookies cookies;
  private final RequestLanguage requestLanguage;
  private final SetupCode setup;
  private final Installation installation;
  private final PrintedSignIns printed;

  DemonstrationController(Demonstration demonstration, SessionCookies cookies, RequestLanguage requestLanguage,
      SetupCode setup,
      Installation installation, PrintedSignIns printed) {
    this.demonstration = demonstration;
    this.cookies = cookies;
    this.requestLanguage = requestLanguage;
    this.setup = setup;
    this.installation = installation;
    this.printed = printed;
  }

  @GetMapping("/demonstration")
  @OpenRoute(why = "shows invented people only")
  Answer look() {
    return Answer.show(new DemonstrationPage(allowed(), demonstration.signIns()
        .stream()
        .map(signIn -> new DemonstrationPage.Entry(signIn.role(), signIn.name()))
        .toList()));
  }

  @PostMapping("/demonstration")
  @OpenRoute(why = "makes invented people, once, and only where no real local exists")
  Answer make(HttpServletRequest request) throws Exception {
    if (allowed()) {
      boolean there = !demonstration.signIns().isEmpty();
      demonstration.make(requestLanguage.of(request));
      if (!there) {
        printed.print(demonstration.signIns());
      }
    }
    return Answer.goTo("/demonstration");
  }

  @PostMapping("/demonstration/in")
  @OpenRoute(why = "comes in to an invented local, and only where no real one exists")
  Answer comeIn(@RequestParam(defaultValue = "") String role, HttpServletResponse response) {
    var token = allowed() ? demonstration.comeIn(role) : java.util.Optional.<String>empty();
    if (token.isEmpty()) {
      return Answer.goTo("/demonstration");
    }
    cookies.giveSession(response, token.get());
    return Answer.goTo("/l/" + demonstration.local().orElseThrow().handle());
  }

  /** On a reachable server only one started as a demonstration lets strangers in. */
  private boolean allowed() {
    return installation.offersDemonstration(setup.needed()) && demonstration.allowed();
  }
}
