// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.web;

/**
 * What a page shows, as a record. Its template has the record's name and lies in the folder of its module: the record
 * {@code org.groundwork.roll.internal.PeoplePage} is shown by {@code roll/PeoplePage.jte}, with the parameters
 * {@code page} (the record) and {@code ui} ({@link Ui}).
 */
public interface View {}
