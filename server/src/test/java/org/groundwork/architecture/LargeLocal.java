// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.architecture;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.groundwork.action.Action;
import org.groundwork.action.Actions;
import org.groundwork.campaign.Campaigns;
import org.groundwork.campaign.Ladder;
import org.groundwork.organizing.Stewards;
import org.groundwork.platform.access.Reach;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.database.DatabaseRole;
import org.groundwork.platform.history.ChangeSets;
import org.groundwork.roll.Layout;
import org.groundwork.roll.People;
import org.groundwork.roll.SiteKind;
import org.groundwork.roll.Sites;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.Visitor;
import org.groundwork.target.TargetKind;
import org.groundwork.target.Targets;

/**
 * A local of twenty thousand people at two hundred sites, each of them talked to, judged, signed up and asked, and among
 * it one building with a fight, whose pages are opened.
 */
final class LargeLocal {
  /** The tables that hold so many rows of this local that none is read whole for a page. */
  static final Set<String> TABLES = Set.of("roll.person", "roll.position", "roll.membership", "organizing.assessment",
      "organizing.conversation", "organizing.stewardship", "organizing.card", "campaign.step_act", "pledge.card",
      "action.sign_up");
  private static final int PEOPLE = 20_000;
  private final FoundedLocal local;
  private final Visitor organiser;
  /** What stands in an address after each word. */
  private final Map<String, UUID> ids = new HashMap<>();

  LargeLocal(Product product) throws SQLException {
    local = product.found("Largely Founder");
    local.give(local.founder(), Role.STEWARD, new Reach.WholeLocal());
    organiser = local.withPasskey(local.founder()).visitor();
    local.write(() -> building(product));
    local.write(() -> fight(product));
    ids.put("steps", local.read(() -> product.bean(Ladder.class).of(at("campaigns"))).getFirst().step().id());
    local.write(() -> action(product));
    try (var owner = product.connection(DatabaseRole.OWNER); var statement = owner.createStatement()) {
      seed(statement);
    }
  }

  private UUID at(String word) { return java.util.Objects.requireNonNull(ids.get(word)); }

  FoundedLocal local() { return local; }

  Visitor organiser() { return organiser; }

  /** The address of a route with the things of the building in it; what is not there stands for nothing. */
  String address(String pattern) {
    var path = new StringBuilder();
    String before = "";
    for (String part : pattern.replace("{local}", local.handle()).substring(1).split("/", -1)) {
      path.append('/')
          .append(part.startsWith("{") ? ids.getOrDefault(before, UUID.nameUUIDFromBytes(new byte[]{1})) : part);
      before = part;
    }
    return path.toString();
  }

  private UUID building(Product product) {
    var sites = product.bean(Sites.class);
    UUID site = sites.add(SiteKind.BUILDING, "1 Elm Street", Optional.empty());
    sites.layOut(site, Layout.ofHomes(1, 6, List.of("A", "B", "C", "D")));
    UUID set = product.bean(ChangeSets.class).open("test");
    var units = sites.units(site);
    for (int at = 0; at < 12; at++) {
      UUID person = product.bean(People.class)
          .addContact(set, new People.Known("Neighbour " + at, Optional.empty(), Optional.empty(), ""));
      product.bean(People.class).place(set, person, site, Optional.of(units.get(at).id()), false);
      ids.put("people", person);
      ids.put("talk-with", person);
    }
    ids.put("sites", site);
    ids.put("units", units.getFirst().id());
    ids.put("doors", units.getFirst().id());
    product.bean(Stewards.class).give(site, List.of(at("people")), local.founder().id());
    return site;
  }

  private UUID fight(Product product) {
    UUID target = product.bean(Targets.class)
        .name(TargetKind.LANDLORD, Optional.of("Quenby Ostrander"), Optional.empty(), Optional.empty());
    var campaigns = product.bean(Campaigns.class);
    UUID made = campaigns.draft("The rise", target, Optional.of(at("sites")), Optional.empty());
    campaigns.ask(made, List.of(new Campaigns.NewDemand("Withdraw it", "A letter",
        LocalDate.now(product.clock()).plusDays(40))));
    campaigns.plan(made, List.of(new Campaigns.NewStep("A letter", OptionalInt.of(16)),
        new Campaigns.NewStep("We go there", OptionalInt.empty())));
    campaigns.open(made);
    ids.put("campaigns", made);
    ids.put("targets", target);
    return made;
  }

  private UUID action(Product product) {
    var starts = product.clock().instant().plus(Duration.ofDays(1));
    var when = new Action.When(starts, starts.plus(Duration.ofHours(2)), ZoneId.of("America/New_York"));
    UUID made = product.bean(Actions.class)
        .plan(new Actions.Plan(Optional.of(at("campaigns")), Optional.of(at("sites")),
            new Action.Told("Meeting", "", "Laundry room", "", "", "", ""), when, false),
            new Actions.NewShift("", when, OptionalInt.of(12), OptionalInt.empty()));
    ids.put("actions", made);
    ids.put("shifts", product.bean(Actions.class).byId(made).orElseThrow().shifts().getFirst().id());
    return made;
  }

