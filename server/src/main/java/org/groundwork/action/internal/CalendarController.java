// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action.internal;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.groundwork.action.Calendars;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.OpenRoute;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own calendar: its address, what it shows, and the calendar itself as a phone fetches it. */
@Controller
class CalendarController {
  private final Transactions transactions;
  private final Calendars calendars;

  CalendarController(Transactions transactions, Calendars calendars) {
    this.transactions = transactions;
    this.calendars = calendars;
  }

  @GetMapping("/l/{local}/calendar")
  @Requires(Power.TAKE_PART)
  Answer look() {
    return transactions.read(() -> Answer.show(new CalendarPage(calendars.of(Callers.actor().person()),
        Optional.empty())));
  }

  @PostMapping("/l/{local}/calendar")
  @Requires(Power.TAKE_PART)
  Answer make(@RequestParam(defaultValue = "") String real) {
    return transactions.write(() -> {
      String token = calendars.make(Callers.actor().person(), !real.isEmpty());
      return Answer.show(new CalendarPage(Optional.of(!real.isEmpty()),
          Optional.of("/r/" + Callers.actor().handle() + "/dates/" + token)));
    });
  }

  @PostMapping("/l/{local}/calendar/titles")
  @Requires(Power.TAKE_PART)
  Answer titles(@RequestParam(defaultValue = "") String real) {
    return transactions.write(() -> {
      calendars.show(Callers.actor().person(), !real.isEmpty());
      return Answer.goTo(ActionDesk.at("calendar"));
    });
  }

  @PostMapping("/l/{local}/calendar/end")
  @Requires(Power.TAKE_PART)
  Answer end() {
    return transactions.write(() -> {
      calendars.end(Callers.actor().person());
      return Answer.goTo(ActionDesk.at("calendar"));
    });
  }

  @GetMapping("/r/{local}/dates/{token}")
  @OpenRoute(why = "a phone fetches its owner's calendar under an unguessable address; titles are neutral unless chosen")
  Answer feed(@PathVariable String token) {
    ActionDesk.requireLocal();
    return transactions.read(() -> calendars.behind(token)
        .map(text -> Answer.file(text.getBytes(StandardCharsets.UTF_8), "text/calendar;charset=utf-8",
            "appointments.ics"))
        .orElseThrow(ActionDesk::notFound));
  }
}
