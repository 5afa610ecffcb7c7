// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.groundwork.platform.database.DatabaseRole;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every list and search of the module names its index, as the application's role within row security. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TargetPlansTest {
  private static final int SITES = 20_000;
  private static final String NETWORK = "pln:1";
  private final FoundedLocal local = Product.shared().found();
  private final UUID party = new UUID(7, 7);

  /** A register of many small networks, and many rows of this local and of another. */
  @BeforeAll
  void seed() throws SQLException {
    UUID register = UUID.randomUUID();
    try (var owner = Product.shared().connection(DatabaseRole.OWNER); var statement = owner.createStatement()) {
      statement.execute("""
          insert into target.register (id, name, mapping, state, created_at, finished_at)
          values ('%1$s', 'plans', 'plans', 'done', now(), now());
          insert into target.register_site (id, register_id, address, address_key, homes, network_id)
          select 'pln:' || n, '%1$s', n || ' PLAN STREET', n || ' ' || substr(md5(n::text), 1, 8) || ' st', 5, 'pln:' || (n - 1) / 10 * 10 + 1
          from generate_series(1, %2$d) n;
          insert into target.party (id, register_id, kind, name, name_key)
          select md5('plan' || n)::uuid, '%1$s', 'person', 'PERSON ' || n, substr(md5(n::text), 1, 8) || ' ' || substr(md5(n::text), 9, 8)
          from generate_series(1, %2$d) n;
          insert into target.register_network (id, register_id, name, sites, homes)
          select 'pln:' || n, '%1$s', 'PERSON ' || n, 1 + n %% 40, n from generate_series(1, %2$d) n;
          insert into target.party (id, register_id, kind, name) values ('%3$s', '%1$s', 'person', 'THE ONE');
          insert into target.site_party (site_id, party_id, role, owner)
          select 'pln:' || n, md5('plan' || n)::uuid, 'owner', true from generate_series(1, %2$d) n;
          insert into target.site_party (site_id, party_id, role, owner) values ('pln:1', '%3$s', 'owner', true);
          insert into target.base_link (site_a, site_b, kind, confidence, message, arguments)
          select least(('pln:' || n) collate "C", ('pln:' || (n + 1)) collate "C"), greatest(('pln:' || n) collate "C", ('pln:' || (n + 1)) collate "C"),
            'officer', 900, 'link.officer', array['X', 'Y'] from generate_series(1, %2$d - 1) n;
          insert into target.former (site_id, until, register_id, name, noted_on, own_network)
          select 'pln:' || n, date '2020-01-01', '%1$s', 'FORMER', date '2021-01-01', 'past:' || n from generate_series(1, %2$d) n;
          insert into target.register_refusal (register_id, file, line, reason)
          select '%1$s', 'f', n, 'r' from generate_series(1, %2$d) n""".formatted(register, SITES, party));
      for (UUID in : new UUID[]{local.id().value(), Product.shared().found().id().value()}) {
        statement.execute("""
            insert into target.target (local_id, id, kind, changed_at)
            select '%1$s', uuidv7(), 'landlord', now() from generate_series(1, 5000) n;
            insert into target.research (local_id, id, target_id, section, open, added_at, changed_at)
            select local_id, uuidv7(), id, 'money', n %% 50 = 0, now(), now()
            from (select local_id, id, row_number() over () n from target.target where local_id = '%1$s') t
              cross join generate_series(1, 3);
            insert into target.mail_domain (local_id, target_id, id, domain, domain_index, refused)
            select local_id, id, uuidv7(), '\\x00', sha256(id::text::bytea), true from target.target where local_id = '%1$s';
            insert into target.verdict (local_id, site_a, site_b, verdict, changed_at)
            select '%1$s', 'pln:' || n, 'pln:' || (n + 1), 'split', now() from generate_series(1, 5000) n;
            insert into target.local_network (local_id, site_id, network_id)
            select '%1$s', 'pln:' || n, 'other:' || n from generate_series(15000, 20000) n;
            insert into target.local_network_size (local_id, network_id, sites, homes)
            select '%1$s', 'pln:' || n, 1 + n %% 40, n from generate_series(15000, 20000) n;
            insert into target.network_move (local_id, site_a, site_b, site_id, from_network, to_network)
            select '%1$s', 'pln:1', 'pln:2', 'pln:' || n, 'pln:1', 'pln:2' from generate_series(15000, 20000) n;
            insert into target.local_past (local_id, site_id, until, network_id)
            select '%1$s', 'pln:' || n, date '2020-01-01', 'other:' || n from generate_series(15000, 20000) n;
            insert into target.sale (local_id, id, site_id, sold_on, register_names, source, recorded_on, changed_at)
            select '%1$s', uuidv7(), 'pln:' || n, date '2020-01-01', 'seller', '\\x00', date '2020-01-01', now()
            from generate_series(15000, 20000) n""".formatted(in));
      }
      statement.execute("vacuum (analyze) target.register_site, target.party, target.site_party, target.base_link, "
          + "target.former, target.target, target.research, target.mail_domain, target.verdict, target.local_network, "
          + "target.local_past, target.sale, target.register_refusal, target.register_network, "
          + "target.local_network_size, target.network_move");
    }
  }

  private String plan(String sql, Map<String, Object> parameters) {
    return local.read(() -> {
      var statement = Product.shared().bean(JdbcClient.class).sql("explain " + sql);
      var bound = statement.params(parameters);
      String plan = String.join("\n", bound.query(String.class).list());
      assertThat(plan).doesNotContain("Seq Scan");
      return plan;
    });
  }

  private Map<String, Object> of(Object... namesAndValues) {
    var parameters = new java.util.HashMap<String, Object>(Map.of("local", local.id().value()));
    for (int at = 0; at < namesAndValues.length; at += 2) {
      parameters.put((String) namesAndValues[at], namesAndValues[at + 1]);
    }
    return parameters;
  }

  private String positional(String sql, Object... parameters) {
    return local.read(() -> {
      String plan = String.join("\n", Product.shared()
          .bean(JdbcClient.class)
          .sql("explain " + sql)
          .params(parameters)
          .query(String.class)
          .list());
      assertThat(plan).doesNotContain("Seq Scan");
      return plan;
    });
  }

  @Test
  void listsTheSitesAndLinksOfANetworkByIndex() {
    assertThat(plan(NetworkView.SITES, of("network", NETWORK, "after", "", "most", 51)))
        .contains("register_site_by_network", "local_network_members");
    assertThat(plan(NetworkView.SITES_OF_PARTY, of("network", NETWORK, "party", party, "after", "", "most", 51)))
        .contains("register_site_by_network", "site_party");
    assertThat(
        plan(LinkView.LINKS, of("network", NETWORK, "confidence", -1001, "a", "", "b", "", "kind", "", "most", 51)))
        .contains("register_site_by_network", "base_link_pkey");
    assertThat(plan(PastView.HELD, of("network", NETWORK, "most", 50)))
        .contains("former_by_network", "former_by_anchor", "local_past_by_network");
  }

  @Test
  void listsTargetsResearchAndDecisionsByIndex() {
    UUID id = local.id().value();
    assertThat(positional(Targets.PAGE, id, new UUID(-1, -1), 51)).containsAnyOf("target_newest", "target_pkey");
    assertThat(positional(Research.SHEET, id, UUID.randomUUID(), 500)).contains("research_by_target");
    assertThat(positional(Research.OPEN, id, 1)).contains("research_open");
    assertThat(positional(LinkView.DECIDED, id, "pln:1", "pln:1", 51)).contains("verdict_pkey");
    assertThat(positional(LoadedRegisters.REFUSED, UUID.randomUUID(), "f", 5L, 101)).contains("register_refusal_pkey");
    assertThat(positional("select target_id from target.mail_domain where local_id = ? and domain_index = any(?)", id,
        new byte[][]{new byte[16]})).contains("mail_domain_by_index");
  }

  @Test
  void listsAndFindsNetworksByIndex() {
    assertThat(plan(NetworkSearch.LARGEST, of("size", 1_000, "after", "", "most", 51)))
        .contains("register_network_by_size", "local_network_by_size");
    assertThat(plan(NetworkSearch.PARTIES, of("key", "28dd2c79 holding", "most", 40))).contains("party_by_name");
    assertThat(plan(NetworkSearch.PLACES, of("key", "77 28dd2c79 st", "most", 20)))
        .contains("register_site_by_address");
    assertThat(positional(NetworkMoves.ROWS, local.id().value(), "pln:1", "pln:2", "", 51))
        .contains("network_move_pkey");
  }

  @Test
  void findsAPlaceByWhatIsTypedAndTheOwnerOfADayByIndex() {
    assertThat(positional("select s.id from target.register_site s where s.address_key % ? "
        + "order by ext.similarity(s.address_key, ?) desc, s.id limit 10", "77 28dd2c79 st", "77 28dd2c79 st"))
        .contains("register_site_by_address");
    assertThat(
        positional("select network_id from target.api_past where site_id = ? and ?::date between since and until",
            "pln:1", "2019-01-01"))
        .contains("former_pkey");
    assertThat(positional("select network_id from target.api_local_past where local_id = ? and site_id = ?",
        local.id().value(), "pln:1")).contains("local_past_pkey");
  }
}
