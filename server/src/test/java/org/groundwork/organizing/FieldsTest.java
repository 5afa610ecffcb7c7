// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.groundwork.platform.access.Reach;
import org.groundwork.platform.access.Role;
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

  private static String shown(Page page, UUID field) {
    return page.body().replaceAll("(?s).*name=\"was-" + field + "\" value=\"([^\"]*)\".*", "$1");
  }

  @Test
  void overwritesNothingThatSomebodyElseWroteMeanwhile(FoundedLocal local) {
    var elm = Elm.in(local);
    UUID maria = elm.person("Maria", "2A");
    add(elm, "kind", "yes-no", "name", "Lease", "purpose", "x", "keptDays", "30", "seenBy", "stewards");
    add(elm, "kind", "choice", "name", "Shirt", "choices", "S\nM\nL", "purpose", "x", "keptDays", "30", "seenBy",
        "stewards");
    UUID lease = named(elm, "Lease");
    UUID shirt = named(elm, "Shirt");
    String path = local.path("people/" + maria + "/fields");
    var one = elm.steward().visitor();
    var other = elm.steward().visitor();
    assertThat(shown(one.get(path), lease)).isEmpty();

    other.post(path, "was-" + lease, "", "f-" + lease, "yes", "was-" + shirt, "", "f-" + shirt, "2");
    Page refused = one.post(path, "was-" + lease, "", "f-" + lease, "", "was-" + shirt, "", "f-" + shirt, "3");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body()).contains("Somebody wrote “M” meanwhile.", "value=\"3\" selected");
    assertThat(shown(refused, shirt)).isEqualTo("2");
    assertThat(shown(refused, lease)).as("what was not touched is as it is now").isEqualTo("yes");
    assertThat(refused.body()).contains("value=\"yes\" selected");
    assertThat(local.read(() -> Elm.part(Fields.class).of(maria))).containsEntry(shirt, new Fields.Value.Chosen(2));

    assertThat(one.post(path, "was-" + lease, "", "f-" + lease, "", "was-" + shirt, "2", "f-" + shirt, "3").status())
        .isEqualTo(303);
    assertThat(local.read(() -> Elm.part(Fields.class).of(maria))).containsEntry(shirt, new Fields.Value.Chosen(3))
        .containsEntry(lease, new Fields.Value.YesNo(true));
  }

  @Test
  void letsOneOfTwoWhoSaveAtOnceLookAgain(FoundedLocal local) throws Exception {
    var elm = Elm.in(local);
    UUID maria = elm.person("Maria", "2A");
    add(elm, "kind", "yes-no", "name", "Lease", "purpose", "x", "keptDays", "30", "seenBy", "stewards");
    UUID lease = named(elm, "Lease");
    String path = local.path("people/" + maria + "/fields");
    var one = elm.steward().visitor();
    var other = elm.steward().visitor();
    one.get(path);
    other.get(path);

    try (var two = Executors.newFixedThreadPool(2)) {
      Callable<Integer> yes = () -> one.post(path, "was-" + lease, "", "f-" + lease, "yes").status();
      Callable<Integer> no = () -> other.post(path, "was-" + lease, "", "f-" + lease, "no").status();
      var statuses = new java.util.ArrayList<Integer>();
      for (var done : two.invokeAll(List.of(yes, no))) {
        statuses.add(done.get());
      }
      assertThat(statuses).containsExactlyInAnyOrder(303, 409);
    }
  }

  @Test
  void keepsAValueNoLongerBecauseAnotherWasSaved(FoundedLocal local) {
    var elm = Elm.in(local);
    UUID maria = elm.person("Maria", "2A");
    add(elm, "kind", "yes-no", "name", "Lease", "purpose", "x", "keptDays", "30", "seenBy", "stewards");
    add(elm, "kind", "yes-no", "name", "Badge", "purpose", "x", "keptDays", "30", "seenBy", "stewards");
    UUID lease = named(elm, "Lease");
    UUID badge = named(elm, "Badge");
    String path = local.path("people/" + maria + "/fields");
    elm.organiser().visitor().post(path, "was-" + lease, "", "f-" + lease, "yes", "was-" + badge, "", "f-" + badge, "");
    Product.shared().clock().advance(Duration.ofDays(20));
    elm.organiser()
        .visitor()
        .post(path, "was-" + lease, "yes", "f-" + lease, "yes", "was-" + badge, "", "f-" + badge, "no");

    Product.shared().clock().advance(Duration.ofDays(11));
    local.write(() -> {
      Elm.part(Forgetting.class).old();
      return true;
    });

    assertThat(local.read(() -> Elm.part(Fields.class).of(maria))).containsOnlyKeys(badge);
  }

  @Test
  void saysHowMuchGoesBeforeAFieldIsTakenOutOfUse(FoundedLocal local) {
    var elm = Elm.in(local);
    UUID maria = elm.person("Maria", "2A");
    add(elm, "kind", "yes-no", "name", "Lease <b>", "purpose", "x", "keptDays", "30", "seenBy", "stewards");
    UUID lease = named(elm, "Lease <b>");
    var organiser = elm.organiser().visitor();
    organiser.post(local.path("people/" + maria + "/fields"), "f-" + lease, "yes");

    assertThat(organiser.get(local.path("fields")).body()).contains("/fields/" + lease + "/retire\"")
        .doesNotContain("action=\"" + local.path("fields/" + lease + "/retire"));
    assertThat(organiser.get(local.path("fields/" + lease + "/retire")).body())
        .contains("Lease &lt;b&gt;", "What it holds about one person is deleted for good.");
    assertThat(local.read(() -> Elm.part(Fields.class).of(maria))).hasSize(1);
    var oneSite = local.withPasskey(local.person(new Reach.Sites(Set.of(elm.site())), Role.ORGANISER));
    assertThat(oneSite.visitor().get(local.path("fields/" + lease + "/retire")).status()).isEqualTo(403);
    assertThat(organiser.get(local.path("fields/" + UUID.randomUUID() + "/retire")).status()).isEqualTo(404);
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
