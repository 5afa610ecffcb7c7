// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.debits;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.web.NextStep;
import org.groundwork.treasury.MoneyDoor;

/** What is to be done next about direct debits by whoever keeps the money, and the door to them. */
final class DebitSteps implements NextStep, MoneyDoor {
  private static final int LOOKED_AT = 20;
  private static final int URGENCY = 44;
  private static final int URGENCY_OF_BANK = 38;
  private final DebitCollections collections;
  private final DebitItems items;
  private final DebitMandates mandates;
  private final Creditors creditors;
  private final DebitBanks banks;

  DebitSteps(DebitCollections collections, DebitItems items, DebitMandates mandates, Creditors creditors,
      DebitBanks banks) {
    this.banks = banks;
    this.collections = collections;
    this.items = items;
    this.mandates = mandates;
    this.creditors = creditors;
  }

  /** Something that waits, of one collection. */
  private record Due(String what, DebitCollection collection) {}

  private Optional<Due> due() {
    LocalDate today = mandates.today();
    List<DebitCollection> latest = collections.latest(LOOKED_AT);
    for (DebitCollection each : latest) {
      if (each.state() == DebitCollection.State.FILED && today.isBefore(each.due())
          && !items.toStop(each.id(), 1).isEmpty()) {
        return Optional.of(new Due("stop", each));
      }
    }
    for (DebitCollection each : latest) {
      if (each.canBeFiled(today)) {
        return Optional.of(new Due("file", each));
      }
      if (each.isDue(today)) {
        return Optional.of(new Due("taken", each));
      }
    }
    return Optional.empty();
  }

  @Override
  public Optional<Step> nextFor(Caller.Actor actor) { return kept(actor).or(() -> own(actor)); }

  /** Somebody's own account, of which nothing is collected until they name its bank. */
  private Optional<Step> own(Caller.Actor actor) {
    return banks.missingOf(actor.person())
        ? Optional.of(new Step(URGENCY_OF_BANK, "debits.step.bank", "debits.step.bank.detail", List.of(), "dues/debit",
            "debits.step.bank.action"))
        : Optional.empty();
  }

  private Optional<Step> kept(Caller.Actor actor) {
    return actor.mayEverywhere(Power.KEEP_MONEY) && creditors.inEuro()
        ? due().map(each -> new Step(URGENCY, "debits.step." + each.what(), "debits.step." + each.what() + ".detail",
            List.of(each.collection().due()), "dues/debits/collections/" + each.collection().id(),
            "debits.step." + each.what() + ".action"))
        : Optional.empty();
  }

  @Override
  public int order() { return 12; }

  @Override
  public String title() { return "debits.title"; }

  @Override
  public String path() { return "dues/debits"; }

  @Override
  public boolean here() { return creditors.inEuro(); }

  @Override
  public Power power() { return Power.SEE_MONEY; }

  @Override
  public Optional<Waiting> waiting(Caller.Actor reader) {
    return creditors.inEuro()
        ? due().map(each -> new Waiting("debits.step." + each.what(), List.of(each.collection().due())))
        : Optional.empty();
  }
}
