// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.groundwork.roll.Forgetting;
import org.groundwork.roll.Sites;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.Pdf;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The column every group keeps: with a purpose, an end, and somebody who sees it. */
@ExtendWith(ProductExtension.class)
class FieldsTest {

  private static Page add(Elm elm, String... fields) {
    var visitor = elm.organiser().visitor();
    visitor.get(elm.local().path("fields"));
    return visitor.post(elm.local().path("fields"), fields);
  }

  private static UUID named(Elm elm, String name) {
    return elm.local()
        .read(() -> Elm.part(Fields.class).inUse())
        .stream()
        .filter(f -> f.said().name().equals(name))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private static SiteChart drawn(Elm elm, UUID field) {
    return elm.local()
        .read(() -> Elm.part(SiteCharts.class)
            .of(Elm.part(Sites.class).byId(elm.site()).orElseThrow(),
                "field-" + field));
  }

  @Test
  void saysWhatForHowLongAndWhoSeesIt(FoundedLocal local) {
    var elm = Elm.in(local);
    assertThat(
        add(elm, "kind", "choice", "name", "Shirt", "choices", "S", "purpose", "Order", "keptDays", "30", "seenBy",
            "stewards").status())
        .isEqualTo(422);
    assertThat(add(elm, "kind", "yes-no", "name", "Lease", "purpose", "", "keptDays", "0", "seenBy", "boss").status())
        .isEqualTo(422);

    Page shown = elm.organiser()
        .visitor()
        .follow(add(elm, "kind", "choice", "name", "Shirt <b>", "choices", "S\nM\nL",
            "purpose", "Order <i>", "keptDays", "30", "seenBy", "stewards"));

    assertThat(shown.body()).contains("Shirt &lt;b&gt;", "S, M, L", "kept 30 days").doesNotContain("<i>");
  }

  @Test
  void coloursTheChartAndIsFilledInAtThePerson(FoundedLocal local) {
    var elm = Elm.in(local);
    UUID maria = elm.person("Maria", "2A");
    add(elm, "kind", "choice", "name", "Shirt", "choices", "S\nM", "purpose", "Order", "keptDays", "30", "seenBy",
        "stewards");
    UUID field = named(elm, "Shirt");
    String path = local.path("people/" + maria + "/fields");
    var steward = elm.steward().visitor();
    steward.get(path);

    assertThat(steward.post(path, "f-" + field, "3").status()).isEqualTo(422);
    assertThat(steward.post(path, "f-" + field, "2").status()).isEqualTo(303);

    assertThat(drawn(elm, field).legend()).extracting(SiteChart.Key::people).containsExactly(0, 1);
    assertThat(elm.organiser().visitor().get(elm.at("chart?by=field-" + field)).body()).contains("Shirt");
    assertThat(steward.post(path, "f-" + field, "").status()).isEqualTo(303);
    assertThat(drawn(elm, field).legend()).extracting(SiteChart.Key::people).containsExactly(0, 0);
  }

  @Test
  void givesEachOfTwelveChoicesALookOfItsOwn(FoundedLocal local) {
    var elm = Elm.in(local);
    UUID maria = elm.person("Maria", "2A");
    UUID juan = elm.person("Juan", "2B");
    String choices = IntStream.rangeClosed(1, 12).mapToObj(at -> "Crew " + at).collect(Collectors.joining("\n"));
    add(elm, "kind", "choice", "name", "Crew", "choices", choices, "purpose", "Shifts", "keptDays", "30", "seenBy",
        "stewards");
    UUID field = named(elm, "Crew");
    var organiser = elm.organiser().visitor();
    organiser.post(local.path("people/" + maria + "/fields"), "f-" + field, "6");
    organiser.post(local.path("people/" + juan + "/fields"), "f-" + field, "11");

    var legend = drawn(elm, field).legend();
    assertThat(legend).extracting(SiteChart.Key::letter).doesNotHaveDuplicates().doesNotContain("X", "?");
    assertThat(legend).extracting(key -> key.tone().css() + (key.tone().css() == ChartLayer.Css.LETTER
        ? key.letter()
        : "")).doesNotHaveDuplicates();
    assertThat(organiser.get(elm.at("chart?by=field-" + field)).body()).contains("data-tone=\"letter\">F</i>",
        "data-tone=\"letter\">K</i>");
    String copy = elm.organiser()
        .visitor()
        .post(elm.at("chart/prints"), "by", "field-" + field, "legend", "on")
        .location()
        .orElseThrow();
    assertThat(Pdf.text(elm.organiser().visitor().file(copy))).contains("F Crew 6", "K Crew 11", "A Crew 1");
  }

  @Test
  void hidesFromStewardsWhatIsForOrganisersAndKeepsIt(FoundedLocal local) {
    var elm = Elm.in(local);
    UUID maria = elm.person("Maria", "2A");
    add(elm, "kind", "yes-no", "name", "Zebra list", "purpose", "x", "keptDays", "30", "seenBy", "organisers");
    UUID field = named(elm, "Zebra list");
    String path = local.path("people/" + maria + "/fields");
    elm.organiser().visitor().post(path, "f-" + field, "yes");

    var steward = elm.steward().visitor();
    assertThat(steward.get(path).body()).doesNotContain("Zebra list");
    steward.post(path, "f-" + field, "no");

    assertThat(local.read(() -> Elm.part(Fields.class).of(maria))).containsEntry(field, new Fields.Value.YesNo(true));
    var oak = new Elm(local, Elm.building(local, "9 Oak"));
    assertThat(oak.steward().visitor().get(path).status()).isEqualTo(404);
  }

  @Test
  void forgetsAValueWhenItsTimeIsOverAndAllOfThemWithTheField(FoundedLocal local) {
    var elm = Elm.in(local);
    UUID maria = elm.person("Maria", "2A");
    add(elm, "kind", "date", "name", "Lease ends", "purpose", "x", "keptDays", "30", "seenBy", "stewards");
    UUID field = named(elm, "Lease ends");
    String path = local.path("people/" + maria + "/fields");
    elm.organiser().visitor().post(path, "f-" + field, "2027-03-01");
    assertThat(local.read(() -> Elm.part(Fields.class).of(maria))).hasSize(1);

    Product.shared().clock().advance(Duration.ofDays(31));
    local.write(() -> {
      Elm.part(Forgetting.class).old();
      return true;
    });
    assertThat(local.read(() -> Elm.part(Fields.class).of(maria))).isEmpty();

    elm.organiser().visitor().post(path, "f-" + field, "2027-03-01");
    assertThat(elm.organiser().visitor().post(local.path("fields/" + field + "/retire")).status()).isEqualTo(303);
    assertThat(local.read(() -> Elm.part(Fields.class).all())).hasSize(1).allMatch(Fields.Field::retired);
    assertThat(local.read(() -> Elm.part(Fields.class).inUse())).isEqualTo(List.of());
  }
}
