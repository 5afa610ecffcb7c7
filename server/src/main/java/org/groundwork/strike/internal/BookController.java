// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
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
import org.groundwork.strike.CrossingOut;
import org.groundwork.strike.Strike;
import org.groundwork.strike.Withholding;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What happens to a unit that withholds: a part paid, a repair, an offer to it alone; and what of it was wrong. */
@Controller
class BookController {
  private final Transactions transactions;
  private final StrikeDesk desk;
  private final Happenings happenings;
  private final CrossingOut crossing;
  private final Once once;

  BookController(Transactions transactions, StrikeDesk desk, Happenings happenings, CrossingOut crossing,
      Once once) {
    this.transactions = transactions;
    this.desk = desk;
    this.happenings = happenings;
    this.crossing = crossing;
    this.once = once;
  }

  /** Makes sure that a form sent twice is done once; and how sums are typed. */
  @org.springframework.stereotype.Component("strikeOnce")
  record Once(OnceOnly only, Ids ids, RequestLanguage language) {
    /** Does what a form asks for unless it was done; false if it cannot be done, and the form may be sent again. */
    boolean does(@org.jspecify.annotations.Nullable String typed, String what, BooleanSupplier deed) {
      UUID form = StrikeTyped.id(typed).orElseThrow(StrikeDesk::notFound);
      boolean done = !only.first(form, what) || deed.getAsBoolean();
      if (!done) {
        only.notDone(form);
      }
      return done;
    }
  }

  @GetMapping("/l/{local}/strikes/{step}/units/{unit}/note")
  @Requires(Power.TALK)
  Answer note(@PathVariable UUID step, @PathVariable UUID unit, @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String instead, HttpServletRequest request) {
    return transactions.read(() -> {
      var at = open(step);
      var is = Happening.Kind.known(kind).orElseThrow(StrikeDesk::notFound);
      var row = desk.unit(at, unit);
      var form = StrikeTyped.id(instead)
          .map(wrong -> NoteForm.of(once.ids().random(), happenings.to(row.id(), wrong)
              .orElseThrow(StrikeDesk::notFound), once.language().of(request)))
          .orElseGet(() -> NoteForm.blank(once.ids().random(), is, desk.today()));
      return Answer.show(new NotePage(at, row, is, form, FormErrors.none(), false));
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
        return Answer.again(new NotePage(at, row, is, form, errors, false));
      }
      if (once.does(form.once(), "strike-note",
          () -> happenings.happened(row, told.get(), StrikeTyped.id(form.instead())))) {
        return back(step, unit);
      }
      return new Answer.Show(new NotePage(open(step), row, is, form.alone(), errors, true), 409);
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

  /** A line that was wrong is crossed out, with nothing in its place. */
  @PostMapping("/l/{local}/strikes/{step}/units/{unit}/cross")
  @Requires(Power.TALK)
  Answer cross(@PathVariable UUID step, @PathVariable UUID unit, @RequestParam(defaultValue = "") String line,
      @RequestParam(defaultValue = "") String id) {
    return transactions.write(() -> {
      var row = desk.unit(desk.reached(step), unit);
      crossing.out(row, CrossingOut.Line.known(line).orElseThrow(StrikeDesk::notFound),
          StrikeTyped.id(id).orElseThrow(StrikeDesk::notFound)); // sent twice: it is crossed out
      return back(step, unit);
    });
  }

  private StrikeAt open(UUID step) {
    return Optional.of(desk.reached(step)).filter(StrikeAt::goesOn).orElseThrow(StrikeDesk::notFound);
  }

  private static Answer back(UUID step, UUID unit) {
    return Answer.goTo(StrikeDesk.at("strikes/" + step + "/units/" + unit));
  }
}
