// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Puts right what was written down of a reply. What it said before is kept with it: what the other side answered is held
 * against what it does, so nobody changes it unseen. Runs inside the caller's transaction.
 */
public final class ReplyCorrections {
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final Seals seals;
  private final Replies replies;
  private final Audit audit;

  ReplyCorrections(JdbcClient jdbc, Ids ids, Clock clock, Seals seals, Replies replies, Audit audit) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.seals = seals;
    this.replies = replies;
    this.audit = audit;
  }

  /** What came of putting one right. */
  public enum Came {
    /** It says so now. */
    DONE,
    /** Somebody put it right since it was read; nothing changed. */
    CHANGED,
    /** The fight has no such reply. */
    GONE
  }

  /**
   * What a reply said before.
   *
   * @param until when it was put right
   */
  public record Before(Replies.Said said, Instant until) {}

  /** Says anew what a reply was; the same said twice is said once. */
  public Came correct(UUID campaign, UUID reply, long version, Replies.Said said) {
    if (!held(campaign, reply)) {
      return Came.GONE;
    }
    var now = replies.byId(campaign, reply).orElseThrow();
    if (now.said().equals(said)) {
      return Came.DONE;
    }
    if (now.version() != version) {
      return Came.CHANGED;
    }
    keep(now);
    change(reply, said);
    answers(reply, said.to());
    audit.record("reply-corrected", new SubjectRef("campaign", campaign), said.to().size() + " demands");
    return Came.DONE;
  }

  private boolean held(UUID campaign, UUID reply) {
    return jdbc.sql("select id from campaign.reply where local_id = ? and campaign_id = ? and id = ? for update")
        .params(local(), campaign, reply)
        .query(UUID.class)
        .optional()
        .isPresent();
  }

  private void keep(Replies.Reply now) {
    UUID id = ids.next();
    var said = now.said();
    jdbc.sql("""
        insert into campaign.reply_before (local_id, id, reply_id, came_on, said_by, way, words, ours, until_at,
          changed_by, changed_at)
        values (:local, :id, :reply, :on, :from, :way, :words, :ours::bytea, :now, :by, :now)""")
        .param("local", local())
        .param("id", id)
        .param("reply", now.id())
        .param("on", Date.valueOf(said.on()))
        .param("from", seals.seal("reply_before", "said_by", id, said.from()))
        .param("way", said.way().key())
        .param("words", seals.seal("reply_before", "words", id, said.words()))
        .param("ours", seals.seal("reply_before", "ours", id, said.ours()))
        .param("now", now())
        .param("by", Callers.actor().person())
        .update();
    jdbc.sql("""
        insert into campaign.reply_before_answer (local_id, before_id, demand_id, answer, promised_on, changed_by,
          changed_at)
        select ?, ?, a.demand_id, a.answer, a.promised_on, ?, ? from campaign.reply_answer a
        where a.local_id = ? and a.reply_id = ?""")
        .params(local(), id, Callers.actor().person(), now(), local(), now.id())
        .update();
  }

  private void change(UUID reply, Replies.Said said) {
    jdbc.sql("""
        update campaign.reply set came_on = :on, said_by = :from, way = :way, words = :words, ours = :ours::bytea,
          version = version + 1, changed_by = :by, changed_at = :now where local_id = :local and id = :reply""")
        .param("on", Date.valueOf(said.on()))
        .param("from", seals.seal("reply", "said_by", reply, said.from()))
        .param("way", said.way().key())
        .param("words", seals.seal("reply", "words", reply, said.words()))
        .param("ours", seals.seal("reply", "ours", reply, said.ours()))
        .param("by", Callers.actor().person())
        .param("now", now())
        .param("local", local())
        .param("reply", reply)
        .update();
  }

  /** That somebody looked whether a promise was kept holds only for the day that was looked at. */
  private void answers(UUID reply, List<Replies.To> to) {
    jdbc.sql("""
        delete from campaign.reply_answer where local_id = ? and reply_id = ?
          and demand_id not in (select unnest(?::uuid[]))""")
        .params(local(), reply, to.stream().map(Replies.To::demand).toArray(UUID[]::new))
        .update();
    to.forEach(one -> jdbc.sql("""
        insert into campaign.reply_answer (local_id, reply_id, demand_id, answer, promised_on, changed_by, changed_at)
        values (:local, :reply, :demand, :answer, :promised::date, :by, :now)
        on conflict (local_id, reply_id, demand_id) do update set answer = excluded.answer,
          promised_on = excluded.promised_on, looked_on = case
            when campaign.reply_answer.promised_on = excluded.promised_on then campaign.reply_answer.looked_on end,
          version = campaign.reply_answer.version + 1, changed_by = excluded.changed_by,
          changed_at = excluded.changed_at
        where campaign.reply_answer.local_id = excluded.local_id""")
        .param("local", local())
        .param("reply", reply)
        .param("demand", one.demand())
        .param("answer", one.answer().key())
        .param("promised", one.promised().map(Date::valueOf).orElse(null))
        .param("by", Callers.actor().person())
        .param("now", now())
        .update());
  }

  /** What the replies to a campaign said before they were put right, the latest first; nothing of one that never was. */
  public Map<UUID, List<Before>> before(UUID campaign) {
    var answers = answersBefore(campaign);
    var before = new HashMap<UUID, List<Before>>();
    jdbc.sql("""
        select b.id, b.reply_id, b.came_on, b.said_by, b.way, b.words, b.ours, b.until_at from campaign.reply_before b
        join campaign.reply r on r.local_id = b.local_id and r.id = b.reply_id
        where b.local_id = ? and r.campaign_id = ? order by b.until_at desc, b.id desc limit ?""")
        .params(local(), campaign, Replies.MOST)
        .query(rs -> {
          UUID id = rs.getObject(1, UUID.class);
          var said = new Replies.Said(rs.getDate(3).toLocalDate(),
              seals.open("reply_before", "said_by", id, rs.getBytes(4)),
              Replies.Way.known(rs.getString(5)).orElseThrow(),
              seals.open("reply_before", "words", id, rs.getBytes(6)),
              seals.openIfAny("reply_before", "ours", id, rs.getBytes(7)), answers.getOrDefault(id, List.of()));
          before.computeIfAbsent(rs.getObject(2, UUID.class), _ -> new ArrayList<>())
              .add(new Before(said, rs.getTimestamp(8).toInstant()));
        });
    return before;
  }

  private Map<UUID, List<Replies.To>> answersBefore(UUID campaign) {
    var answers = new HashMap<UUID, List<Replies.To>>();
    jdbc.sql("""
        select a.before_id, a.demand_id, a.answer, a.promised_on from campaign.reply_before_answer a
        join campaign.demand d on d.local_id = a.local_id and d.id = a.demand_id
        where a.local_id = ? and d.campaign_id = ? order by d.position, d.id""")
        .params(local(), campaign)
        .query(rs -> {
          answers.computeIfAbsent(rs.getObject(1, UUID.class), _ -> new ArrayList<>())
              .add(new Replies.To(rs.getObject(2, UUID.class), Replies.Answer.known(rs.getString(3)).orElseThrow(),
                  Replies.day(rs.getDate(4))));
        });
    return answers;
  }

  private static UUID local() { return Tenancy.current().value(); }

  private Timestamp now() { return Timestamp.from(clock.instant()); }
}
