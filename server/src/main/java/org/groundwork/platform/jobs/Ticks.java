// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.jobs;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Runs the ticks, from the start of the server until it stops. A tick that fails is logged and comes round again. */
final class Ticks implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(Ticks.class);
  private static final int THREADS = 2;
  private final Supplier<List<Tick>> contributed;
  private volatile boolean running;
  private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(THREADS,
      Thread.ofPlatform().daemon().name("tick-", 1).factory());

  Ticks(Supplier<List<Tick>> contributed) { this.contributed = contributed; }

  @Override
  public void start() {
    running = true;
    for (Tick tick : contributed.get()) {
      var _ = threads.scheduleWithFixedDelay(() -> run(tick), 0, tick.every().toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void run(Tick tick) {
    try {
      if (running) {
        tick.work().run();
      }
    } catch (RuntimeException | Error e) {
      if (running) {
        log.warn("{} failed and will be tried again: {}", tick.name(), e.getClass().getName());
      }
    }
  }

  @Override
  public void stop() {
    running = false;
    threads.shutdown();
    try {
      if (!threads.awaitTermination(5, TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() { return running; }
}
