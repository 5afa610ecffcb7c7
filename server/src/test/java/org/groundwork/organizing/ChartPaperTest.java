// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.groundwork.platform.access.Reach;
import org.groundwork.platform.access.Role;
import org.groundwork.roll.PrintCopies;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Pdf;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The chart on paper: letters for colours, codes for people, a copy that is asked back. */
@ExtendWith(ProductExtension.class)
class ChartPaperTest {

  private static String copied(Elm elm, String... fields) {
    return elm.organiser().visitor().post(elm.at("chart/prints"), fields).location().orElseThrow();
  }

  @Test
  void putsCodesAndLettersOnPaperAndNobodysName(FoundedLocal local) {
    var elm = Elm.in(local);
    UUID maria = elm.person("Maria", "2B");
    elm.person("Cousin of the owner", "3A", true);
    String copy = copied(elm, "by", "steward");

    String paper = Pdf.text(elm.organiser().visitor().file(copy));
    var made = local.read(() -> Elm.part(PrintCopies.class).of(elm.site())).getFirst();
    int code = local.read(() -> Elm.part(PrintCopies.class).lines(made))
        .stream()
        .filter(line -> line.person().equals(maria))
        .findFirst()
        .orElseThrow()
        .code();
    assertThat(paper).contains("118 Elm", "Copy 1", "2B", String.valueOf(code), "What the letters mean is not printed.")
        .doesNotContain("Maria", "Cousin");
    assertThat(elm.organiser().visitor().get(elm.at("prints")).body()).contains("Copy 1");
  }

  @Test
  void saysWhatItsLettersMeanOnlyWhereSomebodyTicksThat(FoundedLocal local) {
    var elm = Elm.in(local);
    elm.person("Maria", "2B");

    String paper = Pdf.text(elm.organiser().visitor().file(copied(elm, "by", "nonsense", "legend", "on")));
    assertThat(paper).contains("known, nothing more").doesNotContain("What the letters mean is not printed.");
  }

  @Test
  void makesOneCopyOfAFormSentTwice(FoundedLocal local) {
    var elm = Elm.in(local);
    String once = UUID.randomUUID().toString();

    assertThat(copied(elm, "once", once)).contains("/chart/prints/");
    assertThat(copied(elm, "once", once)).endsWith("/prints");
    assertThat(local.read(() -> Elm.part(PrintCopies.class).of(elm.site()))).hasSize(1);
  }

  @Test
  void isForThoseWhoOrganiseThere(FoundedLocal local) {
    var elm = Elm.in(local);
    String copy = copied(elm);
    UUID oak = Elm.building(local, "9 Oak");
    var other = local.withPasskey(local.person(new Reach.Sites(Set.of(oak)), Role.ORGANISER)).visitor();

    assertThat(other.get(copy).status()).isEqualTo(404);
    assertThat(other.post(elm.at("chart/prints")).status()).isEqualTo(404);
    assertThat(other.get(copy.replace(elm.site().toString(), oak.toString())).status()).isEqualTo(404);
    assertThat(elm.steward().visitor().get(copy).status()).isEqualTo(403);
  }
}
