// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.access.SignedInRoute;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.roll.Departure;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Going by oneself: out of the local, or out of its records. */
@Controller
class OwnGoingController {
  private final Transactions transactions;
  private final Oneself self;
  private final Departure departure;

  OwnGoingController(Transactions transactions, Oneself self, Departure departure) {
    this.transactions = transactions;
    this.self = self;
    this.departure = departure;
  }

  @GetMapping("/l/{local}/me/leave")
  @SignedInRoute
  Answer askLeave(HttpServletRequest request) {
    return self.askedAgain(request, Oneself.FRESH).orElseGet(() -> transactions.read(() -> {
      var person = self.person();
      return person.state().joined()
          ? Answer.show(new OwnGoingPage("leave", List.of(), !departure.mayGo(person.id())))
          : Answer.goTo(Oneself.at(""));
    }));
  }

  @PostMapping("/l/{local}/me/leave")
  @SignedInRoute
  Answer leave(HttpServletRequest request) {
    return self.askedAgain(request, Oneself.TYPING).orElseGet(() -> transactions.write(() -> {
      var person = self.person();
      if (person.state().joined() && !departure.leave(person.id())) {
        throw new NotAllowed(NotAllowed.Reason.CHANGED_MEANWHILE);
      }
      return Answer.goTo(Oneself.at("?done=left-self"));
    }));
  }

  @GetMapping("/l/{local}/me/forget")
  @SignedInRoute
  Answer askForget(HttpServletRequest request) {
    return self.askedAgain(request, Oneself.FRESH)
        .orElseGet(() -> transactions.read(() -> Answer.show(
            new OwnGoingPage("forget", self.stays(), !departure.mayGo(self.person().id())))));
  }

  @PostMapping("/l/{local}/me/forget")
  @SignedInRoute
  Answer forget(HttpServletRequest request) {
    return self.askedAgain(request, Oneself.TYPING).orElseGet(() -> transactions.write(() -> {
      if (!departure.forget(self.person().id())) {
        throw new NotAllowed(NotAllowed.Reason.CHANGED_MEANWHILE);
      }
      return Answer.show(new OwnGonePage());
    }));
  }
}
