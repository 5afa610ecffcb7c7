// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.campaign.Campaign;
import org.groundwork.campaign.Campaigns;
import org.groundwork.grievance.GrievanceKind;
import org.groundwork.roll.SiteKind;
import org.groundwork.roll.SiteSuggestions;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts together what is offered to somebody from whom something was taken. Reads only; in the caller's transaction. */
public final class TakenOffers {
  private final JdbcClient jdbc;
  private final Campaigns campaigns;
  private final SiteSuggestions registers;

  TakenOffers(JdbcClient jdbc, Campaigns campaigns, SiteSuggestions registers) {
    this.jdbc = jdbc;
    this.campaigns = campaigns;
    this.registers = registers;
  }

  /** What is offered with a request; nothing where nobody took anything, or that is deleted. */
  public Optional<TakenOffer> of(Request request) {
    Taken taken = request.wish().map(wish -> wish.told().taken()).orElse(Taken.NOTHING);
    return kind(taken)
        .map(kind -> new TakenOffer(kind.key(),
            request.person().map(person -> places(person, taken)).orElseGet(List::of)));
  }

  /** Which grievance it is that something was taken. */
  private static Optional<GrievanceKind> kind(Taken taken) {
    return switch (taken) {
      case NOTHING -> Optional.empty();
      case WAGES -> Optional.of(GrievanceKind.WAGE_THEFT);
      case DEPOSIT -> Optional.of(GrievanceKind.DEPOSIT_THEFT);
      case HOURS -> Optional.of(GrievanceKind.HOURS_TAKEN);
      case FEE -> Optional.of(GrievanceKind.ILLEGAL_FEE);
    };
  }

  /** Whether it can have been taken at a place of a kind; a campus lets rooms and employs people as well. */
  private static boolean fits(Taken taken, SiteKind kind) {
    return switch (taken) {
      case NOTHING -> false;
      case WAGES, HOURS -> kind != SiteKind.BUILDING;
      case DEPOSIT -> kind != SiteKind.WORKPLACE;
      case FEE -> true;
    };
  }

  private record Site(UUID id, SiteKind kind, String name, Optional<String> register) {}

  private List<TakenOffer.Place> places(UUID person, Taken taken) {
    return jdbc.sql("""
        select distinct s.id, s.kind, s.name, s.register_site from roll.api_position p
        join roll.api_person_now n on n.local_id = p.local_id and n.id = p.person_id
        join roll.api_site_now w on w.local_id = p.local_id and w.id = p.site_id
        join roll.api_site s on s.local_id = w.local_id and s.id = w.site_id
        where p.local_id = ? and n.person_id = ? and not p.boss_side order by s.name, s.id""")
        .params(Scope.local(), person)
        .query((rs, i) -> new Site(rs.getObject(1, UUID.class), SiteKind.of(rs.getString(2)), rs.getString(3),
            Optional.ofNullable(rs.getString(4))))
        .list()
        .stream()
        .filter(site -> fits(taken, site.kind()))
        .map(site -> new TakenOffer.Place(site.name(),
            site.register().flatMap(registers::byId).flatMap(SiteSuggestions.Suggestion::signedBy), fights(site.id())))
        .toList();
  }

  /** Fights at a place that have begun and not ended: drafts are read by nobody but who writes them. */
  private List<TakenOffer.Fight> fights(UUID site) {
    return jdbc.sql("""
        select distinct s.campaign_id from campaign.api_step s
        where s.local_id = ? and s.site_id = ? and s.campaign_state in ('quiet', 'public')
        order by s.campaign_id""")
        .params(Scope.local(), site)
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .list()
        .stream()
        .flatMap(id -> campaigns.byId(id).stream())
        .map(Campaign::core)
        .map(core -> new TakenOffer.Fight(core.id(), core.title(),
            core.demands().stream().filter(each -> each.outcome().isEmpty()).map(Campaign.Demand::what).toList()))
        .toList();
  }
}
