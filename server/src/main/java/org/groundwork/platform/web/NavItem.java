// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.web;

/**
 * One entry of a local's navigation as the reader sees it.
 *
 * @param path within the local, without a leading slash
 * @param current whether the page shown lies below it
 */
public record NavItem(String key, String path, String icon, boolean current) {}
