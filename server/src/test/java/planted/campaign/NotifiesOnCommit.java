// SPDX-License-Identifier: AGPL-3.0-or-later
package planted.campaign;

/** Every notifying commit waits for one lock of the whole database. */
public final class NotifiesOnCommit {
  public String statement() { return "select pg_notify('campaigns', ?)"; }
}
