// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll.internal;

import java.util.List;
import java.util.Optional;
import org.groundwork.platform.web.View;
import org.groundwork.roll.RollExport;

/**
 * One request for an export, as the second officer reads it before releasing.
 *
 * @param line what the list says of it
 * @param siteName the site it is limited to
 * @param now how many people it would be now
 * @param groups the beginning of the hash, in groups of four
 * @param may what the reader may do
 * @param refused why the last act was refused
 */
public record ExportPage(ExportsPage.Line line, Optional<String> siteName, int now, List<String> groups, May may,
    Optional<RollExport.Refusal> refused) implements View {

  /** What the reader may do with it. */
  public record May(boolean release, boolean stop, boolean fetch) {}

  /** Shows where a request stands, as a word of a message key. */
  public static String stage(RollExport export) {
    return switch (export.stage()) {
      case RollExport.Stage.Waiting _ -> "waiting";
      case RollExport.Stage.Announced _ -> "announced";
      case RollExport.Stage.Open _ -> "open";
      case RollExport.Stage.Fetched _ -> "fetched";
      case RollExport.Stage.Over _ -> "over";
    };
  }
}
