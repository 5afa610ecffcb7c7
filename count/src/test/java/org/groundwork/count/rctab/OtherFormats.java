// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.rctab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.groundwork.count.Ballots;
import org.groundwork.count.Candidate;
import org.groundwork.count.CsvMapping;
import org.groundwork.count.Election;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Ballots in formats that the library does not read, so that its rules can be held against their reports nevertheless: common
 * data format (NIST SP 1500-103) in JSON, the XML files of Hart's machines, the CSV of Clear Ballot's. Only what the cases have.
 */
final class OtherFormats {
  private final Config config;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<Candidate> candidates = new ArrayList<>();
  private final Ballots.Builder papers = new Ballots.Builder();

  private OtherFormats(Config config) {
    this.config = config;
    for (JsonNode each : config.candidates()) {
      String name = each.get("name").asString();
      candidates.add(new Candidate(candidates.size() + 1, name, false));
      numbers.put(name, candidates.size());
      each.get("aliases").forEach(other -> numbers.put(other.asString(), candidates.size()));
    }
  }

  static Election read(Config config) throws IOException {
    var formats = new OtherFormats(config);
    switch (config.provider()) {
      case "cdf" -> formats.commonData();
      case "hart" -> formats.hart();
      case "clearBallot" -> formats.clearBallot();
      default -> throw new IllegalArgumentException(config.provider());
    }
    return new Election("", 1, formats.candidates, formats.papers.build());
  }

  private void commonData() {
    JsonNode report = new JsonMapper().readTree(config.ballots().toFile());
    Map<String, String> names = new HashMap<>();
    Map<String, String> selections = new HashMap<>();
    String contest = "";
    for (JsonNode election : report.get("Election")) {
      election.get("Candidate").forEach(each -> names.put(each.get("@id").asString(), each.get("Name").asString()));
      for (JsonNode each : election.get("Contest")) {
        if (each.get("Name").asString().equals(config.contest())) {
          contest = each.get("@id").asString();
          each.get("ContestSelection")
              .forEach(one -> selections.put(one.get("@id").asString(), one.get("CandidateIds").get(0).asString()));
        }
      }
    }
    for (JsonNode paper : report.get("CVR")) {
      for (JsonNode snapshot : paper.get("CVRSnapshot")) {
        if (snapshot.get("@id").equals(paper.get("CurrentSnapshotId"))) {
          snapshot(snapshot, contest, names, selections);
        }
      }
    }
  }

  private void snapshot(JsonNode snapshot, String contest, Map<String, String> names, Map<String, String> selections) {
    for (JsonNode each : snapshot.get("CVRContest")) {
      SortedMap<Integer, List<Integer>> ranks = new TreeMap<>();
      if (each.get("ContestId").asString().equals(contest)) {
        for (JsonNode selection : each.get("CVRContestSelection")) {
          String name = names.get(selections.get(selection.get("ContestSelectionId").asString()));
          for (JsonNode place : selection.get("SelectionPosition")) {
            if (!place.get("HasIndication").asString().equals("no")
                && !place.path("IsAllocable").asString("").equals("no")) {
              mark(ranks, place.get("Rank").asInt(), numbers.get(name));
            }
          }
        }
        paper(ranks);
      }
    }
  }

  private void hart() throws IOException {
    try (Stream<Path> files = Files.list(config.ballots())) {
      for (Path file : files.sorted().toList()) {
        NodeList contests = DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(file.toFile())
            .getElementsByTagName("Contest");
        for (int at = 0; at < contests.getLength(); at++) {
          contest((Element) contests.item(at));
        }
      }
    } catch (javax.xml.parsers.ParserConfigurationException | org.xml.sax.SAXException bad) {
      throw new IOException(bad);
    }
  }

  private void contest(Element contest) {
    if (!text(contest, "Id").equals(config.contest())) {
      return;
    }
    SortedMap<Integer, List<Integer>> ranks = new TreeMap<>();
    NodeList options = contest.getElementsByTagName("Option");
    for (int at = 0; at < options.getLength(); at++) {
      String marks = text((Element) options.item(at), "Value");
      for (int rank = 1; rank <= marks.length(); rank++) {
        if (marks.charAt(rank - 1) == '1') {
          mark(ranks, rank, number(text((Element) options.item(at), "Id")));
        }
      }
    }
    paper(ranks);
  }

  /** Whoever the code of write-ins stands for is one more candidate. */
  private @Nullable Integer number(String code) {
    if (code.equals(config.writeIns()) && !numbers.containsKey(code)) {
      candidates.add(new Candidate(candidates.size() + 1, CsvMapping.WRITE_INS, Candidate.Kind.WRITE_INS));
      numbers.put(code, candidates.size());
    }
    return numbers.get(code);
  }

  private static String text(Element in, String tag) {
    for (org.w3c.dom.Node each = in.getFirstChild(); each != null; each = each.getNextSibling()) {
      if (tag.equals(each.getNodeName())) {
        return each.getTextContent();
      }
    }
    throw new IllegalArgumentException("no " + tag);
  }

  private void clearBallot() throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (var reader = de.siegmar.fastcsv.reader.CsvReader.builder()
        .ofCsvRecord(Files.readString(config.ballots(), StandardCharsets.UTF_8))) {
      reader.forEach(each -> rows.add(each.getFields()));
    }
    List<String> header = rows.getFirst();
    for (List<String> row : rows.subList(1, rows.size())) {
      SortedMap<Integer, List<Integer>> ranks = new TreeMap<>();
      for (int at = 10; at < row.size(); at++) {
        String[] parts = header.get(at).split(":", -1);
        if (parts[1].equals(config.contest()) && row.get(at).equals("1")) {
          mark(ranks, Integer.parseInt(parts[2]), numbers.get(parts[4]));
        }
      }
      paper(ranks);
    }
  }

  private static void mark(SortedMap<Integer, List<Integer>> ranks, int rank,
      @Nullable Integer candidate) {
    if (candidate == null) {
      throw new IllegalArgumentException("a mark for nobody who is listed");
    }
    ranks.computeIfAbsent(rank, _ -> new ArrayList<>()).add(candidate);
  }

  private void paper(SortedMap<Integer, List<Integer>> ranks) {
    int next = 1;
    for (Map.Entry<Integer, List<Integer>> rank : ranks.entrySet()) {
      for (; next < rank.getKey(); next++) {
        papers.skip();
      }
      papers.rank(rank.getValue().getFirst());
      rank.getValue().subList(1, rank.getValue().size()).forEach(papers::same);
      next++;
    }
    papers.paper(1);
  }
}
