// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.pledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.groundwork.campaign.StrengthTests;
import org.groundwork.organizing.Assessments;
import org.groundwork.organizing.Levels;
import org.groundwork.organizing.Reply;
import org.groundwork.organizing.Stewards;
import org.groundwork.platform.access.Reach;
import org.groundwork.platform.access.Role;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a steward's own people are asked, said and did, and that the one with the clipboard can note it. */
@ExtendWith(ProductExtension.class)
class OwnPeopleTest {

  private static FoundedLocal.Person steward(Letter letter, UUID... people) {
    var steward = letter.local()
        .withPasskey(letter.local().person(new Reach.Sites(Set.of(letter.site())), Role.STEWARD));
    letter.local().write(() -> Letter.part(Stewards.class).give(letter.site(), List.of(people), steward.id()));
    return steward;
  }

  private static Page did(Letter letter, FoundedLocal.Person by, UUID person, String... more) {
    var fields = new java.util.ArrayList<>(List.of("site", letter.site().toString(), "person", person.toString(), "ask",
        "step:" + letter.step()));
    fields.addAll(List.of(more));
    return by.visitor().post(letter.local().path("my-people/did"), fields.toArray(String[]::new));
  }

  private static Set<UUID> whoDid(Letter letter) {
    return letter.local().read(() -> Letter.part(StrengthTests.class).whoDid(letter.step()));
  }

  @Test
  void notesThatOneOfThemDidItAndTakesASlipBack(FoundedLocal local) {
    var letter = Letter.in(local, 3, 3);
    UUID maria = letter.people().get(0);
    var steward = steward(letter, maria, letter.people().get(1));
    assertThat(steward.visitor().get(local.path("my-people")).body()).contains("Did it");

    Page noted = did(letter, steward, maria);

    assertThat(noted.status()).isEqualTo(303);
    assertThat(steward.visitor().follow(noted).body()).contains("Neighbour 0 did it: A letter of ours", "Take it back");
    assertThat(did(letter, steward, maria).status()).as("sent twice").isEqualTo(303);
    assertThat(whoDid(letter)).containsExactly(maria);
    assertThat(local.read(() -> Product.shared()
        .bean(org.springframework.jdbc.core.simple.JdbcClient.class)
        .sql("select count(*) from campaign.step_act where local_id = ? and step_id = ?")
        .params(local.id().value(), letter.step())
        .query(Integer.class)
        .single())).isOne();

    assertThat(did(letter, steward, maria, "undo", "yes").status()).isEqualTo(303);
    assertThat(whoDid(letter)).isEmpty();
    assertThat(did(letter, steward, maria, "undo", "yes").status()).isEqualTo(409);
  }

  @Test
  void notesNothingOfAnybodyElsesPeopleAndTakesNothingOfAnybodyElseBack(FoundedLocal local) {
    var letter = Letter.in(local, 3, 3);
    UUID maria = letter.people().get(0);
    UUID others = letter.people().get(1);
    var steward = steward(letter, maria);
    steward(letter, others);

    assertThat(did(letter, steward, others).status()).isEqualTo(404);
    assertThat(did(letter, steward, UUID.randomUUID()).status()).isEqualTo(404);
    assertThat(did(letter, local.person(Role.MEMBER), maria).status()).isEqualTo(403);
    local.write(() -> {
      Letter.part(StrengthTests.class).did(letter.step(), List.of(maria), today());
      return true;
    });
    assertThat(did(letter, steward, maria, "undo", "yes").status()).as("noted by an organiser").isEqualTo(409);
    assertThat(whoDid(letter)).containsExactly(maria);
  }

  @Test
  void takesBackWithinTheHourAndNotLater(FoundedLocal local) {
    var letter = Letter.in(local, 1, 1);
    UUID maria = letter.people().get(0);
    var steward = steward(letter, maria);
    did(letter, steward, maria);

    Product.shared().clock().advance(Duration.ofMinutes(61));

    assertThat(did(letter, steward, maria, "undo", "yes").status()).isEqualTo(409);
    assertThat(whoDid(letter)).containsExactly(maria);
  }

