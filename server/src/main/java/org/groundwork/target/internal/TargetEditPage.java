// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;
import org.groundwork.target.Networks;
import org.groundwork.target.Target;
import org.groundwork.target.TargetKind;

/**
 * Names a target or changes one.
 *
 * @param target absent for a new one
 * @param theirs what somebody else saved meanwhile
 */
public record TargetEditPage(Optional<UUID> target, TargetEditForm form, FormErrors errors,
    Optional<Networks.Face> network, Optional<Target> theirs) implements View {

  public List<TargetKind> kinds() { return List.of(TargetKind.values()); }

  /** Where the form is sent, within the local. */
  public String action() {
    return target.map(id -> "targets/" + id + "/change").orElse("targets/new");
  }

  /** Where one goes without saving, within the local. */
  public String back() {
    return target.map(id -> "targets/" + id).orElse("targets");
  }
}
