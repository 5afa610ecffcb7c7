// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.bench.linkage;

/** A true business address; the suite may be empty. */
record Office(String house, String street, String suite, String zip) {}
