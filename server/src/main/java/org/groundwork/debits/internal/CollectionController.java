// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.debits.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.debits.Candidates;
import org.groundwork.debits.Creditor;
import org.groundwork.debits.Creditors;
import org.groundwork.debits.DebitCollection;
import org.groundwork.debits.DebitCollections;
import org.groundwork.debits.DebitItem;
import org.groundwork.debits.DebitItems;
import org.groundwork.debits.DebitStops;
import org.groundwork.debits.TargetDays;
import org.groundwork.ledger.ClosedMonths;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.roll.People;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Collections: begun for a day, the file for the bank, and what the bank booked. */
@Controller
class CollectionController {
  private static final int LEFT = 200;
  private static final int SHOWN = 200;
  private static final String HOME = "dues/debits";
  private static final String COLLECTIONS = HOME + "/collections/";
  private final Transactions transactions;
  private final DebitDesk desk;
  private final Creditors creditors;
  private final DebitCollections collections;
  private final Within within;

  CollectionController(Transactions transactions, DebitDesk desk, Creditors creditors, DebitCollections collections,
      Within within) {
    this.transactions = transactions;
    this.desk = desk;
    this.creditors = creditors;
    this.collections = collections;
    this.within = within;
  }

  /** What collections are made of. */
  @Component("debitsWithin")
  record Within(Candidates candidates, DebitItems items, DebitStops stops, ClosedMonths closed) {}

  @GetMapping("/l/{local}/dues/debits/collections/new")
  @Requires(Power.KEEP_MONEY)
  Answer preview(@RequestParam(defaultValue = "") String on) {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.write(() -> {
      Optional<Creditor> creditor = creditors.ready();
      if (creditor.isEmpty()) {
        return Answer.goTo(DebitDesk.at(HOME));
      }
      Optional<UUID> under = collections.making().flatMap(DebitCollection::job);
      if (under.isPresent()) {
        return Answer.goTo(DebitDesk.at("jobs/" + under.get()));
      }
      desk.seen(Optional.empty());
      var errors = new FormErrors();
      return Answer.show(page(on.isEmpty() ? collections.days(creditor.get()).first().toString() : on, creditor.get(),
          errors));
    });
  }

  private NewCollectionPage page(String on, Creditor creditor, FormErrors errors) {
    Optional<LocalDate> day = day(on, creditor, errors);
    Optional<Candidates.Preview> preview = day.map(each -> within.candidates().preview(each, LEFT));
    List<Candidates.Left> left = preview.map(Candidates.Preview::left).orElse(List.of());
    var names = desk.names(left.stream().map(Candidates.Left::person).toList());
    return new NewCollectionPage(on, collections.days(creditor).first(), creditor.noticeDays(), preview,
        desk.money(preview.map(Candidates.Preview::sum).orElse(0L)),
        left.stream()
            .map(each -> new NewCollectionPage.Left(DebitDesk.name(names, Optional.of(each.person())),
                each.why().key(), each.mandate()))
            .toList(),
        errors);
  }

  /** A day on which something can be collected that is begun now. */
  private Optional<LocalDate> day(String on, Creditor creditor, FormErrors errors) {
    DebitCollections.Days days = collections.days(creditor);
    Optional<LocalDate> day = errors.day("on", on, LocalDate.of(2000, 1, 1), LocalDate.of(9999, 1, 1));
    day.ifPresent(each -> {
      if (each.isBefore(days.first())) {
        errors.refuse("on", "debits.day.early", days.first());
      } else if (each.isAfter(days.last())) {
        errors.refuse("on", "debits.day.late", DebitCollections.MOST_AHEAD);
      } else if (!TargetDays.open(each)) {
        errors.refuse("on", "debits.day.closed", TargetDays.onOrAfter(each));
      }
    });
    return errors.any() ? Optional.empty() : day;
  }

  /** Begins one: payments are written down and members told, by a job. */
  @PostMapping("/l/{local}/dues/debits/collections")
  @Requires(Power.KEEP_MONEY)
  Answer start(@RequestParam(defaultValue = "") String on) {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.write(() -> {
      Optional<Creditor> creditor = creditors.ready();
      if (creditor.isEmpty()) {
        return Answer.goTo(DebitDesk.at(HOME));
      }
      var errors = new FormErrors();
      Optional<LocalDate> day = day(on, creditor.get(), errors);
      return day.isEmpty()
          ? Answer.again(page(on, creditor.get(), new FormErrors()))
          : Answer.goTo(DebitDesk.at("jobs/" + collections.start(day.get())));
    });
  }

  @GetMapping("/l/{local}/dues/debits/collections/{collection}")
  @Requires(Power.SEE_MONEY)
  Answer look(@PathVariable UUID collection, @RequestParam(defaultValue = "") String refused) {
    Callers.everywhere(Power.SEE_MONEY);
    return transactions.write(() -> {
      DebitCollection found = found(collection);
      desk.seen(Optional.empty());
      return Answer.show(page(found, REFUSED.getOrDefault(refused, ""),
          new Booked((found.due().isAfter(desk.today()) ? desk.today() : found.due()).toString(),
              collections.bookedLast()),
          new FormErrors()));
    });
  }

  private static final Map<String, String> REFUSED = Map.of("nothing", "debits.file.nothing", "too-late",
      "debits.file.too-late", "not-now", "debits.file.not-now", "no-creditor", "debits.file.no-creditor", "gone",
      "debits.file.gone", "bank", "debits.drop.late");

