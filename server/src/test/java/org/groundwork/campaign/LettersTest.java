// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.groundwork.platform.access.Reach;
import org.groundwork.platform.access.Role;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.Pdf;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The words of a letter are proposed, changed by one at a time, and put on paper without anybody's name. */
@ExtendWith(ProductExtension.class)
class LettersTest {

  @Test
  void proposesTheWordsInTheReadersLanguage(FoundedLocal local) {
    var petition = Petition.in(local, 3);

    assertThat(petition.fight().organiser().get(petition.path("")).body()).contains("To Quenby Ostrander",
        "17 Quill LLC", "We live in 17 Quillfeather Row.", Fight.DEMAND, Fight.MEASURE,
        "Nothing has been sent to anyone.");
    assertThat(petition.fight().organiser().speaking("es").get(petition.path("")).body()).contains(
        "A Quenby Ostrander", "Vivimos en 17 Quillfeather Row.", "Quienes firmamos aquí le pedimos:");
  }

  @Test
  void keepsWhatTwoOrganisersWrote(FoundedLocal local) {
    var petition = Petition.in(local, 3);
    var one = petition.fight().organiser();
    var other = petition.fight().organiser();

    assertThat(one.post(petition.path(""), "version", "0", "body", "Dear sir,\r\nno.").status()).isEqualTo(303);
    assertThat(one.post(petition.path(""), "version", "0", "body", "Dear sir,\r\nno.").status()).isEqualTo(303);
    Page second = other.post(petition.path(""), "version", "0", "body", "Mine, kept");
    assertThat(second.status()).isEqualTo(409);
    assertThat(second.body()).contains("Mine, kept", "Dear sir,", "name=\"version\" value=\"1\"");
    assertThat(other.post(petition.path(""), "version", "1", "body", "Mine, kept").status()).isEqualTo(303);

    assertThat(local.read(() -> Petition.part(Letters.class).text(petition.step())).orElseThrow())
        .isEqualTo(new Letters.Text("Mine, kept", 2));
  }

  @Test
  void refusesEmptyAndEndlessWordsAndLosesNothing(FoundedLocal local) {
    var petition = Petition.in(local, 1);
    var organiser = petition.fight().organiser();

    assertThat(organiser.post(petition.path(""), "version", "0", "body", " ").status()).isEqualTo(422);
    Page endless = organiser.post(petition.path(""), "version", "0", "body", "word ".repeat(1601) + "last-word");
    assertThat(endless.status()).isEqualTo(422);
    assertThat(endless.body()).contains("last-word");
  }

  @Test
  void printsDoorsAndNobodysName(FoundedLocal local) {
    var petition = Petition.in(local, 5);
    petition.signed(5);

    String sheet = Pdf.text(petition.fight().organiser().file(petition.path("/sheet")));

    assertThat(sheet)
        .contains("To Quenby Ostrander", "Signatures, floor 1", "1A", "6D", "Count me, do not print my name")
        .doesNotContain("Neighbour");
  }

  @Test
  void putsHostileWordsOnPaperAsWords(FoundedLocal local) {
    var petition = Petition.in(local, 1);
    var organiser = petition.fight().organiser();
    String hostile = "<script>alert(1)</script> & <img src='file:///etc/passwd'/> {0} ${x}\n" + "w".repeat(700)
        + "\nشقة رقم ٤\n\u202Etxet desrever";

    assertThat(organiser.post(petition.path(""), "version", "0", "body", hostile).status()).isEqualTo(303);
    String sheet = Pdf.text(organiser.file(petition.path("/sheet")));

    assertThat(sheet).contains("<script>alert(1)</script> & <img src='file:///etc/passwd'/> {0} ${x}",
        "txet desrever");
    assertThat(organiser.get(petition.path("")).body()).doesNotContain("<script>alert");
  }

  @Test
  void keepsARungWithALetterInThePlan(FoundedLocal local) {
    var petition = Petition.in(local, 1);
    petition.fight().organiser().post(petition.path(""), "version", "0", "body", "Words");

    var amended = local.write(() -> Petition.part(Amendments.class)
        .plan(petition.fight().id(), petition.fight().now().core().version(), List.of(new Amendments.Planned(
            java.util.Optional.empty(), new Campaigns.NewStep("Something else", OptionalInt.empty()))),
            java.util.Optional.empty(), java.util.Optional.empty()));
    assertThat(amended).isEqualTo(new Amended.Refused("rung-in-use"));
  }

  @Test
  void isForThoseWhoRunTheFight(FoundedLocal local) {
    var petition = Petition.in(local, 2);
    petition.signed(2);
    UUID elsewhere = Fight.building(local, "9 Oak", 0);
    var other = local.withPasskey(local.person(new Reach.Sites(Set.of(elsewhere)), Role.ORGANISER)).visitor();
    var stranger = Product.shared().found();

    for (String rest : List.of("", "/sheet", "/names", "/deliver", "/delivered")) {
      assertThat(other.get(petition.path(rest)).status()).as(rest).isEqualTo(404);
      assertThat(local.person(Role.STEWARD).visitor().get(petition.path(rest)).status()).as(rest).isEqualTo(403);
      assertThat(stranger.withPasskey(stranger.founder())
          .visitor()
          .get(stranger.path("campaigns/" + petition.fight().id() + "/steps/" + petition.step() + "/letter" + rest))
          .status()).as(rest).isEqualTo(404);
    }
    assertThat(other.post(petition.path(""), "version", "0", "body", "x").status()).isEqualTo(404);
    assertThat(other.post(petition.path("/names"), "shown", "x").status()).isEqualTo(404);
    assertThat(petition.deliver(other, "x").status()).isEqualTo(404);
    assertThat(other.post(petition.path("/reopen")).status()).isEqualTo(404);
  }

  @Test
  void isThereForLettersAndPetitionsOnly(FoundedLocal local) {
    var petition = Petition.in(local, 1);
    UUID march = local.read(() -> Petition.part(Ladder.class).of(petition.fight().id())).get(1).step().id();
    var organiser = petition.fight().organiser();

    assertThat(organiser.get(petition.fight().path("steps/" + march + "/letter")).status()).isEqualTo(404);
    assertThat(organiser.get(petition.fight().path("steps/" + petition.step())).body())
        .contains("The words, the sheet to sign on, and handing it over");
    assertThat(organiser.get(petition.fight().path("steps/" + march)).body())
        .doesNotContain("The words, the sheet to sign on");
  }
}
