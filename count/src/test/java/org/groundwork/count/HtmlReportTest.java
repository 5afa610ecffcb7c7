// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The page a candidate reads: well-formed, alone, and with an answer for every candidate and stage. */
class HtmlReportTest {
  private static final Pattern ROUNDS = Pattern.compile("Rounds? ([0-9]+)(?: to ([0-9]+))?");

  @ParameterizedTest
  @EnumSource
  void everyRuleGivesAWellFormedPageThatAsksForNothing(NamedRule rule) throws Exception {
    String page = page(rule, election(7, 3, 400, 1));
    Document read = parsed(page);
    assertThat(page).doesNotContainIgnoringCase("http:", "https:", "url(", "<script", "@import", "src=", "<link");
    assertThat(read.getDocumentElement().getAttribute("lang")).isEqualTo("en");
    assertThat(all(read, "title").getFirst().getTextContent()).isEqualTo("Committee – count");
    assertThat(read.getDocumentElement().getTextContent()).contains(rule.label(), rule.words());
    for (Element table : all(read, "table")) {
      assertThat(all(table, "caption")).hasSize(1);
      assertThat(all(table, "th")).isNotEmpty().allMatch(each -> !each.getAttribute("scope").isEmpty());
    }
    for (Element picture : all(read, "svg")) {
      assertThat(picture.getAttribute("aria-hidden").equals("true") || all(picture, "desc").size() == 1
          || hidden(picture)).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void headingsStepDownOneByOneAndEveryLinkLeadsSomewhere(NamedRule rule) throws Exception {
    Document read = parsed(page(rule, election(6, 2, 200, 2)));
    int before = 0;
    Set<String> ids = new HashSet<>();
    for (Element each : all(read, "*")) {
      if (!each.getAttribute("id").isEmpty()) {
        assertThat(ids.add(each.getAttribute("id"))).as(each.getAttribute("id")).isTrue();
      }
      if (each.getTagName().matches("h[1-6]")) {
        int level = each.getTagName().charAt(1) - '0';
        assertThat(level).isBetween(1, before + 1);
        before = level;
      }
    }
    for (Element each : all(read, "*")) {
      if (each.hasAttribute("href")) {
        assertThat(ids).contains(each.getAttribute("href").substring(1));
      }
      if (each.hasAttribute("aria-labelledby")) {
        assertThat(ids).contains(each.getAttribute("aria-labelledby").split(" "));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"IRV", "SCOTTISH", "WIG", "MEEK", "RUNOFF", "PLURALITY", "APPROVAL"})
  void tellsEveryCandidateWhatHappenedAtEveryStage(NamedRule rule) throws Exception {
    for (int seed = 0; seed < 20; seed++) {
      Election election = election(8, 3, 150, seed);
      Outcome outcome = outcome(rule, election);
      Document read = parsed(page(rule, election));
      for (Candidate candidate : election.candidates()) {
        Element section = section(read, candidate.number());
        assertThat(section.getTextContent()).contains("What happened to " + candidate.name());
        assertThat(stages(section)).isEqualTo(stages(outcome.rounds().size()));
        boolean elected = outcome.elected().contains(candidate.number());
        assertThat(section.getTextContent()).contains(elected ? " is elected" : ends(outcome, candidate.number()));
      }
    }
  }

  private static String ends(Outcome outcome, int candidate) {
    return outcome.rounds().stream().anyMatch(each -> each.excluded().contains(candidate))
        ? "Out in round "
        : "Not elected";
  }

  private static Set<Integer> stages(int last) {
    return new HashSet<>(IntStream.rangeClosed(1, last).boxed().toList());
  }

  /** Of which stages the items of a section begin with. */
  private static Set<Integer> stages(Element section) {
    var stages = new HashSet<Integer>();
    for (Element item : all(section, "li")) {
      var range = ROUNDS.matcher(item.getTextContent());
      if (range.lookingAt()) {
        int from = Integer.parseInt(range.group(1));
        int to = range.group(2) == null ? from : Integer.parseInt(range.group(2));
        IntStream.rangeClosed(from, to).forEach(stages::add);
        assertThat(item.getTextContent().length()).isGreaterThan(range.end() + 10);
      }
    }
    return stages;
  }

  @Test
  void saysWhyAndByHowMuchAndWhereThePapersWent() throws Exception {
    Election election = read("3 1\n4 1 0\n3 2 3 0\n2 3 2 0\n0\nAna\nBen\nCleo\n");
    Document read = parsed(page(NamedRule.IRV, election));
    assertThat(section(read, 3).getTextContent())
        .contains("Begins with 2 votes", "Cleo goes out: 2 votes were the fewest; Ben, the next, had 3.",
            "Papers move on: 2 to Ben (2 papers).");
    assertThat(section(read, 2).getTextContent())
        .contains("Has 5 votes, 2 more than before, from Cleo (2 papers).", "Ben is elected: 5 votes, 5 are needed.");
    assertThat(section(read, 1).getTextContent())
        .contains(
            "Begins with 4 votes, all from first choices. Stays in: 1 fewer than are needed, and nobody goes out yet.",
            "Stays in, with 4 votes as before: 1 fewer than are needed", "Not elected",
            "Ben, the last elected, has 5 votes.");
  }

  @Test
  void saysAtWhichValueASurplusMoves() throws Exception {
    Election election = read("3 2\n9 1 2 0\n2 2 0\n1 3 0\n0\nAna\nBen\nCleo\n");
    Document read = parsed(page(NamedRule.SCOTTISH, election));
    assertThat(read.getDocumentElement().getTextContent()).contains(
        "Each paper of Ana moves on at the value it had, times 4.00000 over 9.00000; what is beyond the last decimal is lost.");
    assertThat(section(read, 1).getTextContent()).contains("Papers move on: 3.99996 to Ben (9 papers).");
    assertThat(section(read, 2).getTextContent())
        .contains("Has 5.99996 votes, 3.99996 more than before, from Ana (9 papers). Ben is elected");
    assertThat(section(read, 3).getTextContent()).contains("Begins with 1.00000 vote, all from first choices.")
        .contains("Not elected: all seats are filled, and this was still in with 1.00000 vote");
  }

  @Test
  void comparesInPairsAndByGradesForEveryCandidate() throws Exception {
    Election election = read("3 1\n4 1 2 0\n3 2 3 0\n2 3 2 0\n0\nAna\nBen\nCleo\n");
    assertThat(section(parsed(page(NamedRule.SCHULZE, election)), 1).getTextContent())
        .contains("Not elected: one of the elected has the stronger path.",
            "behind Ben: 4 papers prefer Ana, 5 prefer Ben; strongest path 0 there, 5 back.");
    assertThat(section(parsed(page(NamedRule.MAJORITY_JUDGEMENT, election)), 1).getTextContent())
        .contains("Of 9 papers, 9 give grade 3 or better, 0 a worse one", "Ben, the last elected, has the median 2");
  }

  @Test
  void namesCannotBreakThePage() throws Exception {
    List<String> hostile = List.of("<script>alert(1)</script>", "\"' onload='x' & </title></style>",
        "\u202Eevil\u202C \u0000\u0007\uD800\uFFFF]]>", "\u05D3\u05E0\u05D4 \u05DB\u05D4\u05DF", "n".repeat(500),
        "😀".repeat(100));
    var candidates = new ArrayList<Candidate>();
    hostile.forEach(each -> candidates.add(new Candidate(candidates.size() + 1, each, false)));
    for (NamedRule rule : NamedRule.values()) {
      Election plain = election(hostile.size(), 2, 60, 3);
      Election election = new Election("</h1><script>\u202E", 2, candidates, plain.ballots());
      String page = page(rule, election);
      Document read = parsed(page);
      assertThat(page).doesNotContain("<script", "\u202E", "\u0000")
          .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
          .contains("n".repeat(500))
          .contains("\u2068\u05D3\u05E0\u05D4 \u05DB\u05D4\u05DF\u2069");
      assertThat(all(read, "script")).isEmpty();
      assertThat(section(read, 1).getTextContent()).contains("What happened to <script>alert(1)</script>");
      assertThat(all(read, "*")).noneMatch(each -> each.hasAttribute("onload"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void electionsWithLittleInThem(NamedRule rule) throws Exception {
    String nobody = page(rule, read("2 1\n3 0\n0\nAna\nBen\n"));
    assertThat(parsed(nobody).getDocumentElement().getTextContent())
        .contains("Nobody is elected: there is no valid paper.");
    parsed(page(rule, read("2 1\n0\nAna\nBen\n")));
    if (rule != NamedRule.RUNOFF) {
      assertThat(page(rule, read("1 3\n2 1 0\n0\nAna\n"))).contains("2 seats stay empty");
    }
    Election gone = read("2 1\n3 1 2 0\n0\nAna\nBen\n");
    assertThat(section(parsed(page(rule, gone.without(Set.of(1)))), 1).getTextContent())
        .contains("Withdrawn before the count");
    parsed(page(rule, gone.without(Set.of(1, 2))));
  }

  @Test
  void drawsWhatMovedAndPutsTheTableBehindIt() throws Exception {
    Election election = election(9, 4, 900, 5);
    Outcome outcome = outcome(NamedRule.SCOTTISH, election);
    Document read = parsed(page(NamedRule.SCOTTISH, election));
    Element table = all(read, "details").getFirst();
    long moved = outcome.rounds()
        .stream()
        .skip(1)
        .mapToLong(each -> each.transfers()
            .stream()
            .filter(one -> one.votes().units() > 0)
            .map(one -> one.from() + " " + one.to())
            .distinct()
            .count())
        .sum();
    assertThat(all(table, "tr")).hasSize((int) moved + 1);
    Element picture = all(read, "svg").stream()
        .filter(each -> each.getAttribute("role").equals("img"))
        .findFirst()
        .orElseThrow();
    long stays = all(picture, "path").stream().filter(each -> each.getTextContent().contains(" keeps ")).count();
    assertThat(all(picture, "path")).hasSize((int) (moved + stays));
    assertThat(stays).isPositive();
    assertThat(all(picture, "rect")).allMatch(each -> Integer.parseInt(each.getAttribute("height")) > 0);
  }

  @Test
  void hundredsOfCandidatesAndRoundsStayReadable() throws Exception {
    Election election = election(300, 1, 10_000, 6);
    Outcome outcome = outcome(NamedRule.IRV, election);
    page(NamedRule.IRV, outcome);
    var clock = ManagementFactory.getThreadMXBean();
    long before = clock.getCurrentThreadCpuTime();
    String page = page(NamedRule.IRV, outcome);
    assertThat((clock.getCurrentThreadCpuTime() - before) / 1_000_000).as("milliseconds").isLessThan(2_000);
    assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThan(20_000_000);
    Document read = parsed(page);
    assertThat(page).contains("candidates who never had as many votes as those shown share one box");
    assertThat(stages(section(read, 77))).hasSize(outcome.rounds().size());
  }

  @Test
  void passesOnThatItCannotWrite() throws Exception {
    Outcome outcome = outcome(NamedRule.IRV, election(3, 1, 20, 1));
    var full = new Writer() {
      @Override
      public void write(char[] from, int start, int length) throws IOException { throw new IOException("disk full"); }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
    assertThatThrownBy(() -> Reports.html("a.blt", NamedRule.IRV, outcome, full)).isInstanceOf(IOException.class)
        .hasMessage("disk full");
  }

  private static boolean hidden(Element element) {
    for (var at = element.getParentNode(); at instanceof Element above; at = above.getParentNode()) {
      if (above.getAttribute("aria-hidden").equals("true")) {
        return true;
      }
    }
    return false;
  }

  private static Outcome outcome(NamedRule rule, Election election) {
    return Counting.count(rule == NamedRule.RUNOFF ? election.withSeats(1) : election, rule.rule(),
        new Lots.Seeded("0"));
  }

  private static String page(NamedRule rule, Election election) throws IOException {
    return page(rule, outcome(rule, election));
  }

  private static String page(NamedRule rule, Outcome outcome) throws IOException {
    var page = new StringWriter();
    Reports.html("folder/a.blt", rule, outcome, page);
    return page.toString();
  }

  private static Election read(String file) throws BadFile {
    return BltReader.read(file.getBytes(StandardCharsets.UTF_8));
  }

  /** Short rankings, some first choices liked more than others. */
  private static Election election(int candidates, int seats, int papers, int seed) {
    var random = new Random(seed);
    var ballots = new Ballots.Builder();
    for (int paper = 0; paper < papers; paper++) {
      var left = new ArrayList<>(IntStream.rangeClosed(1, candidates).boxed().toList());
      int ranks = 1 + random.nextInt(Math.min(6, candidates));
      for (int rank = 0; rank < ranks; rank++) {
        int early = Math.min(random.nextInt(left.size()), random.nextInt(2 * left.size()));
        int choice = left.get(early);
        left.remove(Integer.valueOf(choice));
        ballots.rank(choice);
      }
      ballots.paper(1);
    }
    return new Election("Committee", seats,
        IntStream.rangeClosed(1, candidates)
            .mapToObj(each -> new Candidate(each, "Name " + each + ".", false))
            .toList(),
        ballots.build());
  }

  private static Document parsed(String page) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));
  }

  private static Element section(Document page, int candidate) {
    return all(page, "section").stream()
        .filter(each -> each.getAttribute("aria-labelledby").equals("c" + candidate))
        .findFirst()
        .orElseThrow();
  }

  private static List<Element> all(org.w3c.dom.Node in, String tag) {
    var nodes = in instanceof Document document
        ? document.getElementsByTagName(tag)
        : ((Element) in).getElementsByTagName(tag);
    return IntStream.range(0, nodes.getLength()).mapToObj(at -> (Element) nodes.item(at)).toList();
  }
}
