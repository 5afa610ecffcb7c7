// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending.internal;

import java.util.function.LongFunction;
import org.groundwork.ledger.Entered;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.spending.Decided;

/**
 * Says beside a form why something was not done; nothing where somebody else did it meanwhile. What there is in a fund, or left of
 * a decision, is said to whoever reads all of the books.
 */
final class Why {
  private static final String DECISION = "decision";
  private static final String APPROPRIATION = "appropriation";

  private Why() {}

  static void refuse(FormErrors errors, Decided decided, LongFunction<String> money) {
    switch (decided) {
      case Decided.Done _,Decided.Meanwhile _ -> {
      }
      case Decided.AnotherPerson _ -> errors.refuse(DECISION, "spending.refused.another");
      case Decided.NotReleased(long together) ->
        errors.refuse(DECISION, "spending.refused.not-released", money.apply(together));
      case Decided.NoAppropriation(long together) ->
        errors.refuse(APPROPRIATION, "spending.refused.no-appropriation", money.apply(together));
      case Decided.OtherAppropriation _ -> errors.refuse(APPROPRIATION, "spending.refused.other-appropriation");
      case Decided.TooLittleLeft(long left) -> {
        if (Callers.actor().mayEverywhere(Power.SEE_MONEY)) {
          errors.refuse(APPROPRIATION, "spending.refused.too-little-left", money.apply(left));
        } else {
          errors.refuse(APPROPRIATION, "spending.refused.less-left");
        }
      }
      case Decided.NotInTheBox(long has) -> errors.refuse(DECISION, "spending.refused.box", money.apply(has));
      case Decided.AtTheBank _ -> errors.refuse(DECISION, "spending.refused.line");
      case Decided.WrongDay _ -> errors.refuse("on", "spending.refused.day");
      case Decided.NotEntered(Entered why) -> notEntered(errors, why, money);
    }
  }

  private static void notEntered(FormErrors errors, Entered why, LongFunction<String> money) {
    switch (why) {
      case Entered.Closed _ -> errors.refuse("on", "spending.refused.closed");
      case Entered.TooEarly(var opened) -> errors.refuse("on", "spending.refused.too-early", opened);
      case Entered.Gone _ -> errors.refuse(DECISION, "spending.refused.gone");
      case Entered.TooLittle(var _, long has) -> {
        if (Callers.actor().mayEverywhere(Power.SEE_MONEY)) {
          errors.refuse(DECISION, "spending.refused.too-little", money.apply(has));
        } else {
          errors.refuse(DECISION, "spending.refused.not-enough");
        }
      }
      case Entered.Yes _,Entered.Already _ -> {
      }
    }
  }
}
