// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.reinforcement.internal;

import java.util.List;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;
import org.groundwork.reinforcement.ReadyList;

/**
 * Whether and when the reader can be called, and what came of it.
 *
 * @param ready whether they can be called now
 * @param undecided whether they have said neither yes nor no
 * @param places where they may say that they usually are
 * @param came to how many calls they came
 * @param cameToMine how many came to calls for their own places; 0 also where they are too few to tell
 * @param done message key of what was just done, empty if nothing
 */
public record ReadyPage(boolean ready, boolean undecided, ReadyForm form, FormErrors errors,
    List<ReadyList.OwnPlace> places, int came,
    int cameToMine, String done) implements View {

  public ReadyPage { places = List.copyOf(places); }
}
