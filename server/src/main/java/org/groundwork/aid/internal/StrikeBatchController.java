// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid.internal;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.aid.AidFund;
import org.groundwork.aid.PaidFrom;
import org.groundwork.aid.StrikeBatch;
import org.groundwork.aid.StrikePay;
import org.groundwork.aid.StrikeRelease;
import org.groundwork.aid.StrikeReleases;
import org.groundwork.aid.StrikeRule;
import org.groundwork.ledger.FundKind;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.paper.PaperSize;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.Languages;
import org.groundwork.platform.web.RequestLanguage;
import org.groundwork.roll.Csv;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The treasurer pays everybody at once who is to get strike pay, and has the list for it. Each look is audited. */
@Controller
class StrikeBatchController {
  private static final String AT = "/l/{local}/aid/strikes/{step}";
  private final Transactions transactions;
  private final AidDesk desk;
  private final StrikePayDesk strikes;
  private final StrikePay pay;
  private final Sums sums;
  private final Texts texts;

  StrikeBatchController(Transactions transactions, AidDesk desk, StrikePayDesk strikes, StrikePay pay, Sums sums,
      Texts texts) {
    this.transactions = transactions;
    this.desk = desk;
    this.strikes = strikes;
    this.pay = pay;
    this.sums = sums;
    this.texts = texts;
  }

  /** What there is in the fund, and what is above the limit. */
  @Component("strikePaySums")
  record Sums(AidFund fund, StrikeReleases releases) {

    private StrikeDuePage.Limit limit(UUID step, List<NamedShare> due, LocalDate until, LocalDate today) {
      long total = StrikePay.total(due.stream().map(NamedShare::share).toList());
      if (releases.needs(total, today) == StrikeRelease.Needs.NOTHING) {
        return StrikeDuePage.Limit.BELOW;
      }
      Optional<StrikeRelease> same = releases.waiting(step)
          .filter(each -> each.covers(until, due.size(), total) && (!each.released() || releases.enough(each, today)));
      if (same.isEmpty() || !same.get().released()) {
        return same.isEmpty() ? StrikeDuePage.Limit.ABOVE : StrikeDuePage.Limit.ASKED;
      }
      return same.flatMap(StrikeRelease::releasedBy).filter(Callers.actor().person()::equals).isPresent()
          ? StrikeDuePage.Limit.RELEASED_BY_READER
          : StrikeDuePage.Limit.RELEASED;
    }
  }

  /** What a file says in the reader's language. */
  @Component("strikePayTexts")
  record Texts(Languages languages, RequestLanguage language) {
    List<String> head(Locale locale) {
      return List.of("strike-pay.name", "strike-pay.days", "strike-pay.amount")
          .stream()
          .map(key -> languages.text(locale, key))
          .toList();
    }
  }

  @GetMapping(AT + "/due")
  @Requires(Power.KEEP_MONEY)
  Answer due(@PathVariable UUID step, @RequestParam(defaultValue = "") String until) {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.write(() -> {
      PaidStrike at = decided(step);
      return desk.inBooks(currency -> Answer.show(page(currency, at, strikes.until(at.strike(), until), "")));
    });
  }

  @PostMapping(AT + "/pay")
  @Requires(Power.KEEP_MONEY)
  Answer pay(@PathVariable UUID step, @RequestParam(defaultValue = "") String until,
      @RequestParam(defaultValue = "") String total, @RequestParam(defaultValue = "") String from) {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.write(() -> {
      PaidStrike at = decided(step);
      PaidFrom where = PaidFrom.known(from).orElseThrow(AidDesk::notFound);
      LocalDate day = strikes.until(at.strike(), until);
      return desk.inBooks(currency -> paid(currency, at, day, where, shown(total)));
    });
  }

