// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What may leave the house of a network: places that links join which somebody of the local confirmed, those on the
 * owner's side of at least two of them, and no address that may be a natural person's home.
 *
 * @param places all joined with one another
 * @param reasons why they belong together
 * @param behind people who sign and companies that own, as a register names them; nobody's agent
 */
public record ConfirmedNetwork(List<Place> places, List<Reason> reasons, List<Behind> behind) {
  public ConfirmedNetwork {
    places = List.copyOf(places);
    reasons = List.copyOf(reasons);
    behind = List.copyOf(behind);
  }

  /** A place, by its own address. */
  public record Place(String address, int homes) {}

  /**
   * Why two places belong together.
   *
   * @param one their addresses
   * @param key key of the sentence, which stands for itself without the address where the address must not be told
   * @param source the register that says so, and when it was loaded
   */
  public record Reason(String one, String other, String key, List<String> arguments, Source source) {
    public Reason { arguments = List.copyOf(arguments); }
  }

  /** A public register. */
  public record Source(String register, LocalDate loadedOn) {}

  /** Somebody behind places of it. */
  public record Behind(String kind, String name, int places) {}

  /** The one who signs or owns most of it. */
  public Optional<String> name() {
    return behind.stream().findFirst().map(Behind::name);
  }
}
