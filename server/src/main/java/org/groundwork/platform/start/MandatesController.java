// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.start;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Mandate;
import org.groundwork.platform.access.Mandates;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.access.PasskeyRule;
import org.groundwork.platform.access.PeopleDirectory;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Reach;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.RequestLanguage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who holds what until when; giving and ending it. */
@Controller
class MandatesController {
  private static final int MOST = 500;
  private static final int CHOICES = 300;
  private static final Duration SHOWN_AFTER_END = Duration.ofDays(90);

  private final Mandates mandates;
  private final PeopleDirectory people;
  private final Locals locals;
  private final Transactions transactions;
  private final Audit audit;
  private final Clock clock;
  private final RequestLanguage language;
  private final PasskeyRule rule;

  MandatesController(Mandates mandates, PeopleDirectory people, Locals locals, Transactions transactions, Audit audit,
      Clock clock, RequestLanguage language, PasskeyRule rule) {
    this.rule = rule;
    this.mandates = mandates;
    this.people = people;
    this.locals = locals;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
    this.language = language;
  }

  @GetMapping("/l/{local}/mandates")
  @Requires(Power.ADMINISTER)
  Answer list(HttpServletRequest request, @RequestParam Optional<UUID> given) {
    var written = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(language.of(request));
    return transactions.write(() -> {
      var now = clock.instant();
      var all = mandates.all(now.minus(SHOWN_AFTER_END), MOST);
      audit.record("mandates-seen", new SubjectRef("local", Callers.actor().local().value()), "");
      var shown = new Shown(people.entries(new LinkedHashSet<>(all.stream().map(Mandate::person).toList())),
          people.sites(), written.withZone(locals.profile().zone()));
      return Answer.show(new MandatesPage(all.stream()
          .filter(mandate -> given.isPresent() && mandate.id().equals(given.get()) && mandate.inForceAt(now))
          .findFirst()
          .map(shown::of),
          all.stream().filter(mandate -> mandate.inForceAt(now)).map(shown::of).toList(),
          all.stream().filter(mandate -> !mandate.inForceAt(now)).map(shown::of).toList()));
    });
  }

  private record Shown(Map<UUID, PeopleDirectory.Entry> people, Map<UUID, String> sites, DateTimeFormatter written) {
    MandatesPage.Held of(Mandate mandate) {
      List<String> where = switch (mandate.reach()) {
        case Reach.WholeLocal() -> List.of();
        case Reach.Sites(var named) -> named.stream()
            .map(site -> Optional.ofNullable(sites.get(site)).orElse("?"))
            .sorted()
            .toList();
      };
      String who = Optional.ofNullable(people.get(mandate.person())).map(PeopleDirectory.Entry::name).orElse("?");
      return new MandatesPage.Held(mandate.id().toString(), who, "mandates.as." + mandate.role().key(), where,
          written.format(mandate.from()), written.format(mandate.until().minusMillis(1)));
    }
  }

  @GetMapping("/l/{local}/mandates/give")
  @Requires(Power.ADMINISTER)
  Answer form(@RequestParam(defaultValue = "") String person) {
    return transactions.read(() -> Answer.show(page(MandateForm.blank(person, today()), FormErrors.none())));
  }

  @PostMapping("/l/{local}/mandates/give")
  @Requires(Power.ADMINISTER)
  Answer give(@ModelAttribute MandateForm form) {
    return transactions.write(() -> {
      var errors = new FormErrors();
      ZoneId zone = locals.profile().zone();
      var given = form.read(errors, choices(form), people.sites(), LocalDate.now(clock.withZone(zone)), zone);
      if (given.isEmpty()) {
        return Answer.again(page(form, errors));
      }
      var mandate = given.get();
      boolean before = rule.inForce();
      UUID id = mandates.give(mandate.person(), mandate.role(), mandate.reach(), mandate.until(),
          new SubjectRef("person", Callers.actor().person())).id();
      boolean begins = !before && rule.inForce();
      return Answer.goTo("/l/" + Callers.actor().handle() + (begins ? "/way-in?given=" : "/mandates?given=") + id);
    });
  }

  @PostMapping("/l/{local}/mandates/end")
  @Requires(Power.ADMINISTER)
  Answer end(@RequestParam UUID mandate) {
    return transactions.write(() -> {
      mandates.lockOffices();
      var found = mandates.byId(mandate).orElseThrow(() -> new NotAllowed(NotAllowed.Reason.NOT_FOUND));
      boolean last = found.role().grants(Power.ADMINISTER) && found.inForceAt(clock.instant())
          && !mandates.othersAdminister(found.person());
      if (last) {
        throw new NotAllowed(NotAllowed.Reason.ROLE);
      }
      mandates.end(mandate);
      return Answer.goTo("/l/" + Callers.actor().handle() + "/mandates");
    });
  }

  private GiveMandatePage page(MandateForm form, FormErrors errors) {
    return new GiveMandatePage(form, choices(form).values().stream().filter(entry -> !entry.bossSide()).toList(),
        Arrays.stream(Role.values()).map(Role::key).toList(), people.sites(), today().plusYears(2).toString(), errors);
  }

  private LocalDate today() { return LocalDate.now(clock.withZone(locals.profile().zone())); }

  /** Those who can sign in, and the one whom the form names, who perhaps cannot yet. */
  private Map<UUID, PeopleDirectory.Entry> choices(MandateForm form) {
    var ids = new ArrayList<>(mandates.withAccount(CHOICES));
    try {
      if (form.person() != null && !form.person().isEmpty()) {
        ids.add(UUID.fromString(form.person()));
      }
    } catch (IllegalArgumentException e) {
      return people.entries(new LinkedHashSet<>(ids)); // names nobody, and the form says so
    }
    return people.entries(new LinkedHashSet<>(ids));
  }
}
