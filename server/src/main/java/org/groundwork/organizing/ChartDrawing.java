// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.groundwork.roll.Charts;
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
  private final boolean weakest;
  private final Facts facts;
  private final Map<UUID, List<People.Place>> inUnit = new HashMap<>();
  private final Map<String, Counting> parts = new LinkedHashMap<>();
  private final Set<UUID> counted = new HashSet<>();
  private final int[] people;
  private final int[] unplaced;

  /** What is known of the people of a site besides the layer. */
  record Facts(List<People.Place> places, Set<UUID> covered, Set<UUID> talked, Set<UUID> leaders) {}

  /** A colouring, and whether a home looks like the one of whom least is so. */
  record Look(ChartLayer.Drawn drawn, boolean weakest) {}

  /** The counts of one part, while they are added up. */
  private static final class Counting {
    int known;
    int places;
    int people;
    int covered;
    int talked;
    int leaders;
    final int[] tones;

    Counting(int tones) { this.tones = new int[tones + 1]; }
  }

  ChartDrawing(Site site, List<Sites.Unit> units, Look look, Facts facts) {
    this.site = site;
    this.homes = site.kind() == SiteKind.BUILDING;
    this.units = units;
    this.layer = look.drawn();
    this.weakest = look.weakest();
    this.facts = facts;
    this.people = new int[layer.tones().size() + 1];
    this.unplaced = new int[layer.tones().size() + 1];
    for (var place : Charts.counted(site, facts.places())) {
      if (place.unit().isPresent()) {
        inUnit.computeIfAbsent(place.unit().get(), _ -> new ArrayList<>()).add(place);
      } else if (!place.bossSide()) {
        unplaced[tone(place)]++;
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
    return new SiteChart(site, columns, shown, legend(), known(), total(), tally(unplaced), gaps(),
        weakest);
  }

  private static final SiteChart.Cell ABSENT = new SiteChart.Cell(Optional.empty(), "", List.of(), 0, 0, false);

  private SiteChart.Cell cell(Sites.Unit unit) {
    var there = inUnit.getOrDefault(unit.id(), List.of());
    var ours = there.stream().filter(place -> !place.bossSide()).toList();
    int bosses = there.size() - ours.size();
    boolean bossHome = homes && ours.isEmpty() && bosses > 0;
    int places = bossHome ? 0 : homes ? unit.places() : Math.max(unit.places() - bosses, ours.size());
    var tones = tones(ours, homes ? 1 : places);
    var counting = parts.computeIfAbsent(Part.of(site, unit), _ -> new Counting(layer.tones().size()));
    tones.forEach(tone -> counting.tones[tone]++);
    boolean leader = count(counting, ours, places);
    return new SiteChart.Cell(Optional.of(unit.id()), unit.label(),
        bossHome ? List.of(new SiteChart.Square.Boss()) : squares(tones, homes ? 1 : places), ours.size(), places,
        leader);
  }

  /** The tones of the squares of a door; a home has one square, so it shows one of its people. */
  private List<Integer> tones(List<People.Place> ours, int room) {
    Comparator<Integer> order = homes && weakest ? Comparator.reverseOrder() : Comparator.naturalOrder();
    return ours.stream().map(this::tone).sorted(order).limit(room).toList();
  }

  private List<SiteChart.Square> squares(List<Integer> tones, int room) {
    var squares = new ArrayList<SiteChart.Square>();
    tones.forEach(tone -> squares.add(tone < layer.tones().size()
        ? new SiteChart.Square.Known(layer.tones().get(tone).css(), tone, letter(tone))
        : new SiteChart.Square.Known(ChartLayer.Css.PLAIN, tone, SiteChart.PLAIN)));
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

  /** A letter for every tone of a legend; {@value SiteChart#BOSS} is the boss's side. */
  private static String letter(int tone) {
    return String.valueOf(LETTERS.charAt(Math.min(tone, LETTERS.length() - 1)));
  }

  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWYZ&";

  /** Counts people once, also those with two homes; whether a leader is among them is said at each door. */
  private boolean count(Counting counting, List<People.Place> ours, int places) {
    counting.known += homes ? Math.min(ours.size(), 1) : ours.size();
    counting.places += places;
    boolean leader = false;
    for (var place : ours) {
      boolean leads = facts.leaders().contains(place.person());
      leader |= leads;
      if (counted.add(place.person())) {
        people[tone(place)]++;
        counting.people++;
        counting.covered += facts.covered().contains(place.person()) ? 1 : 0;
        counting.talked += facts.talked().contains(place.person()) ? 1 : 0;
        counting.leaders += leads ? 1 : 0;
      }
    }
    return leader;
  }

  private List<SiteChart.Key> legend() {
    var keys = new ArrayList<SiteChart.Key>();
    for (int tone = 0; tone < layer.tones().size(); tone++) {
      keys.add(new SiteChart.Key(layer.tones().get(tone), letter(tone), people[tone]));
    }
    return keys;
  }

  private int known() {
    return parts.values().stream().mapToInt(part -> part.known).sum() + (homes ? 0 : tally(unplaced).sum());
  }

  private static SiteChart.Tally tally(int[] tones) {
    return new SiteChart.Tally(Arrays.stream(tones).boxed().toList());
  }

  private int total() { return Math.max(known(), parts.values().stream().mapToInt(part -> part.places).sum()); }

  private List<SiteChart.PartCount> gaps() {
    return parts.entrySet()
        .stream()
        .map(entry -> {
          var c = entry.getValue();
          return new SiteChart.PartCount(entry.getKey(), c.known, c.places, c.people, c.covered, c.talked, c.leaders,
              tally(c.tones));
        })
        .sorted(SiteChart.PartCount.GAPS)
        .toList();
  }
}
