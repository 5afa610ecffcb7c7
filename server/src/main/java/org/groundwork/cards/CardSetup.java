// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.cards;

import java.util.Optional;
import org.groundwork.platform.tenancy.Transactions;

/** Connects the local with its account at Stripe. A key is tried before it is kept. */
public final class CardSetup {
  private final Transactions transactions;
  private final StripeDoor door;
  private final CardAccounts accounts;
  private final CardIntents intents;
  private final CardWorker worker;

  CardSetup(Transactions transactions, StripeDoor door, CardAccounts accounts, CardIntents intents, CardWorker worker) {
    this.transactions = transactions;
    this.door = door;
    this.accounts = accounts;
    this.intents = intents;
    this.worker = worker;
  }

  /** What became of a key. */
  public sealed interface Kept {
    /** Stripe knows it, and it is kept. */
    record Yes() implements Kept {}

    /** Stripe did not answer to it; nothing changed. */
    record No(StripeTrouble.Why why) implements Kept {}

    /** It is of another account or mode than the one through which so many payments run; nothing changed. */
    record OtherAccount(int underWay) implements Kept {}
  }

  /** Tries a key and keeps it. Outside of a transaction. */
  public Kept keep(StripeKey key, String description) {
    StripeAnswers.Account account;
    try {
      account = door.with(key).account();
    } catch (StripeTrouble trouble) {
      return new Kept.No(trouble.why());
    }
    return transactions.write(() -> {
      int underWay = intents.underWay();
      boolean other = accounts.find()
          .filter(each -> !each.id().equals(account.id()) || each.live() != key.live())
          .isPresent();
      if (other && underWay > 0) {
        return new Kept.OtherAccount(underWay);
      }
      accounts.keep(key, account, description);
      return new Kept.Yes();
    });
  }

  /** Asks Stripe for the account again; answers why that did not work. Outside of a transaction. */
  public Optional<StripeTrouble.Why> look() {
    try {
      StripeAnswers.Account account = worker.ask(StripeAnswers::account);
      transactions.run(() -> accounts.looked(account));
      return Optional.empty();
    } catch (StripeTrouble trouble) {
      return worker.troubled(trouble);
    }
  }
}
