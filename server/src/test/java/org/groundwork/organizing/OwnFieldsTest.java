// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.groundwork.roll.People;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A column of one's own: pasted with forty rows, filled in at the door, and what the list is filtered by. */
@ExtendWith(ProductExtension.class)
class OwnFieldsTest {

  private static UUID add(Elm elm, String kind, String name, String choices, String seenBy) {
    elm.organiser()
        .visitor()
        .post(elm.local().path("fields"), "kind", kind, "name", name, "choices", choices, "purpose", "To know",
            "keptDays", "30", "seenBy", seenBy);
    return elm.local()
        .read(() -> Elm.part(Fields.class).inUse())
        .stream()
        .filter(field -> field.said().name().equals(name))
        .findFirst()
        .orElseThrow()
        .id();
  }

  /** What a field holds about everybody of the house, by name. */
  private static Map<String, String> held(Elm elm, UUID field) {
    return elm.local().read(() -> {
      var people = Elm.part(People.class);
      var known = people.known(people.at(elm.site()).stream().map(People.Place::person).toList());
      var of = Elm.part(Fields.class).inUse().stream().filter(f -> f.id().equals(field)).findFirst().orElseThrow();
      return Elm.part(Fields.class)
          .values(of, known.keySet())
          .entrySet()
          .stream()
          .collect(Collectors.toMap(value -> java.util.Objects.requireNonNull(known.get(value.getKey())).name(),
              value -> value.getValue().written()));
    });
  }

  @Test
  void readsAPasteWithAHeadingOfOurOwnAndGivesItBackWhenItIsTakenBack(FoundedLocal local) {
    var elm = Elm.in(local);
    UUID badge = add(elm, "choice", "Badge group", "Red\nBlue", "organisers");
    UUID lease = add(elm, "date", "Lease end", "", "organisers");
    UUID card = add(elm, "yes-no", "Key", "", "organisers");
    var visitor = elm.organiser().visitor();
    String lines = """
        Name\tUnit\tBadge group\tPhone\tLease end\tKey
        Maria\t2A\tblue\t555 0101\t2027-03-31\tyes
        "Lopez, Juan"\t2B\tRed\t\t\tno
        Pat\t3B\t\t\t\t
        """;

    Page preview = visitor.post(elm.at("people"), "lines", lines, "act", "preview");
    assertThat(preview.body()).contains("Badge group: blue, Lease end: 2027-03-31, Key: yes", "555 0101");
    Page saved = visitor.post(elm.at("people"), "lines", lines);
    assertThat(saved.status()).isEqualTo(303);

    assertThat(held(elm, badge)).containsOnly(Map.entry("Maria", "2"), Map.entry("Lopez, Juan", "1"));
    assertThat(held(elm, lease)).containsOnly(Map.entry("Maria", "2027-03-31"));
    assertThat(held(elm, card)).containsOnly(Map.entry("Maria", "yes"), Map.entry("Lopez, Juan", "no"));

    String set = saved.location().orElseThrow().replaceFirst(".*added=", "").replaceFirst("&.*", "");
    Page back = visitor.post(elm.at("people/undo"), "added", set);
    assertThat(back.body()).contains("Name, Unit, Phone, Mail, Note, Badge group, Lease end, Key",
        "Maria, 2A, 555 0101, , , Blue, 2027-03-31, yes", "\"Lopez, Juan\", 2B, , , , Red, , no");
    assertThat(held(elm, badge)).isEmpty();
    String given = back.body().replaceAll("(?s).*<textarea[^>]*>(.*?)</textarea>.*", "$1");
    assertThat(visitor.post(elm.at("people"), "lines", given).status()).isEqualTo(303);
    assertThat(held(elm, badge)).containsOnly(Map.entry("Maria", "2"), Map.entry("Lopez, Juan", "1"));
  }

  @Test
  void readsATableHoweverASpreadsheetWritesIt(FoundedLocal local) {
    var elm = Elm.in(local);
    UUID key = add(elm, "yes-no", "Key", "", "organisers");
    UUID lift = add(elm, "yes-no", "Lift", "", "organisers");
    UUID shift = add(elm, "choice", "Shift, night", "At \"the\" gate, late\nEarly; early", "organisers");
    var visitor = elm.organiser().visitor();

    assertThat(visitor.post(elm.at("people"), "lines", "Unit\tName\tKey\tLift\n\tMaria\tyes\tno").status())
        .isEqualTo(303);
    assertThat(held(elm, key)).as("whoever has no door").containsOnly(Map.entry("Maria", "yes"));
    assertThat(held(elm, lift)).containsOnly(Map.entry("Maria", "no"));

    String quoted = "Name;\"Shift, night\";Unit\nJuan;\"At \"\"the\"\" gate, late\";2A\nPat;\"Early; early\";2B";
    Page saved = visitor.post(elm.at("people"), "lines", quoted);
    assertThat(saved.status()).isEqualTo(303);
    assertThat(held(elm, shift)).containsOnly(Map.entry("Juan", "1"), Map.entry("Pat", "2"));
    String set = saved.location().orElseThrow().replaceFirst(".*added=", "").replaceFirst("&.*", "");
    String back = visitor.post(elm.at("people/undo"), "added", set)
        .body()
        .replaceAll("(?s).*<textarea[^>]*>(.*?)</textarea>.*", "$1");
    assertThat(visitor.post(elm.at("people"), "lines", back).status()).as(back).isEqualTo(303);
    assertThat(held(elm, shift)).containsOnly(Map.entry("Juan", "1"), Map.entry("Pat", "2"));
  }

