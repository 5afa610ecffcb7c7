// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll.internal;

import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;
import org.groundwork.roll.Site;

/**
 * Corrects what a site is and is called.
 *
 * @param theirs the site as somebody else left it meanwhile; then the form holds what this reader typed, over it
 */
public record SiteEditPage(UUID site, SiteForm form, FormErrors errors, Optional<Site> theirs) implements View {}
