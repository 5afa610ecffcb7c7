// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.roll.Charts;
import org.groundwork.platform.history.ChangeSets;
import org.groundwork.roll.Layout;
import org.groundwork.roll.People;
import org.groundwork.roll.Site;
import org.groundwork.roll.SiteKind;
import org.groundwork.roll.Sites;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The coloured chart: an honest denominator, gaps first, and no name on it. */
@ExtendWith(ProductExtension.class)
class ChartTest {

  private static Site site(Elm elm) { return Elm.part(Sites.class).byId(elm.site()).orElseThrow(); }

  private static SiteChart drawn(Elm elm, String layer) {
    return elm.local().read(() -> Elm.part(SiteCharts.class).of(site(elm), layer));
  }

  @Test
  void countsAsTheSitesOwnChartDoes(FoundedLocal local) {
    var elm = Elm.in(local);
    elm.person("Maria", "2A");
    elm.person("Her uncle", "2A");
    elm.person("The super", "1A", true);
    elm.person("Somewhere", "");

    var plain = local.read(() -> Elm.part(Charts.class).of(site(elm)));
    var chart = drawn(elm, "standing");

    assertThat(List.of(chart.known(), chart.total())).isEqualTo(List.of(plain.known(), plain.total()))
        .isEqualTo(List.of(1, 5));
    assertThat(chart.unplaced().sum()).isOne();
  }

  @Test
  void countsAWorkplaceAsItsOwnChartDoes(FoundedLocal local) {
    UUID site = local.write(() -> {
      UUID works = Elm.part(Sites.class).add(SiteKind.WORKPLACE, "The works", Optional.empty());
      Elm.part(Sites.class)
          .layOut(works, Layout.ofHeadCounts(List.of("Kitchen", "Floor"), List.of("Day", "Night"),
              List.of(List.of(3, 2), List.of(4, 0))));
      return works;
    });
    var works = new Elm(local, site);
    works.person("Ana", "Kitchen, Day");
    works.person("The chef", "Kitchen, Day", true);
    works.person("Bo", "Floor, Day");

    var plain = local.read(() -> Elm.part(Charts.class).of(site(works)));
    var chart = drawn(works, "talked");

    assertThat(List.of(chart.known(), chart.total())).isEqualTo(List.of(plain.known(), plain.total()))
        .isEqualTo(List.of(2, 8));
    var kitchen = chart.rows().getFirst().cells().getFirst();
    assertThat(kitchen.squares()).hasSize(2);
    assertThat(kitchen.squares().getLast()).isInstanceOf(SiteChart.Square.Empty.class);
  }

  private static Elm works(FoundedLocal local) {
    return new Elm(local, local.write(() -> {
      UUID made = Elm.part(Sites.class).add(SiteKind.WORKPLACE, "The works", Optional.empty());
      Elm.part(Sites.class)
          .layOut(made, Layout.ofHeadCounts(List.of("Kitchen", "Floor"), List.of("Day", "Night"),
              List.of(List.of(3, 2), List.of(4, 0))));
      return made;
    }));
  }

  private static void also(Elm elm, UUID person, String unit) {
    var where = Optional.of(unit).filter(label -> !label.isEmpty()).map(elm::unit);
    elm.local()
        .write(() -> Elm.part(People.class)
            .place(Elm.part(ChangeSets.class).open("test"), person, elm.site(), where, false));
  }

  @Test
  void countsSomebodyWithTwoDepartmentsOnce(FoundedLocal local) {
    var works = works(local);
    UUID ana = works.person("Ana", "Kitchen, Day");
    also(works, ana, "Floor, Day");
    also(works, ana, "");
    works.person("Bo", "Floor, Day");
    works.person("Cem", "");

    var chart = drawn(works, "steward");
    var plain = local.read(() -> Elm.part(Charts.class).of(site(works)));

    assertThat(List.of(chart.known(), chart.total())).isEqualTo(List.of(3, 9))
        .isEqualTo(List.of(plain.known(), plain.total()));
    assertThat(chart.legend()).extracting(SiteChart.Key::people).containsExactly(0, 3);
    assertThat(chart.uncovered()).as("of those whose department is known").isEqualTo(2);
    assertThat(chart.unplaced().sum()).isOne();
    assertThat(chart.tally().of()).containsExactly(0, 3, 0);
    assertThat(plain.unplaced()).containsExactly("Cem");
  }

  @Test
  void countsSomebodyWithTwoHomesInBothAndAsOnePerson(FoundedLocal local) {
    var elm = Elm.in(local);
    UUID maria = elm.person("Maria", "2A");
    also(elm, maria, "2B");
    also(elm, maria, "");

    var chart = drawn(elm, "steward");

    assertThat(chart.known()).isEqualTo(2);
    assertThat(chart.unplaced().sum()).isZero();
    assertThat(chart.uncovered()).isOne();
    assertThat(chart.legend()).extracting(SiteChart.Key::people).containsExactly(0, 1);
  }

