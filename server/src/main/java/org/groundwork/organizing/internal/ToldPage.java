// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing.internal;

import java.util.List;
import org.groundwork.organizing.FirstTask;
import org.groundwork.platform.web.View;

/** What members told of their talks and nobody has read yet. */
public record ToldPage(List<Line> lines) implements View {

  /** One of them: who told it, and where. */
  public record Line(FirstTask.Told told, String by, String site) {}
}
