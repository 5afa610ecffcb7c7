// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.groundwork.grievance.Grievances;
import org.groundwork.platform.files.FileStore;
import org.groundwork.platform.web.View;

/**
 * One grievance for organisers: not a ticket; its next step is a conversation with an ask.
 *
 * @param person what the person is called, if they are on the roll
 * @param place the address, as a register or the person writes it
 * @param owner who talks with them next, if that is settled
 * @param linked whether somebody outside can open it by its private link
 */
public record GrievancePage(Grievances.Grievance grievance, Optional<String> person, String place,
    Optional<String> owner, List<FileStore.Kept> files, List<PapersPage.Row> papers, boolean linked) implements View {

  /** Whether it can still lead somewhere. */
  public boolean open() { return grievance.closedAs().isEmpty(); }

  /** The language the person wrote in, as the reader calls it. */
  public String language(Locale reader) {
    return grievance.language().getDisplayLanguage(reader);
  }
}
