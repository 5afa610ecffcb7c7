// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the target answered, against which demands, and what was promised by when. Never on the public page. Runs inside
 * the caller's transaction.
 */
public final class Replies {
  static final int MOST = 200;
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final Seals seals;
  private final Locals locals;
  private final ReplyFiles files;
  private final Audit audit;

  Replies(JdbcClient jdbc, Ids ids, Clock clock, Seals seals, Locals locals, ReplyFiles files, Audit audit) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.seals = seals;
    this.locals = locals;
    this.files = files;
    this.audit = audit;
  }

  /** What they said to one demand. */
  public enum Answer {
    REFUSED, MAYBE, HALF, YES, NOTHING;

    /** As stored, as a form's value, and as the end of a message key. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The answer of a key; empty for one that is none. */
    public static Optional<Answer> known(String key) {
      return Arrays.stream(values()).filter(answer -> answer.key().equals(key)).findFirst();
    }
  }

  /** How it came. */
  public enum Way {
    LETTER, MAIL, PHONE, IN_PERSON;

    /** As stored, as a form's value, and as the end of a message key. */
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The way of a key; empty for one that is none. */
    public static Optional<Way> known(String key) {
      return Arrays.stream(values()).filter(way -> way.key().equals(key)).findFirst();
    }
  }

  /**
   * The answer to one demand.
   *
   * @param promised by when they say that it is done
   */
  public record To(UUID demand, Answer answer, Optional<LocalDate> promised) {}

  /**
   * A reply as it is written down.
   *
   * @param from who on their side
   * @param ours what we answer
   */
  public record Said(LocalDate on, String from, Way way, String words, Optional<String> ours, List<To> to) {
    public Said { to = List.copyOf(to); }
  }

  /**
   * A reply that was written down.
   *
   * @param version raised by whoever puts it right
   */
  public record Reply(UUID id, long version, Said said) {}

  /** What was heard of one demand, without anybody's words. */
  public record Heard(UUID reply, LocalDate on, Answer answer, Optional<LocalDate> promised) {}

  /** A promise whose day is over, at which nobody has looked. */
  public record Due(UUID campaign, String what, LocalDate promised) {}

  /** Writes a reply down. Its demands are the campaign's own. */
  public UUID log(UUID campaign, Said said) {
    UUID id = ids.next();
    jdbc.sql("""
        insert into campaign.reply (local_id, id, campaign_id, came_on, said_by, way, words, ours, changed_by, changed_at)
        values (:local, :id, :campaign, :on, :from, :way, :words, :ours::bytea, :by, :now)""")
        .param("local", local())
        .param("id", id)
        .param("campaign", campaign)
        .param("on", Date.valueOf(said.on()))
        .param("from", seals.seal("reply", "said_by", id, said.from()))
        .param("way", said.way().key())
        .param("words", seals.seal("reply", "words", id, said.words()))
        .param("ours", seals.seal("reply", "ours", id, said.ours()))
        .param("by", Callers.actor().person())
        .param("now", now())
        .update();
    for (To to : said.to()) {
      jdbc.sql("""
          insert into campaign.reply_answer (local_id, reply_id, demand_id, answer, promised_on, changed_by, changed_at)
          values (:local, :reply, :demand, :answer, :promised::date, :by, :now)""")
          .param("local", local())
          .param("reply", id)
          .param("demand", to.demand())
          .param("answer", to.answer().key())
          .param("promised", to.promised().map(Date::valueOf).orElse(null))
          .param("by", Callers.actor().person())
          .param("now", now())
          .update();
    }
    audit.record("reply-logged", new SubjectRef("campaign", campaign), said.to().size() + " demands");
    return id;
  }

  /** The replies to a campaign, the newest first. */
  public List<Reply> of(UUID campaign) {
    return found(campaign, Optional.empty());
  }

  /** One of the replies to a campaign. */
  public Optional<Reply> byId(UUID campaign, UUID reply) {
    return found(campaign, Optional.of(reply)).stream().findFirst();
  }

  private List<Reply> found(UUID campaign, Optional<UUID> one) {
    var answers = new HashMap<UUID, List<To>>();
    jdbc.sql("""
        select a.reply_id, a.demand_id, a.answer, a.promised_on from campaign.reply_answer a
        join campaign.reply r on r.local_id = a.local_id and r.id = a.reply_id
        join campaign.demand d on d.local_id = a.local_id and d.id = a.demand_id
        where a.local_id = :local and r.campaign_id = :campaign and (:one::uuid is null or r.id = :one::uuid)
        order by d.position, d.id""")
        .param("local", local())
        .param("campaign", campaign)
        .param("one", one.orElse(null))
        .query(rs -> {
          answers.computeIfAbsent(rs.getObject(1, UUID.class), _ -> new ArrayList<>())
              .add(new To(rs.getObject(2, UUID.class), answer(rs.getString(3)), day(rs.getDate(4))));
        });
    return jdbc.sql("""
        select id, came_on, said_by, way, words, ours, version from campaign.reply
        where local_id = :local and campaign_id = :campaign and (:one::uuid is null or id = :one::uuid)
        order by came_on desc, id desc limit :most""")
        .param("local", local())
        .param("campaign", campaign)
        .param("one", one.orElse(null))
        .param("most", MOST)
        .query((rs, i) -> row(rs, answers))
        .list();
  }

  private Reply row(ResultSet rs, Map<UUID, List<To>> answers) throws SQLException {
    UUID id = rs.getObject(1, UUID.class);
    return new Reply(id, rs.getLong(7),
        new Said(rs.getDate(2).toLocalDate(), seals.open("reply", "said_by", id, rs.getBytes(3)),
            Way.known(rs.getString(4)).orElseThrow(), seals.open("reply", "words", id, rs.getBytes(5)),
            seals.openIfAny("reply", "ours", id, rs.getBytes(6)), answers.getOrDefault(id, List.of())));
  }

  /** What was heard of each demand of a campaign, the newest first. */
  public Map<UUID, List<Heard>> heard(UUID campaign) {
    var heard = new LinkedHashMap<UUID, List<Heard>>();
    jdbc.sql("""
        select a.demand_id, r.id, r.came_on, a.answer, a.promised_on from campaign.reply r
        join campaign.reply_answer a on a.local_id = r.local_id and a.reply_id = r.id
        where r.local_id = ? and r.campaign_id = ? order by r.came_on desc, r.id desc limit ?""")
        .params(local(), campaign, MOST)
        .query(rs -> {
          heard.computeIfAbsent(rs.getObject(1, UUID.class), _ -> new ArrayList<>())
              .add(new Heard(rs.getObject(2, UUID.class), rs.getDate(3).toLocalDate(), answer(rs.getString(4)),
                  day(rs.getDate(5))));
        });
    return heard;
  }

  /** Takes a reply out that was written down by mistake; false if the campaign has none such. */
  public boolean remove(UUID campaign, UUID reply) {
    boolean gone = jdbc.sql("delete from campaign.reply where local_id = ? and campaign_id = ? and id = ?")
        .params(local(), campaign, reply)
        .update() == 1;
    if (gone) {
      files.forget(reply);
      audit.record("reply-removed", new SubjectRef("campaign", campaign), "");
    }
    return gone;
  }

  /** Notes that somebody looked whether promises of a campaign whose day is over were kept. */
  public void looked(UUID campaign) {
    jdbc.sql("""
        update campaign.reply_answer a set looked_on = :today, version = a.version + 1, changed_by = :by, changed_at = :now
        where a.local_id = :local and a.looked_on is null and a.promised_on < :today and a.reply_id in (
          select r.id from campaign.reply r where r.local_id = :local and r.campaign_id = :campaign)""")
        .param("today", Date.valueOf(today()))
        .param("by", Callers.actor().person())
        .param("now", now())
        .param("local", local())
        .param("campaign", campaign)
        .update();
  }

  /**
   * The oldest promise whose day is over in a fight that goes on, for a demand that is not settled, and about which nothing
   * was heard since.
   */
  public Optional<Due> due(Predicate<Optional<UUID>> ofSite) {
    return overdue(Optional.empty()).stream().filter(over -> ofSite.test(over.site())).findFirst().map(this::due);
  }

  /** Whether a campaign has such a promise. */
  public boolean due(UUID campaign) {
    return !overdue(Optional.of(campaign)).isEmpty();
  }

  private record Overdue(UUID campaign, Optional<UUID> site, UUID demand, LocalDate promised) {}

  private Due due(Overdue over) {
    String what = jdbc.sql("select what from campaign.demand where local_id = ? and id = ?")
        .params(local(), over.demand())
        .query((rs, i) -> seals.open("demand", "what", over.demand(), rs.getBytes(1)))
        .single();
    return new Due(over.campaign(), what, over.promised());
  }

  /** The oldest first, one for each fight: at most as many as there are fights that go on. */
  private List<Overdue> overdue(Optional<UUID> campaign) {
    return jdbc.sql("""
        select * from (select distinct on (r.campaign_id) r.campaign_id, c.site_id, d.id, a.promised_on
        from campaign.reply_answer a
        join campaign.reply r on r.local_id = a.local_id and r.id = a.reply_id
        join campaign.demand d on d.local_id = a.local_id and d.id = a.demand_id and d.outcome is null
        join campaign.campaign c on c.local_id = r.local_id and c.id = r.campaign_id and c.state in ('quiet', 'public')
        where a.local_id = :local and a.promised_on < :today and a.looked_on is null
          and (:campaign::uuid is null or r.campaign_id = :campaign::uuid) and not exists (
          select 1 from campaign.reply_answer later
          join campaign.reply o on o.local_id = later.local_id and o.id = later.reply_id
          where later.local_id = :local and later.demand_id = a.demand_id and (o.came_on, o.id) > (r.came_on, r.id))
        order by r.campaign_id, a.promised_on, r.id) oldest order by promised_on, campaign_id""")
        .param("local", local())
        .param("today", Date.valueOf(today()))
        .param("campaign", campaign.orElse(null))
        .query((rs, i) -> new Overdue(rs.getObject(1, UUID.class), Optional.ofNullable(rs.getObject(2, UUID.class)),
            rs.getObject(3, UUID.class), rs.getDate(4).toLocalDate()))
        .list();
  }

  private static Answer answer(String key) { return Answer.known(key).orElseThrow(); }

  static Optional<LocalDate> day(@org.jspecify.annotations.Nullable Date stored) {
    return Optional.ofNullable(stored).map(Date::toLocalDate);
  }

  private LocalDate today() { return LocalDate.now(clock.withZone(locals.profile().zone())); }

  private Timestamp now() { return Timestamp.from(clock.instant()); }

  private static UUID local() { return Tenancy.current().value(); }
}
