// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.groundwork.platform.access.Reach;
import org.groundwork.platform.access.Role;
import org.groundwork.support.Page;
import org.groundwork.support.Product;
import org.groundwork.support.Visitor;
import org.junit.jupiter.api.Test;

/** The roll leaves as a file only when one officer says why and another, elsewhere, agrees to exactly that. */
class RollExportTest {
  private static final Pattern HASH = Pattern.compile("name=\"hash\" value=\"([0-9a-f]{64})\"");
  private static final Pattern ONCE = Pattern.compile("name=\"once\" value=\"([^\"]+)\"");
  private static final String BROWSER = "gw-browser";

  private final House.Member founder = House.found("Ana");
  private final UUID site = founder.building("1 Elm Street", 6);

  @Test
  void takesTwoOfficersOnTwoDevicesWhoSeeTheSame() {
    var second = officer();
    var asking = founder.browser();
    String export = asked(asking, "purpose", "ballot of the local", "who", "agreed", "state", "on");
    var releasing = second.browser();
    String page = releasing.get(export).body();
    assertThat(page).contains("ballot of the local", "The whole group", "Everybody who joined", "Ana");
    assertThat(page).as("the number the first officer reads out")
        .contains(control(asking.get(export).body()));
    assertRefused(asking.post(export + "/release", "hash", hash(page)), "whoever asked cannot release");
    var sameBrowser = second.browser().withCookie(BROWSER, asking.cookie(BROWSER).orElseThrow());
    assertRefused(sameBrowser.post(export + "/release", "hash", hash(page)), "It takes two phones");
    assertRefused(releasing.post(export + "/release", "hash", "0".repeat(64)), "not what you saw");
    assertThat(asking.post(export + "/file").location()).hasValueSatisfying(to -> assertThat(to)
        .endsWith("?refused=too-early"));
    assertThat(releasing.post(export + "/release", "hash", hash(page)).status()).isEqualTo(303);
    assertThat(releasing.post(export + "/file").status()).as("the second officer gets no file").isEqualTo(403);
    var file = asking.post(export + "/file");
    assertThat(file.status()).isEqualTo(200);
    assertThat(file.header("Content-Type")).hasValue("text/csv;charset=UTF-8");
    assertThat(file.header("Content-Disposition")).hasValueSatisfying(name -> assertThat(name)
        .matches("attachment; filename=\"list-\\d{4}-\\d\\d-\\d\\d\\.csv\""));
    assertThat(file.header("Cache-Control")).hasValueSatisfying(cached -> assertThat(cached).contains("no-store"));
    assertThat(file.body().lines()).hasSize(3);
    assertThat(asking.post(export + "/file").location()).hasValueSatisfying(to -> assertThat(to)
        .endsWith("?refused=gone"));
    assertThat(asking.get(export + "?refused=gone").body()).contains("stopped or fetched");
  }

  @Test
  void saysInTheLogWhatWasAskedAndHowManyAndNeverWho() {
    var second = officer();
    founder.contact(site, "Maria", "3B");
    var asking = founder.browser();
    String export = asked(asking, "purpose", "for Maria only", "who", "agreed", "phone", "on");
    released(second, export);
    asking.post(export + "/file");
    var log = String.join("\n", founder.audited());
    assertThat(log).contains("roll-export-asked", "roll-export-released", "roll-exported",
        "whole, agreed, phone,reach, 2 people");
    assertThat(log).doesNotContain("Maria", "for Maria");
  }

  @Test
  void leavesOutWhoHasNotAgreedTheBossSideAndWhatTheirRulesForbid() {
    var second = officer();
    founder.contact(site, "1A", known("Silent", "555 0000"));
    agreed("Maria", "555 0101", "maria@example.org", EnumSet.of(SafeContact.Channel.TEXT));
    agreed("Noah", "555 0202", "noah@example.org", EnumSet.of(SafeContact.Channel.MAIL));
    UUID zed = agreed("Zed", "555 0303", "zed@example.org", EnumSet.allOf(SafeContact.Channel.class));
    founder.does(() -> {
      House.part(PersonRecords.class).markBossSide(place(zed), zed, true);
      return true;
    });
    String file = fetched(second, "who", "agreed", "phone", "on", "mail", "on", "place", "on");
    assertThat(file).contains("Maria,1 Elm Street 3B,555 0101,,Text message; Neutral subject.");
    assertThat(file).contains("Noah,1 Elm Street 3B,,noah@example.org,Mail; Neutral subject.");
    assertThat(file).doesNotContain("Silent", "Zed", "555 0000", "555 0202", "maria@example.org", "555 0303");
  }