  private static LocalDate today() {
    return LocalDate.now(Product.shared().clock().withZone(ZoneId.of("America/New_York")));
  }

  @Test
  void saysWhomToAskAgainWithoutSayingHowTheyStand(FoundedLocal local) {
    var letter = Letter.in(local, 3, 3);
    UUID never = letter.people().get(0);
    UUID withUs = letter.people().get(1);
    UUID against = letter.people().get(2);
    var steward = steward(letter, never, withUs, against);
    letter.says(withUs, Reply.YES, 0);
    judge(letter, withUs, 1, "Brought the zebra");
    judge(letter, against, 5, "Took the zebra down");

    String mine = steward.visitor().get(local.path("my-people")).body();
    assertThat(mine).containsOnlyOnce("ask again").doesNotContain("zebra", "Active", "Against", "With us");
    assertThat(mine.indexOf("Neighbour 1")).isLessThan(mine.indexOf("Neighbour 0"));

    did(letter, steward, withUs);
    assertThat(steward.visitor().get(local.path("my-people")).body()).contains("did it").doesNotContain("ask again");
  }

  private static void judge(Letter letter, UUID person, int means, String act) {
    letter.local().write(() -> {
      UUID level = Letter.part(Levels.class)
          .inUse()
          .stream()
          .filter(one -> one.means() == means)
          .findFirst()
          .orElseThrow()
          .id();
      Letter.part(Assessments.class).assess(letter.site(), person, level, act, today());
      return true;
    });
  }

  @Test
  void showsEachFightItsOwnAnswers(FoundedLocal local) {
    var first = Letter.in(local, 2, 2);
    var second = first.another();
    UUID maria = first.people().get(0);
    var steward = steward(first, maria, first.people().get(1));
    first.says(maria, Reply.YES, 0);
    second.says(maria, Reply.NO, 0);
    did(first, steward, maria);

    var at = local.as(steward, () -> Letter.part(org.groundwork.platform.tenancy.Transactions.class)
        .read(() -> Letter.part(org.groundwork.organizing.MyPeople.class)
            .of(org.groundwork.platform.access.Callers.actor())))
        .getFirst();

    assertThat(at.asks()).hasSize(2);
    var mine = at.people().stream().filter(one -> one.person().equals(maria)).findFirst().orElseThrow();
    assertThat(mine.answers()).extracting(answer -> answer.ask().ref().id() + " " + answer.reply().map(Reply::key)
        + " " + answer.did())
        .containsExactlyInAnyOrder(first.step() + " " + Optional.of("yes") + " true",
            second.step() + " " + Optional.of("no") + " false");
    assertThat(steward.visitor().get(local.path("my-people")).body())
        .contains("Did it: A letter of ours", "<b>1</b>", "<b>0</b>");
  }

  @Test
  void saysWhyAnAnswerIsNotTakenBack(FoundedLocal local) {
    var letter = Letter.in(local, 1, 1);
    UUID maria = letter.people().get(0);
    var steward = steward(letter, maria);
    UUID talk = UUID.randomUUID();
    String path = local.path("sites/" + letter.site() + "/talk");
    var written = steward.visitor()
        .post(path, "id", talk.toString(), "unit", unit(letter), "outcome", "talked", "who", maria.toString(), "ask",
            "step:" + letter.step(), "reply", "yes");

    assertThat(steward.visitor().follow(written).body()).contains("An answer stays.", "Write it down again")
        .doesNotContain("Take it back");
    Page refused = steward.visitor().post(path + "/" + talk + "/take-back");
    assertThat(refused.status()).isEqualTo(303);
    assertThat(steward.visitor().follow(refused).body()).contains("An answer stays.");
    assertThat(letter.in()).isOne();
  }

  private static String unit(Letter letter) {
    return letter.local()
        .read(() -> Letter.part(org.groundwork.roll.Sites.class).units(letter.site()))
        .getFirst()
        .id()
        .toString();
  }
}
