// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target.internal;

import java.util.ArrayList;
import java.util.List;
import org.groundwork.target.NetworkView;

/**
 * A network as a picture: those behind it in a column on one side, the sites on the other, a line for each tie. Integer
 * coordinates in a view box {@value #WIDTH} wide; the tables under it say the same.
 */
public record NetworkDrawing(int height, List<Node> behind, List<Node> sites, List<Line> lines) {
  static final int WIDTH = 700;
  private static final int STEP = 44;
  private static final int LEFT = 20;
  private static final int LINES_FROM = 312;
  private static final int RIGHT = 440;
  private static final int MOST_SITES = 12;
  /** Characters of a label that fit before the lines begin, and up to the edge. */
  private static final int LONGEST_LEFT = 21;
  private static final int LONGEST_RIGHT = 18;

  /** Something drawn at a place. */
  public record Node(String kind, String label, int x, int y) {}

  /** A tie between somebody and a site. */
  public record Line(String kind, int x1, int y1, int x2, int y2) {}

  /** Draws the first sites and those behind most of them. */
  static NetworkDrawing of(List<NetworkView.Member> members, List<NetworkView.Behind> behind,
      List<NetworkView.Tie> ties) {
    var shownSites = members.subList(0, Math.min(MOST_SITES, members.size()));
    int rows = Math.max(shownSites.size(), behind.size());
    var left = new ArrayList<Node>();
    for (int at = 0; at < behind.size(); at++) {
      left.add(new Node(behind.get(at).kind(), shortened(behind.get(at).name(), LONGEST_LEFT), LEFT,
          STEP / 2 + spread(at, behind.size(), rows)));
    }
    var right = new ArrayList<Node>();
    for (int at = 0; at < shownSites.size(); at++) {
      right.add(new Node("site", shortened(shownSites.get(at).address(), LONGEST_RIGHT), RIGHT,
          STEP / 2 + spread(at, shownSites.size(), rows)));
    }
    var lines = new ArrayList<Line>();
    for (var tie : ties) {
      int from = indexOfParty(behind, tie);
      int to = indexOfSite(shownSites, tie);
      if (from >= 0 && to >= 0) {
        lines.add(new Line(behind.get(from).kind(), LINES_FROM, left.get(from).y(), RIGHT - 4, right.get(to).y()));
      }
    }
    return new NetworkDrawing(Math.max(1, rows) * STEP, List.copyOf(left), List.copyOf(right), List.copyOf(lines));
  }

  private static int spread(int at, int count, int rows) { return at * STEP * rows / Math.max(1, count); }

  private static int indexOfParty(List<NetworkView.Behind> behind, NetworkView.Tie tie) {
    for (int at = 0; at < behind.size(); at++) {
      if (behind.get(at).id().equals(tie.party())) {
        return at;
      }
    }
    return -1;
  }

  private static int indexOfSite(List<NetworkView.Member> sites, NetworkView.Tie tie) {
    for (int at = 0; at < sites.size(); at++) {
      if (sites.get(at).site().equals(tie.site())) {
        return at;
      }
    }
    return -1;
  }

  private static String shortened(String text, int longest) {
    return text.length() > longest ? text.substring(0, longest - 1).strip() + "…" : text;
  }
}