  @Test
  void leavesOutTheNumberOfAMemberWhoIsNotToBeWrittenTo() {
    var second = officer();
    founder.does(() -> House.part(PersonRecords.class)
        .save(founder.person(), 1, known("Ana", "555 0909"), false));
    String file = fetched(second, "who", "members", "phone", "on");
    assertThat(file).contains("Ana,,not to be written to").doesNotContain("555 0909");
  }

  @Test
  void obeysTheRulesOfRecordsMergedIntoOneOverSeveralMerges() {
    UUID first = agreed("Maria", "555 0101", "", EnumSet.noneOf(SafeContact.Channel.class));
    UUID second = agreed("Maria L", "555 0101", "", EnumSet.allOf(SafeContact.Channel.class));
    UUID third = agreed("Maria Lopez", "555 0101", "", EnumSet.allOf(SafeContact.Channel.class));
    founder.merge(second, first);
    founder.merge(third, second);
    assertThat(fetched(officer(), "who", "agreed", "phone", "on")).contains("Maria Lopez,,Only at the door")
        .doesNotContain("555 0101");
  }

  @Test
  void putsEverybodyInOnceThoughTheyAreReadInSeveralBatches() {
    var second = officer();
    int many = 2 * RollFile.AT_ONCE + 3;
    founder.does(() -> {
      UUID set = House.part(org.groundwork.platform.history.ChangeSets.class).open("test");
      for (int i = 0; i < many; i++) {
        House.part(People.class)
            .addMember(set,
                new People.Known("Member %04d".formatted(i), Optional.empty(), Optional.empty(), ""));
      }
      return true;
    });
    var lines = fetched(second, "who", "members").lines().map(line -> line.split(",", 2)[0]).toList();
    assertThat(lines).doesNotHaveDuplicates().hasSize(1 + 2 + many);
    var counted = lines.stream().filter(line -> line.startsWith("Member ")).sorted().toList();
    assertThat(counted).hasSize(many);
    assertThat(counted.getLast()).isEqualTo("Member %04d".formatted(many - 1));
  }

  @Test
  void limitsAFileToASite() {
    var second = officer();
    UUID elsewhere = founder.building("2 Oak Street", 2);
    agreed("Maria", "555 0101", "", EnumSet.allOf(SafeContact.Channel.class));
    UUID noah = founder.contact(elsewhere, "1A", known("Noah", "555 0202"));
    founder.does(() -> House.part(PersonRecords.class).save(noah, 1, known("Noah", "555 0202"), true));
    assertThat(fetched(second, "who", "agreed", "site", elsewhere.toString())).contains("Noah")
        .doesNotContain("Maria", "Ana");
    assertThat(fetched(second, "who", "members", "site", elsewhere.toString())).doesNotContain("Noah");
  }

  @Test
  void neverCallsASiteThatWasMergedMeanwhileTheWholeLocal() {
    var second = officer();
    UUID oak = founder.building("2 Oak Street", 2);
    UUID twice = founder.building("2 Oak St", 2);
    String export = asked(founder.browser(), "purpose", "ballot of the house", "who", "agreed", "site",
        twice.toString());
    assertThat(second.browser().get(export).body()).contains("2 Oak St");
    assertThat(founder.does(() -> House.part(SiteMerge.class).merge(oak, twice))).isPresent();
    assertThat(second.browser().get(export).body()).doesNotContain("The whole group");
  }

  @Test
  void writesNoCellThatASpreadsheetWouldRun() {
    agreed("=1+1", "+1 555 0101", "", EnumSet.allOf(SafeContact.Channel.class));
    agreed("Quoted \"Q\", Ana", "555", "", EnumSet.allOf(SafeContact.Channel.class));
    String file = fetched(officer(), "who", "agreed", "phone", "on", "mark", "on");
    assertThat(file).startsWith("\uFEFFName,Phone")
        .contains("\r\n'=1+1,'+1 555 0101,",
            "\r\n\"Quoted \"\"Q\"\", Ana\",555,");
    for (String begin : List.of("=", "+", "-", "@", "\t", "\r", "\n", "\uFF1D", "  =")) {
      assertThat(Csv.cell(begin + "x")).as(begin).matches("(?s)\"?'.*");
    }
    assertThat(Csv.cell("Ana")).isEqualTo("Ana");
    assertThat(Csv.cell("")).isEmpty();
    assertThat(Csv.cell("two\nlines")).isEqualTo("\"two\nlines\"");
  }

