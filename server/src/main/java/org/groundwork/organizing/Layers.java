// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.groundwork.organizing.ChartLayer.Css;
import org.groundwork.organizing.ChartLayer.Tone;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.roll.Site;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The colourings of a chart that this module knows itself. */
final class Layers {
  private static final Css[] SCALE = {Css.ONE, Css.TWO, Css.THREE, Css.FOUR, Css.FIVE};

  private Layers() {}

  /** Where people stand, in the local's own words. */
  record Standing(Levels levels, Assessments assessments) implements ChartLayer {
    @Override
    public int order() { return 10; }

    @Override
    public List<Choice> at(Site site) { return List.of(new Choice("standing", "layer.standing", Optional.empty())); }

    @Override
    public Drawn draw(Site site, String word, Collection<UUID> people) {
      var standings = assessments.standings(people);
      var tones = new ArrayList<Tone>();
      var of = new HashMap<UUID, Integer>();
      var drawn = new HashSet<Integer>();
      for (var level : levels.all()) {
        var have = standings.entrySet().stream().filter(e -> e.getValue().level().equals(level.id())).toList();
        if (!level.retired() || !have.isEmpty()) {
          have.forEach(entry -> of.put(entry.getKey(), tones.size()));
          // two levels that mean the same must not look the same
          Css css = drawn.add(level.means()) ? SCALE[level.means() - 1] : Css.LETTER;
          tones.add(level.name().map(name -> Tone.named(css, name)).orElseGet(() -> Tone.of(css, level.key())));
        }
      }
      return new Drawn(tones, of);
    }
  }

  /** When somebody was last talked to. */
  record Contact(Conversations conversations, Clock clock) implements ChartLayer {
    private static final List<Tone> TONES = List.of(Tone.of(Css.ONE, "layer.contact.week"),
        Tone.of(Css.TWO, "layer.contact.month"), Tone.of(Css.FOUR, "layer.contact.longer"));

    @Override
    public int order() { return 20; }

    @Override
    public boolean weakestFirst() { return true; }

    @Override
    public List<Choice> at(Site site) { return List.of(new Choice("talked", "layer.contact", Optional.empty())); }

    @Override
    public Drawn draw(Site site, String word, Collection<UUID> people) {
      LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
      var of = new HashMap<UUID, Integer>();
      conversations.lastTalkedTo(people).forEach((person, day) -> {
        long days = ChronoUnit.DAYS.between(day, today);
        of.put(person, days <= 7 ? 0 : days <= SiteCharts.RECENT_DAYS ? 1 : 2);
      });
      return new Drawn(TONES, of);
    }
  }

  /** Who has a steward. */
  record Covered(Stewards stewards) implements ChartLayer {
    private static final List<Tone> TONES = List.of(Tone.of(Css.ONE, "layer.steward.has"),
        Tone.of(Css.FOUR, "layer.steward.none"));

    @Override
    public int order() { return 30; }

    @Override
    public boolean weakestFirst() { return true; }

    @Override
    public List<Choice> at(Site site) { return List.of(new Choice("steward", "layer.steward", Optional.empty())); }

    @Override
    public Drawn draw(Site site, String word, Collection<UUID> people) {
      Map<UUID, UUID> now = stewards.at(site.id());
      var of = new HashMap<UUID, Integer>();
      people.forEach(person -> of.put(person, now.containsKey(person) ? 0 : 1));
      return new Drawn(TONES, of);
    }
  }

  /** Who has joined. */
  record Member(JdbcClient jdbc) implements ChartLayer {
    private static final List<Tone> TONES = List.of(Tone.of(Css.ONE, "layer.member.member"),
        Tone.of(Css.THREE, "layer.member.supporter"));

    @Override
    public int order() { return 40; }

    @Override
    public List<Choice> at(Site site) { return List.of(new Choice("member", "layer.member", Optional.empty())); }

    @Override
    public Drawn draw(Site site, String word, Collection<UUID> people) {
      var of = new HashMap<UUID, Integer>();
      jdbc.sql(
          """
          select person_id, kind from roll.api_membership where local_id = ? and person_id = any(?) and state = 'active'""")
          .params(Tenancy.current().value(), people.toArray(UUID[]::new))
          .query(rs -> {
            of.put(rs.getObject(1, UUID.class), rs.getString(2).equals("member") ? 0 : 1);
          });
      return new Drawn(TONES, of);
    }
  }

  /** Who signed a card that counts today; each kind of card is a colouring of its own. */
  record Signed(Cards cards) implements ChartLayer {
    private static final List<Tone> TONES = List.of(Tone.of(Css.ONE, "layer.card.good"),
        Tone.of(Css.FOUR, "layer.card.past"));
    private static final String WORD = "card-";

    @Override
    public int order() { return 35; }

    @Override
    public boolean weakestFirst() { return true; }

    @Override
    public List<Choice> at(Site site) {
      var used = cards.texts().stream().map(Cards.Text::kind).toList();
      return Stream.of(Cards.Kind.values())
          .filter(used::contains)
          .map(kind -> new Choice(WORD + kind.key(), "card.kind." + kind.key(), Optional.empty()))
          .toList();
    }

    @Override
    public Drawn draw(Site site, String word, Collection<UUID> people) {
      var of = new HashMap<UUID, Integer>();
      cards.states(Cards.Kind.of(word.substring(WORD.length())), people)
          .forEach((person, state) -> of.put(person, state == Cards.State.GOOD ? 0 : 1));
      return new Drawn(TONES, of);
    }
  }

  /** A field of the local's own: one of a few, yes and no, or a day by how far it is. */
  record Own(Fields fields, Clock clock) implements ChartLayer {
    private static final int SOON_DAYS = 60;
    private static final String WORD = "field-";

    @Override
    public int order() { return 50; }

    @Override
    public List<Choice> at(Site site) {
      return fields.inUse()
          .stream()
          .map(field -> new Choice(WORD + field.id(), "", Optional.of(field.said().name())))
          .toList();
    }

    @Override
    public Drawn draw(Site site, String word, Collection<UUID> people) {
      var field = fields.inUse().stream().filter(f -> word.equals(WORD + f.id())).findFirst().orElseThrow();
      var today = LocalDate.now(clock);
      var of = new HashMap<UUID, Integer>();
      fields.values(field, people).forEach((person, value) -> of.put(person, switch (value) {
        case Fields.Value.YesNo(var yes) -> yes ? 0 : 1;
        case Fields.Value.Chosen(var place) -> place - 1;
        case Fields.Value.Day(var on) -> on.isBefore(today) ? 0 : on.isAfter(today.plusDays(SOON_DAYS)) ? 2 : 1;
      }));
      return new Drawn(tones(field.said()), of);
    }

    private static List<Tone> tones(Fields.Said said) {
      if (said.kind() == Fields.Kind.YES_NO) {
        return List.of(Tone.of(Css.ONE, "field.yes"), Tone.of(Css.FIVE, "field.no"));
      }
      if (said.kind() == Fields.Kind.DATE) {
        return List.of(Tone.of(Css.FIVE, "field.day.over"), Tone.of(Css.THREE, "field.day.soon"),
            Tone.of(Css.ONE, "field.day.later"));
      }
      var tones = new ArrayList<Tone>();
      for (int at = 0; at < said.choices().size(); at++) {
        tones.add(Tone.named(at < SCALE.length ? SCALE[at] : Css.LETTER, said.choices().get(at)));
      }
      return tones;
    }
  }
}
