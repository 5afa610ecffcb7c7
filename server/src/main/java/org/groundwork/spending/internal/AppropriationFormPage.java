// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending.internal;

import java.util.List;
import org.groundwork.ledger.Fund;
import org.groundwork.platform.files.FileStore;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/** An officer writes down a decision that lets money leave a fund. */
public record AppropriationFormPage(AppropriationForm form, List<Fund> funds, List<FileStore.Kept> waiting,
    FormErrors errors) implements View {
  public AppropriationFormPage {
    funds = List.copyOf(funds);
    waiting = List.copyOf(waiting);
  }
}
