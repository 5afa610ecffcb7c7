// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid.internal;

import java.util.Currency;
import org.groundwork.platform.web.FormErrors;

/** The form for what a day on strike is paid with, and for the decision that passed it. */
public record StrikeRulePage(Currency currency, PaidStrike at, StrikeRuleForm form, PassedForm passed,
    FormErrors errors) implements InMoney {}
