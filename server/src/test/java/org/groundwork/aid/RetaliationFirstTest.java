// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.groundwork.defence.Case;
import org.groundwork.defence.Cases;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.history.ChangeSets;
import org.groundwork.roll.People;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever is hit back at comes first, and a case leads to the fund in one tap. */
@ExtendWith(ProductExtension.class)
class RetaliationFirstTest {

  private static UUID hit(AidLocal aid, UUID person) {
    return aid.local()
        .write(() -> AidLocal.part(Cases.class)
            .open(new Cases.NewCase(person, Optional.empty(),
                Case.About.nothing(), Case.Kind.HOURS, AidLocal.today(), "They cut zebra hours", Optional.empty())));
  }

  @Test
  void standsFirstOnTheCommitteesList(FoundedLocal local) {
    var aid = AidLocal.of(local);
    UUID early = aid.asked(aid.member(), 1_000);
    var member = aid.member();
    UUID late = aid.asked(member, 1_000);
    hit(aid, member.id());
    assertThat(local.read(() -> AidLocal.part(Committee.class).waiting(aid.committee().getFirst().id())))
        .extracting(each -> each.request().id())
        .containsExactly(late, early);
    assertThat(aid.committee().getFirst().visitor().get(aid.path("/requests")).body()).contains("Hit back at");
  }

  @Test
  void aCaseLeadsToOneRequestThatThePersonFillsIn(FoundedLocal local) {
    var aid = AidLocal.of(local);
    var member = aid.member();
    UUID hit = hit(aid, member.id());
    var visitor = member.visitor();
    String path = visitor.post(local.path("cases/" + hit + "/hardship")).location().orElseThrow();
    assertThat(visitor.post(local.path("cases/" + hit + "/hardship")).location()).hasValue(path);
    assertThat(visitor.get(path).body()).contains("Say how much you need");
    assertThat(visitor.get(local.path("")).body()).contains("Say how much you need from the fund");
    UUID begun = UUID.fromString(path.replaceAll(".*/", ""));
    UUID request = AidLocal.led(aid.ask(visitor, "request", begun.toString()));
    assertThat(request).isEqualTo(begun);
    assertThat(AidLocal.led(aid.ask(visitor, "request", begun.toString()))).as("sent again").isEqualTo(begun);
    assertThat(aid.request(begun).open()).isTrue();
    assertThat(visitor.get(local.path("cases/" + hit)).body()).contains(path);
  }

  /** Somebody without an account has no other way than the people who work on their case. */
  @Test
  void whoWorksOnTheCaseOfSomebodyWithoutAnAccountSpeaksForThem(FoundedLocal local) {
    var aid = AidLocal.of(local, new AidRules(30_000, 50_000, 10_000, 0, 0, 0, 72, false, true));
    UUID rosa = local.write(() -> AidLocal.part(People.class)
        .addContact(AidLocal.part(ChangeSets.class).open("test"),
            new People.Known("Rosa Quill", Optional.empty(), Optional.empty(), "")));
    UUID hit = hit(aid, rosa);
    var organiser = local.withPasskey(local.founder()).visitor();
    String path = organiser.post(local.path("cases/" + hit + "/hardship")).location().orElseThrow();
    UUID begun = UUID.fromString(path.replaceAll(".*/", ""));
    assertThat(organiser.get(path).body()).contains("Rosa Quill", "A request was begun");
    assertThat(organiser.get(aid.path("/ask?request=" + begun)).body()).contains("Ask for help for Rosa Quill");
    aid.ask(organiser, "request", begun.toString(), "words", "Zebra");
    aid.yes(0, begun, 5_000);
    aid.yes(1, begun, 5_000);
    assertThat(organiser.get(path).body()).contains("Rosa Quill", "class=\"code\"", "€50");
    assertThat(local.person(Role.MEMBER).visitor().get(path).status()).isEqualTo(404);
  }

  @Test
  void whoWorksOnTheCaseOfAnybodyElseSeesHowFarItIs(FoundedLocal local) {
    var aid = AidLocal.of(local);
    var member = aid.member();
    UUID hit = hit(aid, member.id());
    var organiser = local.withPasskey(local.founder()).visitor();
    String path = organiser.post(local.path("cases/" + hit + "/hardship")).location().orElseThrow();
    UUID begun = UUID.fromString(path.replaceAll(".*/", ""));
    aid.ask(member.visitor(), "request", begun.toString(), "words", "Zebra");
    aid.yes(0, begun, 5_000);
    aid.yes(1, begun, 5_000);
    assertThat(organiser.get(path).body()).contains("It was decided").doesNotContain("Zebra", "class=\"code\"", "€50");
    assertThat(organiser.post(path + "/withdraw").status()).isEqualTo(404);
    assertThat(organiser.post(path + "/appeal", "words", "").status()).isEqualTo(404);
    assertThat(aid.request(begun).state()).isEqualTo(Request.State.GRANTED);
  }
}
