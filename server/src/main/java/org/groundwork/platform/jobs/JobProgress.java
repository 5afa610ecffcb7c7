// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.jobs;

import java.util.List;
import org.groundwork.platform.web.View;

/**
 * The part of a job's page that is fetched anew each second while the job is under way.
 *
 * @param path of the job's page
 * @param back where the page leads back to
 * @param refused one page of the list of refusals
 * @param more number after which the list goes on, 0 at its end
 */
public record JobProgress(String path, String back, JobView job, List<JobView.Refused> refused, long more)
    implements
      View {
  public JobProgress { refused = List.copyOf(refused); }
}
