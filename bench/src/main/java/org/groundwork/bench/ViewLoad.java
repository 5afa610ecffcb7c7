// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Asks for one page at a fixed rate over several sessions. Each view has its moment, and its time counts from that moment, so
 * that a server that falls behind shows it.
 */
final class ViewLoad {
  private static final int SESSIONS = 8;
  private static final int AT_ONCE = 32;
  private final String page;
  private final List<String> sessions;
  private final HttpClient client = HttpClient.newHttpClient();

  ViewLoad(String page, Supplier<String> session) {
    this.page = page;
    sessions = IntStream.range(0, SESSIONS).mapToObj(at -> session.get()).toList();
  }

  /** What a load came to. */
  record Outcome(int wanted, int asked, int answered, double perSecond, long[] nanos) {

    boolean met() { return answered == asked && perSecond >= wanted * 0.98; }

    String line() {
      long[] sorted = nanos.clone();
      Arrays.sort(sorted);
      return String.format(java.util.Locale.ROOT,
          "%.0f views a second of %d asked for; p50 %.1f ms, p95 %.1f ms, worst %.1f ms", perSecond, wanted,
          at(sorted, 50), at(sorted, 95), at(sorted, 100));
    }

    private static double at(long[] sorted, int percent) {
      return sorted[Math.max(0, (int) Math.ceil(sorted.length * percent / 100.0) - 1)] / 1e6;
    }
  }

  Outcome run(int seconds, int perSecond) throws InterruptedException {
    int views = seconds * perSecond;
    var nanos = new AtomicLongArray(views);
    var next = new AtomicInteger();
    var answered = new AtomicInteger();
    long began = System.nanoTime();
    try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
      for (int at = 0; at < AT_ONCE; at++) {
        threads.execute(() -> {
          for (int view = next.getAndIncrement(); view < views; view = next.getAndIncrement()) {
            long moment = began + view * (1_000_000_000L / perSecond);
            awaitMoment(moment);
            if (asks(view)) {
              answered.incrementAndGet();
            }
            nanos.set(view, System.nanoTime() - moment);
          }
        });
      }
    }
    double took = (System.nanoTime() - began) / 1e9;
    return new Outcome(perSecond, views, answered.get(), answered.get() / took,
        IntStream.range(0, views).mapToLong(nanos::get).toArray());
  }

  private static void awaitMoment(long moment) {
    try {
      Thread.sleep(Duration.ofNanos(Math.max(0, moment - System.nanoTime())));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean asks(int view) {
    var request = HttpRequest.newBuilder(URI.create(page))
        .header("Cookie", "gw-session=" + sessions.get(view % SESSIONS))
        .timeout(Duration.ofSeconds(30))
        .build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