  private DebitCollection found(UUID collection) {
    return collections.find(collection).orElseThrow(DebitDesk::notFound);
  }

  /** When and how the bank booked it, as typed. */
  private record Booked(String on, DebitCollections.BookedAs as) {}

  private CollectionPage page(DebitCollection collection, String refused, Booked booked, FormErrors errors) {
    UUID id = collection.id();
    Map<DebitItem.State, Integer> counts = new EnumMap<>(DebitItem.State.class);
    Map<DebitItem.State, Money> sums = new EnumMap<>(DebitItem.State.class);
    within.items().count(id).forEach((state, count) -> {
      counts.put(state, count.items());
      sums.put(state, desk.money(count.sum()));
    });
    List<DebitStops.Stop> stops = collection.state() == DebitCollection.State.FILED
        ? within.stops().of(id, SHOWN)
        : List.of();
    var back = new ArrayList<>(within.items().of(id, DebitItem.State.REJECTED, Optional.empty(), SHOWN));
    back.addAll(within.items().of(id, DebitItem.State.RETURNED, Optional.empty(), SHOWN));
    List<DebitItem> letters = within.items().forLetters(id, SHOWN);
    List<DebitItem> left = within.items().of(id, DebitItem.State.LEFT_OUT, Optional.empty(), SHOWN);
    var all = new ArrayList<>(back);
    all.addAll(letters);
    all.addAll(left);
    stops.forEach(each -> all.add(each.item()));
    // whoever only checks the books goes by references
    var names = DebitDesk.keeps()
        ? desk.names(all.stream().flatMap(each -> each.person().stream()).toList())
        : Map.<UUID, People.Known>of();
    return new CollectionPage(collection, sums, counts,
        letters.stream().map(each -> new CollectionPage.Row(each, DebitDesk.name(names, each.person()), "")).toList(),
        stops.stream()
            .map(each -> new CollectionPage.Row(each.item(), DebitDesk.name(names, each.item().person()),
                "debits.why." + each.why().key()))
            .toList(),
        left.stream()
            .map(each -> new CollectionPage.Row(each, DebitDesk.name(names, each.person()),
                each.why().map(why -> "debits.why." + why.key()).orElse("")))
            .toList(),
        back.stream()
            .map(each -> new CollectionPage.Row(each, DebitDesk.name(names, each.person()),
                each.reason().map(org.groundwork.debits.Reason::key).orElse("")))
            .toList(),
        collections.batches(id), desk.today(), DebitDesk.keeps(), booked.on(), booked.as(), refused, errors);
  }

  /** Has the file made, by a job, without what changed since members were told. */
  @PostMapping("/l/{local}/dues/debits/collections/{collection}/file")
  @Requires(Power.KEEP_MONEY)
  Answer file(@PathVariable UUID collection) {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.write(() -> {
      found(collection);
      return switch (collections.startFile(collection)) {
        case DebitCollections.Asked.Begun(UUID job) -> Answer.goTo(DebitDesk.at("jobs/" + job));
        case DebitCollections.Asked.Not(DebitCollections.Filed why) -> Answer.goTo(DebitDesk.at(COLLECTIONS + collection
            + why.refusal().map(key -> "?refused=" + key.substring("debits.file.".length())).orElse("")));
      };
    });
  }

  /** The file for the bank, the same each time. */
  @GetMapping("/l/{local}/dues/debits/collections/{collection}/payments.xml")
  @Requires(Power.KEEP_MONEY)
  Answer payments(@PathVariable UUID collection) {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.write(() -> {
      DebitCollection found = found(collection);
      if (found.message().isEmpty()) {
        throw DebitDesk.notFound();
      }
      desk.seen(Optional.empty());
      return collections.bytes(collection)
          .map(bytes -> Answer.file(bytes, "application/xml", "payments-" + found.due() + ".xml"))
          .orElseGet(() -> Answer.goTo(DebitDesk.at(COLLECTIONS + collection + "?refused=gone")));
    });
  }

  /** The bank booked it: it goes into the books, by a job. */
  @PostMapping("/l/{local}/dues/debits/collections/{collection}/booked")
  @Requires(Power.KEEP_MONEY)
  Answer booked(@PathVariable UUID collection, @RequestParam(defaultValue = "") String on,
      @RequestParam(name = "as", defaultValue = "") String how) {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.write(() -> {
      DebitCollection found = found(collection);
      var errors = new FormErrors();
      var as = DebitCollections.BookedAs.of(how).orElseGet(collections::bookedLast);
      Optional<LocalDate> day = errors.day("on", on, found.due(), desk.today());
      day.filter(each -> within.closed().all().contains(YearMonth.from(each)))
          .ifPresent(each -> errors.refuse("on", "debits.booked.closed"));
      if (errors.any()) {
        return Answer.again(page(found, "", new Booked(on, as), errors));
      }
      return collections.taken(collection, day.orElseThrow(), as)
          .map(job -> Answer.goTo(DebitDesk.at("jobs/" + job)))
          .orElseGet(() -> Answer.goTo(DebitDesk.at(COLLECTIONS + collection + "?refused=not-now")));
    });
  }

  /** Calls it off, while the bank does not have it. */
  @PostMapping("/l/{local}/dues/debits/collections/{collection}/drop")
  @Requires(Power.KEEP_MONEY)
  Answer drop(@PathVariable UUID collection) {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.write(() -> {
      found(collection);
      return Answer.goTo(
          DebitDesk.at(COLLECTIONS + collection + (collections.drop(collection) ? "" : "?refused=bank")));
    });
  }
}
