// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.access;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.tenancy.LocalId;

/** Who asks: nobody we know, somebody signed in, or a person of the local that the address names. */
public sealed interface Caller {

  /** A visitor who has not signed in. */
  record Anonymous() implements Caller {}

  /** Somebody signed in, outside of any local. */
  record Account(UUID account, boolean runsInstallation) implements Caller {}

  /**
   * A person of a local, with the mandates in force at the time of asking.
   *
   * @param withheld why the mandates' powers beyond taking part cannot be used in this session, if so
   */
  record Actor(UUID account, boolean runsInstallation, LocalId local, String handle, UUID person,
      List<Mandate> mandates, Optional<Withheld> withheld) implements Caller {
    public Actor { mandates = List.copyOf(mandates); }

    /** An actor from whom nothing is withheld. */
    public Actor(UUID account, boolean runsInstallation, LocalId local, String handle, UUID person,
        List<Mandate> mandates) {
      this(account, runsInstallation, local, handle, person, mandates, Optional.empty());
    }

    /** Whether some mandate grants {@code power} on at least one site, and this session may use it. */
    public boolean may(Power power) {
      return usable(power) && holds(power);
    }

    /** Whether some mandate grants {@code power} on {@code site}, and this session may use it. */
    public boolean may(Power power, UUID site) {
      return usable(power) && mandates.stream().anyMatch(m -> m.role().grants(power) && m.reach().covers(site));
    }

    /** Whether {@code power} reaches every site of the local, and this session may use it. */
    public boolean mayEverywhere(Power power) {
      return reachOf(power).filter(Reach.WholeLocal.class::isInstance).isPresent();
    }

    /** Whether some mandate grants {@code power}, whatever the session. */
    public boolean holds(Power power) {
      return mandates.stream().anyMatch(m -> m.role().grants(power));
    }

    private boolean usable(Power power) { return withheld.isEmpty() || power == Power.TAKE_PART; }

    /** Which sites {@code power} reaches, joined over all mandates; empty if none grants it or it is withheld. */
    public Optional<Reach> reachOf(Power power) {
      if (!usable(power)) {
        return Optional.empty();
      }
      var granting = mandates.stream().filter(m -> m.role().grants(power)).map(Mandate::reach).toList();
      if (granting.isEmpty()) {
        return Optional.empty();
      }
      if (granting.stream().anyMatch(Reach.WholeLocal.class::isInstance)) {
        return Optional.of(new Reach.WholeLocal());
      }
      var sites = granting.stream()
          .filter(Reach.Sites.class::isInstance)
          .map(Reach.Sites.class::cast)
          .flatMap(s -> s.sites().stream())
          .collect(java.util.stream.Collectors.toUnmodifiableSet());
      return Optional.of(new Reach.Sites(sites));
    }
  }

  /** The account that asks, if somebody is signed in. */
  default Optional<UUID> accountId() {
    return switch (this) {
      case Anonymous _ -> Optional.empty();
      case Account a -> Optional.of(a.account());
      case Actor a -> Optional.of(a.account());
    };
  }

  /** Whether the caller runs the installation (imports registers, founds locals on it). */
  default boolean isOfInstallation() {
    return switch (this) {
      case Anonymous _ -> false;
      case Account a -> a.runsInstallation();
      case Actor a -> a.runsInstallation();
    };
  }
}
