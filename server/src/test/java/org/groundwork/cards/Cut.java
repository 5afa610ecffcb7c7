// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.cards;

import java.util.Random;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.support.Product;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;

/**
 * A process that is killed: of the transactions that begin with it, one does not commit, or commits and nobody hears of it, and
 * whatever should follow does not happen.
 */
final class Cut implements PlatformTransactionManager {
  /** The process is gone. */
  static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final PlatformTransactionManager whole = Product.shared().bean(PlatformTransactionManager.class);
  private final Random chance;
  private final int at;
  private int ended;

  /** @param at the transaction that is the last, from 1; later ones are never reached */
  private Cut(Random chance, int at) {
    this.chance = chance;
    this.at = at;
  }

  /** Transactions of a process that is killed at the end of one of its first few. */
  static Transactions killed(Random chance, int most) {
    return new Transactions(new Cut(chance, 1 + chance.nextInt(most)));
  }

  @Override
  public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
    return whole.getTransaction(definition);
  }

  @Override
  public void commit(TransactionStatus status) {
    if (++ended == at) {
      if (chance.nextBoolean()) {
        whole.rollback(status);
      } else {
        whole.commit(status);
      }
      throw new Killed();
    }
    whole.commit(status);
  }

  @Override
  public void rollback(TransactionStatus status) { whole.rollback(status); }
}
