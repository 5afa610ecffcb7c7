// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.message;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes letters out of the outbox and hands them on, a few at a time, on a thread of its own. No connection to the
 * database is held while a mail server answers. After a crash a letter may leave a second time, at most once per crash
 * and claim; it is never lost.
 */
final class OutboxSender implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(OutboxSender.class);
  private static final int AT_ONCE = 20;
  private static final Duration LOOK_EVERY = Duration.ofSeconds(5);
  private static final List<Duration> WAITS = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5),
      Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofHours(4));

  private final Outbox outbox;
  private final Delivery delivery;
  private final Clock clock;
  private final Semaphore work = new Semaphore(0);
  private final ReentrantLock turning = new ReentrantLock();
  private volatile boolean running = true;
  private volatile boolean held;
  private final Thread thread = Thread.ofVirtual().name("outbox").unstarted(this::run);

  OutboxSender(Outbox outbox, Delivery delivery, Clock clock) {
    this.outbox = outbox;
    this.delivery = delivery;
    this.clock = clock;
  }

  void start() { thread.start(); }

  /** Looks at the outbox now and not only at the next turn. */
  void wake() { work.release(); }

  /** Sends nothing from now on, until {@link #release}; waits for a letter that is just leaving. */
  void hold() {
    turning.lock();
    try {
      held = true;
    } finally {
      turning.unlock();
    }
  }

  /** Sends again. */
  void release() {
    held = false;
    wake();
  }

  /** One turn: everything due now. Answers how many letters were tried. */
  int turn() {
    int tried = 0;
    List<Outbox.Claimed> claimed;
    do {
      claimed = outbox.claim(clock.instant(), AT_ONCE);
      claimed.forEach(this::one);
      tried += claimed.size();
    } while (claimed.size() == AT_ONCE && running);
    return tried;
  }

  private void one(Outbox.Claimed claimed) {
    Instant now = clock.instant();
    if (claimed.letter().isDecoy()) {
      outbox.gone(claimed.id());
      return;
    }
    if (!now.isBefore(claimed.expires())) {
      giveUp(claimed, Outbox.GivenUp.EXPIRED);
      return;
    }
    switch (delivery.deliver(claimed.letter(), now)) {
      case Delivery.Delivered() -> outbox.gone(claimed.id());
      case Delivery.Refused() -> giveUp(claimed, Outbox.GivenUp.REFUSED);
      case Delivery.TryLater() -> outbox.later(claimed.id(), now.plus(waitAfter(claimed.tries())));
    }
  }

  private void giveUp(Outbox.Claimed claimed, Outbox.GivenUp why) {
    log.warn("a mail was given up after {} tries: {}", claimed.tries(), why.key());
    outbox.giveUp(claimed.id(), why, clock.instant());
  }

  static Duration waitAfter(int tries) { return WAITS.get(Math.min(Math.max(tries, 1), WAITS.size()) - 1); }

  private void run() {
    while (running) {
      try {
        turnUnlessHeld();
      } catch (RuntimeException e) {
        // The database may be away for a moment; the class is enough, a message could hold values.
        log.error("the outbox could not be worked off: {}", e.getClass().getName());
      }
      try {
        if (work.tryAcquire(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
          work.drainPermits();
        }
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void turnUnlessHeld() {
    turning.lock();
    try {
      if (!held) {
        turn();
        outbox.sweep(clock.instant());
      }
    } finally {
      turning.unlock();
    }
  }

  /** Lets the letter in hand leave; one that a mail server holds up for long is tried again after the next start. */
  @Override
  public void close() {
    running = false;
    wake();
    try {
      if (!thread.join(Duration.ofSeconds(5))) {
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
