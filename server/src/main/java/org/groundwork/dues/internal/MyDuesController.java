// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.groundwork.dues.Charge;
import org.groundwork.dues.Charges;
import org.groundwork.dues.Choices;
import org.groundwork.dues.Payments;
import org.groundwork.dues.Plan;
import org.groundwork.dues.Plans;
import org.groundwork.dues.Rate;
import org.groundwork.dues.Standings;
import org.groundwork.dues.Waivers;
import org.groundwork.dues.WayToPay;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.RequestLanguage;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own dues: what is open and why, what was paid, which rate is one's own, and asking for time. */
@Controller
class MyDuesController {
  private static final int SHOWN = 24;
  private static final int LONGEST_PAUSE = 6;
  /** Stands for a free rate that is no more: none of those that can be chosen counts. */
  private static final UUID NO_RATE = new UUID(0, 0);
  private final Transactions transactions;
  private final DuesDesk desk;
  private final Mine mine;
  private final Plans plans;
  private final RateWords words;
  private final RequestLanguage language;

  MyDuesController(Transactions transactions, DuesDesk desk, Mine mine, Plans plans, RateWords words,
      RequestLanguage language) {
    this.transactions = transactions;
    this.desk = desk;
    this.mine = mine;
    this.plans = plans;
    this.words = words;
    this.language = language;
  }

  /** What is asked about one member. */
  @Component("duesMine")
  record Mine(Standings standings, Charges charges, Payments payments, Choices choices, Waivers waivers,
      ObjectProvider<WayToPay> ways) {

    /** The ways to pay that others offer a member, in their order. */
    List<WayToPay.Offer> offered(UUID person) {
      return ways.stream()
          .sorted(Comparator.comparingInt(WayToPay::order))
          .flatMap(each -> each.offer(person).stream())
          .toList();
    }
  }

  @GetMapping("/l/{local}/dues")
  @Requires(Power.TAKE_PART)
  Answer mine(@RequestParam(defaultValue = "") String done, HttpServletRequest request) {
    return transactions.read(() -> Answer.show(page(request, new FormErrors(), "", "", "", done)));
  }

  /** Chooses a rate, in one tap. */
  @PostMapping("/l/{local}/dues/rate")
  @Requires(Power.TAKE_PART)
  Answer choose(@RequestParam(defaultValue = "") String rate, @RequestParam(defaultValue = "") String monthly,
      HttpServletRequest request) {
    return transactions.write(() -> {
      UUID wanted = DuesDesk.found(DuesTyped.id(rate));
      Plan plan = DuesDesk.found(plans.open()
          .stream()
          .filter(each -> each.rates().stream().anyMatch(one -> one.id().equals(wanted)))
          .findFirst());
      Rate chosen = plan.rates().stream().filter(one -> one.id().equals(wanted)).findFirst().orElseThrow();
      var errors = new FormErrors();
      OptionalLong income = chosen.asksIncome()
          ? DuesTyped.sum(errors, "monthly", monthly, desk.spelling(request), 0)
          : OptionalLong.empty();
      if (errors.any()) {
        return Answer.again(page(request, errors, monthly, "", rate, ""));
      }
      mine.choices().choose(DuesDesk.me(), plan, wanted, income, desk.today());
      return Answer.goTo(DuesDesk.at("dues?done=rate"));
    });
  }

  /** Asks not to be charged for some months. */
  @PostMapping("/l/{local}/dues/pause")
  @Requires(Power.TAKE_PART)
  Answer pause(@RequestParam(defaultValue = "") String months, @RequestParam(defaultValue = "") String text,
      HttpServletRequest request) {
    return transactions.write(() -> {
      var errors = new FormErrors();
      if (months.isBlank()) {
        errors.refuse("months", "dues.choose"); // nothing was tapped: no word of figures
      }
      int wanted = errors.number("months", months, 1, LONGEST_PAUSE);
      String said = errors.optional("text", text, Waivers.LONGEST);
      if (errors.any()) {
        return Answer.again(page(request, errors, "", text, "", ""));
      }
      LocalDate from = desk.today().withDayOfMonth(1);
      mine.waivers().ask(DuesDesk.me(), from, from.plusMonths(wanted).minusDays(1), said);
      return Answer.goTo(DuesDesk.at("dues?done=asked"));
    });
  }

  @PostMapping("/l/{local}/dues/pause/withdraw")
  @Requires(Power.TAKE_PART)
  Answer withdraw() {
    return transactions.write(() -> {
      mine.waivers().withdraw(DuesDesk.me());
      return Answer.goTo(DuesDesk.at("dues"));
    });
  }

  private MyDuesPage page(HttpServletRequest request, FormErrors errors, String monthly, String text, String rate,
      String done) {
    UUID me = DuesDesk.me();
    Locale reader = language.of(request);
    List<Plan> open = plans.open();
    var choice = mine.choices().of(me);
    var gone = mine.choices().gone(me);
    var counts = choice.map(Choices.Choice::rate)
        .or(() -> gone.filter(Choices.Gone::free).map(_ -> NO_RATE))
        .or(() -> open.stream().findFirst().flatMap(Plan::defaultRate).map(Rate::id));
    var charges = mine.charges().open(me);
    var waivers = mine.waivers().of(me);
    var paused = waivers.stream().filter(each -> each.covers(desk.today())).findFirst();
    var spelling = desk.spelling(request);
    String income = !monthly.isEmpty() || choice.isEmpty() || choice.get().monthly().isEmpty()
        ? monthly
        : DuesTyped.written(choice.get().monthly().getAsLong(), spelling);
    return new MyDuesPage(!open.isEmpty(), mine.standings().of(me, desk.today()),
        desk.money(charges.stream().mapToLong(Charge::open).sum()), desk.money(mine.payments().ahead(me)),
        charges.stream().map(Charge::due).min(LocalDate::compareTo),
        words.rows(mine.charges().of(me, SHOWN), desk.today(), paused.isPresent(), reader),
        mine.payments().of(me, SHOWN),
        open.stream()
            .flatMap(plan -> plan.rates()
                .stream()
                .map(each -> new MyDuesPage.Choice(
                    each.id(), each.name(), words.asks(plan, each, desk.currency(), reader), each.free(),
                    each.asksIncome(), plan.asks())))
            .toList(),
        counts, choice.isEmpty(), gone,
        waivers.stream().filter(each -> each.state() == Waivers.State.ASKED).findFirst(),
        paused, how(open, counts), mine.offered(me),
        new MyDuesPage.Wording(desk.currency(), income, text, rate,
            open.stream().findFirst().map(Plan::asks).orElse(Plan.Asks.NOTHING)),
        errors, done);
  }

  private static String how(List<Plan> open, Optional<UUID> rate) {
    return open.stream()
        .filter(plan -> plan.rates().stream().anyMatch(each -> rate.filter(each.id()::equals).isPresent()))
        .findFirst()
        .or(() -> open.stream().findFirst())
        .map(Plan::howToPay)
        .orElse("");
  }

}
