// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking.internal;

import org.groundwork.banking.BankAccount;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/** What the columns of a bank's table are called is written down. */
public record MappingPage(BankAccount account, MappingForm form, FormErrors errors) implements View {}
