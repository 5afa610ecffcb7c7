// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.groundwork.platform.access.Mandates;
import org.groundwork.platform.access.Power;

/** Who of the committee may look at a request, and who may decide on it. Runs inside the caller's transaction. */
record Deciders(Mandates mandates, Closeness closeness, Opinions opinions) {

  /** Whether somebody may look at it: it is not theirs, nor of somebody close to them. */
  boolean mayRead(UUID member, Request request) {
    return request.state() != Request.State.BEGUN && request.state() != Request.State.WITHDRAWN
        && request.person().filter(person -> !closeness.of(member).contains(person)).isPresent();
  }

  /** Whether somebody may decide on it: besides, they did not decide what it is an appeal against. */
  boolean may(UUID member, Request request) {
    return request.open() && mayRead(member, request) && !before(request).contains(member);
  }

  /** Everybody who may decide on it now, which is nobody once it is decided. */
  List<UUID> of(Request request) {
    return mandates.everywhere(Power.GIVE_AID).stream().filter(member -> may(member, request)).toList();
  }

  /**
   * Of those the ones whose word is missing: who has said nothing, or everybody where all said something and no two the
   * same.
   */
  List<UUID> missing(Request request) {
    List<UUID> all = of(request);
    Set<UUID> said = new HashSet<>();
    opinions.of(request.id()).forEach(opinion -> said.add(opinion.member()));
    List<UUID> silent = all.stream().filter(member -> !said.contains(member)).toList();
    return silent.isEmpty() ? all : silent;
  }

  private Set<UUID> before(Request appeal) {
    Optional<UUID> first = appeal.appealOf();
    var before = new HashSet<UUID>();
    first.ifPresent(id -> opinions.of(id)
        .stream()
        .filter(Opinion::counted)
        .forEach(opinion -> before.add(opinion.member())));
    return before;
  }
}
