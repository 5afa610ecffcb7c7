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
 * of people.
 */
public record LetterSheet(String body, List<Group> groups, boolean homes) implements View {
  private static final int LINES_WITHOUT_A_CHART = 24;
  private static final int MOST_OF_A_PART = 40;

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

  /** The groups, or a sheet of lines where there is no chart. */
  public List<Group> shown() {
    return groups.isEmpty()
        ? List.of(new Group("", IntStream.range(0, LINES_WITHOUT_A_CHART).mapToObj(_ -> "").toList()))
        : groups;
  }

  /** The letter, line by line. */
  public List<String> paragraphs() { return body.lines().toList(); }
}
