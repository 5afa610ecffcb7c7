// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** However the lines of a place lie, no paper has too many, none is lost and they stay in order. */
class LetterSheetTest {

  private static List<LetterSheet.Group> groups(int many, int lines) {
    return IntStream.range(0, many)
        .mapToObj(at -> new LetterSheet.Group("Part " + at,
            IntStream.range(0, lines).mapToObj(line -> at + "-" + line).toList()))
        .toList();
  }

  private static List<String> lines(List<List<LetterSheet.Group>> papers) {
    var all = new ArrayList<String>();
    papers.forEach(paper -> paper.forEach(group -> all.addAll(group.lines())));
    return all;
  }

  @Test
  void losesNoLineAndPutsNoneTooManyOnAPaper() {
    for (int[] shape : new int[][]{{0, 0}, {1, 0}, {1, 1}, {1, 397}, {1, 398}, {1, 2500}, {900, 1}, {50, 26}, {7, 400},
        {2, 397}}) {
      var groups = groups(shape[0], shape[1]);
      var papers = LetterSheet.papers(groups);
      assertThat(lines(papers)).as(shape[0] + " of " + shape[1]).isEqualTo(lines(List.of(groups)));
      assertThat(papers).allMatch(
          paper -> paper.stream().mapToInt(group -> group.lines().size() + 3).sum() <= LetterSheet.MOST_LINES);
      assertThat(papers.subList(1, papers.size())).doesNotContain(Collections.emptyList());
      var parts = LetterSheet.parts(papers);
      assertThat(parts).extracting(LetterSheet.Of::number)
          .containsExactlyElementsOf(IntStream.rangeClosed(1, papers.size()).boxed().toList());
    }
  }

  @Test
  void saysFromWhichPartToWhich() {
    var parts = LetterSheet.parts(LetterSheet.papers(groups(28, 26)));
    assertThat(parts).extracting(LetterSheet.Of::from, LetterSheet.Of::to)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("Part 0", "Part 13"),
            org.assertj.core.groups.Tuple.tuple("Part 13", "Part 27"),
            org.assertj.core.groups.Tuple.tuple("Part 27", "Part 27"));
  }
}
