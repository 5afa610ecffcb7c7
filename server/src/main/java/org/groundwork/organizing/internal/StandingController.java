// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.groundwork.organizing.Assessments;
import org.groundwork.organizing.Conversations;
import org.groundwork.organizing.Leaders;
import org.groundwork.organizing.Levels;
import org.groundwork.organizing.Part;
import org.groundwork.organizing.Settings;
import org.groundwork.organizing.SiteCharts;
import org.groundwork.organizing.Within;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.roll.People;
import org.groundwork.roll.Person;
import org.groundwork.roll.PersonRecords;
import org.groundwork.roll.Site;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How one person stands and whom they lead, for the organisers of their site. */
@Controller
class StandingController {
  private static final int MOST = 50;
  private final Transactions transactions;
  private final TalkDesk desk;
  private final PersonRecords records;
  private final Judging judging;
  private final Conversations conversations;
  private final Audit audit;

  StandingController(Transactions transactions, TalkDesk desk, PersonRecords records, Judging judging,
      Conversations conversations, Audit audit) {
    this.transactions = transactions;
    this.desk = desk;
    this.records = records;
    this.judging = judging;
    this.conversations = conversations;
    this.audit = audit;
  }

  /** What judging takes. */
  @org.springframework.stereotype.Component
  record Judging(Assessments assessments, Levels levels, Leaders leaders, SiteCharts charts, Settings settings) {}

  @GetMapping("/l/{local}/people/{person}/standing")
  @Requires(Power.ORGANISE)
  Answer standing(@PathVariable UUID person, @RequestParam(name = "site") Optional<UUID> where) {
    return transactions.write(() -> {
      Site site = site(person, where);
      audit.record("standing-seen", new SubjectRef("person", person), "");
      return Answer.show(page(site, person, StandingForm.blank(desk.today()), FormErrors.none()));
    });
  }

  @PostMapping("/l/{local}/people/{person}/standing")
  @Requires(Power.ORGANISE)
  Answer judge(@PathVariable UUID person, @RequestParam(name = "site") Optional<UUID> where,
      @ModelAttribute StandingForm form) {
    return transactions.write(() -> {
      Site site = site(person, where);
      var errors = new FormErrors();
      var read = form.read(errors, judging.levels().inUse(), desk.today());
      if (read.isEmpty()) {
        return Answer.again(page(site, person, form, errors));
      }
      judging.assessments().assess(site.id(), person, read.get().level(), read.get().act(), read.get().on());
      return Answer.goTo(at(person, site));
    });
  }

  @PostMapping("/l/{local}/people/{person}/turned-to")
  @Requires(Power.ORGANISE)
  Answer note(@PathVariable UUID person, @RequestParam(name = "site") Optional<UUID> where,
      @RequestParam(defaultValue = "") String colleague) {
    return transactions.write(() -> {
      Site site = site(person, where);
      TalkForm.uuid(colleague)
          .filter(id -> colleagues(site, person).stream().anyMatch(c -> c.id().equals(id)))
          .ifPresent(id -> judging.leaders().note(site.id(), person, id));
      return Answer.goTo(at(person, site));
    });
  }

  @PostMapping("/l/{local}/people/{person}/turned-to/remove")
  @Requires(Power.ORGANISE)
  Answer unnote(@PathVariable UUID person, @RequestParam(name = "site") Optional<UUID> where,
      @RequestParam(defaultValue = "") String colleague) {
    return transactions.write(() -> {
      Site site = site(person, where);
      TalkForm.uuid(colleague).ifPresent(id -> judging.leaders().unnote(site.id(), person, id));
      return Answer.goTo(at(person, site));
    });
  }

  /** The site that is asked for, or else the first, at which the caller organises and the person is not the boss's. */
  private Site site(UUID person, Optional<UUID> where) {
    return organised(person).filter(held -> where.isEmpty() || where.get().equals(held.site()))
        .findFirst()
        .map(held -> desk.site(held.site(), Power.ORGANISE))
        .orElseThrow(TalkDesk::notFound);
  }

  private Stream<Person.Held> organised(UUID person) {
    return records.places(person)
        .stream()
        .filter(held -> !held.bossSide() && Callers.actor().may(Power.ORGANISE, held.site()));
  }

  private List<StandingPage.Place> sites(UUID person) {
    return organised(person).map(held -> new StandingPage.Place(held.site(), held.siteName())).distinct().toList();
  }

  private StandingPage page(Site site, UUID person, StandingForm form, FormErrors errors) {
    var within = Within.of(Callers.actor(), Power.ORGANISE);
    var all = judging.levels().all();
    var byId = new HashMap<UUID, Levels.Level>();
    all.forEach(level -> byId.put(level.id(), level));
    var names = new HashMap<UUID, String>();
    var past = judging.assessments()
        .of(person, within, MOST)
        .stream()
        .flatMap(judged -> Optional.ofNullable(byId.get(judged.level()))
            .map(level -> new StandingPage.Past(judged, level, names.computeIfAbsent(judged.by(), desk::name)))
            .stream())
        .toList();
    var issues = new HashMap<String, String>();
    conversations.issuesAt(site).forEach(issue -> issues.put(issue.word(), issue.key()));
    var talks = conversations.with(person, within, MOST)
        .stream()
        .map(held -> new StandingPage.Talked(held, names.computeIfAbsent(held.heldBy(), desk::name),
            held.talk().issue().flatMap(word -> Optional.ofNullable(issues.get(word)))))
        .toList();
    var now = judging.assessments().standing(person).map(standing -> byId.get(standing.level()));
    return new StandingPage(site, sites(person), person, desk.name(person), now, judging.settings().now().fadesAfter(),
        judging.levels().inUse(), past, turning(site, person), talks, form, errors, desk.zone());
  }

  private StandingPage.Turning turning(Site site, UUID person) {
    Set<UUID> noted = judging.leaders().at(site.id()).getOrDefault(person, Set.of());
    var everybody = desk.named(site, desk.places(site).stream().filter(p -> noted.contains(p.person())).toList());
    return new StandingPage.Turning(judging.charts().leaders(site).contains(person), Leaders.COLLEAGUES, everybody,
        colleagues(site, person).stream().filter(c -> !noted.contains(c.id())).toList());
  }

  /** Everybody else of the person's part of the site. */
  private List<Somebody> colleagues(Site site, UUID person) {
    Map<UUID, String> parts = new HashMap<>();
    desk.units(site).forEach(unit -> parts.put(unit.id(), Part.of(site, unit)));
    var places = desk.places(site);
    var own = places.stream()
        .filter(place -> place.person().equals(person))
        .flatMap(place -> place.unit().map(parts::get).stream())
        .toList();
    var theirs = places.stream()
        .filter(place -> !place.person().equals(person) && !place.bossSide())
        .filter(place -> place.unit().map(parts::get).filter(own::contains).isPresent())
        .toList();
    return desk.named(site, List.<People.Place>copyOf(theirs));
  }

  private static String at(UUID person, Site site) {
    return TalkDesk.in("people/" + person + "/standing?site=" + site.id());
  }
}
