// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.ids.Tokens;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.target.ToldLink;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Decisions to make campaigns public, and to take that back. What a page shows of target and place is as it was decided.
 * Runs inside the caller's transaction.
 */
public final class Publicity {
  /** Letters and digits in a page's address, five bits each: nobody finds a page by trying. */
  private static final int PAGE_LENGTH = 12;
  static final String OF_CAMPAIGN = """
      select id, decided_on, decided, before_majority, known, talked, total, person, firm, place, searchable, titled,
        page, public_at, recorded_by, taken_back_at
      from campaign.decision where local_id = ? and campaign_id = ? order by public_at desc, id limit 50""";
  static final String AT_PAGE = """
      select id, campaign_id, person, firm, place, searchable, titled, public_at from campaign.decision
      where local_id = ? and page_hash = ? and taken_back_at is null""";
  private final JdbcClient jdbc;
  private final Sources sources;
  private final Seals seals;
  private final CampaignRows rows;
  private final RowImages images;
  private final ShownLinks links;
  private final Audit audit;

  /** Where identifiers, addresses and time come from. */
  record Sources(Ids ids, Tokens tokens, Clock clock) {}

  Publicity(JdbcClient jdbc, Sources sources, Seals seals, RowImages images, ShownLinks links,
      Audit audit) {
    this.links = links;
    this.jdbc = jdbc;
    this.sources = sources;
    this.seals = seals;
    this.rows = new CampaignRows(jdbc, seals);
    this.images = images;
    this.audit = audit;
  }

  /**
   * A decision as it is recorded.
   *
   * @param decided who decided, and how
   * @param beforeMajority why before the majority of the chart, where it is not known
   * @param readiness how strong the campaign was; absent without a chart
   */
  public record NewDecision(LocalDate decidedOn, String decided, Optional<String> beforeMajority,
      Optional<Readiness> readiness, PublicFace.Shown shown) {}

  /**
   * A decision that was recorded.
   *
   * @param page the page's address within the local
   * @param by the person who recorded it
   */
  public record Decision(UUID id, NewDecision said, String page, Instant publicAt, UUID by,
      Optional<Instant> takenBackAt) {

    private Decision showing(List<ToldLink> links) {
      var all = new NewDecision(said.decidedOn(), said.decided(), said.beforeMajority(), said.readiness(),
          said.shown().with(links));
      return new Decision(id, all, page, publicAt, by, takenBackAt);
    }
  }

  /**
   * Makes a quiet campaign public, and its page appears. Below the majority of the chart it takes a reason; where the
   * text names the site it takes a decision that does.
   *
   * @param seen the print of the page that whoever decides was shown; another page is not what was decided
   */
  public GoingPublic decide(UUID campaign, NewDecision decision, String seen, Optional<String> site) {
    if (!(rows.locked(campaign).orElse(null) instanceof Campaign.Quiet quiet)) {
      return new GoingPublic.Refused("not-quiet");
    }
    var face = face(quiet, decision.shown());
    if (!face.print().equals(seen)) {
      return new GoingPublic.Refused("changed-meanwhile");
    }
    if (!decision.readiness().map(Readiness::majority).orElse(false) && decision.beforeMajority().isEmpty()) {
      return new GoingPublic.Refused("no-majority");
    }
    if (decision.shown().place().isEmpty() && site.map(name -> face.says(name, Optional.empty())).orElse(false)) {
      return new GoingPublic.Refused("names-the-place");
    }
    UUID set = images.open("campaign-made-public");
    images.keep(set, RowImages.Table.CAMPAIGN, campaign);
    UUID id = sources.ids().random(); // the page's own, and version 7 would tell when it was decided
    String page = sources.tokens().handle(PAGE_LENGTH);
    insert(campaign, id, decision, page);
    images.created(set, RowImages.Table.DECISION, id);
    move(campaign, "quiet", "public");
    audit.record(decision.beforeMajority().isPresent() ? "campaign-made-public-early" : "campaign-made-public",
        new SubjectRef("campaign", campaign), "");
    return new GoingPublic.Done(page);
  }

  /** Whether the text of a campaign says where it is. */
  public static boolean names(String site, Campaign.Core core) {
    return PublicFace.names(site, core.title(), core.demands()
        .stream()
        .map(d -> new Campaigns.NewDemand(d.what(), d.measure(), d.dueOn())));
  }

  /** Whether a text as it would be says where it is. */
  public static boolean names(String site, String title, List<Amendments.Asked> demands) {
    return PublicFace.names(site, title, demands.stream().map(Amendments.Asked::demand));
  }

  /** Takes the page away at once; false if there is none. An open campaign is quiet again. */
  public boolean takeBack(UUID campaign) {
    var found = rows.locked(campaign);
    var decision = found.flatMap(c -> inForce(campaign));
    if (decision.isEmpty()) {
      return false;
    }
    UUID set = images.open("campaign-taken-back");
    images.keep(set, RowImages.Table.CAMPAIGN, campaign);
    images.keep(set, RowImages.Table.DECISION, decision.get().id());
    jdbc.sql("""
        update campaign.decision set taken_back_at = ?, version = version + 1, changed_by = ?, changed_at = ?
        where local_id = ? and id = ?""")
        .params(now(), Callers.actor().person(), now(), local(), decision.get().id())
        .update();
    move(campaign, "public", "quiet");
    audit.record("campaign-taken-back", new SubjectRef("campaign", campaign), "");
    return true;
  }