  private Answer paid(Currency currency, PaidStrike at, LocalDate until, PaidFrom from, long shown) {
    return switch (pay.pay(at.strike(), until, from, desk.today(), shown)) {
      case StrikePay.Paid.Yes(UUID batch) -> Answer.goTo(AidDesk.at("/strikes/" + at.step() + "/batches/" + batch));
      case StrikePay.Paid.Nobody _ -> Answer.goTo(AidDesk.at("/strikes/" + at.step())); // sent twice: all are paid
      case StrikePay.Paid.Changed _ -> Answer.again(page(currency, at, until, "strike-pay.changed"));
      case StrikePay.Paid.NotReleased _ -> Answer.again(page(currency, at, until, "strike-pay.not-released"));
      case StrikePay.Paid.AnotherPerson _ -> Answer.again(page(currency, at, until, "strike-pay.released-by-you"));
      case StrikePay.Paid.NotUnder _ -> Answer.again(page(currency, at, until, "strike-pay.not-under"));
      case StrikePay.Paid.NotInTheBox _ -> Answer.again(page(currency, at, until, "aid.refused.box"));
      case StrikePay.Paid.Refused(var why) ->
        Answer.again(page(currency, at, until, PaymentsController.refused(why)));
    };
  }

  @PostMapping(AT + "/ask")
  @Requires(Power.KEEP_MONEY)
  Answer ask(@PathVariable UUID step, @RequestParam(defaultValue = "") String until,
      @RequestParam(defaultValue = "") String total) {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.write(() -> {
      PaidStrike at = decided(step);
      LocalDate day = strikes.until(at.strike(), until);
      return desk.inBooks(currency -> switch (pay.askRelease(at.strike(), day, desk.today(), shown(total))) {
        case DONE -> Answer.goTo(AidDesk.at("/strikes/" + step + "?done=asked"));
        case NOBODY, NOT_NEEDED -> Answer.goTo(AidDesk.at("/strikes/" + step + "/due?until=" + day));
        case CHANGED -> Answer.again(page(currency, at, day, "strike-pay.changed"));
      });
    });
  }

  private static long shown(String total) { return total.matches("[1-9][0-9]{0,14}") ? Long.parseLong(total) : 0; }

  @GetMapping(AT + "/batches/{batch}")
  @Requires(Power.KEEP_MONEY)
  Answer batch(@PathVariable UUID step, @PathVariable UUID batch) {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.write(() -> {
      PaidStrike at = decided(step);
      StrikeBatch found = strikes.batch(step, batch);
      return desk.inBooks(
          currency -> Answer.show(new StrikeBatchPage(currency, at, found, strikes.named(pay.look(found)),
              pay.undoing(found))));
    });
  }

  @GetMapping(AT + "/batches/{batch}/list.csv")
  @Requires(Power.KEEP_MONEY)
  Answer csv(@PathVariable UUID step, @PathVariable UUID batch,
      jakarta.servlet.http.HttpServletRequest request) {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.write(() -> {
      StrikeBatch found = strikes.batch(step, batch);
      Locale locale = texts.language().of(request);
      return desk.inBooks(currency -> Answer.file(file(currency, found, locale), "text/csv;charset=UTF-8", "list.csv"));
    });
  }

  private byte[] file(Currency currency, StrikeBatch batch, Locale locale) {
    var file = new Csv(true);
    file.row(texts.head(locale));
    strikes.named(pay.look(batch))
        .forEach(named -> file.row(List.of(named.name(), Integer.toString(named.share().days().size()),
            Typed.plain(named.share().amount(), currency, Locale.ROOT))));
    return file.file();
  }

  @GetMapping(AT + "/batches/{batch}/list.pdf")
  @Requires(Power.KEEP_MONEY)
  Answer paper(@PathVariable UUID step, @PathVariable UUID batch) {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.write(() -> {
      StrikeBatch found = strikes.batch(step, batch);
      return desk.inBooks(currency -> Answer.paper(new StrikeSheet(currency, found, strikes.named(pay.look(found))),
          PaperSize.of(currency), "list"));
    });
  }

  private PaidStrike decided(UUID step) {
    PaidStrike at = strikes.one(step);
    if (at.rule().isEmpty()) {
      throw AidDesk.notFound();
    }
    return at;
  }

  private StrikeDuePage page(Currency currency, PaidStrike at, LocalDate until, String refused) {
    StrikeRule rule = at.rule().orElseThrow();
    List<NamedShare> due = strikes.named(pay.look(at.strike(), rule, until));
    return new StrikeDuePage(currency, at, due, until, strikes.lastDay(at.strike()),
        sums.fund().held(FundKind.STRIKE), sums.limit(at.step(), due, until, desk.today()), refused);
  }
}
