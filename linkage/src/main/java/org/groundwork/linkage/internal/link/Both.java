// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage.internal.link;

import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Two pieces of work at the same time, on two threads. */
final class Both {
  private Both() {}

  static <A, B, R> R of(Supplier<A> one, Supplier<B> other, BiFunction<A, B, R> together) {
    CompletableFuture<A> first = CompletableFuture.supplyAsync(one);
    B second = other.get();
    return together.apply(first.join(), second);
  }
}
