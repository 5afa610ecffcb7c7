// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.gifts;

import java.time.Clock;
import org.groundwork.dues.Plans;
import org.groundwork.ledger.Balances;
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
import org.groundwork.target.NetworkSearch;
import org.groundwork.target.Targets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires gifts. */
@Configuration(proxyBeanMethods = false)
class GiftsConfiguration {

  @Bean
  Caps giftCaps(JdbcClient jdbc, Plans plans, Audit audit, Clock clock) { return new Caps(jdbc, plans, audit, clock); }

  @Bean
  Gifts.Parts giftParts(JdbcClient jdbc, KeyStore keys, Caps giftCaps, Targets targets, NetworkSearch search,
      Books books,
      Ledger ledger, CashPlaces cash, Languages languages, Locals locals) {
    var seals = new Seals(new FieldCipher(keys, Purpose.sealing("gifts")),
        new BlindIndex(keys, Purpose.indexing("givers")));
    return new Gifts.Parts(seals, giftCaps, new OtherSide(jdbc, targets, search), books,
        ledger, cash, new Gifts.Words(languages, locals));
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
  Meter independenceMeter(Books books, Balances balances, Gifts gifts) { return new Meter(books, balances, gifts); }

  @Bean
  GiftsForgotten giftsForgotten(JdbcClient jdbc, Gifts gifts) { return new GiftsForgotten(jdbc, gifts); }

  @Bean
  GiftSteps giftSteps(Books books, Gifts gifts) { return new GiftSteps(books, gifts); }
}
