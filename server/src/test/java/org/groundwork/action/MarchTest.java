// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.time.ZoneOffset;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.groundwork.campaign.StepKind;
import org.groundwork.platform.access.Reach;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.audit.Audited;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Going to who can say yes, together: parts, the rehearsal, the paper for the pocket, what came of it. */
@ExtendWith(ProductExtension.class)
class MarchTest {
  private static final List<String> WRITING = List.of("/march/part", "/march/part/end", "/march/part/earlier",
      "/march/filming", "/march/answers", "/march/report", "/march/promise");

  private static March of(AtARung at) {
    return at.local().read(() -> Planned.part(Marches.class).of(at.planned().id()));
  }

  private static void give(AtARung at, Visitor host, March.Part part, UUID person, String demand) {
    assertThat(host.post(at.planned().at("/march/part"), "part", part.key(), "person", person.toString(), "demand",
        demand).status()).isEqualTo(303);
  }

  private static String[] answers(long version, String refuses, String on, String... rehearsed) {
    var fields = new ArrayList<>(List.of("version", Long.toString(version), "refuses", refuses, "aside",
        "To all of us", "police", "We leave", "half", "And the other half", "on", on));
    for (String reply : rehearsed) {
      fields.addAll(List.of("rehearsed", reply));
    }
    return fields.toArray(String[]::new);
  }

  @Test
  void givesPartsToPeopleOfThePlaceAndToWhoeverComesAndToNobodyOfTheOtherSide(FoundedLocal local) {
    var at = AtARung.in(local, StepKind.MARCH, Duration.ofDays(2), false);
    UUID ana = at.neighbour("Ana <script>Ruiz", false);
    UUID boss = at.neighbour("Hasper", true);
    UUID cleo = Planned.known(local, "Cleo", Optional.empty(), Optional.empty());
    UUID stranger = Planned.known(local, "Nobody asked", Optional.empty(), Optional.empty());
    at.planned().comes(cleo);
    at.planned().comes(boss);
    var host = at.planned().organiser();
    String page = host.get(at.planned().at("/march")).body();
    assertThat(page).contains("Ana &lt;script&gt;Ruiz", "Cleo")
        .doesNotContain("Hasper", "Nobody asked", "<script>Ruiz");
    give(at, host, March.Part.SPEAKS, ana, at.demand().toString());
    give(at, host, March.Part.SPEAKS, cleo, "");
    give(at, host, March.Part.DOOR, cleo, at.demand().toString());
    give(at, host, March.Part.SPEAKS, ana, at.demand().toString());
    for (UUID not : List.of(boss, stranger, UUID.randomUUID())) {
      var refused = host.post(at.planned().at("/march/part"), "part", "speaks", "person", not.toString());
      assertThat(refused.status()).isEqualTo(422);
      assertThat(refused.body()).contains("person-error");
    }
    assertThat(host.post(at.planned().at("/march/part"), "part", "king", "person", ana.toString(), "demand",
        at.demand().toString()).body()).contains("part-error", "value=\"" + ana + "\" selected",
            "value=\"" + at.demand() + "\" selected");
    assertThat(of(at).parts()).hasSize(3);
    assertThat(of(at).of(March.Part.SPEAKS)).extracting(March.Role::person).containsExactly(ana, cleo);
    assertThat(of(at).of(March.Part.DOOR).getFirst().demand()).as("only who speaks puts a demand").isEmpty();
    UUID second = of(at).of(March.Part.SPEAKS).getLast().id();
    host.post(at.planned().at("/march/part/earlier"), "which", second.toString());
    assertThat(of(at).of(March.Part.SPEAKS)).extracting(March.Role::person).containsExactly(cleo, ana);
    host.post(at.planned().at("/march/part/end"), "which", second.toString());
    assertThat(of(at).of(March.Part.SPEAKS)).extracting(March.Role::person).containsExactly(ana);
    assertThat(String.join("\n", Audited.in(local))).contains("march-seen", "march-part-given", "march-part-taken")
        .doesNotContain("Ruiz", "Cleo");
  }