  @Test
  void tellsEverybodyADayBeforeWhereThereIsNoSecondOfficer() {
    var member = founder.with(new Reach.WholeLocal(), Role.MEMBER);
    var asking = founder.browser();
    assertThat(asking.get(founder.at("exports/new")).body()).contains("You are the only officer");
    String export = asked(asking, "purpose", "backup of the list", "who", "agreed");
    assertThat(member.browser().get(founder.at("")).body()).contains("about to be taken out of the roll");
    assertThat(member.browser().get(founder.at("exports")).body()).contains("Ana asks for a file", "tell an officer")
        .doesNotContain("backup of the list");
    assertThat(member.browser().get(export).status()).isEqualTo(403);
    assertThat(asking.post(export + "/file").location()).hasValueSatisfying(to -> assertThat(to)
        .endsWith("too-early"));
    Product.shared().clock().advance(Duration.ofHours(25));
    var later = new House.Member(founder.local(), founder.local().withPasskey(founder.self()));
    assertThat(later.browser().post(export + "/file").status()).isEqualTo(200);
  }

  @Test
  void waitsForTheSecondOfficerWhoCameMeanwhile() {
    var asking = founder.browser();
    String export = asked(asking, "purpose", "backup of the list", "who", "agreed");
    Product.shared().clock().advance(Duration.ofHours(25));
    var second = officer();
    var later = new House.Member(founder.local(), founder.local().withPasskey(founder.self())).browser();
    assertThat(later.post(export + "/file").location()).hasValueSatisfying(to -> assertThat(to)
        .endsWith("too-early"));
    released(second, export);
    assertThat(later.post(export + "/file").status()).isEqualTo(200);
  }

  @Test
  void opensForADayOnly() {
    var second = officer();
    String export = asked(founder.browser(), "purpose", "ballot of the local", "who", "agreed");
    released(second, export);
    Product.shared().clock().advance(Duration.ofHours(24).plusMinutes(1));
    var later = new House.Member(founder.local(), founder.local().withPasskey(founder.self())).browser();
    assertThat(later.post(export + "/file").location()).hasValueSatisfying(to -> assertThat(to).endsWith("gone"));
  }

  @Test
  void isStoppedByAnyOfficerAndSeenByNobodyElse() {
    var second = officer();
    var other = House.found("Otto");
    String export = asked(founder.browser(), "purpose", "ballot of the local", "who", "agreed");
    String there = other.at("exports/" + export.substring(export.lastIndexOf('/') + 1));
    assertThat(other.browser().get(there).status()).isEqualTo(404);
    for (String act : List.of("/release", "/stop", "/file")) {
      assertThat(other.browser().post(there + act, "hash", "0").status()).as(act).isEqualTo(404);
    }
    assertThat(second.browser().post(export + "/stop").status()).isEqualTo(303);
    assertRefused(second.browser().post(export + "/stop"), "stopped or fetched");
    assertThat(founder.browser().post(export + "/file").location()).hasValueSatisfying(to -> assertThat(to)
        .endsWith("gone"));
    assertThat(second.browser().get(founder.at("exports/new")).status()).as("an organiser asks for none")
        .isEqualTo(403);
  }

  @Test
  void keepsWhatWasTypedEscapesItAndAsksOnce() {
    officer();
    var asking = founder.browser();
    String form = founder.at("exports");
    var refused = asking.post(form, "once", UUID.randomUUID().toString(), "purpose", "<b>", "who", "them", "site",
        UUID.randomUUID().toString(), "phone", "on");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("purpose-error", "site-error", "who-error", "value=\"&lt;b>\"")
        .containsPattern("id=\"phone\" name=\"phone\" checked");
    String once = UUID.randomUUID().toString();
    for (int time = 0; time < 2; time++) {
      asking.post(form, "once", once, "purpose", "<script>alert(1)</script>", "who", "agreed");
    }
    assertThat(founder.does(() -> House.part(RollExports.class).current())).hasSize(1);
    String shown = asking.get(founder.at("exports/" + founder.does(() -> House.part(RollExports.class).current())
        .getFirst()
        .id())).body();
    assertThat(shown).contains("&lt;script&gt;alert(1)&lt;/script&gt;").doesNotContain("<script>alert");
  }

