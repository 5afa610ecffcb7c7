// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OrderTest {
  private static final String[] FIRST = {"MARA", "TOM", "JUAN", "IDA", "VERA", "KONUL"};
  private static final String[] LAST = {"QUILL", "ASHDOWN", "GARCIA", "SUZUKI", "SUZZUKI", "FARR"};
  private static final String[] STREET = {"9 PARK PLACE 201 11021", "9 PARK PL 11021", "350 5TH AVENUE 12 10118",
      "350 FIFTH AVE 10118", "7 ELM ROAD 10001", "7 ELM RAOD 10001"};

  @Test
  void givesTheSameFilesForAnyOrderOfRowsAndFiles() {
    var random = new Random(42);
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      rows.add(row(random, i));
    }
    rows.add("100,OLDER LLC,7 ELM ROAD 10001,HeadOfficer=IDA FARR");
    String expected = files(List.of(rows));
    for (int i = 0; i < 8; i++) {
      Collections.shuffle(rows, random);
      assertThat(files(List.of(rows.subList(0, 150), rows.subList(150, rows.size())))).isEqualTo(expected);
    }
  }

  private static String row(Random random, int i) {
    String a = STREET[random.nextInt(STREET.length)];
    String b = random.nextInt(4) == 0 ? " | " + STREET[random.nextInt(STREET.length)] : "";
    String officer = i % 3 == 0 ? " | Officer=" + name(random) : "";
    return (100 + i) + ",HOUSE " + random.nextInt(200) + " LLC," + a + b + ",HeadOfficer=" + name(random) + officer
        + " | Agent=" + name(random);
  }

  private static String name(Random random) {
    return FIRST[random.nextInt(FIRST.length)] + " " + LAST[random.nextInt(LAST.length)]
        + (random.nextInt(3) == 0 ? "" : "SON" + (char) ('A' + random.nextInt(26)));
  }

  private static String files(List<List<String>> rows) {
    String[] texts = rows.stream().map(r -> Linked.HEADER + String.join("\n", r) + "\n").toArray(String[]::new);
    Linked linked = Linked.of("hpd-buildings", texts);
    assertThat(linked.networkOfSites()).isEqualTo(linked.components());
    try {
      var text = new StringBuilder();
      LinkageFiles.networks(linked.linkage(), text);
      LinkageFiles.links(linked.linkage(), text);
      return text.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
