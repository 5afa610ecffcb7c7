// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll.internal;

import java.util.List;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;
import org.groundwork.roll.Site;
import org.groundwork.roll.SiteMerge;

/**
 * The sites within reach, those that were probably written down twice, and a form for one more.
 *
 * @param same sites with the address just typed, which one may mean
 * @param mayAdd whether the reader's reach is the whole local
 */
public record SitesPage(List<Line> sites, List<SiteMerge.Pair> pairs, WhereForm form, FormErrors errors,
    List<Site> same, boolean mayAdd, String done) implements View {

  /** One site and how many people are known there, without the boss's side. */
  public record Line(Site site, int people) {}
}
