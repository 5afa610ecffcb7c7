// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.groundwork.action.Action;
import org.groundwork.action.March;
import org.groundwork.action.MarchParts;
import org.groundwork.action.Marches;
import org.groundwork.campaign.Campaign;
import org.groundwork.campaign.Campaigns;
import org.groundwork.campaign.StepKind;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Going to who can say yes, together: who does what, the rehearsal, what came of it. */
@Controller
class MarchController {
  private final Transactions transactions;
  private final ActionDesk desk;
  private final PartDesk who;
  private final Marches marches;
  private final MarchParts parts;
  private final Around around;

  MarchController(Transactions transactions, ActionDesk desk, PartDesk who, Marches marches, MarchParts parts,
      Around around) {
    this.transactions = transactions;
    this.desk = desk;
    this.who = who;
    this.marches = marches;
    this.parts = parts;
    this.around = around;
  }

  /** What the fight asks, and the log. */
  @org.springframework.stereotype.Component("aroundTheMarch")
  record Around(Campaigns campaigns, Audit audit) {}

  @GetMapping("/l/{local}/actions/{id}/march")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer march(@PathVariable UUID id) {
    return transactions.write(() -> {
      var action = desk.run(id, StepKind.MARCH);
      around.audit().record("march-seen", new SubjectRef("action", id), "");
      return Answer.show(page(action, forms(marches.of(id)), false, FormErrors.none()));
    });
  }

  private MarchPage.Forms forms(March march) { return forms(march, MarchPage.Giving.NOTHING); }

  private MarchPage.Forms forms(March march, MarchPage.Giving giving) {
    return new MarchPage.Forms(Long.toString(march.version()), march.filming().map(March.Note::text).orElse(""),
        AnswersForm.of(march), MarchReportForm.of(march), giving);
  }

  private MarchPage page(Action action, MarchPage.Forms forms, boolean changed, FormErrors errors) {
    var march = marches.of(action.id());
    var demands = demands(action);
    var names = who.names(Stream.concat(march.parts().stream().map(March.Role::person),
        authors(march).stream()).distinct().toList());
    var lines = march.parts()
        .stream()
        .map(role -> new MarchPage.Line(role.id(), role.part(), names.getOrDefault(role.person(), ""),
            role.demand().map(id -> what(demands, id)).orElse("")))
        .toList();
    LocalDate over = LocalDate.ofInstant(action.when().ends(), action.when().zone());
    return new MarchPage(action, march, lines, who.choices(action), demands, forms,
        march.filming().map(note -> names.getOrDefault(note.by(), "")).orElse(""),
        march.rehearsal().map(held -> names.getOrDefault(held.by(), "")).orElse(""),
        !desk.now().isBefore(action.when().starts()), over.plusDays(2), over.plusDays(14), changed, errors);
  }

  private static List<UUID> authors(March march) {
    return Stream.concat(march.filming().map(March.Note::by).stream(),
        march.rehearsal().map(March.Rehearsal::by).stream()).toList();
  }

  private List<Campaign.Demand> demands(Action action) {
    return action.campaign()
        .flatMap(around.campaigns()::byId)
        .map(fight -> fight.core().demands())
        .orElseGet(List::of);
  }

  static String what(List<Campaign.Demand> demands, UUID demand) {
    return demands.stream().filter(one -> one.id().equals(demand)).map(Campaign.Demand::what).findFirst().orElse("");
  }

  @PostMapping("/l/{local}/actions/{id}/march/part")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer give(@PathVariable UUID id, @RequestParam(defaultValue = "") String part,
      @RequestParam(defaultValue = "") String person, @RequestParam(defaultValue = "") String demand) {
    return transactions.write(() -> {
      var action = desk.run(id, StepKind.MARCH);
      var errors = new FormErrors();
      var chosen = March.Part.known(part);
      var taker = Typed.id(person).filter(one -> who.mayTake(action, one));
      if (chosen.isEmpty()) {
        errors.refuse("part", "march.part.choose");
      }
      if (taker.isEmpty()) {
        errors.refuse("person", "march.person.choose");
      }
      if (!errors.any() && !parts.give(id, chosen.orElseThrow(), taker.orElseThrow(), put(action, demand))) {
        errors.refuse("person", "march.parts.most", MarchParts.MOST);
      }
      return errors.any()
          ? Answer.again(page(action, forms(marches.of(id), new MarchPage.Giving(part, person, demand)), false, errors))
          : Answer.goTo(ActionDesk.at(id, "/march#parts"));
    });
  }

