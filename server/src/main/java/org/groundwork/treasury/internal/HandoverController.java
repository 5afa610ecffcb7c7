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
    return new HandoverPage(book.currency(), going, items(actor), handovers.past(MOST), desk.profile().zone());
  }

  private String name(Optional<UUID> person) {
    return person.flatMap(id -> Optional.ofNullable(people.entries(List.of(id)).get(id)))
        .map(PeopleDirectory.Entry::name)
        .orElse("");
  }

  private List<HandoverItem> items(Caller.Actor actor) {
    long waiting = doors.stream()
        .filter(door -> !door.path().equals("treasury/months") && door.waiting(actor).isPresent())
        .count();
    return items.of(Math.toIntExact(waiting));
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
      handovers.join(known(id).id(), actor.person());
      return there();
    }));
  }

  @PostMapping("/l/{local}/treasury/handover/{id}/tick")
  @Requires(Power.APPROVE_MONEY)
  Answer tick(@PathVariable UUID id, @RequestParam(required = false, defaultValue = "") List<String> items) {
    var actor = Callers.everywhere(Power.APPROVE_MONEY);
    return transactions.write(() -> desk.open(_ -> {
      var all = items(actor);
      var chosen = all.stream().filter(item -> items.contains(item.item())).toList();
      handovers.tick(known(id).id(), actor.person(), chosen, all);
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
