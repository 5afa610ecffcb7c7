// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.gifts.internal;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.util.TimeZone;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import org.groundwork.gifts.Caps;
import org.groundwork.gifts.Gift;
import org.groundwork.gifts.Gifts;
import org.groundwork.gifts.Given;
import org.groundwork.gifts.Meter;
import org.groundwork.gifts.NewGift;
import org.groundwork.ledger.ClosedMonths;
import org.groundwork.ledger.Entered;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.roll.NameSearch;
import org.groundwork.roll.People;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where money beside dues comes from: every member reads it, whoever keeps the money writes it down, two officers decide. */
@Controller
class GiftsController {
  private static final int SHOWN = 200;
  private static final Map<String, String> REFUSED = Map.of("books", "gifts.refused.books", "own", "gifts.refused.own",
      "box", "gifts.refused.box");
  private final Transactions transactions;
  private final GiftsDesk desk;
  private final Gifts gifts;
  private final Rules rules;
  private final People people;

  GiftsController(Transactions transactions, GiftsDesk desk, Gifts gifts, Rules rules, People people) {
    this.transactions = transactions;
    this.desk = desk;
    this.gifts = gifts;
    this.rules = rules;
    this.people = people;
  }

  /** The members' rule, and what the books say of it. */
  @Component("giftRules")
  record Rules(Caps caps, Meter meter, ClosedMonths closed, NameSearch search) {

    /**
     * What a reader may read of the meter until a month: whoever sees the money all of it, and others what is closed, since
     * what a month comes to from one day to the next is what one person gave.
     */
    Optional<Meter.Reading> reading(YearMonth now, Optional<YearMonth> last) {
      return sees() ? Optional.of(meter.read(now)) : last.map(meter::read);
    }
  }

  @GetMapping("/l/{local}/gifts")
  @Requires(Power.TAKE_PART)
  Answer all(HttpServletRequest request) {
    return transactions.read(() -> {
      if (!desk.ready()) {
        return Answer.show(new GiftsPage(false, Optional.empty(), Optional.empty(), List.of(), List.of(), List.of(),
            desk.currency(), sees()));
      }
      LocalDate today = desk.today();
      Optional<YearMonth> last = rules.closed().all().stream().findFirst();
      var reading = rules.reading(YearMonth.from(today), last);
      var bodies = gifts.ofBodies(today.minusMonths(Meter.MONTHS), today, SHOWN)
          .stream()
          .map(each -> new GiftsPage.Body(each, desk.money(each.amount())))
          .toList();
      return Answer.show(new GiftsPage(true, reading,
          last.map(month -> new GiftsPage.Closed(month, named(month, desk.reader(request)))),
          reading.map(Meter.Reading::months)
              .orElseGet(List::of)
              .stream()
              .map(each -> named(each.month(), desk.reader(request)))
              .toList(),
          rules.caps().all().stream().map(this::cap).toList(), bodies, desk.currency(), sees()));
    });
  }

  private static boolean sees() { return Callers.actor().mayEverywhere(Power.SEE_MONEY); }

  static String named(YearMonth month, Locale reader) {
    var format = DateFormat.getInstanceForSkeleton("yMMM", reader);
    format.setTimeZone(TimeZone.GMT_ZONE);
    return format.format(month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli());
  }

  private GiftsPage.Cap cap(Caps.Cap cap) {
    OptionalLong sum = rules.caps().comesTo(cap);
    return sum.isPresent()
        ? new GiftsPage.Cap("gifts.cap", List.of(cap.months(), desk.money(sum.getAsLong())))
        : new GiftsPage.Cap("gifts.cap.dues", List.of(cap.months(), cap.times().orElse(1)));
  }

  @GetMapping("/l/{local}/gifts/new")
  @Requires(Power.KEEP_MONEY)
  Answer form(@RequestParam(defaultValue = "") String person, @RequestParam(defaultValue = "") String q) {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.read(() -> {
      if (!desk.ready()) {
        return Answer.goTo(GiftsDesk.at("gifts"));
      }
      Optional<UUID> giving = GiftsDesk.id(person);
      var page = page(giving, GiftForm.blank(desk.fresh(), giving, desk), new FormErrors(), false);
      return Answer.show(page.looking(found(q)));
    });
  }

