// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.reinforcement;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.history.ChangeSets;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.roll.People;
import org.groundwork.roll.SiteKind;
import org.groundwork.roll.Sites;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;

/** A call of the whole local, made by its founder. */
record Called(FoundedLocal local, UUID id) {
  static final String TITLE = "Zebra picket";
  static final String AREA = "Quillfeather Heights";
  static final String PLACE = "9 Quillfeather Gate";
  static final int ALWAYS = Slots.of(EnumSet.allOf(DayOfWeek.class), EnumSet.allOf(Slots.Part.class));
  private static final ZoneId ZONE = ZoneId.of("America/New_York");

  static <T> T part(Class<T> type) { return Product.shared().bean(type); }

  static Instant now() { return Product.shared().clock().instant(); }

  /** From half an hour ago for four hours. */
  static Reinforcement.When soon() {
    Instant starts = now().minus(Duration.ofMinutes(30));
    return new Reinforcement.When(starts, starts.plus(Duration.ofHours(4)), ZONE);
  }

  static Reinforcements.NewCall of(Reinforcement.Urgency urgency, int wanted, Optional<UUID> site) {
    return new Reinforcements.NewCall(urgency, Reinforcement.Need.BODIES, wanted, TITLE, AREA, PLACE, soon(),
        new Reinforcement.Ties(Optional.empty(), Optional.empty(), site, Optional.empty()));
  }

  /** One that went out at once and takes so many. */
  static Called now(FoundedLocal local, int wanted) {
    return made(local, of(Reinforcement.Urgency.NOW, wanted, Optional.empty()));
  }

  static Called made(FoundedLocal local, Reinforcements.NewCall call) {
    return new Called(local, local.write(() -> part(Reinforcements.class).call(call)));
  }

  /** A rapid one that waits for a second person. */
  static Called rapid(FoundedLocal local, int wanted) {
    return made(local, of(Reinforcement.Urgency.RAPID, wanted, Optional.empty()));
  }

  /** A rapid one that a second organiser has confirmed. */
  static Called rapidOut(FoundedLocal local, int wanted) {
    var called = rapid(local, wanted);
    called.as(local.person(Role.ORGANISER), () -> part(Reinforcements.class).confirm(called.id()));
    return called;
  }

  <T> T as(FoundedLocal.Person person, Supplier<T> work) {
    return local.as(person, () -> part(Transactions.class).write(work));
  }

  Reinforcement is() { return local.read(() -> part(Reinforcements.class).byId(id)).orElseThrow(); }

  List<Asked> asked() { return local.read(() -> part(Answers.class).of(id)); }

  List<UUID> people() { return asked().stream().flatMap(asked -> asked.person().stream()).toList(); }

  Asked of(UUID person) { return local.read(() -> part(Answers.class).of(id, person)).orElseThrow(); }

  Asked.Outcome yes(UUID person) { return local.write(() -> part(Answers.class).yes(id, person)); }

  Asked.Outcome no(UUID person) { return local.write(() -> part(Answers.class).no(id, person)); }

  Asked.Outcome here(UUID person) { return local.write(() -> part(Answers.class).here(id, person)); }

  int more() { return local.write(() -> part(Waves.class).next(id, is().times().waves())); }

  /** Everything a local's minute does, in this thread. */
  static void round(FoundedLocal local) {
    local.as(local.founder(), () -> {
      part(ReinforcementRound.class).run(new org.groundwork.support.StepByStep(), new ReinforcementRound.Minute("x"));
      return true;
    });
  }

  String at(String rest) { return local.path("reinforcements/" + id + rest); }

  /** A member of the roll without an account, who can be called at any time. */
  static UUID ready(FoundedLocal local) {
    return ready(local, Optional.empty(), "", 0);
  }

  static UUID ready(FoundedLocal local, Optional<UUID> site, String area, int can) {
    UUID person = member(local, Optional.empty());
    ready(local, person, site, area, can);
    return person;
  }

  static void ready(FoundedLocal local, UUID person, Optional<UUID> site, String area, int can) {
    say(local, person, new Ready(site, area, ALWAYS, can));
  }

  static void say(FoundedLocal local, UUID person, Ready ready) {
    local.write(() -> {
      part(ReadyList.class).say(person, ready);
      return true;
    });
  }

  /** Somebody with an account who takes part, and can be called at any time. */
  static FoundedLocal.Person readyMember(FoundedLocal local) {
    var member = local.person(Role.MEMBER);
    ready(local, member.id(), Optional.empty(), "", 0);
    return member;
  }

  static UUID member(FoundedLocal local, Optional<String> mail) {
    return local.write(() -> part(People.class).addMember(part(ChangeSets.class).open("test"),
        new People.Known("Neighbour", Optional.of("+1 555 0100"), mail, "")));
  }

  static UUID place(FoundedLocal local, String name, Optional<String> register) {
    return local.write(() -> part(Sites.class).add(SiteKind.BUILDING, name, register));
  }

  /** Puts somebody into a building. */
  static void lives(FoundedLocal local, UUID person, UUID site, boolean bossSide) {
    local.write(() -> part(People.class).place(part(ChangeSets.class).open("test"), person, site, Optional.empty(),
        bossSide));
  }
}
