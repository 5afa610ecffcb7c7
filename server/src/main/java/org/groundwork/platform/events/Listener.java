// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.events;

import java.time.Instant;
import java.util.UUID;
import org.groundwork.platform.tenancy.LocalId;

/**
 * Hears one type of event, contributed as a bean.
 *
 * <p>It is called in the event's local, in a transaction that also notes the event as heard: what it writes there is
 * done once. It hears the events of one local in the order in which their acts followed one another; of two acts under
 * way at the same time either may come first. If it throws, nothing of it stays, it is called again later, and until
 * then hears no later event of that local. Whatever it does outside the database must itself bear being done twice; the
 * event's identity tells.
 *
 * @param <E> the event
 */
public interface Listener<E extends DomainEvent> {

  /** A name for the outbox, kept over versions: module and purpose, such as {@code grievance.common-causes}. */
  String name();

  /** The class of the event it hears. */
  Class<E> event();

  /** Hears an event. */
  void on(Heard<E> heard);

  /**
   * An event as heard.
   *
   * @param id of the event, the same however often it is delivered
   * @param at when it was published
   */
  record Heard<E extends DomainEvent>(UUID id, LocalId local, Instant at, E event) {}
}
