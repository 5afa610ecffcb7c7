// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign.internal;

import java.util.List;
import java.util.UUID;
import org.groundwork.campaign.Rung;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/**
 * The details of a rung, to be changed.
 *
 * @param able who can see to it
 * @param changed whether somebody changed it meanwhile
 */
public record StepEditPage(Rung rung, StepForm form, List<Able> able, FormErrors errors, boolean changed)
    implements
      View {

  /** Somebody who can see to a rung. */
  public record Able(UUID id, String name) {}
}
