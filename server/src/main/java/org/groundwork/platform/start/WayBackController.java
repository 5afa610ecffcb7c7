// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.start;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Mandates;
import org.groundwork.platform.access.PeopleDirectory;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.access.WayBack;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.RequestLanguage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Letting an officer back in: asked by one, agreed by another, after a day. */
@Controller
class WayBackController {
  private final WayBack wayBack;
  private final Mandates mandates;
  private final PeopleDirectory people;
  private final Locals locals;
  private final Transactions transactions;
  private final Clock clock;
  private final RequestLanguage language;

  WayBackController(WayBack wayBack, Mandates mandates, PeopleDirectory people, Locals locals,
      Transactions transactions, Clock clock, RequestLanguage language) {
    this.wayBack = wayBack;
    this.mandates = mandates;
    this.people = people;
    this.locals = locals;
    this.transactions = transactions;
    this.clock = clock;
    this.language = language;
  }

  @GetMapping("/l/{local}/way-back")
  @Requires(Power.TAKE_PART)
  Answer list(HttpServletRequest request) {
    return transactions.read(() -> Answer.show(page(request, Optional.empty(), List.of())));
  }

  @PostMapping("/l/{local}/way-back/ask")
  @Requires(Power.TAKE_PART)
  Answer ask(HttpServletRequest request, @RequestParam UUID person) {
    return act(request, wayBack -> wayBack.ask(person));
  }

  @PostMapping("/l/{local}/way-back/agree")
  @Requires(Power.TAKE_PART)
  Answer agree(HttpServletRequest request, @RequestParam(name = "id") UUID asked) {
    return act(request, wayBack -> wayBack.agree(asked));
  }

  @PostMapping("/l/{local}/way-back/stop")
  @Requires(Power.TAKE_PART)
  Answer stop(HttpServletRequest request, @RequestParam(name = "id") UUID asked) {
    return act(request, wayBack -> wayBack.stop(asked));
  }

  @PostMapping("/l/{local}/way-back/card")
  @Requires(Power.TAKE_PART)
  Answer card(HttpServletRequest request, @RequestParam(name = "id") UUID asked) {
    return transactions.write(() -> switch (wayBack.card(asked)) {
      case WayBack.Made.Card(var code) -> Answer.show(page(request, Optional.empty(), Going.groups(code)));
      case WayBack.Made.Refused(var why) -> Answer.again(page(request, Optional.of(why), List.of()));
    });
  }

  private interface Act {
    Optional<WayBack.Refusal> on(WayBack wayBack);
  }

  private Answer act(HttpServletRequest request, Act act) {
    return transactions.write(() -> {
      var refused = act.on(wayBack);
      return refused.isPresent()
          ? Answer.again(page(request, refused, List.of()))
          : Answer.goTo("/l/" + Callers.actor().handle() + "/way-back");
    });
  }

  private WayBackPage page(HttpServletRequest request, Optional<WayBack.Refusal> refused, List<String> code) {
    Caller.Actor actor = Callers.actor();
    boolean officer = actor.withheld().isEmpty() && mandates.holdsOffice(actor.person());
    if (!officer) {
      return new WayBackPage(false, List.of(), List.of(), "", List.of());
    }
    var officers = new LinkedHashSet<>(mandates.officers(500));
    var underWay = wayBack.underWay();
    underWay.forEach(entry -> officers.addAll(List.of(entry.person(), entry.askedBy())));
    var names = people.entries(officers);
    var written = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
        .withLocale(language.of(request))
        .withZone(locals.profile().zone());
    return new WayBackPage(true,
        underWay.stream().map(entry -> shown(entry, names, written, actor.person())).toList(),
        names.values()
            .stream()
            .filter(entry -> !entry.person().equals(actor.person()))
            .filter(entry -> underWay.stream().noneMatch(under -> under.person().equals(entry.person())))
            .map(entry -> new WayBackPage.Candidate(entry.person().toString(), entry.name()))
            .toList(),
        refused.map(why -> "way-back.refused." + why.key()).orElse(""), code);
  }

  private WayBackPage.UnderWay shown(WayBack.Entry entry, Map<UUID, PeopleDirectory.Entry> names,
      DateTimeFormatter written, UUID me) {
    boolean mine = entry.askedBy().equals(me) || entry.agreedBy().equals(Optional.of(me));
    return switch (entry.stage()) {
      case WayBack.Stage.Asked() -> new WayBackPage.UnderWay(entry.id().toString(), name(names, entry.person()),
          name(names, entry.askedBy()), "", !mine && !entry.person().equals(me), false);
      case WayBack.Stage.Agreed(var opens) -> new WayBackPage.UnderWay(entry.id().toString(),
          name(names, entry.person()), name(names, entry.askedBy()), written.format(opens), false,
          mine && !clock.instant().isBefore(opens));
    };
  }

  private static String name(Map<UUID, PeopleDirectory.Entry> names, UUID person) {
    return Optional.ofNullable(names.get(person)).map(PeopleDirectory.Entry::name).orElse("?");
  }
}