  @Test
  void proposesAnswersAndKeepsOursWithTheRehearsal(FoundedLocal local) {
    var at = AtARung.in(local, StepKind.MARCH, Duration.ofDays(2), false);
    var host = at.planned().organiser();
    assertThat(host.get(at.planned().at("/march")).body()).contains("Nobody goes into a room alone");
    assertThat(host.twin().speaking("es").get(at.planned().at("/march")).body()).contains("Nadie entra en una sala");
    var empty = host.post(at.planned().at("/march/answers"), answers(0, "", "2026-13-01", "aside"));
    assertThat(empty.status()).isEqualTo(422);
    assertThat(empty.body()).contains("refuses-error", "on-error", "value=\"aside\" checked", "And the other half");
    assertThat(of(at).answers()).isEmpty();
    assertThat(host.post(at.planned().at("/march/answers"), answers(0, "<script>No", "2026-11-20", "refuses", "half"))
        .status()).isEqualTo(303);
    assertThat(of(at).answer(March.Reply.REFUSES))
        .hasValue(new March.Answer(March.Reply.REFUSES, "<script>No", true));
    assertThat(of(at).answer(March.Reply.POLICE).orElseThrow().rehearsed()).isFalse();
    assertThat(of(at).rehearsal().orElseThrow().by()).isEqualTo(local.founder().id());
    assertThat(host.get(at.planned().at("/march")).body()).contains("&lt;script&gt;No")
        .doesNotContain("<script>No", "Nobody goes into a room alone");
    var stale = host.post(at.planned().at("/march/answers"), answers(0, "Typed late", ""));
    assertThat(stale.status()).isEqualTo(422);
    assertThat(stale.body()).contains("Somebody else changed this while you wrote", "Typed late");
    assertThat(of(at).answer(March.Reply.REFUSES).orElseThrow().answer()).isEqualTo("<script>No");
  }

  @Test
  void ofTwoWhoSaveAtOnceOneIsAskedAgain(FoundedLocal local) throws Exception {
    var at = AtARung.in(local, StepKind.MARCH, Duration.ofDays(2), false);
    var start = new CountDownLatch(1);
    try (var threads = Executors.newFixedThreadPool(8)) {
      var running = IntStream.range(0, 8).<Callable<Boolean>>mapToObj(one -> () -> {
        start.await();
        return local.write(() -> Planned.part(Marches.class).film(at.planned().id(), 0, "Note " + one));
      }).map(threads::submit).toList();
      start.countDown();
      int saved = 0;
      for (var one : running) {
        saved += one.get() ? 1 : 0;
      }
      assertThat(saved).isEqualTo(1);
    }
    assertThat(of(at).version()).isEqualTo(1);
  }

  @Test
  void saysWhoWroteDownWhetherFilmingIsLawfulAndThatNobodyDid(FoundedLocal local) {
    var at = AtARung.in(local, StepKind.MARCH, Duration.ofDays(2), false);
    var host = at.planned().organiser();
    assertThat(host.get(at.planned().at("/march")).body())
        .contains("Nobody has written down whether filming is lawful");
    host.post(at.planned().at("/march/filming"), "version", "0", "filming", "Both sides must agree, says the clinic");
    var note = of(at).filming().orElseThrow();
    assertThat(note.by()).isEqualTo(local.founder().id());
    assertThat(host.get(at.planned().at("/march")).body()).contains("Both sides must agree", "Written down by");
    assertThat(host.get(at.planned().at("/march/pocket")).body()).contains("Both sides must agree");
    host.post(at.planned().at("/march/filming"), "version", "1", "filming", "");
    assertThat(of(at).filming()).isEmpty();
  }

