// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid.internal;

import java.util.Currency;
import org.groundwork.platform.web.FormErrors;

/** The form for the rules of the fund, and for the decision that passed them. */
public record RulesPage(Currency currency, RulesForm form, PassedForm passed, FormErrors errors) implements InMoney {}
