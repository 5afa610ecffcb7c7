// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.access;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Port: the module that keeps the roll tells the pages of access what people and sites are called. Runs in a transaction
 * of the current local, and learns from them who came in. A writing transaction where something is told.
 */
public interface PeopleDirectory {

  /**
   * Somebody on the roll.
   *
   * @param sites where they hold a place now
   * @param bossSide whether they stand on the other side at one of them
   */
  record Entry(UUID person, String name, Set<UUID> sites, boolean bossSide) {
    public Entry { sites = Set.copyOf(sites); }
  }

  /** These people, in their order; those not of this local are left out. */
  Map<UUID, Entry> entries(Collection<UUID> people);

  /**
   * Somebody came in with a card: who was known and had not joined, or had left, joins now. Without this a contact would
   * be forgotten one day with an account of their own.
   */
  void cameIn(UUID person);

  /** What the sites of the local are called. */
  Map<UUID, String> sites();
}
