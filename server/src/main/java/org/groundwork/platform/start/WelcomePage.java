// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.start;

import java.util.List;
import java.util.Locale;
import org.groundwork.platform.web.View;

/**
 * The first page of all.
 *
 * @param demonstration whether this installation is a demonstration, with sign-ins printed
 * @param offered whether a demonstration can be looked at here
 */
public record WelcomePage(List<Locale> languages, boolean demonstration, boolean offered,
    boolean secure) implements View {}
