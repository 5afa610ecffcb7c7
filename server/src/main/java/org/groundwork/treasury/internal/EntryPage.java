// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury.internal;

import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.ledger.Entry;
import org.groundwork.platform.files.FileStore;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/**
 * One entry.
 *
 * @param by who entered it, for whoever may know
 * @param papers none for whoever may not see them
 * @param byHand whether it was written by hand, so that it is undone by hand
 * @param form identifies the form that adds a paper
 */
public record EntryPage(Currency currency, Entry entry, JournalPage.Names names, Optional<String> by, ZoneId zone,
    List<FileStore.Kept> papers, boolean sees, boolean keeper, boolean byHand, UUID form, String done,
    FormErrors errors) implements View {
  public EntryPage { papers = List.copyOf(papers); }
}
