// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What is offered beside the aid where somebody took what is missing: a report that is begun, and what could be demanded.
 * It is put together whenever it is looked at. Nothing of it, nor of what becomes of it, is kept with the request.
 *
 * @param kind of the grievance, by its key
 * @param places where it can have happened, by name; empty if the roll knows none
 */
public record TakenOffer(String kind, List<Place> places) {
  public TakenOffer { places = List.copyOf(places); }

  /**
   * A place of whoever asks.
   *
   * @param signedBy who signs for the owner, if a public register says
   * @param fights what is fought there now
   */
  public record Place(String name, Optional<String> signedBy, List<Fight> fights) {
    public Place { fights = List.copyOf(fights); }
  }

  /**
   * A fight that goes on; every member can read it.
   *
   * @param demands in words, in their order
   */
  public record Fight(UUID campaign, String title, List<String> demands) {
    public Fight { demands = List.copyOf(demands); }
  }

  /** Everything that is fought at one of the places. */
  public List<Fight> fights() {
    return places.stream().flatMap(place -> place.fights().stream()).distinct().toList();
  }
}
