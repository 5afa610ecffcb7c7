// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.groundwork.roll.People;
import org.groundwork.roll.Site;
import org.groundwork.roll.SiteKind;
import org.groundwork.roll.Sites;

/** Puts the chart of one site together. */
final class ChartDrawing {
  private final Site site;
  private final boolean homes;
  private final List<Sites.Unit> units;
  private final ChartLayer.Drawn layer;
  private final Facts facts;
  private final Map<UUID, List<People.Place>> inUnit = new HashMap<>();
  private final Map<String, Counting> parts = new LinkedHashMap<>();
  private final int[] people;
  private int unplaced;

  /** What is known of the people of a site besides the layer. */
  record Facts(List<People.Place> places, Set<UUID> covered, Set<UUID> talked, Set<UUID> leaders) {}

  /** The counts of one part, while they are added up. */
  private static final class Counting {
    int known;
    int places;
    int people;
    int covered;
    int talked;
    int leaders;
  }

  ChartDrawing(Site site, List<Sites.Unit> units, ChartLayer.Drawn layer, Facts facts) {
    this.site = site;
    this.homes = site.kind() == SiteKind.BUILDING;
    this.units = units;
    this.layer = layer;
    this.facts = facts;
    this.people = new int[layer.tones().size() + 1];
    for (var place : facts.places()) {
      if (place.unit().isPresent()) {
        inUnit.computeIfAbsent(place.unit().get(), _ -> new ArrayList<>()).add(place);
      } else if (!place.bossSide()) {
        unplaced++;
        people[tone(place)]++;
      }
    }
  }

  SiteChart drawn() {
    int width = units.stream().mapToInt(Sites.Unit::column).max().orElse(-1) + 1;
    var columns = new ArrayList<>(Collections.nCopies(width, ""));
    var rows = new TreeMap<Integer, List<SiteChart.Cell>>();
    var labels = new HashMap<Integer, String>();
    for (var unit : units) {
      columns.set(unit.column(), unit.columnLabel());
      labels.put(unit.row(), unit.rowLabel());
      rows.computeIfAbsent(unit.row(), _ -> new ArrayList<>(Collections.nCopies(width, ABSENT)))
          .set(unit.column(), cell(unit));
    }
    var shown = new ArrayList<SiteChart.Row>();
    rows.forEach((row, cells) -> shown.add(new SiteChart.Row(labels.getOrDefault(row, ""), cells)));
    if (homes) {
      Collections.reverse(shown); // the top floor hangs at the top
    }
    return new SiteChart(site, columns, shown, legend(), known(), total(), unplaced, gaps());
  }

  private static final SiteChart.Cell ABSENT = new SiteChart.Cell(Optional.empty(), "", List.of(), 0, 0, false);

  private SiteChart.Cell cell(Sites.Unit unit) {
    var there = inUnit.getOrDefault(unit.id(), List.of());
    var ours = there.stream().filter(place -> !place.bossSide()).toList();
    int bosses = there.size() - ours.size();
    boolean bossHome = homes && ours.isEmpty() && bosses > 0;
    int places = bossHome ? 0 : homes ? unit.places() : Math.max(unit.places() - bosses, ours.size());
    ours.forEach(place -> people[tone(place)]++);
    boolean leader = count(Part.of(site, unit), ours, places);
    return new SiteChart.Cell(Optional.of(unit.id()), unit.label(),
        bossHome ? List.of(new SiteChart.Square.Boss()) : squares(ours, homes ? 1 : places), ours.size(), places,
        leader);
  }

  private List<SiteChart.Square> squares(List<People.Place> ours, int room) {
    var squares = new ArrayList<SiteChart.Square>();
    ours.stream()
        .map(this::tone)
        .sorted()
        .limit(room)
        .forEach(tone -> squares.add(new SiteChart.Square.Known(
            tone < layer.tones().size() ? layer.tones().get(tone).css() : ChartLayer.Css.PLAIN)));
    while (squares.size() < room) {
      squares.add(EMPTY);
    }
    return squares;
  }

  private static final SiteChart.Square EMPTY = new SiteChart.Square.Empty();

  /** The place of somebody's tone in the legend, one past its end for those the layer says nothing of. */
  private int tone(People.Place place) {
    return layer.of().getOrDefault(place.person(), layer.tones().size());
  }

  private boolean count(String part, List<People.Place> ours, int places) {
    var counting = parts.computeIfAbsent(part, _ -> new Counting());
    counting.known += homes ? Math.min(ours.size(), 1) : ours.size();
    counting.places += places;
    boolean leader = false;
    for (var place : ours) {
      counting.people++;
      counting.covered += facts.covered().contains(place.person()) ? 1 : 0;
      counting.talked += facts.talked().contains(place.person()) ? 1 : 0;
      boolean leads = facts.leaders().contains(place.person());
      counting.leaders += leads ? 1 : 0;
      leader |= leads;
    }
    return leader;
  }

  private List<SiteChart.Key> legend() {
    var keys = new ArrayList<SiteChart.Key>();
    for (int tone = 0; tone < layer.tones().size(); tone++) {
      keys.add(new SiteChart.Key(layer.tones().get(tone), people[tone]));
    }
    return keys;
  }

  private int known() { return parts.values().stream().mapToInt(part -> part.known).sum() + (homes ? 0 : unplaced); }

  private int total() { return Math.max(known(), parts.values().stream().mapToInt(part -> part.places).sum()); }

  private List<SiteChart.PartCount> gaps() {
    return parts.entrySet()
        .stream()
        .map(entry -> {
          var c = entry.getValue();
          return new SiteChart.PartCount(entry.getKey(), c.known, c.places, c.people, c.covered, c.talked, c.leaders);
        })
        .sorted(SiteChart.PartCount.GAPS)
        .toList();
  }
}
