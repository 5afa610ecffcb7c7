// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.support;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** Several threads that begin together. */
public final class AtOnce {
  private AtOnce() {}

  /** Does all of it, each in a thread of its own; what each came to, in the same order. Throws what one of them threw. */
  public static <T> List<T> all(List<? extends Callable<? extends T>> work) throws Exception {
    var start = new CountDownLatch(1);
    try (var many = Executors.newFixedThreadPool(work.size())) {
      var running = work.stream().map(one -> many.<T>submit(() -> {
        start.await();
        return one.call();
      })).toList();
      start.countDown();
      var done = new ArrayList<T>();
      for (var one : running) {
        done.add(one.get());
      }
      return done;
    }
  }
}
