// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.grievance.GrievanceKind;
import org.groundwork.grievance.Grievances;
import org.groundwork.grievance.NewGrievance;
import org.groundwork.grievance.Papers;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.Languages;
import org.groundwork.platform.web.RequestLanguage;
import org.groundwork.platform.web.Walk;
import org.groundwork.roll.People;
import org.groundwork.roll.Site;
import org.groundwork.roll.SiteKind;
import org.groundwork.roll.Sites;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** The walk's question: what is wrong. */
@Controller
class WrongController {
  private static final String WRONG = "start/what-is-wrong";
  private final Transactions transactions;
  private final Grievances grievances;
  private final Papers papers;
  private final Sites sites;
  private final People people;
  private final Locals locals;
  private final Walk walk;
  private final Clock clock;
  private final RequestLanguage requestLanguage;
  private final Languages languages;

  WrongController(Transactions transactions, Grievances grievances, Papers papers, Sites sites, People people,
      Locals locals,
      Walk walk,
      Clock clock, RequestLanguage requestLanguage, Languages languages) {
    this.transactions = transactions;
    this.grievances = grievances;
    this.papers = papers;
    this.sites = sites;
    this.people = people;
    this.locals = locals;
    this.walk = walk;
    this.clock = clock;
    this.requestLanguage = requestLanguage;
    this.languages = languages;
  }

  @GetMapping("/l/{local}/start/what-is-wrong")
  @Requires(Power.SEE_GRIEVANCES)
  Answer wrong() {
    Callers.everywhere(Power.SEE_GRIEVANCES);
    return transactions.read(() -> Answer.show(page(WrongForm.blank(), FormErrors.none())));
  }

  @PostMapping("/l/{local}/start/what-is-wrong")
  @Requires(Power.SEE_GRIEVANCES)
  Answer tell(@ModelAttribute WrongForm form, HttpServletRequest request) {
    Callers.everywhere(Power.SEE_GRIEVANCES);
    return transactions.write(() -> {
      var errors = new FormErrors();
      var profile = locals.profile();
      var language = requestLanguage.of(request);
      var wrong = form.read(errors, LocalDate.now(clock.withZone(profile.zone())), profile.currency(), language,
          somebodies().stream().map(WrongPage.Somebody::id).toList());
      if (wrong.isEmpty()) {
        return Answer.again(page(form, errors));
      }
      enter(wrong.get(), language);
      return Answer.goTo("/l/" + Callers.actor().handle() + "/" + walk.after(WRONG).orElse(""));
    });
  }

  /**
   * One grievance for the founder and one for each person ticked, who is talked to next: what is believed of them is not
   * confirmed. Entering the same kind again adds only new people.
   */
  private void enter(WrongForm.Wrong wrong, java.util.Locale language) {
    Site site = site();
    var already = grievances.atSite(site.id())
        .stream()
        .filter(g -> g.kind() == wrong.kind())
        .flatMap(g -> g.person().stream())
        .toList();
    var holders = new ArrayList<UUID>();
    holders.add(Callers.actor().person());
    holders.addAll(wrong.same());
    holders.removeAll(already);
    for (UUID person : holders) {
      boolean own = person.equals(Callers.actor().person());
      UUID id = grievances
          .report(new NewGrievance(wrong.kind(), Optional.of(person), Optional.of(site.id()), site.registerSite(),
              "", wrong.since(), own ? wrong.amount() : Optional.empty(), own ? wrong.told() : "", "", language,
              own ? NewGrievance.CameBy.ORGANISER : NewGrievance.CameBy.SAID_OF_THEM), Optional.empty());
      if (own) {
        wrong.paper()
            .ifPresent(date -> papers.add(id, languages.text(language, "wrong.paper.title"), date, person));
      }
    }
  }

  private WrongPage page(WrongForm form, FormErrors errors) {
    return new WrongPage(form, errors, GrievanceKind.on(sideOf(site().kind())),
        locals.profile().currency().getCurrencyCode(),
        somebodies(), walk.place(WRONG), walk.before(WRONG));
  }

  private List<WrongPage.Somebody> somebodies() {
    UUID me = Callers.actor().person();
    var ours = people.at(site().id())
        .stream()
        .filter(place -> !place.bossSide() && !place.person().equals(me))
        .map(People.Place::person)
        .distinct()
        .toList();
    return people.known(ours)
        .entrySet()
        .stream()
        .map(e -> new WrongPage.Somebody(e.getKey(), e.getValue().name()))
        .toList();
  }

  private Site site() {
    return sites.all().stream().findFirst().orElseThrow(() -> new NotAllowed(NotAllowed.Reason.NOT_FOUND));
  }

  private static GrievanceKind.Side sideOf(SiteKind kind) {
    return switch (kind) {
      case BUILDING -> GrievanceKind.Side.HOME;
      case WORKPLACE -> GrievanceKind.Side.WORK;
      case CAMPUS -> GrievanceKind.Side.STUDY;
    };
  }
}
