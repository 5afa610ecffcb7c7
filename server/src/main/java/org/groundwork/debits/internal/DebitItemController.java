// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.debits.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.groundwork.debits.DebitBacks;
import org.groundwork.debits.DebitCollection;
import org.groundwork.debits.DebitCollections;
import org.groundwork.debits.DebitItem;
import org.groundwork.debits.DebitItems;
import org.groundwork.debits.Reason;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.jobs.JobFailure;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One payment of a collection, for what no file of the bank says: it was taken out before it was collected, or it came back. */
@Controller
class DebitItemController {
  private static final int SHOWN = 100;
  private final Transactions transactions;
  private final DebitDesk desk;
  private final Payments payments;

  DebitItemController(Transactions transactions, DebitDesk desk, Payments payments) {
    this.transactions = transactions;
    this.desk = desk;
    this.payments = payments;
  }

  /** What is collected, and what becomes of it. */
  @Component("debitsPayments")
  record Payments(DebitCollections collections, DebitItems items, DebitBacks backs) {}

  /** The payments of a collection that are in its file, or that the bank collected. */
  @GetMapping("/l/{local}/dues/debits/collections/{collection}/items")
  @Requires(Power.KEEP_MONEY)
  Answer all(@PathVariable UUID collection, @RequestParam(defaultValue = "") String after) {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.write(() -> {
      DebitCollection found = payments.collections().find(collection).orElseThrow(DebitDesk::notFound);
      desk.seen(Optional.empty());
      var state = found.state() == DebitCollection.State.COLLECTED ? DebitItem.State.TAKEN : DebitItem.State.FILED;
      List<DebitItem> some = payments.items().of(collection, state, DebitDesk.id(after), SHOWN);
      var names = desk.names(some.stream().flatMap(each -> each.person().stream()).toList());
      return Answer.show(new CollectionItemsPage(found,
          some.stream()
              .map(each -> new CollectionPage.Row(each, DebitDesk.name(names, each.person()), ""))
              .toList(),
          some.size() < SHOWN ? Optional.empty() : Optional.of(some.getLast().id())));
    });
  }

  private DebitItem found(UUID item) {
    return payments.items()
        .find(item)
        .filter(each -> each.state() != DebitItem.State.MADE)
        .orElseThrow(DebitDesk::notFound);
  }

  @GetMapping("/l/{local}/dues/debits/items/{item}")
  @Requires(Power.KEEP_MONEY)
  Answer one(@PathVariable UUID item) {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.write(() -> {
      DebitItem found = found(item);
      desk.seen(found.person());
      return Answer.show(page(found, BackForm.blank(desk.today()), FormErrors.none()));
    });
  }

  private DebitItemPage page(DebitItem item, BackForm form, FormErrors errors) {
    var collection = payments.collections().find(item.collection()).orElseThrow();
    return new DebitItemPage(item, collection, item.person().map(desk::name).orElse(""), form, errors);
  }

  private Answer done(DebitItem item) {
    return Answer.goTo(DebitDesk.at("dues/debits/collections/" + item.collection()));
  }

  /** The bank took it out of the file. */
  @PostMapping("/l/{local}/dues/debits/items/{item}/out")
  @Requires(Power.KEEP_MONEY)
  Answer out(@PathVariable UUID item) {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.write(() -> {
      DebitItem found = found(item);
      if (payments.backs().tookOut(item) || found.state() == DebitItem.State.REJECTED) {
        return done(found);
      }
      var errors = new FormErrors();
      errors.refuse("payment", "debits.item.not-now");
      return Answer.again(page(found(item), BackForm.blank(desk.today()), errors));
    });
  }

  /** It was collected and came back. */
  @PostMapping("/l/{local}/dues/debits/items/{item}/back")
  @Requires(Power.KEEP_MONEY)
  Answer back(@PathVariable UUID item, @ModelAttribute BackForm form, HttpServletRequest request) {
    Callers.everywhere(Power.KEEP_MONEY);
    try {
      return transactions.write(() -> came(item, form, request));
    } catch (JobFailure refused) { // nothing of it was written
      var errors = new FormErrors();
      errors.refuse("payment", refused.key(), refused.arguments().toArray());
      return transactions.read(() -> Answer.again(page(found(item), form, errors)));
    }
  }

  private Answer came(UUID item, BackForm form, HttpServletRequest request) {
    DebitItem found = found(item);
    if (found.state() == DebitItem.State.RETURNED) {
      return done(found);
    }
    var errors = new FormErrors();
    Optional<LocalDate> on = errors.day("on", form.on(), found.due(), desk.today());
    OptionalLong fee = form.fee(errors, desk.reader(request));
    Optional<Reason> reason = form.reason(errors);
    if (!errors.any()
        && !payments.backs().cameBack(item, reason.orElseThrow(), on.orElseThrow(), fee.orElseThrow())) {
      errors.refuse("payment", "debits.item.not-now");
    }
    return errors.any() ? Answer.again(page(found(item), form, errors)) : done(found);
  }
}