  @Test
  void thePaperForThePocketNamesNobodyAndIsForWhoeverHasAPart(FoundedLocal local) {
    var at = AtARung.in(local, StepKind.MARCH, Duration.ofDays(2), false);
    UUID ana = at.neighbour("Ana Quillfeather", false);
    var speaker = local.person(Role.MEMBER);
    var member = local.person(Role.MEMBER);
    at.planned().comes(speaker.id());
    var host = at.planned().organiser();
    give(at, host, March.Part.WRITES, ana, "");
    give(at, host, March.Part.SPEAKS, speaker.id(), at.demand().toString());
    String pocket = at.planned().at("/march/pocket");
    String paper = speaker.visitor().get(pocket).bodyWithoutTokens();
    assertThat(paper).contains("A. Q.", AtARung.DEMAND, "Nobody goes into a room alone")
        .doesNotContain("Ana", "Quillfeather", "Quenby");
    assertThat(speaker.visitor().get(at.planned().at("")).body()).contains("/march/pocket");
    assertThat(speaker.visitor().get(at.planned().at("/march")).status()).isEqualTo(403);
    assertThat(member.visitor().get(pocket).status()).isEqualTo(404);
    assertThat(member.visitor().get(at.planned().at("")).body()).doesNotContain("/march/pocket");
    assertThat(speaker.visitor().get(local.path("me")).body()).contains("What you were to do", "Speaks");
  }

  @Test
  void keepsWhatCameOfItAndShowsThePromiseWithTheRung(Product product, FoundedLocal local) {
    var at = AtARung.now(local, StepKind.MARCH);
    var host = at.planned().organiser();
    String report = at.planned().at("/march/report");
    assertThat(host.post(report, "version", "0", "wentIn", "14").status()).as("before it begins").isEqualTo(404);
    product.clock().advance(Duration.ofMinutes(11));
    var refused = host.post(report, "version", "0", "wentIn", "many", "said", "Kept word", "promisedFor",
        "2030-01-02");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("wentIn-error", "promise-error", "Kept word");
    assertThat(host.post(report, "version", "0", "wentIn", "14", "said", "He read it", "saidBy", "The agent",
        "promise", "<script>An answer", "promisedFor", "2030-01-02").status()).isEqualTo(303);
    assertThat(of(at).report().orElseThrow().wentIn()).isEqualTo(14);
    assertThat(host.get(local.path("campaigns/" + at.fight() + "/steps/" + at.step())).body())
        .contains("Promised", "&lt;script&gt;An answer", "January 2, 2030")
        .doesNotContain("<script>An answer");
    assertThat(local.read(() -> Planned.part(Marches.class).promises(at.step()))).singleElement()
        .matches(promise -> promise.saidBy().equals("The agent") && promise.action().equals(at.planned().id()));
    UUID ana = at.neighbour("Ana", false);
    give(at, host, March.Part.CARE, ana, "");
    assertThat(host.get(at.planned().at("/march")).body()).contains("Needs looking after");
  }

  /** Whoever runs the fight reads their words; everybody else that something was promised, and for which day. */
  @Test
  void tellsThePromiseInTheStoryOfTheFight(Product product, FoundedLocal local) {
    var at = AtARung.now(local, StepKind.MARCH);
    String story = local.path("campaigns/" + at.fight());
    assertThat(at.planned().organiser().get(story).body()).doesNotContain("What they promised to our faces");
    var by = LocalDate.ofInstant(product.clock().instant(), Planned.ZONE).plusDays(2);
    assertThat(local.write(() -> Planned.part(Marches.class)
        .report(at.planned().id(), 0, new March.Report(4, "", "", "<b>We come back", Optional.of(by))))).isTrue();

    assertThat(at.planned().organiser().get(story).body()).contains("What they promised to our faces",
        "&lt;b&gt;We come back", "actions/" + at.planned().id() + "/march#report")
        .doesNotContain("<b>We come back", "The day is over");
    assertThat(local.person(Role.MEMBER).visitor().get(story).body()).contains("they promised something for")
        .doesNotContain("We come back", "/march#report");
    product.clock().advance(Duration.ofDays(3));
    var member = local.person(Role.MEMBER);
    assertThat(member.visitor().get(story).body()).contains("The day is over").doesNotContain(">Broken<", ">Kept<");
    kept(at, 1, false);
    assertThat(member.visitor().get(story).body()).contains("<span class=\"tag \">Broken<")
        .doesNotContain("The day is over");
    kept(at, 2, true);
    assertThat(at.planned().organiser().get(story).body()).contains("<span class=\"tag tag--won\">Kept<")
        .doesNotContain("The day is over", ">Broken<");
    assertThat(local.read(() -> Planned.part(Marches.class).promisesOf(UUID.randomUUID(), true))).isEmpty();
  }

