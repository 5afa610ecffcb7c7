// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.groundwork.platform.access.Role;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What somebody needs so that they can come: asked where it matters, seen by organisers, gone with the answer. */
@ExtendWith(ProductExtension.class)
class NeedsTest {

  private static Planned asking(FoundedLocal local, boolean countOnly) {
    var planned = Planned.in(local, Duration.ofHours(20), OptionalInt.empty(), countOnly);
    local.write(() -> {
      var now = planned.now();
      var told = new Action.Told(Planned.TITLE, "", Planned.PLACE, "two steps", "Spanish", "in the hall", "");
      return Planned.part(Actions.class)
          .change(planned.id(), now.version(), new Actions.Plan(Optional.empty(), Optional.empty(), Optional.empty(),
              told, new Needs.Asked(false, true, false, false), now.when(), countOnly));
    });
    return planned;
  }

  @Test
  void asksForWhatItOffersAndWhatItsOrganisersWantToKnow(FoundedLocal local) {
    var planned = asking(local, false);
    assertThat(Product.shared().visitor().get(planned.link()).body()).contains("value=\"childcare\"",
        "value=\"ride\"", "value=\"access\"", "name=\"speaks\"");
    var bare = Planned.in(local, Duration.ofHours(20), OptionalInt.empty(), false);
    assertThat(Product.shared().visitor().get(bare.link()).body()).contains("value=\"access\"")
        .doesNotContain("value=\"childcare\"", "value=\"ride\"");
  }

  @Test
  void showsOrganisersWhoNeedsWhatAndForgetsItWithTheAnswer(Product product, FoundedLocal local) {
    var planned = asking(local, false);
    var ana = product.visitor();
    String once = Planned.once(ana.get(planned.link()));
    var refused = ana.post(planned.link(), "once", once, "name", "Ana", "needs", "ride", "speaks", "x".repeat(61));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("value=\"ride\" checked", "x".repeat(61), "speaks-error");
    String own = Planned.own(ana.post(planned.link(), "once", once, "name", "Ana", "needs", "ride", "needs",
        "childcare", "speaks", "<script>Mixteco"));
    var member = local.person(Role.MEMBER);
    member.visitor().post(planned.at("/come"), "shift", planned.shift().toString(), "needs", "access");
    var host = planned.organiser();
    assertThat(host.get(planned.at("/people")).body()).contains("Need childcare", "&lt;script&gt;Mixteco")
        .doesNotContain("<script>Mixteco");
    assertThat(planned.now().shifts().getFirst().needs()).isEqualTo(new Needs.Count(1, 1, 1, 1));
    assertThat(ana.follow(own).body()).contains("You need:", "a ride");
    assertThat(member.visitor().get(local.path("me")).body()).contains("something at the place");
    assertThat(member.visitor().get(planned.at("")).body()).contains("value=\"access\" checked");
    member.visitor().post(planned.at("/come"), "shift", planned.shift().toString(), "needs", "ride");
    assertThat(planned.now().shifts().getFirst().needs()).isEqualTo(new Needs.Count(1, 2, 0, 1));
    ana.post(planned.coming() + "/withdraw", "of", planned.called("Ana").id().toString());
    member.visitor().post(planned.at("/withdraw"), "shift", planned.shift().toString());
    assertThat(planned.signUps()).hasSize(2).allMatch(in -> in.needs().equals(Needs.NONE));
  }

  @Test
  void countsNeedsWhereNobodyIsWrittenDown(Product product, FoundedLocal local) {
    var planned = asking(local, true);
    var ana = product.visitor();
    assertThat(ana.get(planned.link()).body()).doesNotContain("name=\"speaks\"");
    String once = Planned.once(ana.get(planned.link()));
    for (int twice = 0; twice < 2; twice++) {
      ana.post(planned.link(), "once", once, "needs", "childcare", "needs", "language", "speaks", "Mixteco");
    }
    assertThat(planned.now().shifts().getFirst().needs()).isEqualTo(new Needs.Count(1, 0, 0, 1));
    assertThat(planned.signUps()).isEmpty();
    assertThat(planned.organiser().get(planned.at("/people")).body()).contains("Need childcare",
        "Need somebody who interprets").doesNotContain("Mixteco");
  }

  @Test
  void keepsTheNumbersWhenNamesAreDeleted(FoundedLocal local) {
    var planned = asking(local, false);
    UUID person = Planned.known(local, "Maria", Optional.empty(), Optional.empty());
    local.write(() -> Planned.part(SignUps.class)
        .come(planned.shift(), new SignUp.Who.Member(person), new Needs(true, false, false, "Mixteco")));
    var now = planned.now();
    local.write(() -> Planned.part(Actions.class)
        .change(planned.id(), now.version(), new Actions.Plan(Optional.empty(), Optional.empty(), now.told(),
            now.when(), true)));
    assertThat(planned.signUps()).isEmpty();
    assertThat(planned.now().shifts().getFirst().needs()).isEqualTo(new Needs.Count(1, 0, 0, 1));
  }
}
