// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage.internal.read;

import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.groundwork.linkage.Message;
import org.groundwork.linkage.internal.read.Layout.Table;

/** Tells from a file's first row which table of the mapping it holds. */
final class Header {
  /** A table, or why there is none. */
  record Found(Optional<BoundTable> table, Optional<Message> refusal) {
    static Found refused(Message reason) { return new Found(Optional.empty(), Optional.of(reason)); }
  }

  private Header() {}

  static Found find(Layout layout, Chunk chunk) {
    if (chunk.trouble(0) != Chunk.Trouble.NONE) {
      return Found.refused(Message.of("file.header"));
    }
    var fields = new Fields(layout.separator());
    fields.take(chunk, 0);
    if (fields.hasNul()) {
      return Found.refused(Message.of("file.nul"));
    }
    if (fields.count() > Limits.COLUMNS) {
      return Found.refused(Message.of("file.columns", Integer.toString(Limits.COLUMNS)));
    }
    try {
      var names = new ArrayList<String>();
      for (int i = 0; i < fields.count(); i++) {
        names.add(fields.text(i));
      }
      return choose(layout, names);
    } catch (CharacterCodingException e) {
      return Found.refused(Message.of("file.encoding"));
    }
  }

  /** The first table whose columns are all there; else what the nearest one lacks. */
  private static Found choose(Layout layout, List<String> header) {
    List<String> least = List.of();
    String nearest = "";
    for (Table table : layout.tables()) {
      List<String> missing = BoundTable.missing(table, header);
      if (missing.isEmpty()) {
        return new Found(Optional.of(BoundTable.of(table, header)), Optional.empty());
      }
      if (nearest.isEmpty() || missing.size() < least.size()) {
        least = missing;
        nearest = table.name();
      }
    }
    return Found.refused(Message.of("file.missing", nearest, String.join(", ", least)));
  }
}
