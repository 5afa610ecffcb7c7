// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("real-data")
class RealRegisterTest {
  private static final Path BUILDINGS = Project.data("housing/portfolios/buildings.csv");

  @Test
  void usesEveryRealBuildingAndJustifiesEveryNetwork() {
    Linked linked = link(BUILDINGS);
    assertThat(linked.refused()).isEmpty();
    assertThat(linked.networkOfSites()).hasSize(8_726).isEqualTo(linked.components());
  }

  @Test
  void agreesInTheMainWithThePublishedPortfolios() throws IOException {
    Map<String, List<String>> networks = link(BUILDINGS).linkage()
        .networks()
        .stream()
        .map(Network::sites)
        .flatMap(sites -> sites.stream().map(site -> Map.entry(site, sites)))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    List<String> seeds = Files.readAllLines(Project.data("housing/portfolios/expected_portfolios.csv"));
    double sum = 0;
    for (String line : seeds.subList(1, seeds.size())) {
      String[] fields = line.split(",", -1);
      var expected = new HashSet<>(Arrays.asList(fields[2].split(" ", -1)));
      List<String> found = networks.getOrDefault(fields[0], List.of());
      long both = found.stream().filter(expected::contains).count();
      sum += (double) both / (expected.size() + found.size() - both);
    }
    // The published sets over-merge through agents: agreement is a guide. The bench prints it by size.
    assertThat(sum / (seeds.size() - 1)).isGreaterThan(0.8);
  }

  @Test
  void linksShuffledRealBuildingsAlike() throws IOException {
    List<String> lines = Files.readAllLines(BUILDINGS);
    var rows = new ArrayList<>(lines.subList(1, lines.size()));
    Collections.shuffle(rows, new Random(3));
    String shuffled = lines.getFirst() + "\n" + String.join("\n", rows) + "\n";
    var source = Linked.source("shuffled", shuffled.getBytes(StandardCharsets.UTF_8));
    assertThat(Linked.of(Linked.mapping("hpd-buildings"), List.of(source), Verdicts.NONE).linkage())
        .isEqualTo(link(BUILDINGS).linkage());
  }

  @Test
  void findsNothingToLinkInSamplesThatShareNoRegistration() {
    Path folder = Project.data("housing/nyc-formats");
    Linked linked = Linked.of(Linked.mapping("nyc-hpd"),
        List.of(Source.ofFile(folder.resolve("hpd_registrations.csv")),
            Source.ofFile(folder.resolve("hpd_contacts.csv"))),
        Verdicts.NONE);
    assertThat(linked.networkOfSites()).hasSize(100);
    assertThat(linked.linkage().links()).isEmpty();
    assertThat(linked.refused()).hasSize(100).allSatisfy(r -> assertThat(r.reason().key()).isEqualTo("row.orphan"));
  }

  private static Linked link(Path file) {
    return Linked.of(Linked.mapping("hpd-buildings"), List.of(Source.ofFile(file)), Verdicts.NONE);
  }
}
