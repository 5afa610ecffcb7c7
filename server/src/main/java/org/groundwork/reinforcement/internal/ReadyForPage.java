// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.reinforcement.internal;

import java.util.List;
import java.util.UUID;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;
import org.groundwork.reinforcement.ReadyList;

/**
 * When somebody without an account can be called, as they said it to their steward.
 *
 * @param ready whether they can be called now
 * @param places where they may say that they usually are
 * @param said whether it is ticked that they said so themself
 */
public record ReadyForPage(UUID person, String name, boolean ready, ReadyForm form, List<ReadyList.OwnPlace> places,
    boolean said, FormErrors errors) implements View {
  public ReadyForPage { places = List.copyOf(places); }
}
