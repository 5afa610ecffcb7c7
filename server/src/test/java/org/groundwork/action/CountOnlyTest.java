// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.database.DatabaseRole;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Names at a blockade are evidence: an action that is count only leaves numbers in the database and nobody. */
@ExtendWith(ProductExtension.class)
class CountOnlyTest {

  @Test
  void leavesNoRowThatNamesAnybody(Product product, FoundedLocal local) throws SQLException {
    var planned = Planned.in(local, Duration.ofMinutes(30), OptionalInt.empty(), true);
    String door = local.write(() -> Planned.part(Invitations.class).open(planned.id(), Invitations.Kind.DOOR));
    var member = local.person(Role.MEMBER);
    var tapping = member.visitor();
    var stranger = product.visitor();
    tapping.get(planned.at(""));
    stranger.get(planned.link());
    var before = dump(product, local);

    assertThat(stranger.get(planned.link()).body()).doesNotContain("name=\"name\"").contains("nobody’s name");
    var answered = planned.rsvp(stranger, "Xiomara Evidence");
    assertThat(answered.body()).contains("You are counted").doesNotContain("/coming/");
    tapping.post(planned.at("/come"), "shift", planned.shift().toString(), "once",
        Planned.once(tapping.get(planned.at(""))));
    tapping.post(planned.link(), "once", Planned.once(tapping.get(planned.link())));
    String here = "/r/" + local.handle() + "/here/" + door;
    stranger.post(here, "once", Planned.once(stranger.get(here)), "name", "Xiomara Evidence");
    tapping.post(here, "once", Planned.once(tapping.get(here)));

    assertThat(planned.now().coming()).isEqualTo(3);
    assertThat(planned.now().attended()).isEqualTo(2);
    assertThat(planned.signUps()).isEmpty();
    var after = dump(product, local);
    var written = new HashMap<String, Set<String>>();
    after.forEach((table, rows) -> {
      var more = new HashSet<>(rows);
      more.removeAll(before.getOrDefault(table, Set.of()));
      if (!more.isEmpty()) {
        written.put(table, more);
      }
    });
    // what was noted before is sealed a second later, and the clock's own work goes on; neither is about who answers
    written.keySet()
        .removeAll(Set.of("platform.audit_seal", "platform.audit_head", "platform.audit_pending",
            "platform.job"));
    assertThat(written.keySet()).as("what was written at all").isSubsetOf("action.shift", "platform.form_done");
    assertThat(written.values().toString()).as("who answered")
        .doesNotContain(member.id().toString(),
            member.account().toString(), "Xiomara");
    assertThat(stranger.cookie("gw-here")).as("a mark in the browser").isEmpty();
  }

  /** Every row of the local, of every table that has locals, as the database's owner sees them. */
  private static Map<String, Set<String>> dump(Product product, FoundedLocal local) throws SQLException {
    var all = new HashMap<String, Set<String>>();
    try (Connection owner = product.connection(DatabaseRole.OWNER);
        var statement = owner.createStatement();
        var tables = owner.createStatement()) {
      var found = tables.executeQuery("""
          select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
          join pg_attribute a on a.attrelid = c.oid and a.attname = 'local_id' and not a.attisdropped
          where c.relkind = 'r' order by 1""");
      while (found.next()) {
        var rows = new HashSet<String>();
        var read = statement.executeQuery("select t::text from " + found.getString(1) + " t where local_id = '"
            + local.id().value() + "'");
        while (read.next()) {
          rows.add(read.getString(1));
        }
        all.put(found.getString(1), rows);
      }
    }
    assertThat(all.keySet()).contains("action.sign_up", "platform.audit_entry", "roll.person");
    return all;
  }

  @Test
  void countsAFormSentTwiceOnceAndStopsAtTheLastPlace(Product product, FoundedLocal local) {
    var planned = Planned.in(local, Duration.ofHours(20), OptionalInt.of(2), true);
    var ana = product.visitor();
    String once = Planned.once(ana.get(planned.link()));
    ana.post(planned.link(), "once", once);
    ana.post(planned.link(), "once", once);
    assertThat(planned.now().coming()).isEqualTo(1);
    assertThat(planned.rsvp(product.visitor(), "Ben").body()).contains("You are counted");
    assertThat(planned.rsvp(product.visitor(), "Cleo").body()).contains("It is full");
    assertThat(planned.now().coming()).isEqualTo(2);
  }

  @Test
  void anActionThatBecomesCountOnlyLosesItsNamesForGood(FoundedLocal local) {
    var planned = Planned.tomorrow(local);
    planned.comes("Ana");
    planned.comes("Ben");
    var action = planned.now();
    assertThat(local.write(() -> Planned.part(Actions.class)
        .change(planned.id(), action.version(), Planned.plan(action.when(), true)))).isTrue();
    assertThat(planned.signUps()).isEmpty();
    assertThat(planned.now().coming()).isEqualTo(2);
    long version = planned.now().version();
    local.write(() -> Planned.part(Actions.class).change(planned.id(), version, Planned.plan(action.when(), false)));
    assertThat(planned.now().countOnly()).as("it is not taken back").isTrue();
  }
}
