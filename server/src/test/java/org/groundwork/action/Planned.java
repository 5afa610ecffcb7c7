// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.regex.Pattern;
import org.groundwork.platform.history.ChangeSets;
import org.groundwork.roll.People;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.Product;
import org.groundwork.support.StatementLog;
import org.groundwork.support.Visitor;

/** An action of the whole local, planned by its founder, with an invitation. */
record Planned(FoundedLocal local, UUID id, UUID shift, String token) {
  static final String TITLE = "Zebra picket";
  static final String PLACE = "9 Quillfeather Gate";
  static final ZoneId ZONE = ZoneId.of("America/New_York");
  private static final Pattern ONCE = Pattern.compile("name=\"once\" value=\"([^\"]+)\"");
  private static final Pattern OWN = Pattern.compile("(/r/[0-9a-z]+/coming/[A-Za-z0-9_-]+)");

  /** One that begins in so long and takes so many. */
  static Planned in(FoundedLocal local, Duration ahead, OptionalInt capacity, boolean countOnly) {
    Instant starts = Product.shared().clock().instant().plus(ahead);
    var when = new Action.When(starts, starts.plus(Duration.ofHours(2)), ZONE);
    UUID id = local.write(() -> part(Actions.class).plan(plan(when, countOnly),
        new Actions.NewShift("", when, OptionalInt.of(12), capacity)));
    UUID shift = local.read(() -> part(Actions.class).byId(id)).orElseThrow().shifts().getFirst().id();
    String token = local.write(() -> part(Invitations.class).open(id, Invitations.Kind.LINK));
    return new Planned(local, id, shift, token);
  }

  static Planned tomorrow(FoundedLocal local) { return in(local, Duration.ofHours(20), OptionalInt.empty(), false); }

  static Actions.Plan plan(Action.When when, boolean countOnly) {
    return new Actions.Plan(Optional.empty(), Optional.empty(),
        new Action.Told(TITLE, "", PLACE, "two steps", "Spanish", "", ""), when, countOnly);
  }

  static <T> T part(Class<T> type) { return Product.shared().bean(type); }

  String link() { return "/r/" + local.handle() + "/come/" + token; }

  /** The page behind everybody's private link. */
  String coming() { return "/r/" + local.handle() + "/coming"; }

  String at(String rest) { return local.path("actions/" + id + rest); }

  Action now() { return local.read(() -> part(Actions.class).byId(id)).orElseThrow(); }

  List<SignUp> signUps() { return local.read(() -> part(SignUps.class).of(id)); }

  SignUp.Outcome comes(String name) {
    return local.write(() -> part(SignUps.class).come(shift, new SignUp.Who.Visitor(name, "", Locale.ENGLISH,
        "token of " + name)));
  }

  SignUp.Outcome comes(UUID person) {
    return local.write(() -> part(SignUps.class).come(shift, new SignUp.Who.Member(person)));
  }

  SignUp called(String name) {
    return signUps().stream().filter(in -> in.name().equals(name)).findFirst().orElseThrow();
  }

  /** Somebody without an account fills the invitation's form in. */
  Page rsvp(Visitor visitor, String name) {
    return visitor.post(link(), "once", once(visitor.get(link())), "name", name, "contact", "555 0100 22");
  }

  /** Whether an answer that comes after the end still gets in. */
  boolean rsvpLate(Visitor visitor) {
    int before = signUps().size();
    visitor.post(link(), "once", UUID.randomUUID().toString(), "name", "Late");
    return signUps().size() > before;
  }

  static String once(Page page) {
    var found = ONCE.matcher(page.body());
    assertThat(found.find()).as("a form in " + page.body()).isTrue();
    return found.group(1);
  }

  static String own(Page answered) {
    var found = OWN.matcher(answered.body());
    assertThat(found.find()).as("a private link").isTrue();
    return found.group(1);
  }

  /** What a page asks the database once it has been seen before. */
  static List<String> asks(Visitor visitor, String page) {
    visitor.get(page);
    var told = StatementLog.of(() -> visitor.get(page));
    assertThat(told.answer().status()).isEqualTo(200);
    return told.statements();
  }

  /** The founder, who organises the whole local, in a browser of their own. */
  Visitor organiser() {
    return local.withPasskey(local.founder()).visitor();
  }

  static UUID known(FoundedLocal local, String name, Optional<String> phone, Optional<String> mail) {
    return local.write(() -> part(People.class).addMember(part(ChangeSets.class).open("test"),
        new People.Known(name, phone, mail, "")));
  }
}
