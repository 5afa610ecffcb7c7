// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.events;

/**
 * A change of consequence, as a record annotated with {@link EventType}. It carries identifiers, numbers, dates and
 * keys; never a name or a text, because it is stored in the clear and outlives an erasure. One event stands for one act,
 * also for one that touched a million rows.
 *
 * <p>Components may be of the types that {@link EventForm} lists; publishing any other fails.
 */
public interface DomainEvent {}
