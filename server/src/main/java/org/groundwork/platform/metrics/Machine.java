// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.metrics;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.ToIntFunction;

/** The Java machine and the pools of connections. */
final class Machine {
  private final List<HikariDataSource> pools;

  Machine(List<HikariDataSource> pools) { this.pools = List.copyOf(pools); }

  void write(Exposition to) {
    to.gauge("groundwork_up_seconds", "Since the start.", ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0);
    var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    to.gauge("groundwork_heap_used_bytes", "Heap in use.", heap.getUsed());
    to.gauge("groundwork_heap_max_bytes", "Heap at most.", heap.getMax());
    to.gauge("groundwork_threads", "Platform threads.", ManagementFactory.getThreadMXBean().getThreadCount());
    to.kind("groundwork_gc_seconds_total", "counter", "Time spent collecting garbage.");
    to.value("groundwork_gc_seconds_total", "", ManagementFactory.getGarbageCollectorMXBeans()
        .stream()
        .mapToLong(collector -> Math.max(0, collector.getCollectionTime()))
        .sum() / 1000.0);
    pools(to, "groundwork_pool_active", "Connections in use.", pool -> pool.getHikariPoolMXBean()
        .getActiveConnections());
    pools(to, "groundwork_pool_waiting", "Threads that wait for a connection.",
        pool -> pool.getHikariPoolMXBean().getThreadsAwaitingConnection());
    pools(to, "groundwork_pool_max", "Connections at most.", HikariDataSource::getMaximumPoolSize);
  }

  private void pools(Exposition to, String name, String meaning, ToIntFunction<HikariDataSource> figure) {
    to.kind(name, "gauge", meaning);
    pools.forEach(pool -> to.value(name, "role=\"" + pool.getPoolName() + "\"", figure.applyAsInt(pool)));
  }
}
