// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign.internal;

import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.target.TargetKind;
import org.groundwork.target.WhoCanSayYes;
import org.jspecify.annotations.Nullable;

/**
 * A new campaign, as typed; its demands and its plan come as rows.
 *
 * @param kind of the common cause it grows from, if it does
 * @param network of the common cause
 * @param target the identity of a target named before, or {@code new}
 * @param unknown {@code on} when the box "we do not know yet" is ticked
 * @param once the form's own identity
 */
public record NewCampaignForm(@Nullable String kind, @Nullable String network, @Nullable String site,
    @Nullable String target, @Nullable String targetKind, @Nullable String person, @Nullable String firm,
    @Nullable String unknown, @Nullable String title, @Nullable String once) {

  public boolean notKnown() { return "on".equals(unknown); }

  /** Whether it grows from a common cause. */
  boolean fromCause() { return kind != null && !kind.isEmpty(); }

  Optional<UUID> siteId() { return Typed.id(site == null ? "" : site); }

  /** The target named before that was chosen. */
  Optional<UUID> chosen() {
    return Typed.id(target == null ? "" : target);
  }

  Optional<UUID> onceId() { return Typed.id(once == null ? "" : once); }

  Optional<TargetKind> kindOfTarget(FormErrors errors) {
    try {
      return Optional.of(TargetKind.of(targetKind == null ? "" : targetKind));
    } catch (IllegalArgumentException e) {
      errors.refuse("targetKind", "new-campaign.kind.choose");
      return Optional.empty();
    }
  }

  /** Who can say yes, where nobody named before was chosen. */
  WhoCanSayYes who(FormErrors errors) {
    var answer = WhoCanSayYes.read(errors.optional("person", person, 120), errors.optional("firm", firm, 160),
        notKnown());
    if (answer instanceof WhoCanSayYes.Refused(var reason)) {
      errors.refuse("person", "target.refused." + reason);
    }
    return answer;
  }
}
