// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.gifts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.ledger.Book;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.FundKind;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.database.DatabaseRole;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Gifts from before they had marks get one for each member, in all entries that were made of them. */
@ExtendWith(ProductExtension.class)
class MarksBeforeTest {
  private static <T> T part(Class<T> type) { return Product.shared().bean(type); }

  private static LocalDate today() {
    return LocalDate.now(Product.shared().clock().withZone(ZoneId.of("America/New_York")));
  }

  private static Given give(FoundedLocal local, GiftClass of, Optional<UUID> person, boolean ask) {
    return local.write(() -> {
      UUID general = part(Books.class).funds()
          .stream()
          .filter(each -> each.kind() == FundKind.GENERAL)
          .findFirst()
          .orElseThrow()
          .id();
      return part(Gifts.class).give(new NewGift(of, person, person.isPresent() ? "" : "Dockers", "", today(), 700,
          part(Books.class).account(UsedFor.BANK).id(), general, Optional.empty(), "", false, ask));
    });
  }

  @Test
  void eachMemberOfBeforeGetsOneMarkInAllTheirEntries(FoundedLocal local) throws Exception {
    local.write(() -> part(Books.class).open(
        new Book(Currency.getInstance("EUR"), Month.JANUARY, today().minusYears(2).withDayOfYear(1)), Locale.ENGLISH,
        new Books.FundNames("General fund", "Strike fund", "Hardship fund")));
    UUID person = local.person(Role.MEMBER).id();
    UUID other = local.person(Role.MEMBER).id();
    UUID gone = local.person(Role.MEMBER).id();
    give(local, GiftClass.MEMBERS_GIFTS, Optional.of(person), false);
    var held = (Given.Held) give(local, GiftClass.MEMBERS_GIFTS, Optional.of(person), true);
    for (int officers = 0; officers < Gifts.OFFICERS; officers++) {
      local.write(() -> part(Gifts.class).say(held.gift(), UUID.randomUUID(), true, today()));
    }
    give(local, GiftClass.MEMBERS_GIFTS, Optional.of(other), false);
    give(local, GiftClass.OTHER_UNIONS, Optional.empty(), false);
    for (int times = 0; times < 2; times++) {
      give(local, GiftClass.MEMBERS_GIFTS, Optional.of(gone), false);
    }
    local.write(() -> {
      part(GiftsForgotten.class).forget(gone);
      return true;
    });
    try (Connection owner = Product.shared().connection(DatabaseRole.OWNER)) {
      owner.setAutoCommit(false);
      UUID id = local.id().value();
      List<String> now = marks(owner, id);
      run(owner, "update ledger.line set mark = null where local_id = '" + id + "'");
      run(owner, "update gifts.gift set mark = null where local_id = '" + id + "'");
      assertThat(marks(owner, id)).isEmpty();
      run(owner, migration("ledger/V20261128_680__given_lines.sql", "create view"));
      run(owner, migration("gifts/V20261128_681__marks.sql", "create temporary table"));
      List<String> again = marks(owner, id);
      owner.rollback();
      assertThat(again).as("given, held, taken of it twice, the other, two of one who is forgotten").hasSize(7);
      assertThat(again).as("whose is whose").hasSameSizeAs(now);
      assertThat(again.stream().distinct()).hasSize(3);
      for (int at = 0; at < now.size(); at++) {
        for (int next = 0; next < now.size(); next++) {
          assertThat(again.get(at).equals(again.get(next))).isEqualTo(now.get(at).equals(now.get(next)));
        }
      }
    }
  }

  private static void run(Connection owner, String sql) throws SQLException {
    try (var statement = owner.createStatement()) {
      statement.execute(sql);
    }
  }

  private static List<String> marks(Connection owner, UUID local) throws SQLException {
    var marks = new ArrayList<String>();
    try (var statement = owner.createStatement();
        var rows = statement.executeQuery("select mark::text from ledger.line where local_id = '" + local
            + "' and mark is not null order by entry_id, place")) {
      while (rows.next()) {
        marks.add(rows.getString(1));
      }
    }
    return marks;
  }

  /** What a migration does from some words on. */
  private static String migration(String name, String from) throws IOException {
    try (var in = Objects.requireNonNull(MarksBeforeTest.class.getResourceAsStream("/db/migration/" + name))) {
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return all.substring(all.indexOf(from));
    }
  }
}
