// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.grievance.GrievanceKind;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.target.Target;
import org.groundwork.target.TargetKind;
import org.groundwork.target.Targets;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What ended fights taught, found by whom they were against, what was done and what was asked. Runs inside the caller's
 * transaction.
 */
public final class Debriefs {
  static final String FIND = """
      select c.id, c.title, c.debrief, c.target_id, coalesce(c.debrief_about, c.cause_kind)
      from campaign.campaign c
      where c.local_id = :local and c.debrief is not null and c.id < :below
        and (:about = '' or coalesce(c.debrief_about, c.cause_kind) = :about)
        and (:any or c.target_id in (select unnest(:targets::uuid[])))
        and (:step = '' or exists (select 1 from campaign.step s where s.local_id = :local and s.campaign_id = c.id
          and s.kind = :step and s.state <> 'locked'))
      order by c.id desc limit :most""";
  /** So many fights are opened to look for words of their demands. */
  private static final int LOOKED_THROUGH = 500;
  private static final int BATCH = 50;
  private final JdbcClient jdbc;
  private final Seals seals;
  private final Targets targets;

  Debriefs(JdbcClient jdbc, Seals seals, Targets targets) {
    this.jdbc = jdbc;
    this.seals = seals;
    this.targets = targets;
  }

  /**
   * What is looked for; whatever is absent may be anything.
   *
   * @param step a kind of rung that was begun
   * @param harm the kind of harm that the fight was about
   * @param asked words that one demand has, all of them; empty for any
   */
  public record About(Optional<TargetKind> target, Optional<StepKind> step, Optional<GrievanceKind> harm,
      String asked) {
    /** Everything. */
    public static About anything() {
      return new About(Optional.empty(), Optional.empty(), Optional.empty(), "");
    }
  }

  /**
   * What was found.
   *
   * @param below where to look on; absent where there is nothing more
   * @param gaveUp whether the look ended before the page was full, because it had gone through so many
   */
  public record Found(List<Debrief> rows, Optional<UUID> below, boolean gaveUp) {
    public Found { rows = List.copyOf(rows); }
  }

  /**
   * What one fight taught.
   *
   * @param demands what was asked, each with what became of it
   * @param steps what was done, from the lowest rung
   */
  public record Debrief(UUID campaign, String title, String text, Optional<TargetKind> target,
      Optional<GrievanceKind> about, List<Asked> demands, List<StepKind> steps) {}

  /** A demand and what became of it. */
  public record Asked(String what, Campaign.Result result) {}

  private record Row(UUID campaign, String title, String text, UUID target, Optional<GrievanceKind> about) {}

  /**
   * What fights taught, the newest first, from below one on; at most {@code most}. Demands are sealed, so words of them
   * are looked for among what was opened: at most {@value #LOOKED_THROUGH} fights at a time.
   */
  public Found search(About about, UUID below, int most) { return search(about, below, most, LOOKED_THROUGH); }

  Found search(About about, UUID below, int most, int through) {
    var words = Words.of(about.asked());
    Map<UUID, TargetKind> kinds = new HashMap<>();
    targets.all().forEach(target -> kinds.put(target.id(), target.kind()));
    var rows = new ArrayList<Debrief>();
    UUID from = below;
    int many = words.isEmpty() ? most + 1 : Math.min(BATCH, through);
    for (int looked = 0; looked < through; looked += many) {
      var next = find(about, kinds, from, many);
      for (var one : next) {
        if (rows.size() == most) {
          return new Found(rows, Optional.of(from), false);
        }
        from = one.campaign();
        if (words.isEmpty() || one.demands().stream().anyMatch(demand -> words.in(demand.what()))) {
          rows.add(one);
        }
      }
      if (next.size() < many) {
        return new Found(rows, Optional.empty(), false);
      }
    }
    return new Found(rows, Optional.of(from), true);
  }

  private List<Debrief> find(About about, Map<UUID, TargetKind> kinds, UUID below, int most) {
    var rows = jdbc.sql(FIND)
        .param("local", local())
        .param("below", below)
        .param("about", about.harm().map(GrievanceKind::key).orElse(""))
        .param("any", about.target().isEmpty())
        .param("targets", against(kinds, about))
        .param("step", about.step().map(StepKind::key).orElse(""))
        .param("most", most)
        .query((rs, i) -> row(rs))
        .list();
    var asked = asked(rows.stream().map(Row::campaign).toList());
    var done = done(rows.stream().map(Row::campaign).toList());
    return rows.stream()
        .map(row -> new Debrief(row.campaign(), row.title(), row.text(), Optional.ofNullable(kinds.get(row.target())),
            row.about(), asked.getOrDefault(row.campaign(), List.of()), done.getOrDefault(row.campaign(), List.of())))
        .toList();
  }

  private static UUID[] against(Map<UUID, TargetKind> kinds, About about) {
    return kinds.entrySet()
        .stream()
        .filter(kind -> about.target().filter(kind.getValue()::equals).isPresent())
        .map(Map.Entry::getKey)
        .toArray(UUID[]::new);
  }

  private Row row(ResultSet rs) throws SQLException {
    UUID id = rs.getObject(1, UUID.class);
    return new Row(id, seals.open("campaign", "title", id, rs.getBytes(2)),
        seals.open("campaign", "debrief", id, rs.getBytes(3)), rs.getObject(4, UUID.class),
        Optional.ofNullable(rs.getString(5)).flatMap(GrievanceKind::known));
  }

  private Map<UUID, List<Asked>> asked(List<UUID> campaigns) {
    var asked = new HashMap<UUID, List<Asked>>();
    jdbc.sql("""
        select campaign_id, id, what, outcome from campaign.demand
        where local_id = ? and campaign_id in (select unnest(?::uuid[])) and outcome is not null
        order by campaign_id, position, id""")
        .params(local(), campaigns.toArray(UUID[]::new))
        .query(rs -> {
          asked.computeIfAbsent(rs.getObject(1, UUID.class), _ -> new ArrayList<>())
              .add(new Asked(seals.open("demand", "what", rs.getObject(2, UUID.class), rs.getBytes(3)),
                  Campaign.Result.of(rs.getString(4))));
        });
    return asked;
  }

  private Map<UUID, List<StepKind>> done(List<UUID> campaigns) {
    var done = new HashMap<UUID, List<StepKind>>();
    jdbc.sql("""
        select campaign_id, kind from campaign.step
        where local_id = ? and campaign_id in (select unnest(?::uuid[])) and state <> 'locked'
        order by campaign_id, position, id""")
        .params(local(), campaigns.toArray(UUID[]::new))
        .query(rs -> {
          done.computeIfAbsent(rs.getObject(1, UUID.class), _ -> new ArrayList<>())
              .add(StepKind.known(rs.getString(2)).orElse(StepKind.OTHER));
        });
    return done;
  }

  private static UUID local() { return Tenancy.current().value(); }
}
