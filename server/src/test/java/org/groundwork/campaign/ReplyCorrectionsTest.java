// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.groundwork.platform.access.Reach;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.files.Pictures;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.Upload;
import org.groundwork.support.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the other side answered is put right in the open, and the letter itself lies beside it. */
@ExtendWith(ProductExtension.class)
class ReplyCorrectionsTest {
  private static final String NAME = "<b>letter.png";

  private static <T> T part(Class<T> type) { return Product.shared().bean(type); }

  private static UUID demand(Fight fight) { return fight.now().core().demands().getFirst().id(); }

  private static String[] typed(Fight fight, String words, String answer, String... more) {
    var fields = new ArrayList<>(List.of("on", Fight.today().toString(), "from", "The manager", "way", "phone", "words",
        words, "answer-" + demand(fight), answer));
    fields.addAll(List.of(more));
    return fields.toArray(String[]::new);
  }

  private static UUID logged(Fight fight, Visitor by, String words) {
    assertThat(by.post(fight.path("replies"), typed(fight, words, "maybe")).status()).isEqualTo(303);
    return replies(fight).getFirst().id();
  }

  private static List<Replies.Reply> replies(Fight fight) {
    return fight.local().read(() -> part(Replies.class).of(fight.id()));
  }

  private static List<ReplyCorrections.Before> before(Fight fight, UUID reply) {
    return fight.local()
        .read(() -> part(ReplyCorrections.class).before(fight.id()))
        .getOrDefault(reply, List.of());
  }

  private static Upload photo() { return new Upload("files", NAME, Pictures.png(40, 30)); }

  private static String once(Page form) {
    return form.body().replaceAll("(?s).*name=\"once\" value=\"([^\"]+)\".*", "$1");
  }

  private static String correct(Fight fight, UUID reply) { return fight.path("replies/" + reply + "/correct"); }

  @Test
  void keepsWhatItSaidBeforeForThoseWhoRunTheFight(FoundedLocal local) {
    var fight = Fight.with(local, 2);
    var organiser = fight.organiser();
    UUID reply = logged(fight, organiser, "First <i>words</i>");

    assertThat(organiser.get(correct(fight, reply)).body()).contains("First &lt;i&gt;words", "value=\"maybe\" checked");
    assertThat(organiser.post(correct(fight, reply), typed(fight, "Second words", "half", "version", "1",
        "promised-" + demand(fight), Fight.today().plusDays(3).toString())).status()).isEqualTo(303);

    assertThat(organiser.get(fight.path("replies")).body()).contains("Second words", "Yes to half", "Put right once",
        "First &lt;i&gt;words", "Maybe").doesNotContain("<i>words");
    String story = local.person(Role.MEMBER).visitor().get(fight.path("")).body();
    assertThat(story).contains(": Yes to half").doesNotContain("Second words", "First", ": Maybe");
    assertThat(organiser.get(local.path("audit")).body()).contains("put right what the other side answered");
  }

