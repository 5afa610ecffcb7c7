// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.architecture;

import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import planted.dues.CountsMoneyInFloats;
import planted.dues.KeepsAShareInAFloat;
import planted.roll.AsksTheWallClock;
import planted.roll.HidesItsTransaction;
import planted.roll.IsGivenItsPartsUnseen;
import planted.roll.LogsAnotherWay;
import planted.roll.LogsWhatTheDatabaseSaid;
import planted.roll.MakesItsOwnChance;
import planted.roll.SpeaksToTheTerminal;

/** Compiled code held against the rules, and each rule against a class planted to break it. */
class CodeRulesTest {

  private enum Rule {
    COUNTS_EXACTLY(CodeRules::countsExactly, CountsMoneyInFloats.class, KeepsAShareInAFloat.class),
    LEAVES_THE_TERMINAL_ALONE(CodeRules::leavesTheTerminalAlone, SpeaksToTheTerminal.class),
    ASKS_NO_WALL_CLOCK(CodeRules::asksNoWallClock, AsksTheWallClock.class),
    MAKES_NO_CHANCE_OF_ITS_OWN(CodeRules::makesNoChanceOfItsOwn, MakesItsOwnChance.class),
    LOGS_NO_MESSAGES_OF_EXCEPTIONS(CodeRules::logsNoMessagesOfExceptions, LogsWhatTheDatabaseSaid.class),
    LOGS_ONE_WAY(CodeRules::logsOneWay, LogsAnotherWay.class),
    SAYS_ITS_TRANSACTIONS(CodeRules::saysItsTransactions, HidesItsTransaction.class),
    IS_GIVEN_ITS_PARTS_BY_CONSTRUCTOR(CodeRules::isGivenItsPartsByConstructor, IsGivenItsPartsUnseen.class);

    @SuppressWarnings("ImmutableEnumChecker") // a method without state
    private final Function<Stream<Compiled>, Verdict> rule;
    @SuppressWarnings("ImmutableEnumChecker") // written once, here
    private final Class<?>[] planted;

    Rule(Function<Stream<Compiled>, Verdict> rule, Class<?>... planted) {
      this.rule = rule;
      this.planted = planted;
    }
  }

  @TestFactory
  Stream<DynamicTest> holdsOverTheProduct() {
    return Stream.of(Rule.values())
        .map(each -> DynamicTest.dynamicTest(each.name(), () -> each.rule.apply(Compiled.product()).holds()));
  }

  @TestFactory
  Stream<DynamicTest> complainsOfThePlantedClass() {
    return Stream.of(Rule.values())
        .flatMap(each -> Stream.of(each.planted)
            .map(planted -> DynamicTest.dynamicTest(each.name() + " " + planted.getSimpleName(),
                () -> each.rule.apply(Stream.of(Compiled.planted(planted))).complainsOnceOf(planted.getSimpleName()))));
  }
}