  private void seed(Statement statement) throws SQLException {
    String in = local.id().value().toString();
    for (String sql : List.of(
        """
        insert into roll.site (local_id, id, kind, name, address_key, changed_at)
        select '%1$s', gen_random_uuid(), 'building', 'Site ' || n, 'site ' || n, now() from generate_series(1, 200) n""",
        """
            insert into roll.person (local_id, id, name, name_tokens, state, phone_index, created_at, changed_at)
            select '%1$s', uuidv7(), '\\x00', array[n], 'member', sha256(n::text::bytea), now(), now()
            from generate_series(1, %2$d) n""",
        """
            create temporary table seeded on commit preserve rows as
            select q.id person_id, s.id site_id, q.n from
              (select p.id, row_number() over (order by p.id) n from roll.person p
               where p.local_id = '%1$s' and p.name = '\\x00') q
            join (select x.id, row_number() over (order by x.id) n from roll.site x
               where x.local_id = '%1$s' and x.name like 'Site %%') s on s.n = q.n %% 200 + 1""",
        """
            insert into roll.position (local_id, id, person_id, site_id, since, changed_at, boss_side)
            select '%1$s', uuidv7(), person_id, site_id, now(), now(), n %% 100 = 0 from seeded""",
        """
            insert into roll.membership (local_id, id, person_id, kind, state, since, changed_at)
            select '%1$s', uuidv7(), person_id, 'member', 'active', now(), now() from seeded""",
        """
            insert into organizing.level (local_id, id, place, means, changed_at)
            select '%1$s', gen_random_uuid(), 90, 1, now()
            where not exists (select 1 from organizing.level where local_id = '%1$s')""",
        """
            insert into organizing.assessment (local_id, id, site_id, person_id, level_id, act, act_on, assessed_by, assessed_at)
            select '%1$s', uuidv7(), s.site_id, s.person_id, (select l.id from organizing.level l
              where l.local_id = '%1$s' limit 1), '\\x00', current_date, s.person_id, now() from seeded s""",
        """
            insert into organizing.conversation (local_id, id, site_id, person_id, outcome, held_at, prepared, held_by,
              recorded_at, changed_at)
            select '%1$s', gen_random_uuid(), site_id, person_id, 'talked', now() - n * interval '1 minute', n %% 2 = 0,
              person_id, now(), now() from seeded""",
        """
            insert into organizing.stewardship (local_id, id, site_id, person_id, steward_id, since, changed_at)
            select '%1$s', uuidv7(), s.site_id, s.person_id, t.person_id, current_date, now() from seeded s
            join seeded t on t.n = s.n / 10 * 10 + 1""",
        """
            insert into organizing.card_text (local_id, id, kind, language, wording, changed_at)
            values ('%1$s', gen_random_uuid(), 'membership', 'English', 'I join', now())""",
        """
            insert into organizing.card (local_id, id, text_id, person_id, signed_on, witness_id, changed_at)
            select '%1$s', uuidv7(), t.id, s.person_id, current_date, s.person_id, now() from seeded s
            join organizing.card_text t on t.local_id = '%1$s'""",
        """
            insert into campaign.campaign (local_id, id, title, target_id, site_id, state, opened_at, changed_at)
            select '%1$s', uuidv7(), '\\x00', c.target_id, s.id, 'quiet', now(), now() from roll.site s
            join campaign.campaign c on c.local_id = '%1$s' where s.local_id = '%1$s' and s.name like 'Site %%'""",
        """
            insert into campaign.step (local_id, id, campaign_id, position, what, state, changed_at)
            select '%1$s', uuidv7(), c.id, 0, '\\x00', 'now', now() from campaign.campaign c
            where c.local_id = '%1$s' and c.title = '\\x00'""",
        """
            insert into campaign.step_act (local_id, step_id, person_id, did_on, noted_by, noted_at)
            select '%1$s', p.id, s.person_id, current_date, s.person_id, now() from seeded s
            join campaign.campaign c on c.local_id = '%1$s' and c.site_id = s.site_id
            join campaign.step p on p.local_id = '%1$s' and p.campaign_id = c.id""",
        """
            insert into pledge.step_call (local_id, step_id, kind, state, until, changed_at)
            select '%1$s', p.id, 'open', 'open', current_date + 20, now() from campaign.step p where p.local_id = '%1$s'""",
        """
            insert into pledge.card (local_id, step_id, person_id, reply, said_at, taken_by, arrived_at)
            select '%1$s', a.step_id, a.person_id, 'yes', now(), a.person_id, now() from campaign.step_act a
            where a.local_id = '%1$s'""",
        """
            insert into action.action (local_id, id, title, place, starts_at, ends_at, zone, count_only, state, changed_at)
            select '%1$s', uuidv7(), '\\x00', '\\x00', now() + n * interval '1 hour', now() + n * interval '2 hours', 'UTC',
              false, 'planned', now() from generate_series(1, 400) n""",
        """
            insert into action.shift (local_id, id, action_id, position, starts_at, ends_at, changed_at)
            select '%1$s', uuidv7(), a.id, 0, a.starts_at, a.ends_at, now() from action.action a
            where a.local_id = '%1$s' and a.title = '\\x00'""",
        """
            insert into action.sign_up (local_id, id, shift_id, person_id, language, line, state, came_by, changed_at)
            select '%1$s', uuidv7(), h.id, s.person_id, 'en', s.n, 'coming', 'member', now() from seeded s
            join (select x.id, row_number() over (order by x.id) n from action.shift x where x.local_id = '%1$s') h
              on h.n = s.n %% 400 + 1""")) {
      statement.execute(sql.formatted(in, PEOPLE));
    }
    statement.execute("drop table seeded");
    statement.execute("vacuum (analyze) " + String.join(", ", TABLES));
  }
}
