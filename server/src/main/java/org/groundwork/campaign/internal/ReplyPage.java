// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.campaign.Campaign;
import org.groundwork.campaign.Replies;
import org.groundwork.platform.files.FileStore;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/**
 * What was written down of a reply, to be put right.
 *
 * @param version that the form was made from
 * @param once identifies the form, with which files wait
 * @param files beside the reply
 * @param waiting files that are kept with the form
 * @param meanwhile what somebody else made of it since
 */
public record ReplyPage(Campaign campaign, UUID reply, long version, ReplyForm form, UUID once,
    List<FileStore.Kept> files, List<FileStore.Kept> waiting, Optional<Replies.Said> meanwhile, FormErrors errors)
    implements
      View {

  public ReplyPage {
    files = List.copyOf(files);
    waiting = List.copyOf(waiting);
  }

  /** The same, with what somebody else made of it since. */
  ReplyPage meanwhile(Replies.Said now) {
    return new ReplyPage(campaign, reply, version, form, once, files, waiting, Optional.of(now), errors);
  }

  public String path() { return "campaigns/" + campaign.core().id() + "/replies"; }

  public List<Campaign.Demand> demands() { return campaign.core().demands(); }
}
