// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.RequestLanguage;
import org.groundwork.roll.Sites;
import org.groundwork.strike.RentBook;
import org.groundwork.strike.Strike;
import org.groundwork.strike.Withholding;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Units join a rent strike, are changed and leave. */
@Controller
class UnitController {
  private final Transactions transactions;
  private final StrikeDesk desk;
  private final RentBook book;
  private final RentRows rows;
  private final UnitPages pages;
  private final Writing writing;

  UnitController(Transactions transactions, StrikeDesk desk, RentBook book, RentRows rows, UnitPages pages,
      Writing writing) {
    this.transactions = transactions;
    this.desk = desk;
    this.book = book;
    this.rows = rows;
    this.pages = pages;
    this.writing = writing;
  }

  /** How sums are typed. */
  @org.springframework.stereotype.Component("unitWriting")
  record Writing(RequestLanguage language) {}

  @GetMapping("/l/{local}/strikes/{step}/units")
  @Requires(Power.TALK)
  Answer choose(@PathVariable UUID step) {
    return transactions.read(() -> {
      var at = open(step);
      var floors = new LinkedHashMap<String, List<UnitChoicePage.Door>>();
      rows.free(at, desk.rows(at))
          .forEach(free -> floors.computeIfAbsent(free.unit().rowLabel(), _ -> new ArrayList<>())
              .add(new UnitChoicePage.Door(free.unit().id(), free.unit().label(), !free.people().isEmpty())));
      return Answer.show(new UnitChoicePage(at, floors.entrySet()
          .stream()
          .map(floor -> new UnitChoicePage.Floor(floor.getKey(), floor.getValue()))
          .toList()));
    });
  }

  @GetMapping("/l/{local}/strikes/{step}/units/new")
  @Requires(Power.TALK)
  Answer blank(@PathVariable UUID step, @RequestParam(defaultValue = "") String unit) {
    return transactions.read(() -> {
      var at = open(step);
      var free = free(at, unit);
      var contacts = contacts(at, free.unit().id(), Optional.empty());
      return Answer.show(joins(at, free, UnitForm.blank(first(at, free.unit()), contacts), FormErrors.none(),
          Optional.empty()));
    });
  }

  @PostMapping("/l/{local}/strikes/{step}/units/new")
  @Requires(Power.TALK)
  Answer join(@PathVariable UUID step, @RequestParam(defaultValue = "") String unit, @ModelAttribute UnitForm form,
      HttpServletRequest request) {
    return transactions.write(() -> {
      var at = open(step);
      var chosen = pages.unit(at, unit);
      var errors = new FormErrors();
      var contacts = contacts(at, chosen.unit().id(), Optional.empty());
      var facts = form.read(errors, spelling(at, request), desk.today(), contacts, !desk.rows(at).everything());
      if (facts.isEmpty()) {
        return Answer.again(joins(at, chosen, form, errors, Optional.empty()));
      }
      return switch (book.join(step, chosen.unit().id(), chosen.unit().label(), facts.get())) {
        case RentBook.Written.Yes(var id) -> Answer.goTo(StrikeDesk.at("strikes/" + step + "/units/" + id));
        case RentBook.Written.Already(var now) when same(now, facts.get()) ->
          Answer.goTo(StrikeDesk.at("strikes/" + step + "/units/" + now.id())); // sent twice
        case RentBook.Written.Already(var now) ->
          new Answer.Show(joins(at, chosen, form, errors, already(at, now)), 409);
        case RentBook.Written.Twice _ -> Answer.again(joins(at, chosen, form, twice(errors), Optional.empty()));
        case RentBook.Written.Changed _,RentBook.Written.Over _ -> throw StrikeDesk.notFound();
      };
    });
  }

  private static boolean same(Withholding now, RentBook.Facts facts) {
    return new RentBook.Facts(now.contact(), now.since(), now.monthly(), now.held()).equals(facts);
  }

  @GetMapping("/l/{local}/strikes/{step}/units/{unit}")
  @Requires(Power.TALK)
  Answer look(@PathVariable UUID step, @PathVariable UUID unit) {
    return transactions.write(() -> {
      var at = desk.reached(step);
      var row = desk.unit(at, unit);
      return Answer.show(pages.of(at, row, leave(row), FormErrors.none(), false));
    });
  }

  private UnitPage.LeaveForm leave(Withholding row) {
    return new UnitPage.LeaveForm(Long.toString(row.version()),
        StrikeTyped.later(desk.today(), row.since()).toString(), "");
  }

  @GetMapping("/l/{local}/strikes/{step}/units/{unit}/change")
  @Requires(Power.TALK)
  Answer edit(@PathVariable UUID step, @PathVariable UUID unit, HttpServletRequest request) {
    return transactions.write(() -> {
      var at = open(step);
      var row = withholds(at, unit);
      return Answer.show(changes(at, row, UnitForm.of(row, writing.language().of(request)), FormErrors.none(),
          Optional.empty()));
    });
  }