  @Test
  void keepsNothingAboutTheBossSide(FoundedLocal local) {
    var elm = Elm.in(local);
    UUID key = add(elm, "yes-no", "Key", "", "organisers");
    elm.organiser().visitor().post(elm.at("people"), "lines", "Name, Unit, Key\nthe super!, 1A, yes\nMaria, 2A, yes");
    assertThat(held(elm, key)).containsOnly(Map.entry("Maria", "yes"));
  }

  @Test
  void refusesACellThatIsNoValueAndEntersNobody(FoundedLocal local) {
    var elm = Elm.in(local);
    add(elm, "choice", "Badge <b>", "Red\nBlue", "organisers");
    add(elm, "date", "Lease end", "", "organisers");
    add(elm, "yes-no", "Key", "", "organisers");
    var visitor = elm.organiser().visitor();

    for (String[] bad : List.of(new String[]{"Badge <b>", "<i>", "is none of what Badge &lt;b&gt; can be (Red, Blue)"},
        new String[]{"Lease end", "31.3.2027", "write the day of Lease end as 2026-03-31"},
        new String[]{"Lease end", "0001-01-01", "write the day of Lease end"},
        new String[]{"Key", "perhaps", "is neither yes nor no"})) {
      Page refused = visitor.post(elm.at("people"), "lines", "Name, " + bad[0] + "\nMaria, " + bad[1]);
      assertThat(refused.status()).as(bad[1]).isEqualTo(422);
      assertThat(refused.body()).contains("Line 2: ", bad[2], ">Name, ").doesNotContain("<i>");
    }
    assertThat(local.read(() -> Elm.part(People.class).at(elm.site()))).isEmpty();
  }

  @Test
  void fillsThemInAtTheDoorWithoutShowingWhatIsHeld(FoundedLocal local) {
    var elm = Elm.in(local);
    UUID maria = elm.person("Maria", "2A");
    UUID badge = add(elm, "choice", "Badge group", "Red\nBlue", "stewards");
    UUID secret = add(elm, "yes-no", "Only ours", "", "organisers");
    local.write(() -> {
      Elm.part(Fields.class).set(maria, Map.of(field(secret), java.util.Optional.of(new Fields.Value.YesNo(true))));
      return true;
    });
    Visitor steward = elm.steward().visitor();
    String ask = elm.at("talk?unit=" + elm.unit("2A") + "&outcome=talked&who=" + maria);

    assertThat(steward.get(ask).body()).contains("Badge group", "What is held already is not shown here")
        .doesNotContain("Only ours", "selected>Blue");
    assertThat(talked(steward, elm, maria, "f-" + badge, "7").status()).isEqualTo(422);
    assertThat(talked(steward, elm, maria, "f-" + badge, "2", "f-" + secret, "no").status()).isEqualTo(303);
    assertThat(held(elm, badge)).containsOnly(Map.entry("Maria", "2"));
    assertThat(held(elm, secret)).as("a field that stewards do not see").containsOnly(Map.entry("Maria", "yes"));

    assertThat(talked(steward, elm, maria, "f-" + badge, "").status()).isEqualTo(303);
    assertThat(held(elm, badge)).as("an empty field changes nothing").containsOnly(Map.entry("Maria", "2"));
    assertThat(steward.get(ask).body()).doesNotContain("selected>Blue");
  }

  private static Fields.Field field(UUID id) {
    return Elm.part(Fields.class).inUse().stream().filter(f -> f.id().equals(id)).findFirst().orElseThrow();
  }

  private static Page talked(Visitor steward, Elm elm, UUID person, String... more) {
    var fields = new java.util.ArrayList<>(List.of("id", UUID.randomUUID().toString(), "unit",
        elm.unit("2A").toString(), "outcome", "talked", "who", person.toString()));
    fields.addAll(List.of(more));
    return steward.post(elm.at("talk"), fields.toArray(String[]::new));
  }

  @Test
  void filtersTheListOfASite(FoundedLocal local) {
    var elm = Elm.in(local);
    UUID badge = add(elm, "choice", "Badge group", "Red\nBlue", "organisers");
    var visitor = elm.organiser().visitor();
    visitor.post(elm.at("people"), "lines", "Name, Unit, Badge group\nMaria, 2A, Red\nJuan, 2B, Blue\nPat, 3B,");
    String list = local.path("people?site=" + elm.site());

    assertThat(visitor.get(list).body()).contains("Badge group: Blue", "Maria", "Juan", "Pat");
    Page blue = visitor.get(list + "&own=" + badge + ":2");
    assertThat(blue.body()).contains("Juan", "Badge group: Blue").doesNotContain(">Maria<", ">Pat<");
    assertThat(visitor.get(list + "&own=" + badge + ":").body()).contains(">Pat<").doesNotContain(">Maria<", ">Juan<");
    assertThat(visitor.get(list + "&own=" + UUID.randomUUID() + ":1").status()).isEqualTo(404);
    assertThat(visitor.get(local.path("people?own=" + badge + ":2")).body()).as("without a site there is no filter")
        .contains(">Maria<", ">Juan<", ">Pat<");
  }
}
