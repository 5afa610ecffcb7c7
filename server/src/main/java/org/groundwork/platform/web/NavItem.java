// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.web;

/**
 * One entry of the navigation or the menu as the reader sees it.
 *
 * @param path the whole path, from the slash
 * @param current whether the page shown lies below it
 */
public record NavItem(String key, String path, String icon, boolean current) {}
