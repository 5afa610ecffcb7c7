// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury.internal;

import java.util.Currency;
import org.groundwork.ledger.Entry;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/** Asks why an entry is undone, and says what will happen. */
public record ReversePage(Currency currency, Entry entry, JournalPage.Names names, ReverseForm form, FormErrors errors)
    implements
      View {}
