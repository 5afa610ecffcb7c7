// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.web;

/**
 * The page a person sees when something is refused, is not there, or broke.
 *
 * @param kind end of the message keys {@code refused.<kind>.title} and {@code .what}
 */
public record RefusalPage(String kind) implements View {}