  @PostMapping("/l/{local}/strikes/{step}/units/{unit}/change")
  @Requires(Power.TALK)
  Answer change(@PathVariable UUID step, @PathVariable UUID unit, @ModelAttribute UnitForm form,
      HttpServletRequest request) {
    return transactions.write(() -> {
      var at = open(step);
      var row = withholds(at, unit);
      var errors = new FormErrors();
      var facts = form.read(errors, spelling(at, request), desk.today(), contacts(at, row.unit(), row.contact()),
          !desk.rows(at).everything());
      if (facts.isEmpty()) {
        return Answer.again(changes(at, row, form, errors, Optional.empty()));
      }
      return switch (book.change(row, form.readVersion(), facts.get())) {
        case RentBook.Written.Yes _ -> Answer.goTo(StrikeDesk.at("strikes/" + step + "/units/" + unit));
        case RentBook.Written.Changed(var now) ->
          new Answer.Show(changes(at, now, form.over(now), errors, theirs(at, now)), 409);
        case RentBook.Written.Twice _ -> Answer.again(changes(at, row, form, twice(errors), Optional.empty()));
        case RentBook.Written.Already _,RentBook.Written.Over _ -> throw StrikeDesk.notFound();
      };
    });
  }

  @PostMapping("/l/{local}/strikes/{step}/units/{unit}/leave")
  @Requires(Power.TALK)
  Answer leave(@PathVariable UUID step, @PathVariable UUID unit, @ModelAttribute UnitPage.LeaveForm form) {
    return transactions.write(() -> {
      var at = open(step);
      var row = desk.unit(at, unit);
      if (!row.withholds()) {
        return Answer.goTo(StrikeDesk.at("strikes/" + step + "/units/" + unit)); // sent twice: it has left
      }
      var errors = new FormErrors();
      var on = errors.day("on", form.on(), row.since(),
          StrikeTyped.later(row.since(), desk.today().plusDays(1)));
      var because = StrikeTyped.choice(errors, "because", form.because(), Withholding.Because::known);
      if (errors.any()) {
        return Answer.again(pages.of(at, row, form, errors, false));
      }
      return switch (book.leave(row, StrikeTyped.version(form.version()),
          new Withholding.Left(on.orElseThrow(), because.orElseThrow()))) {
        case RentBook.Written.Yes _ -> Answer.goTo(StrikeDesk.at("strikes/" + step + "/units/" + unit));
        case RentBook.Written.Changed(var now) -> new Answer.Show(pages.of(at, now,
            new UnitPage.LeaveForm(Long.toString(now.version()), form.on(), form.because()), errors, true), 409);
        case RentBook.Written.Already _,RentBook.Written.Over _,RentBook.Written.Twice _ -> throw StrikeDesk.notFound();
      };
    });
  }

  private StrikeAt open(UUID step) {
    return Optional.of(desk.reached(step)).filter(StrikeAt::goesOn).orElseThrow(StrikeDesk::notFound);
  }

  private Withholding withholds(StrikeAt at, UUID unit) {
    return Optional.of(desk.unit(at, unit)).filter(Withholding::withholds).orElseThrow(StrikeDesk::notFound);
  }

  /** A unit that can join: within reach, and not withholding. */
  private RentRows.Free free(StrikeAt at, String typed) {
    var chosen = pages.unit(at, typed);
    return rows.free(at, desk.rows(at))
        .stream()
        .filter(free -> free.unit().id().equals(chosen.unit().id()))
        .findFirst()
        .orElseThrow(StrikeDesk::notFound);
  }

  private List<UnitFormPage.Contact> contacts(StrikeAt at, UUID unit, Optional<UUID> now) {
    return rows.contacts(at, unit, now, desk.rows(at));
  }

  private UnitFormPage joins(StrikeAt at, RentRows.Free chosen, UnitForm form, FormErrors errors,
      Optional<UnitRow> theirs) {
    return new UnitFormPage(at, at.path() + "/units/new?unit=" + chosen.unit().id(), at.path() + "/units",
        chosen.unit().label(), true, form, contacts(at, chosen.unit().id(), Optional.empty()),
        !desk.rows(at).everything(), errors, theirs);
  }

  private UnitFormPage changes(StrikeAt at, Withholding row, UnitForm form, FormErrors errors,
      Optional<UnitRow> theirs) {
    pages.seen(row);
    String path = at.path() + "/units/" + row.id();
    return new UnitFormPage(at, path + "/change", path, row.label(), false, form,
        contacts(at, row.unit(), row.contact()), !desk.rows(at).everything(), errors, theirs);
  }

  /** What somebody else wrote, for whoever may read it. */
  private Optional<UnitRow> theirs(StrikeAt at, Withholding now) {
    return Optional.of(now).filter(desk.rows(at)::covers).map(row -> rows.row(at, row));
  }

  /** The same of a unit that joined meanwhile, which is a look at it. */
  private Optional<UnitRow> already(StrikeAt at, Withholding now) {
    var theirs = theirs(at, now);
    theirs.ifPresent(_ -> pages.seen(now));
    return theirs;
  }

  /** The first day of the strike; of a unit that withheld before and left, today, because it does not count twice. */
  private LocalDate first(StrikeAt at, Sites.Unit unit) {
    LocalDate begun = at.strike().map(Strike::begun).orElseGet(desk::today);
    return book.lastLeft(at.step(), unit.id(), unit.label())
        .map(left -> StrikeTyped.later(StrikeTyped.later(left, desk.today()), begun))
        .orElse(begun);
  }

  private static FormErrors twice(FormErrors errors) {
    errors.refuse("since", "rent-strike.unit.since.twice");
    return errors;
  }

  private StrikeTyped.Spelling spelling(StrikeAt at, HttpServletRequest request) {
    return new StrikeTyped.Spelling(at.strike().flatMap(Strike::rent).orElseThrow().currency(),
        writing.language().of(request));
  }
}
