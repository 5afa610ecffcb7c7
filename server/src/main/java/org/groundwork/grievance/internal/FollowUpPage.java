// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance.internal;

import java.util.List;
import java.util.UUID;
import org.groundwork.grievance.ClosedAs;
import org.groundwork.grievance.Grievances;
import org.groundwork.platform.disclosure.Band;
import org.groundwork.platform.files.FileStore;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/**
 * One's own report, behind the private link.
 *
 * @param band how many share it, in words
 * @param files what was sent with it; whoever holds the link sees that it is here, and not what is in it
 * @param once of the form that adds files
 */
public record FollowUpPage(String handle, Grievances.Grievance grievance, Band band, List<FileStore.Kept> files,
    UUID once, FormErrors errors) implements View {

  /** Whether it has ended and leads nowhere any more; that it is part of a fight is not told here. */
  public boolean over() {
    return grievance.closedAs().filter(end -> end != ClosedAs.IN_A_FIGHT).isPresent();
  }

  /** Whether there is room for another file. */
  public boolean room() { return files.size() < FileStore.MOST_FILES; }
}
