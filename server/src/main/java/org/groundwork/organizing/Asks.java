// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.groundwork.platform.access.SubjectRef;

/** What the modules that ask something of people ask, and what they know of it. Runs inside the caller's transaction. */
public final class Asks {
  private final Supplier<List<OpenAsks>> modules;

  Asks(Supplier<List<OpenAsks>> modules) { this.modules = modules; }

  /** What is asked at a site now, the most urgent first. */
  public List<OpenAsks.Ask> at(UUID site) {
    return each(module -> module.openAt(site).stream()).toList();
  }

  /** What was asked at a site and is not any more. */
  public Optional<OpenAsks.Over> over(SubjectRef ask, UUID site) {
    return each(module -> module.over(ask, site).stream()).findFirst();
  }

  /** What these people last answered to an ask. */
  public Map<UUID, Reply> replies(SubjectRef ask, Collection<UUID> people) {
    var found = new HashMap<UUID, Reply>();
    modules.get().forEach(module -> found.putAll(module.replies(ask, people)));
    return found;
  }

  /** Who of these people did what was asked. */
  public Set<UUID> didIt(SubjectRef ask, Collection<UUID> people) {
    return each(module -> module.didIt(ask, people).stream()).collect(Collectors.toUnmodifiableSet());
  }

  /** Who of these people did something that was asked, on one of these days. */
  public Set<UUID> didBetween(Collection<UUID> people, LocalDate from, LocalDate to) {
    return each(module -> module.didBetween(people, from, to).stream()).collect(Collectors.toUnmodifiableSet());
  }

  /** How many people of the local did something that was asked, on one of these days. */
  public int howManyDid(LocalDate from, LocalDate to) {
    return modules.get().stream().mapToInt(module -> module.howManyDid(from, to)).sum();
  }

  /** Where the one a conversation was held with answers themself what is asked at its site, if anything is. */
  public Optional<String> ownCard(Conversation held) {
    return held.site()
        .filter(_ -> held.outcome() == Outcome.TALKED)
        .flatMap(site -> held.person()
            .flatMap(person -> at(site).stream()
                .findFirst()
                .flatMap(ask -> each(module -> module.ownCard(ask.ref(), site, person).stream()).findFirst())));
  }

  /** Notes that somebody did what is asked, or takes back what the caller noted; false if no module takes that. */
  boolean note(SubjectRef ask, UUID site, UUID person, boolean did) {
    return modules.get().stream().anyMatch(module -> module.note(ask, site, person, did));
  }

  /** Passes what somebody answered to the module that asks; false if none does, or not any more. */
  boolean pass(Conversation.Answer answer, Conversation held, UUID person, Instant at) {
    var said = new OpenAsks.Answered(person, held.site().orElseThrow(), answer.reply(), answer.atLeast(), at,
        held.heldBy());
    return modules.get().stream().anyMatch(module -> module.answered(answer.ask(), said));
  }

  private <T> Stream<T> each(Function<OpenAsks, Stream<T>> answer) { return modules.get().stream().flatMap(answer); }
}