  private Optional<List<GiftPage.Found>> found(String typed) {
    if (typed.isBlank() || typed.length() > NewGift.LONGEST_NAME) {
      return Optional.empty();
    }
    return Optional.of(rules.search().find(typed, Optional.empty()) instanceof NameSearch.Outcome.Found found
        ? found.people()
            .stream()
            .filter(each -> each.state().joined())
            .map(each -> new GiftPage.Found(each.id(), each.name()))
            .toList()
        : List.of());
  }

  @PostMapping("/l/{local}/gifts/new")
  @Requires(Power.KEEP_MONEY)
  Answer give(@ModelAttribute GiftForm form, HttpServletRequest request) {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.write(() -> {
      if (!desk.ready()) {
        return Answer.goTo(GiftsDesk.at("gifts"));
      }
      Optional<UUID> giving = GiftsDesk.id(form.person());
      var errors = new FormErrors();
      var gift = form.read(errors, giving, desk, request);
      if (gift.isEmpty()) {
        return Answer.again(page(giving, form, errors, false));
      }
      if (!desk.first(form.once())) {
        return Answer.goTo(GiftsDesk.at("gifts"));
      }
      return answer(gifts.give(gift.get()), form, giving, request);
    });
  }

  private Answer answer(Given given, GiftForm form, Optional<UUID> giving, HttpServletRequest request) {
    var errors = new FormErrors();
    switch (given) {
      case Given.Taken _,Given.Already _ -> {
        return Answer.goTo(GiftsDesk.at("gifts"));
      }
      case Given.Held _,Given.PartHeld _ -> {
        return Answer.goTo(GiftsDesk.at("gifts/held"));
      }
      case Given.OverCap(long room, int months) -> errors.refuse("amount", "gifts.over",
          desk.money(room).written(desk.reader(request)), months);
      case Given.KindOfOtherSide(String like) -> errors.refuse("giver", "gifts.kind.other-side", like);
      case Given.NotEntered(Entered why) -> refuse(errors, why);
    }
    desk.notDone(form.once());
    return Answer.again(page(giving, form, errors, given instanceof Given.OverCap));
  }

  private static void refuse(FormErrors errors, Entered why) {
    switch (why) {
      case Entered.Closed(var month) -> errors.refuse("on", "gifts.refused.closed", month.atDay(1));
      case Entered.TooEarly(LocalDate opened) -> errors.refuse("on", "gifts.refused.early", opened);
      case Entered.TooLittle _ -> errors.refuse("fund", "gifts.refused.books");
      case Entered.Gone _,Entered.Already _,Entered.Yes _ -> errors.refuse("fund",
          "gifts.refused.other");
    }
  }

  private GiftPage page(Optional<UUID> giving, GiftForm form, FormErrors errors, boolean over) {
    String member = giving.isEmpty()
        ? ""
        : people.known(giving.get()).map(People.Known::name).orElseThrow(GiftsDesk::notFound);
    return new GiftPage(member, desk.places(), desk.expenses(), desk.funds(), desk.currency().getCurrencyCode(), form,
        errors, Optional.empty(), over);
  }

  @GetMapping("/l/{local}/gifts/held")
  @Requires(Power.APPROVE_MONEY)
  Answer held(@RequestParam(defaultValue = "") String refused) {
    Callers.everywhere(Power.APPROVE_MONEY);
    return transactions.read(() -> Answer.show(new HeldPage(gifts.held().stream().map(this::line).toList(),
        desk.ready() ? desk.places() : List.of(), desk.today(), REFUSED.getOrDefault(refused, ""))));
  }

  private HeldPage.Held line(Gift gift) {
    var verdicts = gifts.verdicts(gift.id());
    String from = gift.person().flatMap(people::known).map(People.Known::name).orElse(gift.giver());
    String mine = verdicts.stream()
        .filter(each -> each.officer().equals(GiftsDesk.me()))
        .findFirst()
        .map(each -> each.take() ? "take" : "back")
        .orElse("");
    int take = (int) verdicts.stream().filter(Gifts.Verdict::take).count();
    boolean own = gift.person().filter(GiftsDesk.me()::equals).isPresent();
    boolean wrote = gift.recordedBy().filter(GiftsDesk.me()::equals).isPresent();
    return new HeldPage.Held(gift, desk.money(gift.amount()), from, take, verdicts.size() - take, mine, own, wrote);
  }