  private static void kept(AtARung at, long version, boolean kept) {
    assertThat(at.local().write(() -> Planned.part(Marches.class).kept(at.planned().id(), version, kept))).isTrue();
  }

  @Test
  void writesNobodyDownWhereOnlyNumbersAreKept(Product product, FoundedLocal local) {
    var at = AtARung.in(local, StepKind.MARCH, Duration.ofDays(2), false);
    UUID ana = at.neighbour("Ana", false);
    var host = at.planned().organiser();
    give(at, host, March.Part.GOES_IN, ana, "");
    at.change(Optional.of(at.step()), true);
    assertThat(of(at).parts()).isEmpty();
    assertThat(host.get(at.planned().at("/march")).body()).contains("nobody’s part is written down")
        .doesNotContain("Ana");
    assertThat(host.post(at.planned().at("/march/part"), "part", "goes-in", "person", ana.toString()).status())
        .isEqualTo(422);
    assertThat(of(at).parts()).isEmpty();
    assertThat(host.post(at.planned().at("/march/answers"), answers(0, "No", "")).status()).isEqualTo(303);
  }

  @Test
  void isOnlyForThoseWhoRunItAndForAMarch(Product product, FoundedLocal local, FoundedLocal foreign) {
    var at = AtARung.now(local, StepKind.MARCH);
    var picket = AtARung.now(local, StepKind.PICKET);
    give(at, at.planned().organiser(), March.Part.GOES_IN, at.neighbour("Ana", false), "");
    give(at, at.planned().organiser(), March.Part.GOES_IN, at.neighbour("Ben", false), "");
    promise(at.planned(), "New boilers");
    product.clock().advance(Duration.ofMinutes(11));
    var before = of(at);
    var elsewhere = local.withPasskey(local.person(new Reach.Sites(Set.of(UUID.randomUUID())), Role.ORGANISER));
    var member = local.person(Role.MEMBER);
    assertThat(elsewhere.visitor().get(at.planned().at("/march")).status()).isEqualTo(404);
    assertThat(at.planned().organiser().get(picket.planned().at("/march")).status()).isEqualTo(404);
    for (String rest : WRITING) {
      String[] fields = fields(rest, before);
      assertThat(elsewhere.visitor().post(at.planned().at(rest), fields).status()).as(rest).isEqualTo(404);
      assertThat(member.visitor().post(at.planned().at(rest), fields).status()).as(rest).isEqualTo(403);
      assertThat(foreign.founder().visitor().post(foreign.path("actions/" + at.planned().id() + rest), fields).status())
          .as(rest)
          .isEqualTo(404);
      assertThat(at.planned().organiser().post(picket.planned().at(rest), fields).status()).as(rest).isEqualTo(404);
    }
    assertThat(of(at)).isEqualTo(before);
    assertThat(of(picket)).matches(none -> none.version() == 0 && none.parts().isEmpty() && none.answers().isEmpty());
    for (String rest : WRITING) {
      assertThat(at.planned().organiser().post(at.planned().at(rest), fields(rest, of(at))).status())
          .as("by whoever runs it: " + rest)
          .isEqualTo(303);
    }
  }

  /** Fields that whoever runs it may send. */
  private static String[] fields(String rest, March now) {
    String version = Long.toString(now.version());
    var last = now.of(March.Part.GOES_IN).getLast();
    return switch (rest) {
      case "/march/part" -> new String[]{"part", "door", "person", last.person().toString(), "demand", ""};
      case "/march/part/end", "/march/part/earlier" -> new String[]{"which", last.id().toString()};
      case "/march/filming" -> new String[]{"version", version, "filming", "Both sides must agree"};
      case "/march/answers" -> answers(now.version(), "No", "2026-11-20");
      case "/march/report" -> new String[]{"version", version, "wentIn", "9", "promise", "New boilers"};
      case "/march/promise" -> new String[]{"version", version, "kept", "yes"};
      default -> throw new IllegalArgumentException(rest);
    };
  }

