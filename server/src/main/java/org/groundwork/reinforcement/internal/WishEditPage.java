// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.reinforcement.internal;

import java.util.List;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;
import org.groundwork.roll.Site;

/** A steward asks the organisers of a place for people. */
public record WishEditPage(WishForm form, FormErrors errors, List<Site> sites) implements View {
  public WishEditPage { sites = List.copyOf(sites); }
}