  private static SiteChart.Cell door(SiteChart chart, String label) {
    return chart.rows()
        .stream()
        .flatMap(row -> row.cells().stream())
        .filter(cell -> cell.label().equals(label))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void showsTheGapInAHomeWithSeveralPeople(FoundedLocal local) {
    var elm = Elm.in(local);
    UUID maria = elm.person("Maria", "2A");
    elm.person("Her aunt", "2A");
    elm.person("Her uncle", "2A");
    elm.person("Juan", "2B");
    var steward = elm.steward();
    elm.knock(steward, UUID.randomUUID(), "2A", "outcome", "talked", "who", maria.toString());
    local.write(() -> Elm.part(Stewards.class).give(elm.site(), List.of(maria), steward.id()));

    var covered = door(drawn(elm, "steward"), "2A");
    assertThat(covered.squares()).extracting(SiteChart.Square::key).containsExactly("four");
    assertThat(covered.more()).isEqualTo(2);
    assertThat(door(drawn(elm, "talked"), "2A").squares()).extracting(SiteChart.Square::key)
        .containsExactly("plain");
    local.write(() -> {
      Elm.part(Assessments.class)
          .assess(elm.site(), maria, Levels.first(1), "Came",
              java.time.LocalDate.now(Product.shared().clock()).minusDays(1));
      return true;
    });
    assertThat(door(drawn(elm, "standing"), "2A").squares()).extracting(SiteChart.Square::key).containsExactly("one");

    String page = elm.organiser().visitor().get(elm.at("chart?by=steward")).body();
    assertThat(page).contains("+2", "a square is a home. Where several people live it shows the one of whom it is");
    assertThat(elm.organiser().visitor().get(elm.at("chart?by=standing")).body()).contains("comes first in this list");
  }

  @Test
  void saysInWordsWhatTheSquaresShow(FoundedLocal local) {
    var elm = Elm.in(local);
    elm.person("Maria", "2A");
    elm.person("Juan", "2B");
    String without = elm.organiser().visitor().get(elm.at("chart?by=steward")).body();
    assertThat(without).doesNotContain("boss’s side");
    elm.person("The super", "1A", true);

    var chart = drawn(elm, "steward");
    assertThat(chart.tally().of()).containsExactly(0, 2, 0);
    var second = chart.parts().stream().filter(part -> part.part().equals("2")).findFirst().orElseThrow();
    assertThat(second.tally().of()).containsExactly(0, 2, 0);
    assertThat(second.unknown()).isZero();
    String page = elm.organiser().visitor().get(elm.at("chart?by=steward")).body().replaceAll("\\s+", " ");
    String standing = elm.organiser().visitor().get(elm.at("chart?by=standing")).body().replaceAll("\\s+", " ");
    assertThat(standing).as("five tones: numbers, and the homes at the end")
        .containsPattern("Floor 2</th>(<td class=\"num\">0</td>){5}<td class=\"num\">2</td><td class=\"num\">0</td>"
            + "<td class=\"num\">2</td></tr>");
    assertThat(page).contains("Steward, part by part", "data-tone=\"boss\"", "boss’s side")
        .containsPattern("Floor 2</th><td class=\"num\">0 of 2</td><td class=\"num\">2 of 2</td>")
        .containsPattern("data-tone=\"four\"></i></span> ?<span class=\"visually-hidden\"> ?has none ?</span>");
  }

  @Test
  void putsTheWidestGapFirst(FoundedLocal local) {
    var elm = Elm.in(local);
    elm.person("Maria", "2A");
    elm.person("Juan", "2B");
    elm.person("Lee", "3A");

    assertThat(drawn(elm, "standing").parts().stream().map(SiteChart.PartCount::part).toList())
        .containsExactly("1", "3", "2");
    assertThat(elm.organiser().visitor().get(elm.at("chart")).body()).contains("Nobody known in 2 places.",
        "2 people have no steward.");
  }

  @Test
  void coloursByWhatIsKnownAndShowsNoName(FoundedLocal local) {
    var elm = Elm.in(local);
    UUID maria = elm.person("Maria Quillfeather", "2A");
    elm.knock(elm.steward(), UUID.randomUUID(), "2A", "outcome", "talked", "who", maria.toString());

    for (String layer : List.of("standing", "talked", "steward", "member", "nonsense'<script>")) {
      var page = elm.organiser()
          .visitor()
          .get(elm.at("chart?by=" + java.net.URLEncoder.encode(layer,
              java.nio.charset.StandardCharsets.UTF_8)));
      assertThat(page.status()).as(layer).isEqualTo(200);
      assertThat(page.body()).doesNotContain("Quillfeather", "<script>alert");
    }
    assertThat(drawn(elm, "talked").legend().getFirst().people()).isOne();
    assertThat(drawn(elm, "steward").legend().getLast().people()).isOne();
    assertThat(elm.steward().visitor().get(elm.at("chart")).status()).isEqualTo(403);
  }

  @Test
  void reportsTheWeekBack(FoundedLocal local) {
    var elm = Elm.in(local);
    UUID maria = elm.person("Maria Quillfeather", "2A");
    var steward = elm.steward();
    local.write(() -> Elm.part(Stewards.class).give(elm.site(), List.of(maria), steward.id()));
    elm.knock(steward, UUID.randomUUID(), "2A", "outcome", "talked", "who", maria.toString());
    elm.knock(steward, UUID.randomUUID(), "2A", "outcome", "talked", "who", maria.toString());

    var page = elm.organiser().visitor().get(elm.at("report-back"));

    assertThat(page.body()).contains("Somebody").doesNotContain("Quillfeather");
    assertThat(page.body())
        .containsPattern("<th scope=\"row\">Somebody</th><td class=\"num\">1</td><td class=\"num\">1</td>");
    assertThat(local.read(() -> Elm.part(Weeks.class)
        .at(elm.site(), org.groundwork.support.Product.shared().clock().instant().minusSeconds(604_800),
            org.groundwork.support.Product.shared().clock().instant().plusSeconds(1))))
        .hasSize(1);
  }
}
