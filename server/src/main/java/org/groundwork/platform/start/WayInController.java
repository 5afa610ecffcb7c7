// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.start;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Mandates;
import org.groundwork.platform.access.PasskeyRule;
import org.groundwork.platform.access.Passkeys;
import org.groundwork.platform.access.PeopleDirectory;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.access.Withheld;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.RequestLanguage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Says why an office cannot be exercised in this session, and what to do about it. */
@Controller
class WayInController {
  private final Passkeys passkeys;
  private final PasskeyRule rule;
  private final Locals locals;
  private final Transactions transactions;
  private final RequestLanguage language;
  private final Given given;

  WayInController(Passkeys passkeys, PasskeyRule rule, Locals locals, Transactions transactions,
      RequestLanguage language, Given given) {
    this.given = given;
    this.passkeys = passkeys;
    this.rule = rule;
    this.locals = locals;
    this.transactions = transactions;
    this.language = language;
  }

  /** What somebody has just given, of which the page tells them once. */
  @org.springframework.stereotype.Component
  record Given(Mandates mandates, PeopleDirectory people, Clock clock) {
    private static final Duration JUST_NOW = Duration.ofMinutes(10);

    /** A mandate that the actor gave a moment ago. */
    Optional<WayInPage.Given> by(Caller.Actor actor, Optional<UUID> mandate) {
      return mandate.flatMap(mandates::byId)
          .filter(found -> found.source().equals(new SubjectRef("person", actor.person())))
          .filter(found -> found.from().isAfter(clock.instant().minus(JUST_NOW)))
          .flatMap(found -> Optional.ofNullable(people.entries(Set.of(found.person())).get(found.person()))
              .map(who -> new WayInPage.Given(who.name(), "mandates.as." + found.role().key())));
    }
  }

  @GetMapping("/l/{local}/way-in")
  @Requires(Power.TAKE_PART)
  Answer explain(HttpServletRequest request, @RequestParam("given") Optional<UUID> mandate) {
    Caller.Actor actor = Callers.actor();
    if (actor.withheld().isEmpty() && mandate.isPresent()) {
      return Answer.goTo("/l/" + actor.handle() + "/mandates?given=" + mandate.get());
    }
    var just = transactions.read(() -> given.by(actor, mandate));
    boolean has = !passkeys.of(actor.account()).isEmpty();
    if (actor.withheld().isEmpty()) {
      boolean off = transactions.read(rule::overridden);
      return Answer.show(new WayInPage(off ? WayInPage.Why.OFF : WayInPage.Why.NOTHING, has, "", just));
    }
    int status = just.isPresent() ? 200 : 403;
    return switch (actor.withheld().get()) {
      case Withheld.Passkey() -> new Answer.Show(new WayInPage(
          passkeys.offered() ? WayInPage.Why.PASSKEY : WayInPage.Why.PASSKEY_IMPOSSIBLE, has, "", just), status);
      case Withheld.TwoOfficers() -> new Answer.Show(new WayInPage(WayInPage.Why.TWO_OFFICERS, has, "", just), status);
      case Withheld.Until(var instant) ->
        new Answer.Show(new WayInPage(WayInPage.Why.DAY, has, written(instant, language.of(request)), just), status);
    };
  }

  private String written(Instant instant, Locale reader) {
    ZoneId zone = transactions.read(() -> locals.profile().zone());
    return instant.atZone(zone)
        .format(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT).withLocale(reader));
  }
}
