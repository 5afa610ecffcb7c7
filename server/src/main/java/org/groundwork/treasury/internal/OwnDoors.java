// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury.internal;

import java.util.List;
import java.util.Optional;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Power;
import org.groundwork.treasury.FundRules;
import org.groundwork.treasury.MoneyDoor;
import org.groundwork.treasury.MoneyDoor.Waiting;
import org.groundwork.treasury.Months;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The doors to the pages of the books themselves, below those of the other modules. */
@Configuration(proxyBeanMethods = false)
class OwnDoors {

  @Bean
  MoneyDoor journalDoor() { return door(50, "treasury.door.entries", "treasury/entries", Power.TAKE_PART); }

  @Bean
  MoneyDoor budgetDoor() { return door(42, "treasury.door.budget", "treasury/budget", Power.TAKE_PART); }

  @Bean
  MoneyDoor reportsDoor() { return door(54, "treasury.door.reports", "treasury/reports", Power.TAKE_PART); }

  @Bean
  MoneyDoor monthsDoor(Months months) {
    return new OwnDoor(56, "treasury.door.months", "treasury/months", Power.KEEP_MONEY, _ -> {
      int open = months.toClose().size();
      return open == 0 ? Optional.empty() : Optional.of(new Waiting("treasury.door.months.waiting", List.of(open)));
    });
  }

  @Bean
  MoneyDoor quartersDoor(Unsigned unsigned) {
    return new OwnDoor(58, "treasury.door.quarters", "treasury/quarters", Power.TAKE_PART, reader -> {
      int open = reader.may(Power.CHECK_BOOKS) ? unsigned.by(reader.person()).size() : 0;
      return open == 0 ? Optional.empty() : Optional.of(new Waiting("treasury.door.quarters.waiting", List.of(open)));
    });
  }

  @Bean
  MoneyDoor accountsDoor(FundRules rules) {
    return new OwnDoor(60, "treasury.door.accounts", "treasury/accounts", Power.TAKE_PART, reader -> {
      long waiting = reader.mayEverywhere(Power.APPROVE_MONEY) ? rules.waitingFor(reader.person()) : 0;
      return waiting == 0
          ? Optional.empty()
          : Optional.of(new Waiting("treasury.door.accounts.waiting", List.of(waiting)));
    });
  }

  @Bean
  MoneyDoor openingDoor() { return door(61, "treasury.there", "treasury/opening", Power.KEEP_MONEY); }

  @Bean
  MoneyDoor journalsDoor() { return door(62, "treasury.door.journals", "treasury/journals", Power.SEE_MONEY); }

  @Bean
  MoneyDoor handoverDoor() { return door(64, "treasury.door.handover", "treasury/handover", Power.APPROVE_MONEY); }

  private static MoneyDoor door(int order, String title, String path, Power power) {
    return new OwnDoor(order, title, path, power, OwnDoors::nothing);
  }

  private static Optional<Waiting> nothing(Caller.Actor reader) { return Optional.empty(); }
}
