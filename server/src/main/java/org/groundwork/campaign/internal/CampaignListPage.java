// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.groundwork.campaign.CampaignList;
import org.groundwork.platform.web.View;

/**
 * The local's campaigns: those that go on, or those that ended.
 *
 * @param next the address of the next page, if there is one
 */
public record CampaignListPage(List<Row> rows, boolean ended, Optional<String> next, LocalDate today, boolean mayOpen)
    implements
      View {

  /**
   * One campaign.
   *
   * @param against what the target is called
   */
  public record Row(CampaignList.Line line, Optional<String> against) {}
}