  /** Whoever asks gets the oldest promise of their own, however many others there are, and nobody else's is opened. */
  @Test
  void opensNoPromiseThatIsNotTheReaders(Product product, FoundedLocal local) {
    var theirs = AtARung.now(local, StepKind.MARCH);
    var own = AtARung.now(local, StepKind.MARCH);
    LocalDate day = LocalDate.ofInstant(product.clock().instant(), Planned.ZONE);
    var report = new March.Report(4, "", "", "A word", Optional.of(day.minusDays(1)));
    for (int many = 0; many < 51; many++) {
      var other = theirs.another();
      local.write(() -> Planned.part(Marches.class).report(other.id(), 0, report));
    }
    local.write(() -> Planned.part(JdbcClient.class)
        .sql("update action.march set promise = '\\x00' where local_id = ?")
        .param(local.id().value())
        .update());
    local.write(() -> Planned.part(Marches.class)
        .report(own.planned().id(), 0, new March.Report(4, "", "", "Own boilers", Optional.of(day))));

    var host = local.withPasskey(local.person(new Reach.Sites(Set.of(own.site())), Role.ORGANISER)).visitor();
    assertThat(host.get(local.path("")).body()).contains("Did they keep what they promised", "Own boilers");
    assertThat(local.person(Role.MEMBER).visitor().get(local.path("campaigns/" + theirs.fight())).body())
        .contains("they promised something for");
  }

  @Test
  void forgetsWhatSomebodyWasToDo(FoundedLocal local) {
    var at = AtARung.in(local, StepKind.MARCH, Duration.ofDays(2), false);
    UUID ana = at.neighbour("Ana", false);
    give(at, at.planned().organiser(), March.Part.FILMS, ana, "");
    assertThat(local.read(() -> Planned.part(InUse.class).inUse(List.of(ana)))).isTrue();
    local.write(() -> {
      Planned.part(Forgotten.class).forget(ana);
      return true;
    });
    assertThat(of(at).parts()).isEmpty();
    assertThat(local.read(() -> Planned.part(InUse.class).inUse(List.of(ana)))).isFalse();
  }

  @Test
  void datesTheNoteOnFilmingByTheDayOfTheLocal(Product product, FoundedLocal local) {
    var at = AtARung.in(local, StepKind.MARCH, Duration.ofDays(2), false);
    product.clock().advance(Duration.ofHours(14)); // two in the morning in UTC, the evening before in New York
    local.write(() -> Planned.part(Marches.class).film(at.planned().id(), 0, "Both sides must agree"));
    var on = of(at).filming().orElseThrow().on();
    product.clock().advance(Duration.ofHours(10));
    assertThat(on).isEqualTo(LocalDate.now(product.clock().withZone(ZoneOffset.UTC)).minusDays(1));
  }

