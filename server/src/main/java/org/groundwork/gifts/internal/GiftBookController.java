// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.gifts.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.groundwork.gifts.Gift;
import org.groundwork.gifts.Gifts;
import org.groundwork.gifts.TakenBack;
import org.groundwork.ledger.Entered;
import org.groundwork.ledger.UndoGuard;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.roll.People;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What one gave, receipts of it, and for whoever sees the money all that was given. */
@Controller
class GiftBookController {
  private static final int SHOWN = 300;
  private final Transactions transactions;
  private final GiftsDesk desk;
  private final Gifts gifts;
  private final TakenBack takenBack;
  private final Whose whose;
  private final UndoGuard guard;

  GiftBookController(Transactions transactions, GiftsDesk desk, Gifts gifts, TakenBack takenBack, Whose whose,
      UndoGuard guard) {
    this.transactions = transactions;
    this.desk = desk;
    this.gifts = gifts;
    this.takenBack = takenBack;
    this.whose = whose;
    this.guard = guard;
  }

  /** Who gave and who received, and that somebody looked. */
  @Component("giftWhose")
  record Whose(People people, Locals locals, Audit audit) {
    String from(Gift gift) { return gift.person().flatMap(people::known).map(People.Known::name).orElse(gift.giver()); }
  }

  /** What the reader gave; of others nothing. */
  @GetMapping("/l/{local}/gifts/mine")
  @Requires(Power.TAKE_PART)
  Answer mine() {
    return transactions.read(() -> Answer.show(new OwnGiftsPage(gifts.of(GiftsDesk.me(), SHOWN)
        .stream()
        .map(each -> new OwnGiftsPage.Row(each, desk.money(each.amount())))
        .toList())));
  }

  @GetMapping("/l/{local}/gifts/receipts/{gift}")
  @Requires(Power.TAKE_PART)
  Answer receipt(@PathVariable UUID gift) {
    return transactions.write(() -> {
      Gift given = gifts.find(gift).orElseThrow(GiftsDesk::notFound);
      boolean own = given.person().filter(GiftsDesk.me()::equals).isPresent();
      if (!own && !Callers.actor().mayEverywhere(Power.SEE_MONEY)) {
        throw GiftsDesk.notFound();
      }
      if (!own) {
        seen(new SubjectRef("gift", gift));
      }
      return Answer.show(new GiftReceiptPage(whose.locals().profile().name(), given, desk.money(given.amount()),
          whose.from(given), own ? "gifts/mine" : "gifts/book?month=" + YearMonth.from(given.on())));
    });
  }

  @GetMapping("/l/{local}/gifts/book")
  @Requires(Power.SEE_MONEY)
  Answer book(@RequestParam(defaultValue = "") String month, @RequestParam(defaultValue = "") String done,
      HttpServletRequest request) {
    Callers.everywhere(Power.SEE_MONEY);
    return transactions.write(() -> {
      seen(new SubjectRef("local", Tenancy.current().value()));
      YearMonth of = month(month);
      List<Gift> found = gifts.between(of.atDay(1), of.atEndOfMonth(), SHOWN + 1);
      List<Gift> shown = found.subList(0, Math.min(SHOWN, found.size()));
      Map<UUID, People.Known> names = whose.people()
          .known(shown.stream().flatMap(each -> each.person().stream()).distinct().toList());
      Set<UUID> byOne = takenBack.byOne(shown.stream().map(Gift::entry).toList());
      return Answer.show(new GiftBookPage(of, GiftsController.named(of, desk.reader(request)),
          shown.stream().map(each -> row(each, names, byOne)).toList(), found.size() > SHOWN,
          done.matches("undone|kept") ? "gifts.book." + done : ""));
    });
  }

  private GiftBookPage.Row row(Gift gift, Map<UUID, People.Known> names, Set<UUID> byOne) {
    String from = gift.person()
        .flatMap(person -> Optional.ofNullable(names.get(person)))
        .map(People.Known::name)
        .orElse(gift.giver());
    return new GiftBookPage.Row(gift, desk.money(gift.amount()), from, mayUndo(gift, byOne));
  }

  /** Whoever keeps the money puts right what was written down here, unless it is their own or for officers to decide. */
  private static boolean mayUndo(Gift gift, Set<UUID> byOne) {
    return Callers.actor().mayEverywhere(Power.KEEP_MONEY) && gift.state() != Gift.State.RETURNED
        && gift.person().filter(GiftsDesk.me()::equals).isEmpty() && byOne.contains(gift.entry());
  }

  /**
   * It was written down wrongly: all that came in with it is taken out of the books again, unless a line of the bank is it. A
   * second person looks at that afterwards, as at all that one person lets out.
   */
  @PostMapping("/l/{local}/gifts/book/{gift}/undo")
  @Requires(Power.KEEP_MONEY)
  Answer undo(@PathVariable UUID gift) {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.write(() -> {
      guard.oneByOne();
      Gift given = gifts.find(gift).orElseThrow(GiftsDesk::notFound);
      boolean done = mayUndo(given, takenBack.byOne(List.of(given.entry()))) && !guard.pinned(given.entry())
          && undone(given);
      return Answer.goTo(
          GiftsDesk.at("gifts/book?month=" + YearMonth.from(given.on()) + "&done=" + (done ? "undone" : "kept")));
    });
  }

  private boolean undone(Gift given) {
    return switch (takenBack.takeBack(given.entry(), given.account(), desk.today()).orElse(null)) {
      case Entered.Yes(UUID made) -> {
        guard.undone(made);
        yield true;
      }
      case Entered.Already _ -> true;
      case null, default -> false;
    };
  }

  private void seen(SubjectRef what) { whose.audit().record("gifts-seen", what, ""); }

  private YearMonth month(String typed) {
    YearMonth now = YearMonth.from(desk.today());
    try {
      YearMonth month = typed.isEmpty() ? now : YearMonth.parse(typed);
      return month.getYear() < 1900 || month.getYear() > 9998 ? now : month;
    } catch (DateTimeException noMonth) {
      return now; // tampered with: as if it said nothing
    }
  }
}
