// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.OnceOnly;
import org.groundwork.platform.web.RequestLanguage;
import org.groundwork.strike.Happening;
import org.groundwork.strike.Happenings;
import org.groundwork.strike.Notices;
import org.groundwork.strike.Strike;
import org.groundwork.strike.Withholding;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What happens to a unit that withholds: a part paid, a repair, an offer to it alone, a hearing. */
@Controller
class BookController {
  private final Transactions transactions;
  private final StrikeDesk desk;
  private final Happenings happenings;
  private final Notices notices;
  private final Once once;

  BookController(Transactions transactions, StrikeDesk desk, Happenings happenings, Notices notices, Once once) {
    this.transactions = transactions;
    this.desk = desk;
    this.happenings = happenings;
    this.notices = notices;
    this.once = once;
  }

  /** Makes sure that a form sent twice is done once; and how sums are typed. */
  @org.springframework.stereotype.Component("strikeOnce")
  record Once(OnceOnly only, Ids ids, RequestLanguage language) {
    boolean first(@org.jspecify.annotations.Nullable String typed, String what) {
      return only.first(StrikeTyped.id(typed).orElseThrow(StrikeDesk::notFound), what);
    }
  }

  @GetMapping("/l/{local}/strikes/{step}/units/{unit}/note")
  @Requires(Power.TALK)
  Answer note(@PathVariable UUID step, @PathVariable UUID unit, @RequestParam(defaultValue = "") String kind) {
    return transactions.read(() -> {
      var at = open(step);
      var is = Happening.Kind.known(kind).orElseThrow(StrikeDesk::notFound);
      return Answer.show(new NotePage(at, desk.unit(at, unit), is, NoteForm.blank(once.ids().random(), is,
          desk.today()), FormErrors.none()));
    });
  }

  @PostMapping("/l/{local}/strikes/{step}/units/{unit}/note")
  @Requires(Power.TALK)
  Answer happened(@PathVariable UUID step, @PathVariable UUID unit, @ModelAttribute NoteForm form,
      HttpServletRequest request) {
    return transactions.write(() -> {
      var at = open(step);
      var row = desk.unit(at, unit);
      var is = Happening.Kind.known(String.valueOf(form.kind())).orElseThrow(StrikeDesk::notFound);
      var errors = new FormErrors();
      var currency = at.strike().flatMap(Strike::rent).orElseThrow().currency();
      var told = form.read(errors, is, new StrikeTyped.Spelling(currency, once.language().of(request)), desk.today());
      if (told.isEmpty()) {
        return Answer.again(new NotePage(at, row, is, form, errors));
      }
      if (once.first(form.once(), "strike-note")) {
        happenings.happened(row, told.get());
      }
      return back(step, unit);
    });
  }

  @PostMapping("/l/{local}/strikes/{step}/units/{unit}/reply")
  @Requires(Power.TALK)
  Answer reply(@PathVariable UUID step, @PathVariable UUID unit, @RequestParam(defaultValue = "") String offer,
      @RequestParam(defaultValue = "") String reply) {
    return transactions.write(() -> {
      var at = open(step);
      var said = Happening.Reply.known(reply).orElseThrow(StrikeDesk::notFound);
      if (!happenings.answered(desk.unit(at, unit), StrikeTyped.id(offer).orElseThrow(StrikeDesk::notFound), said)) {
        throw StrikeDesk.notFound();
      }
      return back(step, unit);
    });
  }

  @GetMapping("/l/{local}/strikes/{step}/units/{unit}/hearing")
  @Requires(Power.TALK)
  Answer hearing(@PathVariable UUID step, @PathVariable UUID unit) {
    return transactions.read(() -> {
      var at = desk.reached(step);
      return Answer.show(new HearingPage(at, desk.unit(at, unit),
          new HearingPage.Form(once.ids().random().toString(), "", "", ""), FormErrors.none()));
    });
  }

  @PostMapping("/l/{local}/strikes/{step}/units/{unit}/hearing")
  @Requires(Power.TALK)
  Answer heard(@PathVariable UUID step, @PathVariable UUID unit, @ModelAttribute HearingPage.Form form) {
    return transactions.write(() -> {
      var at = desk.reached(step);
      Withholding row = desk.unit(at, unit);
      var errors = new FormErrors();
      var day = StrikeTyped.day(errors, "day", form.day(), desk.today().minusYears(2), desk.today().plusYears(2));
      var time = StrikeTyped.time(errors, "time", form.time());
      String place = errors.required("place", form.place(), 200);
      var moment = moment(errors, day, time);
      if (errors.any() || moment.isEmpty()) {
        return Answer.again(new HearingPage(at, row, form, errors));
      }
      if (once.first(form.once(), "strike-hearing")) {
        notices.heard(row, moment.get(), place);
      }
      return back(step, unit);
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

  private StrikeAt open(UUID step) {
    return Optional.of(desk.reached(step)).filter(StrikeAt::goesOn).orElseThrow(StrikeDesk::notFound);
  }

  private static Answer back(UUID step, UUID unit) {
    return Answer.goTo(StrikeDesk.at("strikes/" + step + "/units/" + unit));
  }
}