  /** A campaign that ended keeps its state: its page tells the outcome. */
  private void move(UUID campaign, String from, String to) {
    jdbc.sql("""
        update campaign.campaign set state = case when state = ? then ? else state end, version = version + 1,
          changed_by = ?, changed_at = ? where local_id = ? and id = ?""")
        .params(from, to, Callers.actor().person(), now(), local(), campaign)
        .update();
  }

  private void insert(UUID campaign, UUID id, NewDecision said, String page) {
    var shown = said.shown();
    jdbc.sql(
        """
        insert into campaign.decision (local_id, id, campaign_id, decided_on, decided, before_majority, known, talked, total,
          person, firm, place, searchable, titled, page, page_hash, public_at, recorded_by, changed_by, changed_at)
        values (?, ?, ?, ?, ?, ?::bytea, ?::integer, ?::integer, ?::integer, ?::bytea, ?::bytea, ?::bytea, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(local(), id, campaign, Date.valueOf(said.decidedOn()),
            seals.seal("decision", "decided", id, said.decided()))
        .param(seals.seal("decision", "before_majority", id, said.beforeMajority()))
        .param(said.readiness().map(Readiness::known).orElse(null))
        .param(said.readiness()
            .map(Readiness::talked)
            .filter(OptionalInt::isPresent)
            .map(OptionalInt::getAsInt)
            .orElse(null))
        .param(said.readiness().map(Readiness::total).orElse(null))
        .param(seals.seal("decision", "person", id, shown.person()))
        .param(seals.seal("decision", "firm", id, shown.firm()))
        .param(seals.seal("decision", "place", id, shown.place()))
        .params(shown.searchable(), shown.titled(), seals.seal("decision", "page", id, page), Tokens.hash(page), now(),
            Callers.actor().person(), Callers.actor().person(), now())
        .update();
    links.keep(id, shown.links());
  }

  /** The decision by which a campaign is public now. */
  public Optional<Decision> inForce(UUID campaign) {
    return of(campaign).stream().filter(d -> d.takenBackAt().isEmpty()).findFirst();
  }

  /** Every decision on a campaign, newest first. */
  public List<Decision> of(UUID campaign) {
    return jdbc.sql(OF_CAMPAIGN)
        .params(local(), campaign)
        .query(this::read)
        .list()
        .stream()
        .map(decision -> decision.showing(links.of(decision.id())))
        .toList();
  }

  /** What strangers see at an address of the current local; empty for one that was taken back or never was. */
  public Optional<PublicFace> at(String page) {
    return jdbc.sql(AT_PAGE)
        .params(local(), Tokens.hash(page))
        .query((rs, i) -> new Found(rs.getObject(1, UUID.class), rs.getObject(2, UUID.class),
            shown(rs, rs.getObject(1, UUID.class)), rs.getTimestamp("public_at").toInstant()))
        .optional()
        .flatMap(found -> rows.byId(found.campaign())
            .map(campaign -> face(campaign,
                found.shown().with(links.standing(found.decision(), found.publicAt())))));
  }

  private record Found(UUID decision, UUID campaign, PublicFace.Shown shown, Instant publicAt) {}

  /** The page of a campaign, if it showed this. */
  public static PublicFace face(Campaign campaign, PublicFace.Shown shown) {
    return new PublicFace(campaign.core().title(), campaign.core().demands(), shown,
        campaign instanceof Campaign.Closed);
  }

  private Decision read(ResultSet rs, int row) throws SQLException {
    UUID id = rs.getObject("id", UUID.class);
    Integer known = (Integer) rs.getObject("known");
    Integer talked = (Integer) rs.getObject("talked");
    var readiness = known == null
        ? Optional.<Readiness>empty()
        : Optional.of(new Readiness(known, talked == null ? OptionalInt.empty() : OptionalInt.of(talked),
            rs.getInt("total")));
    var said = new NewDecision(rs.getDate("decided_on").toLocalDate(),
        seals.open("decision", "decided", id, rs.getBytes("decided")),
        seals.openIfAny("decision", "before_majority", id, rs.getBytes("before_majority")), readiness, shown(rs, id));
    return new Decision(id, said, seals.open("decision", "page", id, rs.getBytes("page")),
        rs.getTimestamp("public_at").toInstant(), rs.getObject("recorded_by", UUID.class),
        Optional.ofNullable(rs.getTimestamp("taken_back_at")).map(Timestamp::toInstant));
  }

  private PublicFace.Shown shown(ResultSet rs, UUID id) throws SQLException {
    return new PublicFace.Shown(part("person", id, rs.getBytes("person")), part("firm", id, rs.getBytes("firm")),
        part("place", id, rs.getBytes("place")), rs.getBoolean("searchable"), rs.getBoolean("titled"));
  }

  private Optional<String> part(String column, UUID id, byte @Nullable [] sealed) {
    return seals.openIfAny("decision", column, id, sealed);
  }

  private static UUID local() { return Tenancy.current().value(); }

  private Timestamp now() { return Timestamp.from(sources.clock().instant()); }
}
