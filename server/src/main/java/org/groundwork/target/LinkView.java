// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Why sites are held to belong together, and what the current local decided about it. Runs inside the caller's transaction. */
public final class LinkView {
  static final String LINKS = NetworkView.MEMBERS + """
      select b.site_a, b.site_b, b.kind, b.confidence, b.message, b.arguments, v.verdict, v.changed, sa.address, sb.address
      from member m join target.base_link b on b.site_a = m.id
      join target.register_site sa on sa.id = b.site_a join target.register_site sb on sb.id = b.site_b
      left join target.verdict_now v on v.local_id = :local and v.site_a = b.site_a and v.site_b = b.site_b
      where (-b.confidence, b.site_a, b.site_b, b.kind) > (:confidence, :a, :b, :kind)
      order by -b.confidence, b.site_a, b.site_b, b.kind limit :most""";
  static final String DECIDED = """
      select v.site_a, v.site_b, v.verdict, v.changed, v.changed_by, v.changed_at, v.version,
        coalesce(sa.address, v.site_a), coalesce(sb.address, v.site_b)
      from target.verdict_now v left join target.register_site sa on sa.id = v.site_a
      left join target.register_site sb on sb.id = v.site_b
      where v.local_id = ? and (v.site_a, v.site_b) > (?, ?) order by v.site_a, v.site_b limit ?""";
  private final JdbcClient jdbc;

  LinkView(JdbcClient jdbc) { this.jdbc = jdbc; }

  /** Where a page of links begins: behind this one. */
  public record Cursor(int perMille, String a, String b, String kind) {
    /** The first page. */
    public static Cursor start() { return new Cursor(1001, "", "", ""); }
  }

  /**
   * One piece of evidence: a message of the linkage library and its arguments.
   *
   * @param verdict what the local decided about the two
   * @param changed whether it confirmed them on evidence that has changed since
   */
  public record Evidence(String siteA, String siteB, String kind, int perMille, String message, List<String> arguments,
      Optional<String> verdict, boolean changed, String addressA, String addressB) {
    public Evidence { arguments = List.copyOf(arguments); }

    /** Where the next page begins if this is the last one of a page. */
    public Cursor cursor() {
      return new Cursor(perMille, siteA, siteB, kind);
    }

    /** Key of the sentence that says why. */
    public String key() { return "evidence." + message; }
  }

  /** Why the sites of a network belong together, surest first, behind a cursor; at most {@code most}. */
  public List<Evidence> of(String network, Cursor after, int most) {
    return jdbc.sql(LINKS)
        .param("local", local())
        .param("network", network)
        .param("confidence", -after.perMille())
        .param("a", after.a())
        .param("b", after.b())
        .param("kind", after.kind())
        .param("most", most)
        .query(LinkView::evidence)
        .list();
  }

  /** How many pieces of evidence join the sites of a network. */
  public int count(String network) {
    return jdbc.sql(NetworkView.MEMBERS + "select count(*) from member m join target.base_link b on b.site_a = m.id")
        .param("local", local())
        .param("network", network)
        .query(Integer.class)
        .single();
  }

  /** All that speaks for a link between two sites, in the order they have in the register. */
  public List<Evidence> between(String a, String b) {
    return jdbc.sql("""
        select b.site_a, b.site_b, b.kind, b.confidence, b.message, b.arguments, v.verdict, v.changed, sa.address, sb.address
        from target.base_link b
        join target.register_site sa on sa.id = b.site_a join target.register_site sb on sb.id = b.site_b
        left join target.verdict_now v on v.local_id = ? and v.site_a = b.site_a and v.site_b = b.site_b
        where b.site_a = ? and b.site_b = ? order by b.confidence desc, b.kind""")
        .params(local(), a, b)
        .query(LinkView::evidence)
        .list();
  }

  private static Evidence evidence(ResultSet rs, int row) throws SQLException {
    return new Evidence(rs.getString(1), rs.getString(2), rs.getString(3), rs.getInt(4), rs.getString(5),
        Arrays.asList((String[]) rs.getArray(6).getArray()), Optional.ofNullable(rs.getString(7)),
        rs.getBoolean(8), rs.getString(9), rs.getString(10));
  }

  /** Whether the register links these two sites, in either order. */
  public boolean linked(String one, String other) {
    return !between(one, other).isEmpty() || !between(other, one).isEmpty();
  }

  /** What the local decided about two sites, in the order they have in the register. */
  public Optional<String> verdict(String a, String b) {
    return jdbc.sql("select verdict from target.verdict where local_id = ? and site_a = ? and site_b = ?")
        .params(local(), a, b)
        .query(String.class)
        .optional();
  }

  /**
   * A decision of this local.
   *
   * @param changed whether it confirmed a link whose evidence has changed since
   * @param version how often it was decided
   */
  public record Decision(String siteA, String siteB, String verdict, boolean changed, Optional<UUID> by, Instant at,
      long version,
      String addressA, String addressB) {}

  /** What the local decided, behind a pair of a page before; at most {@code most}. */
  public List<Decision> decided(String afterA, String afterB, int most) {
    return jdbc.sql(DECIDED)
        .params(local(), afterA, afterB, most)
        .query((rs, i) -> new Decision(rs.getString(1), rs.getString(2), rs.getString(3),
            rs.getBoolean(4), Optional.ofNullable(rs.getObject(5, UUID.class)), rs.getTimestamp(6).toInstant(),
            rs.getLong(7), rs.getString(8), rs.getString(9)))
        .list();
  }

  private static UUID local() { return Tenancy.current().value(); }
}
