// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who can be given something to do at an action: whoever said that they come, and the people of its place while they are
 * not too many to choose from. Nobody of the boss's side. Runs inside the caller's transaction.
 */
public final class Takers {
  /** More people than this are not offered as a list: whoever has said that they come is, up to this many. */
  public static final int MOST = 300;
  private final JdbcClient jdbc;

  Takers(JdbcClient jdbc) { this.jdbc = jdbc; }

  /**
   * The people who can be chosen.
   *
   * @param site whose people can be chosen too, if the caller may see them
   */
  public List<UUID> of(UUID action, Optional<UUID> site) {
    var coming = jdbc.sql("""
        select distinct n.person_id from action.sign_up u
        join action.shift s on s.local_id = u.local_id and s.id = u.shift_id
        join roll.api_person_now n on n.local_id = u.local_id and n.id = u.person_id
        where u.local_id = :local and s.action_id = :action and u.state in ('coming', 'waiting', 'attended')
          and n.person_id not in (select b.person_id from roll.api_position p
            join roll.api_person_now b on b.local_id = p.local_id and b.id = p.person_id
            where p.local_id = :local and p.boss_side) order by n.person_id limit :most""")
        .param("local", local())
        .param("action", action)
        .param("most", MOST)
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .list();
    return with(coming, site.map(this::at).orElseGet(List::of));
  }

  private static List<UUID> with(List<UUID> coming, List<UUID> there) {
    return Stream.concat(coming.stream(), there.size() > MOST ? Stream.empty() : there.stream()).distinct().toList();
  }

  /** The same of an action that is no place's: whoever has said that they come, and the local's members. */
  public List<UUID> ofAll(UUID action) {
    return with(of(action, Optional.empty()), jdbc.sql("""
        select distinct n.person_id from roll.api_membership m
        join roll.api_person_now n on n.local_id = m.local_id and n.id = m.person_id
        where m.local_id = :local and m.kind = 'member' and m.state = 'active'
          and n.person_id not in (select b.person_id from roll.api_position q
            join roll.api_person_now b on b.local_id = q.local_id and b.id = q.person_id
            where q.local_id = :local and q.boss_side) order by n.person_id limit :most""")
        .param("local", local())
        .param("most", MOST + 1)
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .list());
  }

  /** One more than {@link #MOST} at most, which says that there are too many. */
  private List<UUID> at(UUID site) {
    return jdbc.sql("""
        select distinct n.person_id from roll.api_position p
        join roll.api_site_now w on w.local_id = p.local_id and w.id = p.site_id
        join roll.api_person_now n on n.local_id = p.local_id and n.id = p.person_id
        where p.local_id = :local and w.site_id = :site
          and n.person_id not in (select b.person_id from roll.api_position q
            join roll.api_person_now b on b.local_id = q.local_id and b.id = q.person_id
            where q.local_id = :local and q.boss_side) order by n.person_id limit :most""")
        .param("local", local())
        .param("site", site)
        .param("most", MOST + 1)
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .list();
  }

  private static UUID local() { return Tenancy.current().value(); }
}
