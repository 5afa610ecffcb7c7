// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll.internal;

import java.util.Optional;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.roll.Site;
import org.jspecify.annotations.Nullable;

/**
 * What a site is and is called, as typed.
 *
 * @param version the version of the site when the form was shown
 */
public record SiteForm(@Nullable String version, @Nullable String kind, @Nullable String address) {

  static SiteForm of(Site site) { return new SiteForm(Long.toString(site.version()), site.kind().key(), site.name()); }

  /** The same answers over a newer version of the site. */
  SiteForm over(Site now) {
    return new SiteForm(Long.toString(now.version()), kind, address);
  }

  /** The version the form was shown at; 0, which no site has, if it was tampered with. */
  long readVersion() {
    return version != null && version.matches("\\d{1,18}") ? Long.parseLong(version) : 0;
  }

  Optional<WhereForm.Where> read(FormErrors errors) { return new WhereForm(kind, address, "").read(errors); }
}