  @Test
  void givesOneFileToManyWhoAskAtOnce() throws Exception {
    var second = officer();
    String export = asked(founder.browser(), "purpose", "ballot of the local", "who", "agreed");
    released(second, export);
    try (var threads = Executors.newFixedThreadPool(4)) {
      var fetches = new ArrayList<Callable<Page>>();
      for (int i = 0; i < 4; i++) {
        var browser = founder.browser();
        browser.get(export);
        fetches.add(() -> browser.post(export + "/file"));
      }
      int files = 0;
      for (var fetched : threads.invokeAll(fetches)) {
        files += fetched.get().status() == 200 ? 1 : 0;
      }
      assertThat(files).isEqualTo(1);
    }
  }

  @Test
  void keepsTheRequestsBounded() {
    officer();
    for (int i = 0; i < RollExports.MOST_OPEN; i++) {
      asked(founder.browser(), "purpose", "ballot of the local", "who", "agreed");
    }
    var refused = founder.browser()
        .post(founder.at("exports"), "once", UUID.randomUUID().toString(), "purpose", "one more", "who", "agreed");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("Five requests are open", "one more");
    assertThat(ONCE.matcher(refused.body()).find()).isTrue();
  }

  @Test
  void changesItsHashWithEveryCriterion() {
    var ids = List.of(UUID.randomUUID(), UUID.randomUUID());
    var base = new RollCriteria(Optional.empty(), RollCriteria.Who.AGREED, Set.of(RollCriteria.Column.STATE), false);
    var others = List.of(
        new RollCriteria(Optional.of(site), RollCriteria.Who.AGREED, base.columns(), false),
        new RollCriteria(Optional.empty(), RollCriteria.Who.MEMBERS, base.columns(), false),
        new RollCriteria(Optional.empty(), RollCriteria.Who.AGREED, Set.of(RollCriteria.Column.PHONE), false),
        new RollCriteria(Optional.empty(), RollCriteria.Who.AGREED, base.columns(), true));
    byte[] hash = base.hash(ids.get(0), ids.get(1), "why");
    others.forEach(other -> assertThat(other.hash(ids.get(0), ids.get(1), "why")).isNotEqualTo(hash));
    assertThat(base.hash(ids.get(1), ids.get(1), "why")).isNotEqualTo(hash);
    assertThat(base.hash(ids.get(0), ids.get(0), "why")).isNotEqualTo(hash);
    assertThat(base.hash(ids.get(0), ids.get(1), "other")).isNotEqualTo(hash);
    assertThat(base.hash(ids.get(0), ids.get(1), "why")).isEqualTo(hash);
  }

  private House.Member officer() { return founder.with(new Reach.WholeLocal(), Role.MEMBER, Role.ORGANISER); }

  private String asked(Visitor asking, String... fields) {
    var all = new ArrayList<>(List.of("once", UUID.randomUUID().toString()));
    all.addAll(Arrays.asList(fields));
    var asked = asking.post(founder.at("exports"), all.toArray(String[]::new));
    assertThat(asked.status()).as(asked.body()).isEqualTo(303);
    return asked.location().orElseThrow();
  }

  private void released(House.Member officer, String export) {
    var browser = officer.browser();
    assertThat(browser.post(export + "/release", "hash", hash(browser.get(export).body())).status()).isEqualTo(303);
  }

  private String fetched(House.Member second, String... fields) {
    var all = new ArrayList<>(List.of("purpose", "ballot of the local"));
    all.addAll(Arrays.asList(fields));
    var asking = founder.browser();
    String export = asked(asking, all.toArray(String[]::new));
    released(second, export);
    return asking.post(export + "/file").body();
  }

  private UUID agreed(String name, String phone, String mail, Set<SafeContact.Channel> channels) {
    UUID person = founder.contact(site, name, "3B");
    founder.does(() -> House.part(PersonRecords.class)
        .save(person, 1, new People.Known(name, Optional.of(phone), Optional.of(mail).filter(m -> !m.isEmpty()),
            "nights"), true));
    founder.does(() -> House.part(SafeContact.class)
        .set(person, new SafeContact.Rules(0, channels, List.of(), true, false, "")));
    return person;
  }

  private Person.Held place(UUID person) { return House.part(PersonRecords.class).places(person).getFirst(); }

  private static People.Known known(String name, String phone) {
    return new People.Known(name, Optional.of(phone), Optional.empty(), "");
  }

  private static void assertRefused(Page page, String why) {
    assertThat(page.status()).isEqualTo(409);
    assertThat(page.body()).contains(why);
  }

  private static String hash(String page) {
    var found = HASH.matcher(page);
    assertThat(found.find()).as("a release form").isTrue();
    return found.group(1);
  }

  private static String control(String page) {
    int from = page.indexOf("<ul class=\"code\">");
    return page.substring(from, page.indexOf("</ul>", from));
  }
}
