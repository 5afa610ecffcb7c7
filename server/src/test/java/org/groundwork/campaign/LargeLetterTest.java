// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.groundwork.roll.Layout;
import org.groundwork.roll.SiteKind;
import org.groundwork.roll.Sites;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Pdf;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The sheets of a place that is larger than one paper come in parts, every door once. */
@ExtendWith(ProductExtension.class)
class LargeLetterTest {
  private static final int FLOORS = 52;
  private static final List<String> DOORS = IntStream.rangeClosed('A', 'Z').mapToObj(Character::toString).toList();

  @Test
  void comesInPartsWithEveryDoorOnce(FoundedLocal local) {
    var petition = Petition.in(local, 1);
    UUID tower = local.write(() -> {
      UUID site = Petition.part(Sites.class).add(SiteKind.BUILDING, "Tower", Optional.empty());
      Petition.part(Sites.class).layOut(site, Layout.ofHomes(1, FLOORS, DOORS));
      return site;
    });
    var core = petition.fight().now().core();
    assertThat(
        local.write(() -> Petition.part(Amendments.class).place(core.id(), core.version(), Optional.of(tower))))
        .isInstanceOf(Amended.Done.class);
    var organiser = petition.fight().organiser();

    String page = organiser.get(petition.path("")).body();
    assertThat(page).contains("Sheets to sign on, part 1 of 4", "part 4 of 4", "/sheet?part=4", "Floors ",
        "The place is too large for one file").doesNotContain("part 5");
    var all = new StringBuilder();
    for (int part = 1; part <= 4; part++) {
      String paper = Pdf.text(organiser.file(petition.path("/sheet?part=" + part)));
      assertThat(paper).contains("To Quenby Ostrander", "part " + part + " of 4");
      all.append(paper).append('\n');
    }
    var words = List.of(all.toString().split("[^0-9A-Za-z]+"));
    for (int floor = 1; floor <= FLOORS; floor++) {
      for (String door : DOORS) {
        assertThat(Collections.frequency(words, floor + door)).as(floor + door).isOne();
      }
    }
    for (String none : List.of("0", "5", "-1", "x", "99999", "1%3Cscript%3E")) {
      assertThat(organiser.get(petition.path("/sheet?part=" + none)).status()).as(none).isEqualTo(404);
    }
  }

  @Test
  void isOnePaperWhereThatIsEnough(FoundedLocal local) {
    var petition = Petition.in(local, 1);

    assertThat(petition.fight().organiser().get(petition.path("")).body()).contains("Sheet to sign on (PDF)")
        .doesNotContain("part 1 of", "too large");
    assertThat(Pdf.text(petition.fight().organiser().file(petition.path("/sheet")))).doesNotContain("part 1 of 1");
  }
}
