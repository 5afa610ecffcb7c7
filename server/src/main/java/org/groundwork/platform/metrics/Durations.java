// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.metrics;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** How long requests of each class took, counted in a few wide steps. */
final class Durations {
  /** Milliseconds. */
  private static final List<Integer> STEPS = List.of(5, 25, 100, 250, 1_000, 5_000);

  /** What is counted of one class. */
  private record Counted(List<LongAdder> atMost, LongAdder all, LongAdder nanos, LongAdder failed) {
    static Counted none() {
      return new Counted(STEPS.stream().map(step -> new LongAdder()).toList(), new LongAdder(), new LongAdder(),
          new LongAdder());
    }
  }

  private final Map<RouteClass, Counted> counted = new EnumMap<>(RouteClass.class);

  Durations() {
    for (RouteClass each : RouteClass.values()) {
      counted.put(each, Counted.none());
    }
  }

  void add(RouteClass kind, long nanos, boolean failed) {
    Counted here = counted.getOrDefault(kind, Counted.none());
    for (int at = 0; at < STEPS.size(); at++) {
      if (nanos <= STEPS.get(at) * 1_000_000L) {
        here.atMost().get(at).increment();
      }
    }
    here.all().increment();
    here.nanos().add(nanos);
    if (failed) {
      here.failed().increment();
    }
  }

  void write(Exposition to) {
    to.kind("groundwork_request_seconds", "histogram", "Time until a request was answered.");
    counted.forEach((kind, here) -> {
      String label = "class=\"" + kind.label() + "\"";
      for (int at = 0; at < STEPS.size(); at++) {
        to.value("groundwork_request_seconds_bucket", label + ",le=\"" + STEPS.get(at) / 1000.0 + "\"",
            here.atMost().get(at).sum());
      }
      to.value("groundwork_request_seconds_bucket", label + ",le=\"+Inf\"", here.all().sum());
      to.value("groundwork_request_seconds_sum", label, here.nanos().sum() / 1e9);
      to.value("groundwork_request_seconds_count", label, here.all().sum());
    });
    to.kind("groundwork_request_failures_total", "counter", "Requests that ended in a fault of the server.");
    counted.forEach((kind, here) -> to.value("groundwork_request_failures_total", "class=\"" + kind.label() + "\"",
        here.failed().sum()));
  }
}