  @Test
  void remindsOfAPromiseWhoseDayHasComeUntilSomebodyHasLooked(Product product, FoundedLocal local) {
    var at = AtARung.now(local, StepKind.MARCH);
    product.clock().advance(Duration.ofMinutes(11));
    LocalDate day = LocalDate.ofInstant(product.clock().instant(), Planned.ZONE).plusDays(2);
    String report = at.planned().at("/march/report");
    String home = local.path("");
    var host = at.planned().organiser();
    host.post(report, "version", "0", "wentIn", "4", "promise", "<script>New boilers", "promisedFor", day.toString());
    assertThat(host.get(home).body()).as("days before").doesNotContain("Did they keep what they promised");
    product.clock().advance(Duration.ofDays(2));
    host = at.planned().organiser();
    assertThat(host.get(home).body())
        .contains("Did they keep what they promised", at.planned().at("/march#report"));
    var elsewhere = local.withPasskey(local.person(new Reach.Sites(Set.of(UUID.randomUUID())), Role.ORGANISER));
    assertThat(elsewhere.visitor().get(home).body()).doesNotContain("Did they keep what they promised");
    assertThat(local.person(Role.MEMBER).visitor().get(home).body()).doesNotContain("Did they keep what they promised");
    assertThat(host.post(at.planned().at("/march/promise"), "version", "0", "kept", "no").status()).as("stale")
        .isEqualTo(422);
    assertThat(host.post(at.planned().at("/march/promise"), "version", "1", "kept", "maybe").status()).isEqualTo(404);
    assertThat(host.post(at.planned().at("/march/promise"), "version", "1", "kept", "no").status()).isEqualTo(303);
    assertThat(of(at).kept()).hasValue(false);
    assertThat(host.get(home).body()).doesNotContain("Did they keep what they promised");
    assertThat(host.get(local.path("campaigns/" + at.fight() + "/steps/" + at.step())).body())
        .contains("Promised, and not kept");
    host.post(report, "version", "2", "wentIn", "5", "promise", "<script>New boilers", "promisedFor", day.toString());
    assertThat(of(at).kept()).as("the same promise").hasValue(false);
    host.post(report, "version", "3", "wentIn", "5", "promise", "Old boilers", "promisedFor", day.toString());
    assertThat(of(at).kept()).as("another promise").isEmpty();
    assertThat(local.read(() -> Planned.part(Marches.class).due(day, _ -> true)))
        .hasValueSatisfying(due -> assertThat(due.promise()).isEqualTo("Old boilers"))
        .hasValueSatisfying(due -> assertThat(due.promisedFor()).isEqualTo(day));
    assertThat(local.read(() -> Planned.part(Marches.class).due(day.minusDays(1), _ -> true))).isEmpty();
    assertThat(host.get(home).body()).contains("Did they keep what they promised");
  }

  @Test
  void staysWhoWroteDownTheRehearsalUntilItIsAnotherDay(FoundedLocal local) {
    var at = AtARung.in(local, StepKind.MARCH, Duration.ofDays(2), false);
    var second = local.withPasskey(local.person(Role.ORGANISER));
    String save = at.planned().at("/march/answers");
    at.planned().organiser().post(save, answers(0, "No", "2026-11-20"));
    second.visitor().post(save, answers(1, "No, again", "2026-11-20"));
    assertThat(of(at).answer(March.Reply.REFUSES).orElseThrow().answer()).isEqualTo("No, again");
    assertThat(of(at).rehearsal().orElseThrow().by()).isEqualTo(local.founder().id());
    second.visitor().post(save, answers(2, "No", "2026-11-21"));
    assertThat(of(at).rehearsal().orElseThrow().by()).as("another day").isEqualTo(second.id());
  }

  @Test
  void asksForTheDatesOfAllPromisesAtOnce(FoundedLocal local) {
    var at = AtARung.now(local, StepKind.MARCH);
    var host = at.planned().organiser();
    String rung = local.path("campaigns/" + at.fight() + "/steps/" + at.step());
    promise(at.planned(), "First word");
    int one = Planned.asks(host, rung).size();
    promise(at.another(), "Second word");
    promise(at.another(), "Third word");
    assertThat(Planned.asks(host, rung)).hasSize(one);
    assertThat(host.get(rung).body()).contains("First word", "Second word", "Third word");
    var elsewhere = local.withPasskey(local.person(new Reach.Sites(Set.of(UUID.randomUUID())), Role.ORGANISER));
    assertThat(elsewhere.visitor().get(rung).body()).doesNotContain("First word");
  }

  private static void promise(Planned planned, String word) {
    assertThat(planned.local()
        .write(() -> Planned.part(Marches.class)
            .report(planned.id(), 0, new March.Report(4, "", "", word, Optional.empty()))))
        .isTrue();
  }

  @Test
  void asksOnceWhichRungADateIsOf(FoundedLocal local) {
    var at = AtARung.now(local, StepKind.MARCH);
    var member = local.person(Role.MEMBER);
    assertThat(Planned.asks(member.visitor(), at.planned().at("")))
        .filteredOn(sent -> sent.contains("each_part, prepared"))
        .hasSize(1);
  }
}
