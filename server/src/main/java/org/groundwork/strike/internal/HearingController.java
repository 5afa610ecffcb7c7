// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.strike.Hearing;
import org.groundwork.strike.Hearings;
import org.groundwork.strike.Withholding;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** When and where a unit is heard, that a hearing is moved, and what came of it. */
@Controller("strikeHearingPages")
class HearingController {
  private static final int RESULT = 1000;
  private final Transactions transactions;
  private final StrikeDesk desk;
  private final Hearings hearings;
  private final BookController.Once once;

  HearingController(Transactions transactions, StrikeDesk desk, Hearings hearings, BookController.Once once) {
    this.transactions = transactions;
    this.desk = desk;
    this.hearings = hearings;
    this.once = once;
  }

  @GetMapping("/l/{local}/strikes/{step}/units/{unit}/hearing")
  @Requires(Power.TALK)
  Answer hearing(@PathVariable UUID step, @PathVariable UUID unit, @RequestParam(defaultValue = "") String instead) {
    return transactions.read(() -> {
      var at = desk.reached(step);
      var row = desk.unit(at, unit);
      var form = StrikeTyped.id(instead)
          .map(moved -> HearingPage.Form.of(once.ids().random(), standing(row, moved), desk.zone()))
          .orElseGet(() -> new HearingPage.Form(once.ids().random().toString(), "", "", "", ""));
      return Answer.show(new HearingPage(at, row, form, FormErrors.none(), false));
    });
  }

  @PostMapping("/l/{local}/strikes/{step}/units/{unit}/hearing")
  @Requires(Power.TALK)
  Answer heard(@PathVariable UUID step, @PathVariable UUID unit, @ModelAttribute HearingPage.Form form) {
    return transactions.write(() -> {
      var at = desk.reached(step);
      Withholding row = desk.unit(at, unit);
      var errors = new FormErrors();
      var day = errors.day("day", form.day(), desk.today().minusYears(2), desk.today().plusYears(2));
      var time = StrikeTyped.time(errors, "time", form.time());
      String place = errors.required("place", form.place(), 200);
      var moment = moment(errors, day, time);
      if (errors.any() || moment.isEmpty()) {
        return Answer.again(new HearingPage(at, row, form, errors, false));
      }
      return once.does(form.once(), "strike-hearing",
          () -> hearings.heard(row, moment.get(), place, StrikeTyped.id(form.instead())))
              ? back(step, unit)
              : new Answer.Show(new HearingPage(at, row, form.alone(), errors, true), 409);
    });
  }

  /** An hour that the clocks skip is none: nobody could come then. */
  private Optional<Instant> moment(FormErrors errors, Optional<LocalDate> day, Optional<LocalTime> time) {
    return day.flatMap(on -> time.flatMap(hour -> {
      if (desk.zone().getRules().getValidOffsets(on.atTime(hour)).isEmpty()) {
        errors.refuse("time", "strikes.no-such-hour");
        return Optional.empty();
      }
      return Optional.of(ZonedDateTime.of(on, hour, desk.zone()).toInstant());
    }));
  }

  @GetMapping("/l/{local}/strikes/{step}/units/{unit}/hearings/{hearing}")
  @Requires(Power.TALK)
  Answer result(@PathVariable UUID step, @PathVariable UUID unit, @PathVariable UUID hearing) {
    return transactions.read(() -> {
      var at = desk.reached(step);
      var row = desk.unit(at, unit);
      var one = standing(row, hearing);
      return Answer.show(new HearingResultPage(at, row, one, one.result(), FormErrors.none(), desk.zone()));
    });
  }

  @PostMapping("/l/{local}/strikes/{step}/units/{unit}/hearings/{hearing}")
  @Requires(Power.TALK)
  Answer came(@PathVariable UUID step, @PathVariable UUID unit, @PathVariable UUID hearing,
      @RequestParam(defaultValue = "") String result) {
    return transactions.write(() -> {
      var at = desk.reached(step);
      var row = desk.unit(at, unit);
      var one = standing(row, hearing);
      var errors = new FormErrors();
      String said = errors.required("result", result, RESULT);
      if (errors.any()) {
        return Answer.again(new HearingResultPage(at, row, one, result, errors, desk.zone()));
      }
      hearings.came(row, one.id(), said);
      return back(step, unit);
    });
  }

  private Hearing standing(Withholding row, UUID hearing) {
    return hearings.of(row.id(), hearing).orElseThrow(StrikeDesk::notFound);
  }

  private static Answer back(UUID step, UUID unit) {
    return Answer.goTo(StrikeDesk.at("strikes/" + step + "/units/" + unit));
  }
}
