// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.disclosure;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.groundwork.platform.tenancy.LocalId;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.stereotype.Component;

/** Counts that tests set, local by local. */
@Component
class TestSource implements DisclosedSource {
  static final String KIND = "test.things";
  static final Map<LocalId, List<Cell>> CELLS = new ConcurrentHashMap<>();

  @Override
  public String kind() { return KIND; }

  @Override
  public List<Cell> cells() { return CELLS.getOrDefault(Tenancy.current(), List.of()); }
}
