// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign.internal;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.groundwork.campaign.Campaign;
import org.groundwork.campaign.Ladder;
import org.groundwork.campaign.Lowerings;
import org.groundwork.campaign.Pledged;
import org.groundwork.campaign.Rung;
import org.groundwork.campaign.RungPages;
import org.groundwork.campaign.StrengthTests;
import org.groundwork.campaign.TestResult;
import org.groundwork.organizing.Part;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Mandates;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.roll.People;
import org.groundwork.roll.Site;
import org.groundwork.roll.Sites;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A rung of the plan: its test, its details, and the way to the next one. */
@Controller
class StepController {
  private final Transactions transactions;
  private final CampaignDesk desk;
  private final Ladder ladder;
  private final StrengthTests tests;
  private final Charted charted;
  private final Audit audit;

  StepController(Transactions transactions, CampaignDesk desk, Ladder ladder, StrengthTests tests, Charted charted,
      Audit audit) {
    this.transactions = transactions;
    this.desk = desk;
    this.ladder = ladder;
    this.tests = tests;
    this.charted = charted;
    this.audit = audit;
  }

  /** Who stands on a chart, who may see to a rung, and who said that they will. */
  @org.springframework.stereotype.Component("stepCharted")
  record Charted(Sites sites, People people, Mandates mandates, Lowerings lowerings, ObjectProvider<Pledged> pledged,
      ObjectProvider<RungPages> pages) {}

  @GetMapping("/l/{local}/campaigns/{id}/steps/{step}")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer step(@PathVariable UUID id, @PathVariable UUID step, @RequestParam(defaultValue = "") String part) {
    return transactions.write(() -> Answer.show(page(desk.run(id), step, part, "", FormErrors.none())));
  }

  /** Changes what was changed on the page that was sent: whoever was noted, or taken back, meanwhile stays as they are. */
  @PostMapping("/l/{local}/campaigns/{id}/steps/{step}/acts")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer acts(@PathVariable UUID id, @PathVariable UUID step, @RequestParam(defaultValue = "") String part,
      @RequestParam(defaultValue = "") String had, @RequestParam(required = false) @Nullable List<String> did) {
    return transactions.write(() -> {
      var campaign = open(id);
      rung(campaign, step);
      var site = site(campaign).orElseThrow(CampaignDesk::notFound);
      var shown = inPart(site, part).stream().map(People.Place::person).collect(Collectors.toUnmodifiableSet());
      var ticked = among(shown, did == null ? List.of() : did);
      var before = among(shown, StepPage.had(had));
      tests.did(step, ticked.stream().filter(person -> !before.contains(person)).toList(), desk.today());
      tests.didNot(step, before.stream().filter(person -> !ticked.contains(person)).toList());
      return Answer.goTo(at(id, step) + (part.isEmpty() ? "" : "?part=" + encoded(part)) + "#who");
    });
  }

  private static Set<UUID> among(Set<UUID> shown, List<String> typed) {
    return typed.stream()
        .flatMap(id -> Typed.id(id).stream())
        .filter(shown::contains)
        .collect(Collectors.toUnmodifiableSet());
  }

  @PostMapping("/l/{local}/campaigns/{id}/steps/{step}/go-on")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer goOn(@PathVariable UUID id, @PathVariable UUID step, @RequestParam(defaultValue = "") String reason) {
    return transactions.write(() -> {
      var campaign = open(id);
      rung(campaign, step);
      var errors = new FormErrors();
      String why = errors.optional("reason", reason, 1000);
      if (errors.any()) {
        return Answer.again(page(campaign, step, "", reason, errors));
      }
      return switch (ladder.goOn(id, step, site(campaign), Optional.of(why).filter(text -> !text.isEmpty()))) {
        case Ladder.WentOn.Yes(var next) -> Answer.goTo(next.map(rung -> at(id, rung))
            .orElseGet(() -> CampaignDesk.story(id, "saved")));
        case Ladder.WentOn.NotNow _ -> Answer.goTo(CampaignDesk.story(id, ""));
        case Ladder.WentOn.Missing _ -> {
          errors.refuse("reason", "step.reason.needed");
          yield Answer.again(page(campaign, step, "", reason, errors));
        }
      };
    });
  }

  @GetMapping("/l/{local}/campaigns/{id}/steps/{step}/change")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer change(@PathVariable UUID id, @PathVariable UUID step) {
    return transactions.read(() -> {
      var rung = rung(open(id), step);
      return Answer.show(new StepEditPage(rung, StepForm.of(rung), able(desk.run(id)), FormErrors.none(), false));
    });
  }

  @PostMapping("/l/{local}/campaigns/{id}/steps/{step}/change")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer save(@PathVariable UUID id, @PathVariable UUID step, @ModelAttribute StepForm form) {
    return transactions.write(() -> {
      var campaign = open(id);
      var rung = rung(campaign, step);
      var able = able(campaign);
      var errors = new FormErrors();
      var details = form.read(errors, able.stream().map(StepEditPage.Able::id).toList(), desk.today());
      if (errors.any()) {
        return Answer.again(new StepEditPage(rung, form, able, errors, false));
      }
      if (!ladder.save(step, form.readVersion(), details)) {
        var now = rung(campaign, step);
        return new Answer.Show(new StepEditPage(now, form.over(now), able, errors, true), 409);
      }
      return Answer.goTo(at(id, step));
    });
  }