  @PostMapping("/l/{local}/gifts/held/{gift}")
  @Requires(Power.APPROVE_MONEY)
  Answer say(@PathVariable UUID gift, @RequestParam(defaultValue = "") String verdict) {
    Callers.everywhere(Power.APPROVE_MONEY);
    return transactions.write(() -> {
      if (gifts.find(gift).isEmpty()) {
        throw GiftsDesk.notFound();
      }
      if (!verdict.equals("take") && !verdict.equals("back")) {
        throw GiftsDesk.notFound();
      }
      return Answer.goTo(GiftsDesk.at(
          "gifts/held" + switch (gifts.say(gift, GiftsDesk.me(), verdict.equals("take"), desk.today())) {
            case Gifts.Said.NotTheirs _ -> "?refused=own";
            case Gifts.Said.NotEntered _ -> "?refused=books";
            case Gifts.Said.Noted _,Gifts.Said.Decided _,Gifts.Said.Over _ -> "";
          }));
    });
  }

  @PostMapping("/l/{local}/gifts/held/{gift}/returned")
  @Requires(Power.KEEP_MONEY)
  Answer returned(@PathVariable UUID gift, @RequestParam(defaultValue = "") String account) {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.write(() -> {
      if (gifts.find(gift).isEmpty()) {
        throw GiftsDesk.notFound();
      }
      UUID from = GiftsDesk.id(account)
          .filter(id -> desk.places().stream().anyMatch(each -> each.id().equals(id)))
          .orElseThrow(GiftsDesk::notFound);
      return Answer.goTo(GiftsDesk.at("gifts/held" + switch (gifts.returned(gift, from, desk.today())) {
        case Gifts.Back.Done _,Gifts.Back.Over _ -> "";
        case Gifts.Back.NotInTheBox _ -> "?refused=box";
        case Gifts.Back.NotEntered _ -> "?refused=books";
      }));
    });
  }

  @GetMapping("/l/{local}/gifts/caps")
  @Requires(Power.KEEP_MONEY)
  Answer caps(HttpServletRequest request) {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.read(() -> {
      var rows = new ArrayList<>(rules.caps()
          .all()
          .stream()
          .map(each -> new CapsPage.Row(Integer.toString(each.months()),
              each.amount().isPresent() ? desk.money(each.amount().getAsLong()).plain(desk.reader(request)) : "",
              each.times().isPresent() ? Integer.toString(each.times().getAsInt()) : ""))
          .toList());
      while (rows.size() < Caps.MOST) {
        rows.add(new CapsPage.Row("", "", ""));
      }
      return Answer.show(new CapsPage(rows, desk.currency().getCurrencyCode(), new FormErrors()));
    });
  }

  @PostMapping("/l/{local}/gifts/caps")
  @Requires(Power.KEEP_MONEY)
  Answer setCaps(@RequestParam(defaultValue = "") String months1, @RequestParam(defaultValue = "") String amount1,
      @RequestParam(defaultValue = "") String times1, @RequestParam(defaultValue = "") String months2,
      @RequestParam(defaultValue = "") String amount2, @RequestParam(defaultValue = "") String times2,
      HttpServletRequest request) {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.write(() -> {
      var errors = new FormErrors();
      var rows = List.of(new CapsPage.Row(months1, amount1, times1), new CapsPage.Row(months2, amount2, times2));
      var caps = new ArrayList<Caps.Cap>();
      for (int place = 1; place <= rows.size(); place++) {
        read(errors, place, rows.get(place - 1), request).ifPresent(caps::add);
      }
      if (errors.any()) {
        return Answer.again(new CapsPage(rows, desk.currency().getCurrencyCode(), errors));
      }
      rules.caps().set(caps);
      return Answer.goTo(GiftsDesk.at("gifts"));
    });
  }

  private Optional<Caps.Cap> read(FormErrors errors, int place, CapsPage.Row row, HttpServletRequest request) {
    if (row.months().isBlank() && row.amount().isBlank() && row.times().isBlank()) {
      return Optional.empty();
    }
    int months = errors.number("months" + place, row.months(), 1, 36);
    if (row.amount().isBlank() == row.times().isBlank()) {
      errors.refuse("amount" + place, "gifts.caps.one");
      return Optional.empty();
    }
    if (row.amount().isBlank()) {
      int times = errors.number("times" + place, row.times(), 1, 100);
      return errors.any()
          ? Optional.empty()
          : Optional.of(new Caps.Cap(months, OptionalLong.empty(), OptionalInt.of(times)));
    }
    OptionalLong sum = desk.sum(errors, "amount" + place, row.amount(), request);
    return errors.any() ? Optional.empty() : Optional.of(new Caps.Cap(months, sum, OptionalInt.empty()));
  }
}
