// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking.internal;

import java.util.Optional;
import org.groundwork.banking.BankAccount;
import org.groundwork.banking.Reconciling;
import org.groundwork.platform.web.View;

/** What the bank says of an account and what the books say. */
public record ComparePage(BankAccount account, Optional<Reconciling.Compared> compared) implements View {}
