// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.events;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.groundwork.platform.tenancy.LocalId;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.platform.tenancy.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Delivers what waits, lane by lane, on a few threads. Any number of nodes may do so at once. */
final class Delivery implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(Delivery.class);
  private static final int THREADS = 3;
  private static final int MOST_LANES = 1000;
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  private final Outbox outbox;
  private final Listeners listeners;
  private final Transactions transactions;
  private final Clock clock;
  private final Set<Lane> queued = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS,
      Thread.ofPlatform().daemon().name("event-", 1).factory());
  private volatile boolean running;

  Delivery(Outbox outbox, Listeners listeners, Transactions transactions, Clock clock) {
    this.outbox = outbox;
    this.listeners = listeners;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Goes through a lane soon; once however often it is woken before that. */
  void wake(Lane lane) {
    if (running && queued.add(lane)) {
      try {
        threads.execute(() -> {
          queued.remove(lane);
          drain(lane);
        });
      } catch (RejectedExecutionException e) {
        queued.remove(lane); // the server stops; the rows wait for the next start
      }
    }
  }

  /** Looks for what a crash, a failure or another node left, and wakes its lanes. */
  void poll() {
    try {
      List<Lane> due = Tenancy.inInstallation(
          () -> transactions.read(() -> outbox.due(clock.instant(), listeners.names(), MOST_LANES)));
      due.forEach(this::wake);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private void drain(Lane lane) {
    try {
      Tenancy.in(new LocalId(lane.local()), () -> {
        while (running && next(lane)) {
          // until the lane is empty, its head waits, or another node is at it
        }
        transactions.run(() -> outbox.sweep(lane.local()));
        return true;
      });
    } catch (Exception e) {
      if (running) {
        log.warn("events for {} wait for the next round: {}", lane.listener(), e.getClass().getName());
      }
    }
  }

  /** Delivers one event; false if there is nothing more to deliver now. */
  private boolean next(Lane lane) {
    var tried = new AtomicReference<Optional<Outbox.Head>>(Optional.empty());
    try {
      return transactions.write(() -> {
        var head = outbox.head(lane);
        if (head.isEmpty() || waits(head.get())) {
          return false;
        }
        tried.set(head);
        tell(listeners.named(lane.listener()).orElseThrow(), head.get().entry());
        outbox.heard(lane, head.get().seq());
        return true;
      });
    } catch (RuntimeException | Error e) {
      if (tried.get().isEmpty()) {
        throw e;
      }
      var head = tried.get().get();
      log.warn("{} failed to hear event {} ({}. try): {}", lane.listener(), head.entry().id(), head.tries() + 1,
          e.getClass().getName());
      transactions.run(() -> outbox.failed(lane, head.seq(), clock.instant().plus(wait(head.tries()))));
      return false;
    }
  }

  private boolean waits(Outbox.Head head) { return head.tries() > 0 && clock.instant().isBefore(head.notBefore()); }

  private static <E extends DomainEvent> void tell(Listener<E> listener, Outbox.Entry entry) {
    E event = Events.JSON.readValue(entry.body(), listener.event());
    listener.on(new Listener.Heard<>(entry.id(), new LocalId(entry.local()), entry.at(), event));
  }

  /** 1, 2, 4 … seconds, at most an hour. */
  private static Duration wait(int tries) {
    var wait = Duration.ofSeconds(1L << Math.min(tries, 12));
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }

  @Override
  public void start() { running = true; }

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