  private Optional<UUID> put(Action action, String demand) {
    var known = demands(action).stream().map(Campaign.Demand::id).toList();
    return Typed.id(demand).filter(known::contains);
  }

  @PostMapping("/l/{local}/actions/{id}/march/part/end")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer take(@PathVariable UUID id, @RequestParam(defaultValue = "") String which) {
    return transactions.write(() -> {
      desk.run(id, StepKind.MARCH);
      parts.take(id, Typed.id(which).orElseThrow(ActionDesk::notFound));
      return Answer.goTo(ActionDesk.at(id, "/march#parts"));
    });
  }

  @PostMapping("/l/{local}/actions/{id}/march/part/earlier")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer earlier(@PathVariable UUID id, @RequestParam(defaultValue = "") String which) {
    return transactions.write(() -> {
      desk.run(id, StepKind.MARCH);
      parts.earlier(id, Typed.id(which).orElseThrow(ActionDesk::notFound));
      return Answer.goTo(ActionDesk.at(id, "/march#parts"));
    });
  }

  @PostMapping("/l/{local}/actions/{id}/march/filming")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer filming(@PathVariable UUID id, @RequestParam(defaultValue = "") String version,
      @RequestParam(defaultValue = "") String filming) {
    return transactions.write(() -> {
      var action = desk.run(id, StepKind.MARCH);
      var errors = new FormErrors();
      String note = errors.optional("filming", filming, 500);
      boolean saved = !errors.any() && marches.film(id, Typed.version(version), note);
      var now = marches.of(id);
      var typed = new MarchPage.Forms(Long.toString(now.version()), filming,
          AnswersForm.of(now), MarchReportForm.of(now), MarchPage.Giving.NOTHING);
      return saved
          ? Answer.goTo(ActionDesk.at(id, "/march#film"))
          : Answer.again(page(action, typed, !errors.any(), errors));
    });
  }

  @PostMapping("/l/{local}/actions/{id}/march/answers")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer answers(@PathVariable UUID id, @ModelAttribute AnswersForm form) {
    return transactions.write(() -> {
      var action = desk.run(id, StepKind.MARCH);
      var errors = new FormErrors();
      var answers = form.read(errors);
      var on = Typed.dayIfAny(errors, "on", form.on());
      boolean saved = !errors.any() && marches.rehearse(id, Typed.version(form.version()), answers, on);
      var now = marches.of(id);
      var typed = new MarchPage.Forms(Long.toString(now.version()),
          now.filming().map(March.Note::text).orElse(""), form.over(now), MarchReportForm.of(now),
          MarchPage.Giving.NOTHING);
      return saved
          ? Answer.goTo(ActionDesk.at(id, "/march#answers"))
          : Answer.again(page(action, typed, !errors.any(), errors));
    });
  }

  @PostMapping("/l/{local}/actions/{id}/march/report")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer report(@PathVariable UUID id, @ModelAttribute MarchReportForm form) {
    return transactions.write(() -> {
      var action = desk.run(id, StepKind.MARCH);
      if (desk.now().isBefore(action.when().starts())) {
        throw ActionDesk.notFound();
      }
      var errors = new FormErrors();
      var report = form.read(errors);
      boolean saved = !errors.any() && marches.report(id, Typed.version(form.version()), report);
      var now = marches.of(id);
      var typed = new MarchPage.Forms(Long.toString(now.version()),
          now.filming().map(March.Note::text).orElse(""), AnswersForm.of(now),
          form.over(now), MarchPage.Giving.NOTHING);
      return saved
          ? Answer.goTo(ActionDesk.at(id, "/march#report"))
          : Answer.again(page(action, typed, !errors.any(), errors));
    });
  }

  @PostMapping("/l/{local}/actions/{id}/march/promise")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer kept(@PathVariable UUID id, @RequestParam(defaultValue = "") String version,
      @RequestParam(defaultValue = "") String kept) {
    return transactions.write(() -> {
      var action = desk.run(id, StepKind.MARCH);
      if (!kept.equals("yes") && !kept.equals("no")) {
        throw ActionDesk.notFound();
      }
      return marches.kept(id, Typed.version(version), kept.equals("yes"))
          ? Answer.goTo(ActionDesk.at(id, "/march#report"))
          : Answer.again(page(action, forms(marches.of(id)), true, new FormErrors()));
    });
  }
}
