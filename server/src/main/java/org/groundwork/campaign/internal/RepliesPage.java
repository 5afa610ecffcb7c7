// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign.internal;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.groundwork.campaign.Campaign;
import org.groundwork.campaign.Replies;
import org.groundwork.campaign.ReplyCorrections;
import org.groundwork.platform.files.FileStore;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/**
 * What the other side answered.
 *
 * @param once identifies the form, so that sending it twice writes one reply
 * @param waiting files that are kept with the form
 * @param due whether the day of a promise is over
 */
public record RepliesPage(Campaign campaign, Rows rows, ReplyForm form, UUID once, List<FileStore.Kept> waiting,
    boolean due, ZoneId zone, FormErrors errors) implements View {

  /**
   * The replies, the newest first, with what each said before it was put right and the files beside it.
   */
  public record Rows(List<Replies.Reply> replies, Map<UUID, List<ReplyCorrections.Before>> before,
      Map<UUID, List<FileStore.Kept>> files) {}

  public String path() { return "campaigns/" + campaign.core().id(); }

  public List<Campaign.Demand> demands() { return campaign.core().demands(); }

  /** What a reply said before, the latest first. */
  public List<ReplyCorrections.Before> before(UUID reply) {
    return rows.before().getOrDefault(reply, List.of());
  }

  public List<FileStore.Kept> files(UUID reply) { return rows.files().getOrDefault(reply, List.of()); }
}
