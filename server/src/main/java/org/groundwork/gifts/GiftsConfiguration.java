// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.gifts;

import java.time.Clock;
import org.groundwork.dues.Plans;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.CashPlaces;
import org.groundwork.ledger.Ledger;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.keys.BlindIndex;
import org.groundwork.platform.keys.FieldCipher;
import org.groundwork.platform.keys.KeyStore;
import org.groundwork.platform.keys.Purpose;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.web.Languages;
import org.groundwork.roll.People;
import org.groundwork.target.NetworkSearch;
import org.groundwork.target.Targets;
import org.groundwork.treasury.ReadersSums;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires gifts. */
@Configuration(proxyBeanMethods = false)
class GiftsConfiguration {

  @Bean
  Caps giftCaps(JdbcClient jdbc, Plans plans, Audit audit, Clock clock) { return new Caps(jdbc, plans, audit, clock); }

  @Bean
  OtherSide otherSideOfGifts(JdbcClient jdbc, Targets targets, NetworkSearch search, People people) {
    return new OtherSide(jdbc, targets, search, people);
  }

  @Bean
  Gifts.Parts giftParts(JdbcClient jdbc, KeyStore keys, Caps giftCaps, OtherSide otherSideOfGifts, Books books,
      Ledger ledger,
      CashPlaces cash, Languages languages, Locals locals) {
    var seals = new Seals(new FieldCipher(keys, Purpose.sealing("gifts")),
        new BlindIndex(keys, Purpose.indexing("givers")));
    return new Gifts.Parts(seals, new Marks(jdbc, seals), giftCaps, otherSideOfGifts, books, ledger, cash,
        new Gifts.Words(languages, locals));
  }

  @Bean
  Payers payers(JdbcClient jdbc, Gifts.Parts giftParts) {
    return new Payers(jdbc, giftParts.seals(), giftParts.other());
  }

  @Bean
  Gifts gifts(JdbcClient jdbc, Ids ids, Clock clock, Audit audit, Gifts.Parts giftParts) {
    return new Gifts(jdbc, ids, clock, audit, giftParts);
  }

  @Bean
  TakenBack giftsTakenBack(JdbcClient jdbc, Gifts gifts, Gifts.Parts giftParts, Audit audit, Clock clock) {
    return new TakenBack(jdbc, gifts, giftParts, audit, clock);
  }

  @Bean
  Meter independenceMeter(JdbcClient jdbc, Books books, ReadersSums sums, Gifts.Parts giftParts) {
    return new Meter(books, sums, new GiftSources(jdbc, giftParts.seals()));
  }

  @Bean
  GiftsForgotten giftsForgotten(JdbcClient jdbc, Gifts gifts) { return new GiftsForgotten(jdbc, gifts); }

  @Bean
  GiftSteps giftSteps(Books books, Gifts gifts) { return new GiftSteps(books, gifts); }
}
