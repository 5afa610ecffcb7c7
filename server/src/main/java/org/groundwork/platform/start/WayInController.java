// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.start;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.PasskeyRule;
import org.groundwork.platform.access.Passkeys;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.access.Withheld;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.RequestLanguage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Says why an office cannot be exercised in this session, and what to do about it. */
@Controller
class WayInController {
  private final Passkeys passkeys;
  private final PasskeyRule rule;
  private final Locals locals;
  private final Transactions transactions;
  private final RequestLanguage language;

  WayInController(Passkeys passkeys, PasskeyRule rule, Locals locals, Transactions transactions,
      RequestLanguage language) {
    this.passkeys = passkeys;
    this.rule = rule;
    this.locals = locals;
    this.transactions = transactions;
    this.language = language;
  }

  @GetMapping("/l/{local}/way-in")
  @Requires(Power.TAKE_PART)
  Answer explain(HttpServletRequest request) {
    Caller.Actor actor = Callers.actor();
    boolean has = !passkeys.of(actor.account()).isEmpty();
    if (actor.withheld().isEmpty()) {
      boolean off = transactions.read(rule::overridden);
      return Answer.show(new WayInPage(off ? WayInPage.Why.OFF : WayInPage.Why.NOTHING, has, ""));
    }
    int status = 403;
    return switch (actor.withheld().get()) {
      case Withheld.Passkey() -> new Answer.Show(new WayInPage(
          passkeys.offered() ? WayInPage.Why.PASSKEY : WayInPage.Why.PASSKEY_IMPOSSIBLE, has, ""), status);
      case Withheld.TwoOfficers() -> new Answer.Show(new WayInPage(WayInPage.Why.TWO_OFFICERS, has, ""), status);
      case Withheld.Until(var instant) ->
        new Answer.Show(new WayInPage(WayInPage.Why.DAY, has, written(instant, language.of(request))), status);
    };
  }

  private String written(Instant instant, Locale reader) {
    ZoneId zone = transactions.read(() -> locals.profile().zone());
    return instant.atZone(zone)
        .format(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT).withLocale(reader));
  }
}
