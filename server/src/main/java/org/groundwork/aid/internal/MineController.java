// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.aid.NewWish;
import org.groundwork.aid.Request;
import org.groundwork.aid.Requests;
import org.groundwork.aid.TakenOffer;
import org.groundwork.aid.TakenOffers;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.RequestLanguage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own request: how far it is, taking it back, asking two others. */
@Controller
class MineController {
  private static final Map<String, String> DONE = Map.of("asked", "aid.done.asked", "withdrawn", "aid.done.withdrawn",
      "appealed", "aid.done.appealed");
  private final Transactions transactions;
  private final AidDesk desk;
  private final Requests requests;
  private final TakenOffers offers;
  private final RequestLanguage language;
  private final Clock clock;

  MineController(Transactions transactions, AidDesk desk, Requests requests, TakenOffers offers,
      RequestLanguage language, Clock clock) {
    this.transactions = transactions;
    this.desk = desk;
    this.requests = requests;
    this.offers = offers;
    this.language = language;
    this.clock = clock;
  }

  @GetMapping("/l/{local}/aid/mine/{id}")
  @Requires(Power.TAKE_PART)
  Answer look(@PathVariable UUID id, @RequestParam(defaultValue = "") String done, HttpServletRequest asked) {
    return transactions.read(() -> {
      Request request = desk.mine(id);
      return desk.inBooks(
          currency -> Answer.show(page(new In(currency, language.of(asked)), request, "", DONE.getOrDefault(done, ""),
              FormErrors.none())));
    });
  }

  @PostMapping("/l/{local}/aid/mine/{id}/withdraw")
  @Requires(Power.TAKE_PART)
  Answer withdraw(@PathVariable UUID id) {
    return transactions.write(() -> {
      requests.withdraw(own(id).id());
      return Answer.goTo(AidDesk.at("/mine/" + id + "?done=withdrawn"));
    });
  }

  @PostMapping("/l/{local}/aid/mine/{id}/appeal")
  @Requires(Power.TAKE_PART)
  Answer appeal(@PathVariable UUID id, @RequestParam(defaultValue = "") String words, HttpServletRequest asked) {
    return transactions.write(() -> {
      Request request = own(id);
      var errors = new FormErrors();
      String said = errors.optional("words", words, NewWish.WORDS);
      if (errors.any()) {
        return desk
            .inBooks(currency -> Answer.again(page(new In(currency, language.of(asked)), request, words, "", errors)));
      }
      return requests.appeal(id, said)
          .or(() -> requests.appeal(id)) // sent twice: the one that the first made
          .map(made -> Answer.goTo(AidDesk.at("/mine/" + made + "?done=appealed")))
          .orElseGet(() -> Answer.goTo(AidDesk.at("/mine/" + id)));
    });
  }

  private Request own(UUID id) { return requests.find(id).filter(desk::speaks).orElseThrow(AidDesk::notFound); }

  /** In which currency, and how amounts are written. */
  private record In(Currency currency, Locale language) {}

  private MinePage page(In in, Request request, String words, String done, FormErrors errors) {
    boolean own = desk.speaks(request);
    boolean late = request.open()
        && request.wish().filter(wish -> wish.dueAt().isBefore(clock.instant())).isPresent();
    return new MinePage(in.currency(), request, own,
        AidDesk.own(request) ? "" : request.person().map(desk::name).orElse(""), own && requests.mayAppeal(request),
        own ? requests.appeal(request.id()) : Optional.empty(), own ? offer(request) : Optional.empty(),
        "/r/" + Callers.actor().handle() + "/report/begun",
        desk.currency().equals(in.currency()) ? Typed.plain(request.asked(), in.currency(), in.language()) : "", late,
        desk.zone(), words, done, errors);
  }

  private Optional<TakenOffer> offer(Request request) {
    return request.state() == Request.State.WITHDRAWN ? Optional.empty() : offers.of(request);
  }
}
