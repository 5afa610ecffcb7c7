// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.groundwork.organizing.Part;
import org.groundwork.platform.web.View;
import org.groundwork.roll.Site;
import org.groundwork.roll.SiteKind;
import org.groundwork.roll.Sites;

/**
 * A letter on paper with lines to sign on. It has nobody's name on it: who carries it from door to door carries no list
 * of people. A large place takes several such papers.
 *
 * @param groups the lines of this paper
 * @param part which of how many papers it is
 */
public record LetterSheet(String body, List<Group> groups, boolean homes, Of part) implements View {
  /** So many lines to sign on go on one paper, headings of parts among them: it is made in time also on a slow machine. */
  static final int MOST_LINES = 400;
  /** A heading of a part, its table's head and the space around them are as high as so many lines. */
  private static final int HEADING = 3;
  private static final int LINES_WITHOUT_A_CHART = 24;
  private static final int MOST_OF_A_PART = 40;

  /**
   * One of several papers.
   *
   * @param from the first part that is on it, empty where there is no chart
   * @param to the last
   */
  public record Of(int number, int all, String from, String to) {}

  /** The lines of one part of the site; each begins with a door, or with nothing. */
  public record Group(String part, List<String> lines) {
    public Group { lines = List.copyOf(lines); }

    static List<Group> of(Site site, List<Sites.Unit> units) {
      Map<String, List<String>> lines = new LinkedHashMap<>();
      for (var unit : units) {
        var of = lines.computeIfAbsent(Part.of(site, unit), _ -> new ArrayList<>());
        if (site.kind() == SiteKind.BUILDING) {
          of.add(unit.label());
        } else {
          IntStream.range(0, Math.min(unit.places(), MOST_OF_A_PART - of.size())).forEach(_ -> of.add(""));
        }
      }
      return lines.entrySet().stream().map(part -> new Group(part.getKey(), part.getValue())).toList();
    }
  }

  /** The papers that a place takes; one without a chart takes one. */
  static List<List<Group>> papers(List<Group> groups) {
    var papers = new ArrayList<List<Group>>();
    var now = new ArrayList<Group>();
    int room = MOST_LINES;
    for (var group : groups) {
      for (int from = 0; from < Math.max(1, group.lines().size());) {
        if (room <= HEADING) {
          papers.add(List.copyOf(now));
          now.clear();
          room = MOST_LINES;
        }
        int to = Math.min(group.lines().size(), from + room - HEADING);
        now.add(new Group(group.part(), group.lines().subList(from, to)));
        room -= to - from + HEADING;
        from = Math.max(to, from + 1);
      }
    }
    papers.add(List.copyOf(now));
    return papers;
  }

  /** What stands on each of the papers that a place takes. */
  static List<Of> parts(List<List<Group>> papers) {
    return IntStream.range(0, papers.size())
        .mapToObj(at -> papers.get(at).isEmpty()
            ? new Of(at + 1, papers.size(), "", "")
            : new Of(at + 1, papers.size(), papers.get(at).getFirst().part(), papers.get(at).getLast().part()))
        .toList();
  }

  /** The groups, or a sheet of lines where there is no chart. */
  public List<Group> shown() {
    return groups.isEmpty()
        ? List.of(new Group("", IntStream.range(0, LINES_WITHOUT_A_CHART).mapToObj(_ -> "").toList()))
        : groups;
  }

  /** The letter, line by line. */
  public List<String> paragraphs() { return body.lines().toList(); }
}
