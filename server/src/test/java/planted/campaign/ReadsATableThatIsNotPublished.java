// SPDX-License-Identifier: AGPL-3.0-or-later
package planted.campaign;

/** Campaigns may use the roll, through its published views only. */
public final class ReadsATableThatIsNotPublished {
  public String statement(boolean now) {
    return "select s.id from campaign.campaign c join roll.site s on s.local_id = c.local_id" + (now ? " limit 1" : "");
  }
}
