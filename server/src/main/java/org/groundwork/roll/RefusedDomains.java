// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

/**
 * Port: mail domains under which nobody joins, because a boss, a landlord or an administration reads what is sent there.
 * Asked by a public form: a refusal tells a stranger that somebody has this domain on a list, so an implementation
 * names only domains whose holder would learn nothing by it, such as a target whose campaign is public. The form's
 * words never say whose domain it is.
 */
public interface RefusedDomains {

  /** Whether mail under this domain, in small letters and without a dot at its end, is refused. */
  boolean refuses(String domain);
}
