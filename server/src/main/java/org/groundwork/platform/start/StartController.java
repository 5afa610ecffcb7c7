// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.start;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.groundwork.platform.access.Accounts;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.DeviceKind;
import org.groundwork.platform.access.Founding;
import org.groundwork.platform.access.OpenRoute;
import org.groundwork.platform.access.Proof;
import org.groundwork.platform.access.SessionCookies;
import org.groundwork.platform.access.SetupCode;
import org.groundwork.platform.money.Tender;
import org.groundwork.platform.tenancy.LocalId;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.Installation;
import org.groundwork.platform.web.Languages;
import org.groundwork.platform.web.RequestLanguage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** From the first page to a local of one's own. */
@Controller
class StartController {
  private static final List<String> ZONES = ZoneId.getAvailableZoneIds()
      .stream()
      .filter(zone -> zone.contains("/") && !zone.startsWith("Etc/") && !zone.startsWith("SystemV/"))
      .sorted(Comparator.naturalOrder())
      .toList();

  private final Accounts accounts;
  private final Founding founding;
  private final Locals locals;
  private final Transactions transactions;
  private final SessionCookies cookies;
  private final SetupCode setup;
  private final Languages languages;
  private final RequestLanguage requestLanguage;
  private final Installation installation;
  private final Clock clock;

  StartController(Accounts accounts, Founding founding, Locals locals, Transactions transactions,
      SessionCookies cookies,
      SetupCode setup, Languages languages, RequestLanguage requestLanguage, Installation installation,
      Clock clock) {
    this.clock = clock;
    this.accounts = accounts;
    this.founding = founding;
    this.locals = locals;
    this.transactions = transactions;
    this.cookies = cookies;
    this.setup = setup;
    this.languages = languages;
    this.requestLanguage = requestLanguage;
    this.installation = installation;
  }

  @GetMapping("/")
  @OpenRoute(why = "the front door; it names no local")
  Answer welcome(HttpServletRequest request) {
    var account = Callers.current().accountId();
    if (account.isPresent()) {
      List<LocalId> mine = accounts.localsOf(account.get());
      if (!mine.isEmpty()) {
        return Answer.goTo("/l/" + transactions.read(() -> locals.byId(mine.getFirst())).orElseThrow().handle());
      }
    } else if (cookies.device(request).isPresent()) {
      return Answer.goTo("/sign-in");
    }
    return Answer.show(new WelcomePage(languages.available(), installation.demonstration(),
        installation.offersDemonstration(setup.needed()), installation.secure()));
  }

  @GetMapping("/start")
  @OpenRoute(why = "four lines on safety for whoever wants to begin")
  Answer safety() { return Answer.show(new SafetyPage()); }

  @GetMapping("/start/you")
  @OpenRoute(why = "a form; founding needs the set-up code where the server can be reached")
  Answer you(HttpServletRequest request) {
    var blank = YouForm.blank(ZoneId.systemDefault(), currencyFor(request.getLocale()));
    return Answer.show(page(blank, FormErrors.none()));
  }

  @PostMapping("/start/you")
  @OpenRoute(why = "founding a local; needs the set-up code where the server can be reached")
  Answer found(@ModelAttribute YouForm form, HttpServletRequest request, HttpServletResponse response)
      throws Exception {
    if (requestLanguage.switches(request)) {
      return Answer.show(page(form, FormErrors.none()));
    }
    var errors = new FormErrors();
    Locale language = requestLanguage.of(request);
    var founder = form.read(errors, setup, tender(), language, languages.text(language, "start.local-name"));
    if (founder.isEmpty()) {
      return Answer.again(page(form, errors));
    }
    boolean first = Tenancy.inInstallation(() -> transactions.read(locals::none));
    var account = new Accounts.NewAccount(accounts.newId(), language, founder.get().pin(),
        DeviceKind.of(request.getHeader("User-Agent")), first);
    var opened = accounts.open(account, Proof.PIN);
    var entry = founding.found(opened.account(), founder.get().name(), founder.get().profile());
    cookies.giveDevice(response, opened.deviceSecret());
    cookies.giveSession(response, opened.sessionToken());
    return Answer.goTo("/l/" + entry.handle() + "/start/sheet");
  }

  private YouPage page(YouForm form, FormErrors errors) {
    return new YouPage(form, errors, setup.needed(), ZONES, tender());
  }

  private List<String> tender() { return Tender.on(LocalDate.now(clock)); }

  private static Currency currencyFor(Locale asked) {
    try {
      return Currency.getInstance(asked);
    } catch (IllegalArgumentException e) {
      return Currency.getInstance("USD"); // the browser named no country
    }
  }
}
