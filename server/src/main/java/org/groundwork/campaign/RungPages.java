// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign;

import java.util.List;
import java.util.UUID;

/**
 * Pages that a module has for a rung, such as its dates or its picket; the rung's page leads to them. Contributed as a
 * bean, asked inside the transaction that shows the rung.
 */
@FunctionalInterface
public interface RungPages {
  /** The pages of this rung, in their order; empty where the module has none for its kind. */
  List<RungPage> of(Rung rung);

  /** Whether something of the module hangs on a rung, so that it stays in the plan. */
  default boolean keeps(UUID step) {
    return false;
  }

  /**
   * A page of a rung.
   *
   * @param key message key of its name
   * @param detail what is to be known before it is opened, in the reader's words as stored; empty for nothing
   * @param path below the local's address, without a leading slash
   * @param icon of the icon set
   * @param arguments of the name
   */
  record RungPage(String key, String detail, String path, String icon, List<Object> arguments) {
    public RungPage { arguments = List.copyOf(arguments); }

    /** A page whose name says everything by itself. */
    public RungPage(String key, String detail, String path, String icon) {
      this(key, detail, path, icon, List.of());
    }
  }
}
