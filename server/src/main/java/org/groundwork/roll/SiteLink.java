// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

import org.groundwork.platform.access.Power;

/**
 * A module's page about a site, led to from the site's own page; contributed as a bean.
 *
 * @param order lower comes first
 * @param key message key of its name; {@code key.hint} is the line below it
 * @param path below the site's address, without a leading slash
 * @param power who sees it, at that site
 */
public record SiteLink(int order, String key, String path, Power power) {}