  private Campaign open(UUID id) {
    return Optional.of(desk.run(id)).filter(Campaign::goesOn).orElseThrow(CampaignDesk::notFound);
  }

  private Rung rung(Campaign campaign, UUID step) {
    return ladder.rung(campaign.core().id(), step).orElseThrow(CampaignDesk::notFound);
  }

  /** The site, for those who may see its people. */
  private Optional<Site> site(Campaign campaign) {
    return desk.site(campaign).filter(site -> Callers.actor().may(Power.SEE_PEOPLE, site.id()));
  }

  private List<StepEditPage.Able> able(Campaign campaign) {
    return charted.mandates()
        .holders(Power.TALK, campaign.core().site().map(Set::of).orElseGet(Set::of))
        .stream()
        .flatMap(person -> charted.people()
            .known(person)
            .map(known -> new StepEditPage.Able(person, known.name()))
            .stream())
        .sorted(Comparator.comparing(StepEditPage.Able::name, String.CASE_INSENSITIVE_ORDER))
        .toList();
  }

  private StepPage page(Campaign campaign, UUID step, String part, String reason, FormErrors errors) {
    var rungs = ladder.of(campaign.core().id());
    var rung = rung(campaign, step);
    int at = rungs.stream().map(r -> r.step().id()).toList().indexOf(step);
    Optional<Rung> next = at + 1 < rungs.size() ? Optional.of(rungs.get(at + 1)) : Optional.empty();
    var site = site(campaign);
    audit.record("step-seen", new SubjectRef("step", step), "");
    var result = site.map(there -> tests.result(there, step));
    var parts = site.map(this::parts).orElseGet(List::of);
    String shown = parts.contains(part) ? part : parts.stream().findFirst().orElse("");
    var did = tests.whoDid(step);
    return new StepPage(campaign.core().title(), rung, next, site, result, pledged(site, step),
        ladder.missing(rung, next, result), charted.lowerings().of(step),
        names(rung.owners()), rung.legal().map(legal -> name(legal.by())).orElse(""),
        site.flatMap(there -> result.map(r -> toAsk(there, r))).orElseGet(List::of), shown, parts,
        site.map(there -> lines(there, inPart(there, shown), did)).orElseGet(List::of),
        charted.pages().orderedStream().flatMap(module -> module.of(rung).stream()).toList(), campaign.goesOn(), reason,
        errors);
  }

  private Optional<Pledged.Count> pledged(Optional<Site> site, UUID step) {
    return site.flatMap(_ -> charted.pledged().stream().flatMap(kept -> kept.of(step).stream()).findFirst());
  }

  private List<StepPage.ToAsk> toAsk(Site site, TestResult result) {
    var asked = result.toAsk().stream().flatMap(ask -> ask.people().stream()).collect(Collectors.toUnmodifiableSet());
    var byPerson = lines(site, charted.people()
        .at(site.id())
        .stream()
        .filter(place -> asked.contains(place.person()))
        .toList(), Set.of()).stream().collect(Collectors.groupingBy(StepPage.Line::id));
    var stewards = charted.people()
        .known(result.toAsk().stream().flatMap(ask -> ask.steward().stream()).toList());
    return result.toAsk()
        .stream()
        .map(ask -> new StepPage.ToAsk(
            ask.steward().map(id -> Optional.ofNullable(stewards.get(id)).map(People.Known::name).orElse("")),
            ask.people().stream().flatMap(person -> byPerson.getOrDefault(person, List.of()).stream()).toList()))
        .toList();
  }

  private List<String> parts(Site site) {
    return charted.sites().units(site.id()).stream().map(unit -> Part.of(site, unit)).distinct().toList();
  }

  /** Who is not on the boss's side in a part; whoever has no known place stands in the first. */
  private List<People.Place> inPart(Site site, String part) {
    Map<UUID, String> parts = new HashMap<>();
    charted.sites().units(site.id()).forEach(unit -> parts.put(unit.id(), Part.of(site, unit)));
    String first = parts(site).stream().findFirst().orElse("");
    String shown = part.isEmpty() ? first : part;
    return charted.people()
        .at(site.id())
        .stream()
        .filter(place -> !place.bossSide())
        .filter(place -> place.unit().map(unit -> parts.getOrDefault(unit, first)).orElse(first).equals(shown))
        .toList();
  }

  private List<StepPage.Line> lines(Site site, List<People.Place> places, Set<UUID> did) {
    Map<UUID, String> doors = new HashMap<>();
    charted.sites().units(site.id()).forEach(unit -> doors.put(unit.id(), unit.label()));
    var known = charted.people().known(places.stream().map(People.Place::person).distinct().toList());
    return places.stream()
        .flatMap(place -> Optional.ofNullable(known.get(place.person()))
            .map(person -> new StepPage.Line(place.person(), person.name(), place.unit().map(doors::get).orElse(""),
                did.contains(place.person())))
            .stream())
        .toList();
  }

  private List<String> names(List<UUID> people) { return people.stream().map(this::name).toList(); }

  private String name(UUID person) { return charted.people().known(person).map(People.Known::name).orElse(""); }

  private static String encoded(String part) {
    return java.net.URLEncoder.encode(part, java.nio.charset.StandardCharsets.UTF_8);
  }

  private static String at(UUID campaign, UUID step) {
    return CampaignDesk.at("campaigns/" + campaign + "/steps/" + step);
  }
}
