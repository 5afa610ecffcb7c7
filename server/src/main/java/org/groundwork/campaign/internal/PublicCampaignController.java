// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign.internal;

import jakarta.servlet.http.HttpServletResponse;
import org.groundwork.campaign.Publicity;
import org.groundwork.platform.access.OpenRoute;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The page of a public campaign. An address that was taken back, that was never given out, or of a local that is not
 * there, is a page that is not there.
 */
@Controller
class PublicCampaignController {
  /** Longer than any address that was given out; what is longer is not looked up. */
  private static final int LONGEST = 40;
  private final Transactions transactions;
  private final Publicity publicity;

  PublicCampaignController(Transactions transactions, Publicity publicity) {
    this.transactions = transactions;
    this.publicity = publicity;
  }

  @GetMapping("/p/{local}/{page}")
  @OpenRoute(why = "shows a campaign that a recorded decision made public, and nothing of any other")
  Answer page(@PathVariable("local") String handle, @PathVariable String page, HttpServletResponse response) {
    if (!Tenancy.isLocal() || page.length() > LONGEST) {
      throw CampaignDesk.notFound();
    }
    return transactions.read(() -> {
      var face = publicity.at(page).orElseThrow(CampaignDesk::notFound);
      if (!face.shown().searchable()) {
        response.setHeader("X-Robots-Tag", "noindex, nofollow, noarchive");
      }
      return Answer.show(new PublicCampaignPage(handle, face));
    });
  }
}
