// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.organizing.Conversation;
import org.groundwork.organizing.Conversations;
import org.groundwork.organizing.Outcome;
import org.groundwork.platform.history.ChangeSets;
import org.groundwork.roll.Forgetting;
import org.groundwork.roll.Layout;
import org.groundwork.roll.People;
import org.groundwork.roll.SiteKind;
import org.groundwork.roll.Sites;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What somebody says is wrong in a conversation is their grievance, confirmed, and there once. */
@ExtendWith(ProductExtension.class)
class HeardTest {

  private static <T> T part(Class<T> type) { return Product.shared().bean(type); }

  private static UUID site(FoundedLocal local) {
    return local.write(() -> {
      UUID site = part(Sites.class).add(SiteKind.BUILDING, "118 Elm", Optional.empty());
      part(Sites.class).layOut(site, Layout.ofHomes(1, 3, List.of("A", "B")));
      return site;
    });
  }

  private static UUID person(FoundedLocal local, UUID site) {
    return local.write(() -> {
      UUID set = part(ChangeSets.class).open("test");
      UUID person = part(People.class).addContact(set,
          new People.Known("Maria", Optional.empty(), Optional.empty(), ""));
      part(People.class).place(set, person, site, Optional.empty(), false);
      return person;
    });
  }

  private static void talk(FoundedLocal local, UUID site, UUID person, String issue) {
    local.write(() -> part(Conversations.class).record(new Conversation(UUID.randomUUID(), site, Optional.empty(),
        Optional.of(person), Outcome.TALKED, Product.shared().clock().instant(), local.founder().id(),
        Conversation.Back.none(), new Conversation.Talk(Optional.of(issue), Optional.empty(), false, "A note",
            Optional.empty()))));
  }

  private static List<Grievances.Grievance> at(FoundedLocal local, UUID site) {
    return local.read(() -> part(Grievances.class).atSite(site));
  }

  @Test
  void entersItOnceHoweverOftenItIsSaid(FoundedLocal local) {
    UUID site = site(local);
    UUID maria = person(local, site);

    talk(local, site, maria, "repairs");
    talk(local, site, maria, "repairs");
    talk(local, site, maria, "rent-rise");
    talk(local, site, maria, "no-such-kind");

    assertThat(at(local, site)).extracting(Grievances.Grievance::kind)
        .containsExactlyInAnyOrder(GrievanceKind.REPAIRS, GrievanceKind.RENT_RISE);
    assertThat(at(local, site)).allMatch(Grievances.Grievance::confirmed);
  }

  @Test
  void confirmsWhatWasOnlySaidOfThem(FoundedLocal local) {
    UUID site = site(local);
    UUID maria = person(local, site);
    local.write(() -> part(Grievances.class).report(new NewGrievance(GrievanceKind.REPAIRS, Optional.of(maria),
        Optional.of(site), Optional.empty(), "", Optional.empty(), Optional.empty(), "", "", Locale.ENGLISH,
        NewGrievance.CameBy.SAID_OF_THEM), Optional.empty()));
    assertThat(at(local, site).getFirst().confirmed()).isFalse();

    talk(local, site, maria, "repairs");

    assertThat(at(local, site)).hasSize(1).allMatch(Grievances.Grievance::confirmed);
  }

  @Test
  void offersWhatCanBeWrongAtSuchAPlace(FoundedLocal local) {
    UUID site = site(local);
    UUID maria = person(local, site);

    Page page = local.founder().visitor().get(local.path("sites/" + site + "/talk?outcome=talked&who=" + maria));

    assertThat(page.body()).contains("value=\"rent-rise\"", "value=\"repairs\"").doesNotContain("value=\"wage-theft\"");
  }

  @Test
  void forgetsTheNoteAfterHalfAYearAndKeepsTheRest(FoundedLocal local) {
    UUID site = site(local);
    UUID maria = person(local, site);
    talk(local, site, maria, "repairs");

    Product.shared().clock().advance(Duration.ofDays(179));
    old(local);
    assertThat(notes(local, maria)).containsExactly("A note");
    Product.shared().clock().advance(Duration.ofDays(2));
    old(local);

    assertThat(notes(local, maria)).containsExactly("");
  }

  private static void old(FoundedLocal local) {
    local.write(() -> {
      part(Forgetting.class).old();
      return true;
    });
  }

  private static List<String> notes(FoundedLocal local, UUID person) {
    return local.read(() -> part(Conversations.class).with(person, 9))
        .stream()
        .map(held -> held.talk().note())
        .toList();
  }

  @Test
  void doesNotTakeBackPeopleSomebodyTalkedWith(FoundedLocal local) {
    UUID site = site(local);
    var visitor = local.founder().visitor();
    visitor.get(local.path("sites/" + site));
    String added = visitor.post(local.path("sites/" + site + "/people"), "lines", "1A Ana")
        .location()
        .orElseThrow()
        .replaceAll(".*added=([0-9a-f-]{36}).*", "$1");
    UUID ana = local.read(() -> part(People.class).at(site)).getFirst().person();
    talk(local, site, ana, "repairs");

    assertThat(visitor.post(local.path("sites/" + site + "/people/undo"), "added", added).status()).isEqualTo(409);
    assertThat(local.read(() -> part(Conversations.class).with(ana, 9))).hasSize(1);
  }
}
