// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.ledger.Book;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.PeopleDirectory;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.treasury.Handover;
import org.groundwork.treasury.Handover.Side;
import org.groundwork.treasury.HandoverItem;
import org.groundwork.treasury.HandoverItems;
import org.groundwork.treasury.Handovers;
import org.groundwork.treasury.MoneyDoor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Handing over the money from one pair of hands to another. */
@Controller
class HandoverController {
  private static final int MOST = 20;
  private final Transactions transactions;
  private final TreasuryDesk desk;
  private final Handovers handovers;
  private final HandoverItems items;
  private final PeopleDirectory people;
  private final ObjectProvider<MoneyDoor> doors;

  HandoverController(Transactions transactions, TreasuryDesk desk, Handovers handovers, HandoverItems items,
      PeopleDirectory people, ObjectProvider<MoneyDoor> doors) {
    this.transactions = transactions;
    this.desk = desk;
    this.handovers = handovers;
    this.items = items;
    this.people = people;
    this.doors = doors;
  }

  @GetMapping("/l/{local}/treasury/handover")
  @Requires(Power.APPROVE_MONEY)
  Answer look() {
    var actor = Callers.everywhere(Power.APPROVE_MONEY);
    return transactions.read(() -> desk.open(book -> Answer.show(page(book, actor))));
  }

  private HandoverPage page(Book book, Caller.Actor actor) {
    var going = handovers.goingOn()
        .map(one -> new HandoverPage.Going(one, one.sideOf(actor.person()), name(one.giver()), name(one.taker())));
    boolean sees = actor.mayEverywhere(Power.SEE_MONEY);
    boolean exact = exact(actor, handovers.goingOn());
    return new HandoverPage(book.currency(), going, items(actor, exact), handovers.past(MOST), desk.profile().zone(),
        new HandoverPage.Reader(exact, sees && handovers.goingOn().filter(one -> mayConfirm(one, actor)).isPresent()));
  }

  private String name(Optional<UUID> person) {
    return person.flatMap(id -> Optional.ofNullable(people.entries(List.of(id)).get(id)))
        .map(PeopleDirectory.Entry::name)
        .orElse("");
  }

  private static boolean mayConfirm(Handover one, Caller.Actor actor) {
    return one.taker().filter(taker -> !taker.equals(actor.person())).isPresent() && !one.confirmed();
  }

  /** Whether somebody reads what there truly is: who keeps or checks the money, and who is confirmed to take over. */
  private static boolean exact(Caller.Actor actor, Optional<Handover> going) {
    return actor.mayEverywhere(Power.SEE_MONEY) || going.filter(one -> one.isTakenBy(actor.person())).isPresent();
  }

  private List<HandoverItem> items(Caller.Actor actor, boolean exact) {
    long waiting = doors.stream()
        .filter(door -> !door.path().equals("treasury/months") && door.waiting(actor).isPresent())
        .count();
    return exact ? items.forTaker(Math.toIntExact(waiting)) : items.of(Math.toIntExact(waiting));
  }

  @PostMapping("/l/{local}/treasury/handover")
  @Requires(Power.APPROVE_MONEY)
  Answer begin(@RequestParam(defaultValue = "") String side) {
    var actor = Callers.everywhere(Power.APPROVE_MONEY);
    Side chosen = side.equals("taker") ? Side.TAKER : Side.GIVER;
    return transactions.write(() -> desk.open(_ -> {
      handovers.begin(actor.person(), chosen);
      return there();
    }));
  }

  @PostMapping("/l/{local}/treasury/handover/{id}/join")
  @Requires(Power.APPROVE_MONEY)
  Answer join(@PathVariable UUID id) {
    var actor = Callers.everywhere(Power.APPROVE_MONEY);
    return transactions.write(() -> desk.open(_ -> {
      boolean joined = handovers.join(known(id).id(), actor.person());
      if (joined && actor.mayEverywhere(Power.SEE_MONEY)) {
        handovers.confirm(id, actor.person()); // who hands over to somebody they see there says that it is them
      }
      return there();
    }));
  }

  @PostMapping("/l/{local}/treasury/handover/{id}/confirm")
  @Requires(Power.SEE_MONEY)
  Answer confirm(@PathVariable UUID id) {
    var actor = Callers.everywhere(Power.SEE_MONEY);
    return transactions.write(() -> desk.open(_ -> {
      handovers.confirm(known(id).id(), actor.person());
      return there();
    }));
  }

  @PostMapping("/l/{local}/treasury/handover/{id}/tick")
  @Requires(Power.APPROVE_MONEY)
  Answer tick(@PathVariable UUID id, @RequestParam(required = false, defaultValue = "") List<String> items) {
    var actor = Callers.everywhere(Power.APPROVE_MONEY);
    return transactions.write(() -> desk.open(_ -> {
      Handover one = known(id);
      boolean exact = exact(actor, Optional.of(one));
      if (!exact && one.sideOf(actor.person()).filter(Side.TAKER::equals).isPresent()) {
        return there(); // nobody said yet that it is they who take over
      }
      var all = items(actor, exact);
      var chosen = all.stream()
          .filter(item -> items.contains(item.item()))
          .map(item -> exact ? item : item.withoutMoney())
          .toList();
      handovers.tick(one.id(), actor.person(), chosen, all);
      return there();
    }));
  }

  @PostMapping("/l/{local}/treasury/handover/{id}/stop")
  @Requires(Power.APPROVE_MONEY)
  Answer stop(@PathVariable UUID id) {
    var actor = Callers.everywhere(Power.APPROVE_MONEY);
    return transactions.write(() -> desk.open(_ -> {
      handovers.stop(known(id).id(), actor.person());
      return there();
    }));
  }

  private Handover known(UUID id) { return handovers.find(id).orElseThrow(TreasuryDesk::notFound); }

  private static Answer there() { return Answer.goTo(TreasuryDesk.at("/handover")); }
}
