// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking.internal;

import org.groundwork.banking.BankAccount;
import org.groundwork.banking.StatementImport;
import org.groundwork.platform.web.View;

/**
 * What stands in a file, before it is taken.
 *
 * @param again whether the same file was taken before
 */
public record FilePage(BankAccount account, StatementImport file, boolean again, boolean keeps) implements View {}
