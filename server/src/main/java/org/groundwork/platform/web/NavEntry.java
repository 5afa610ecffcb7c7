// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.web;

import org.groundwork.platform.access.Power;

/**
 * A module's entry in the navigation of a local, contributed as a bean.
 *
 * @param order lower comes first
 * @param key message key of its text
 * @param path within the local, without a leading slash
 * @param icon name in the icon sprite
 * @param power who sees it
 */
public record NavEntry(int order, String key, String path, String icon, Power power) {}
