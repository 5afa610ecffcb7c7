// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.support;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;

/**
 * Writes down, while somebody listens, which statements requests send to the database: their text without values, in
 * order. How long a page takes is made of these, and they can be compared where milliseconds cannot. What jobs send in
 * the background is left out.
 */
public final class StatementLog implements QueryExecutionListener {
  private static final StatementLog SHARED = new StatementLog();
  /** Threads that answer requests. */
  private static final String OF_REQUESTS = "tomcat-handler-";
  private final ConcurrentLinkedQueue<String> sent = new ConcurrentLinkedQueue<>();
  private volatile boolean listening;

  private StatementLog() {}

  static StatementLog shared() { return SHARED; }

  /**
   * What came back, and the statements it took.
   *
   * @param statements in the order they were sent
   */
  public record Told<T>(T answer, List<String> statements) {
    public Told { statements = List.copyOf(statements); }
  }

  /** Listens for as long as {@code request} takes. For one request at a time. */
  public static synchronized <T> Told<T> of(Supplier<T> request) {
    SHARED.sent.clear();
    SHARED.listening = true;
    try {
      T answer = request.get();
      return new Told<>(answer, new ArrayList<>(SHARED.sent));
    } finally {
      SHARED.listening = false;
    }
  }

  @Override
  public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
    if (listening && Thread.currentThread().getName().startsWith(OF_REQUESTS)) {
      queries.forEach(query -> sent.add(query.getQuery()));
    }
  }

  @Override
  public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
    // written down before it was sent
  }
}
