// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign.internal;

import java.util.List;
import java.util.UUID;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;
import org.groundwork.roll.Site;

/**
 * Linking the place whose chart shows how strong a campaign is.
 *
 * @param chosen the identity of the site, empty for none
 * @param anywhere whether it may be no single place
 * @param isPublic whether strangers see a page of it, which a link does not change
 */
public record LinkSitePage(UUID campaign, long version, String chosen, List<Site> sites, boolean anywhere,
    boolean isPublic,
    FormErrors errors) implements View {}