  @Test
  void isSaidOnceAndRefusedToTheSecondOfTwo(FoundedLocal local) {
    var fight = Fight.with(local, 2);
    var organiser = fight.organiser();
    UUID reply = logged(fight, organiser, "First words");

    for (int twice = 0; twice < 2; twice++) {
      assertThat(organiser.post(correct(fight, reply), typed(fight, "Second words", "half", "version", "1")).status())
          .isEqualTo(303);
    }
    assertThat(before(fight, reply)).hasSize(1);
    Page late = organiser.post(correct(fight, reply), typed(fight, "Typed meanwhile", "yes", "version", "1"));
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.body()).contains("Somebody else put this answer right", "Second words", "Typed meanwhile",
        "name=\"version\" value=\"2\"");
    Page refused = organiser.post(correct(fight, reply), typed(fight, "", "yes", "version", "2", "ours", "Kept"));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("words-error", "Kept", "name=\"version\" value=\"2\"");
    assertThat(replies(fight).getFirst().said().words()).isEqualTo("Second words");
  }

  /** Of two organisers at one answer the second is told, and what was there is kept once. */
  @Test
  void losesNothingWhereTwoPutItRightAtOnce(FoundedLocal local) throws Exception {
    var fight = Fight.with(local, 2);
    UUID reply = logged(fight, fight.organiser(), "First words");
    long version = replies(fight).getFirst().version();
    var to = replies(fight).getFirst().said().to();
    var start = new CountDownLatch(1);
    try (var threads = Executors.newFixedThreadPool(4)) {
      var came = new ArrayList<java.util.concurrent.Future<ReplyCorrections.Came>>();
      for (int at = 0; at < 4; at++) {
        var said = new Replies.Said(Fight.today(), "The manager", Replies.Way.PHONE, "Words " + at, Optional.empty(),
            to);
        Callable<ReplyCorrections.Came> work = () -> {
          start.await();
          return local.write(() -> part(ReplyCorrections.class).correct(fight.id(), reply, version, said));
        };
        came.add(threads.submit(work));
      }
      start.countDown();
      int done = 0;
      for (var one : came) {
        done += one.get() == ReplyCorrections.Came.DONE ? 1 : 0;
      }
      assertThat(done).isOne();
    }
    assertThat(before(fight, reply)).extracting(one -> one.said().words()).containsExactly("First words");
  }

  @Test
  void asksAgainForAPromiseWhoseDayWasWrittenDownWrongly(FoundedLocal local) {
    var fight = Fight.with(local, 2);
    var organiser = fight.organiser();
    assertThat(organiser.post(fight.path("replies"), typed(fight, "By then", "yes", "promised-" + demand(fight),
        Fight.today().toString())).status()).isEqualTo(303);
    UUID reply = replies(fight).getFirst().id();
    Product.shared().clock().advance(java.time.Duration.ofDays(2));
    organiser = fight.organiser();
    organiser.post(fight.path("replies/looked"));
    assertThat(organiser.get(fight.path("replies")).body()).doesNotContain("The day of a promise is over.");

    var fields = typed(fight, "By then", "yes", "version", "1", "promised-" + demand(fight),
        Fight.today().minusDays(1).toString());
    fields[1] = Fight.today().minusDays(2).toString();
    assertThat(organiser.post(correct(fight, reply), fields).status()).isEqualTo(303);
    assertThat(organiser.get(fight.path("replies")).body()).contains("The day of a promise is over.");
  }

  @Test
  void keepsTheLetterBesideIt(FoundedLocal local) {
    var fight = Fight.with(local, 2);
    var organiser = fight.organiser();
    String once = once(organiser.get(fight.path("replies")));
    Page refused = organiser.upload(fight.path("replies"), photo(), typed(fight, "", "yes", "once", once));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("&lt;b&gt;letter.png", "is kept with this form", "value=\"yes\" checked")
        .doesNotContain(NAME);
    Page program = organiser.upload(fight.path("replies"), new Upload("files", "run.png", new byte[]{'M', 'Z', 0, 1}),
        typed(fight, "Words", "yes", "once", once));
    assertThat(program.status()).isEqualTo(422);
    assertThat(program.body()).contains("files-error", "run.png");
    for (int twice = 0; twice < 2; twice++) {
      assertThat(
          organiser.upload(fight.path("replies"), List.of(), typed(fight, "Words", "yes", "once", once)).status())
          .isEqualTo(303);
    }
    assertThat(replies(fight)).hasSize(1);

    UUID reply = replies(fight).getFirst().id();
    String listed = organiser.get(fight.path("replies")).body();
    assertThat(listed).contains("&lt;b&gt;letter.png").doesNotContain(NAME);
    String file = listed.replaceAll("(?s).*href=\"([^\"]+/files/[^\"]+)\".*", "$1");
    assertThat(organiser.get(file).header("Content-Type")).contains("image/png");
    assertThat(organiser.get(local.path("audit")).body()).contains("looked at a letter of the other side");

    organiser.post(file + "/remove");
    assertThat(organiser.get(file).status()).isEqualTo(404);
    String second = once(organiser.get(correct(fight, reply)));
    assertThat(organiser.upload(correct(fight, reply), photo(), typed(fight, "Words", "yes", "version", "1", "once",
        second)).status()).isEqualTo(303);
    assertThat(before(fight, reply)).isEmpty();
    assertThat(organiser.get(fight.path("replies")).body()).contains("&lt;b&gt;letter.png");
    organiser.post(fight.path("replies/" + reply + "/remove"));
    assertThat(local.read(() -> part(ReplyFiles.class).of(List.of(reply)))).isEmpty();
  }

  @Test
  void isForThoseWhoRunTheFight(FoundedLocal local) {
    var fight = Fight.with(local, 2);
    var organiser = fight.organiser();
    String once = once(organiser.get(fight.path("replies")));
    organiser.upload(fight.path("replies"), photo(), typed(fight, "Words", "yes", "once", once));
    UUID reply = replies(fight).getFirst().id();
    UUID file = local.read(() -> part(ReplyFiles.class).of(List.of(reply)))
        .getOrDefault(reply, List.of())
        .getFirst()
        .id();
    UUID elsewhere = Fight.building(local, "9 Oak", 0);
    var other = local.withPasskey(local.person(new Reach.Sites(Set.of(elsewhere)), Role.ORGANISER)).visitor();
    var stranger = Product.shared().found();
    var strange = stranger.withPasskey(stranger.founder()).visitor();
    var another = Fight.with(local, 0);

    for (String rest : List.of("correct", "files/" + file)) {
      assertThat(other.get(fight.path("replies/" + reply + "/" + rest)).status()).isEqualTo(404);
      assertThat(organiser.get(another.path("replies/" + reply + "/" + rest)).status()).isEqualTo(404);
      assertThat(strange.get(stranger.path("campaigns/" + fight.id() + "/replies/" + reply + "/" + rest)).status())
          .isEqualTo(404);
    }
    assertThat(other.upload(correct(fight, reply), photo(), typed(fight, "Mine", "no", "version", "1")).status())
        .isEqualTo(404);
    assertThat(other.post(fight.path("replies/" + reply + "/files/" + file + "/remove")).status()).isEqualTo(404);
    assertThat(local.person(Role.MEMBER).visitor().get(fight.path("replies/" + reply + "/files/" + file)).status())
        .isEqualTo(403);
    assertThat(replies(fight).getFirst().said().words()).isEqualTo("Words");
    assertThat(local.read(() -> part(ReplyFiles.class).of(List.of(reply)))).containsKey(reply);
  }
}
